using System.Numerics.Tensors;

namespace ShallowNet;

/// <summary>
/// The arithmetic of the network. Every matrix is a span of its rows one after the other, so that row i of a layer's Z holds
/// unit i over all m examples.
/// </summary>
internal static class Kernels
{
    /// <summary>Z = W X + b</summary>
    public static void Affine(ReadOnlySpan<double> W, ReadOnlySpan<double> b, ReadOnlySpan<double> X, Span<double> Z, int m)
    {
        var inputs = W.Length / b.Length;
        for (var i = 0; i < b.Length; i++)
        {
            var z = Z.Slice(i * m, m);
            z.Fill(b[i]);
            for (var k = 0; k < inputs; k++)
            {
                TensorPrimitives.MultiplyAdd(X.Slice(k * m, m), W[i * inputs + k], z, z);
            }
        }
    }

    /// <summary>J = 1/m Σ max(z, 0) - z y + log(1 + e^-|z|), which is -[y log a + (1 - y) log(1 - a)] without a log of 0.</summary>
    public static double CrossEntropy(ReadOnlySpan<double> Z2, ReadOnlySpan<double> Y, int m)
    {
        var sum = 0.0;
        for (var i = 0; i < Z2.Length; i++)
        {
            var z = Z2[i];
            sum += (Math.Max(z, 0) - z * Y[i] + Math.Log(1 + Math.Exp(-Math.Abs(z)))) / m;
        }
        return sum;
    }

    /// <summary>J = 1/2m Σ (a - y)²</summary>
    public static double SquaredError(ReadOnlySpan<double> A2, ReadOnlySpan<double> Y, int m)
    {
        var sum = 0.0;
        for (var i = 0; i < A2.Length; i++)
        {
            sum += (A2[i] - Y[i]) * (A2[i] - Y[i]);
        }
        return sum / (2.0 * m);
    }

    /// <summary>dZ2 = A2 - Y</summary>
    public static void OutputErrors(ReadOnlySpan<double> A2, ReadOnlySpan<double> Y, Span<double> dZ2) =>
        TensorPrimitives.Subtract(A2, Y, dZ2);

    /// <summary>dZ1 = W2ᵀ dZ2 ⊙ g'(Z1), where the slopes g'(Z1) are given</summary>
    public static void HiddenErrors(ReadOnlySpan<double> W2, ReadOnlySpan<double> dZ2, ReadOnlySpan<double> slopes, Span<double> dZ1, int m)
    {
        var nh = dZ1.Length / m;
        var ny = dZ2.Length / m;
        for (var i = 0; i < nh; i++)
        {
            var error = dZ1.Slice(i * m, m);
            TensorPrimitives.Multiply(dZ2[..m], W2[i], error);
            for (var o = 1; o < ny; o++)
            {
                TensorPrimitives.MultiplyAdd(dZ2.Slice(o * m, m), W2[o * nh + i], error, error);
            }
            TensorPrimitives.Multiply(error, slopes.Slice(i * m, m), error);
        }
    }

    /// <summary>dW = 1/m dZ Aᵀ and db = 1/m Σ dZ over the examples, where A is what the layer's inputs were</summary>
    public static void LayerGradients(ReadOnlySpan<double> dZ, ReadOnlySpan<double> A, Span<double> dW, Span<double> db, int m)
    {
        var inputs = A.Length / m;
        for (var i = 0; i < db.Length; i++)
        {
            var error = dZ.Slice(i * m, m);
            for (var k = 0; k < inputs; k++)
            {
                dW[i * inputs + k] = TensorPrimitives.Dot(error, A.Slice(k * m, m)) / m;
            }
            db[i] = TensorPrimitives.Sum(error) / m;
        }
    }

    /// <summary>W := W - α dW</summary>
    public static void Update(Span<double> W, ReadOnlySpan<double> dW, double learningRate) =>
        TensorPrimitives.MultiplyAdd(dW, -learningRate, W, W);
}
