using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ShallowNet;

/// <summary>
/// The arithmetic of the network on the widest lanes that the machine has. Matrices of examples are the <see cref="Rows"/> of a
/// block, "width" long; W, dW and b are stored row after row without gaps.
/// </summary>
internal static class Kernels
{
    /// <summary>Z = W X + b</summary>
    [MethodImpl(Jit.Inline)]
    public static void Affine(ReadOnlySpan<double> W, ReadOnlySpan<double> b, ReadOnlySpan<double> X, Span<double> Z, int width)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Kernels<Lanes512>.Affine(W, b, X, Z, width);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<Lanes256>.Affine(W, b, X, Z, width);
        }
        else
        {
            Kernels<Lanes128>.Affine(W, b, X, Z, width);
        }
    }

    /// <summary>
    /// dZ2 = 1/m (sigmoid Z2 - Y); returns J = 1/m Σ softplus(z) - z y, which is -[y log a + (1 - y) log(1 - a)] without a log of 0.
    /// The shares are 1/m for each example, in every row.
    /// </summary>
    [MethodImpl(Jit.Inline)]
    public static double CrossEntropy(ReadOnlySpan<double> Z2, ReadOnlySpan<double> Y, ReadOnlySpan<double> shares, Span<double> dZ2) =>
        Vector512.IsHardwareAccelerated ? Kernels<Twice<Lanes512>>.CrossEntropy(Z2, Y, shares, dZ2)
        : Vector256.IsHardwareAccelerated ? Kernels<Twice<Lanes256>>.CrossEntropy(Z2, Y, shares, dZ2)
        : Kernels<Twice<Lanes128>>.CrossEntropy(Z2, Y, shares, dZ2);

    /// <summary>dZ2 = 1/m (A2 - Y), still to be multiplied by g'(Z2); returns J = 1/2m Σ (a - y)².</summary>
    public static double SquaredError(ReadOnlySpan<double> A2, ReadOnlySpan<double> Y, ReadOnlySpan<double> shares, Span<double> dZ2)
    {
        var cost = 0.0;
        for (var i = 0; i < A2.Length; i++)
        {
            var (error, share) = (A2[i] - Y[i], shares[i % shares.Length]);
            dZ2[i] = error * share;
            cost += share > 0 ? error * error * share / 2 : 0;
        }
        return cost;
    }

    /// <summary>dW += dZ Aᵀ and db += Σ dZ over the examples, where A are the inputs of the layer and dZ holds the factor 1/m</summary>
    [MethodImpl(Jit.Inline)]
    public static void AddGradients(ReadOnlySpan<double> dZ, ReadOnlySpan<double> A, Span<double> dW, Span<double> db, int width)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Kernels<Lanes512>.AddGradients(dZ, A, dW, db, width);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<Lanes256>.AddGradients(dZ, A, dW, db, width);
        }
        else
        {
            Kernels<Lanes128>.AddGradients(dZ, A, dW, db, width);
        }
    }

    /// <summary>dZ1 = W2ᵀ dZ2 ⊙ g'(Z1), written over A1, where f(a, e) is the slope at a times e</summary>
    [MethodImpl(Jit.Inline)]
    public static void HiddenErrors<F>(ReadOnlySpan<double> W2, ReadOnlySpan<double> dZ2, Span<double> A1, int width, F f = default)
        where F : struct, ILaneFunction
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Kernels<Lanes512>.HiddenErrors(W2, dZ2, A1, width, f);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<Lanes256>.HiddenErrors(W2, dZ2, A1, width, f);
        }
        else
        {
            Kernels<Lanes128>.HiddenErrors(W2, dZ2, A1, width, f);
        }
    }

    /// <summary>
    /// All gradients of a network with one output: dW2 += dZ2 A1ᵀ, db2 += Σ dZ2, dZ1 = W2ᵀ dZ2 ⊙ g'(Z1), written over A1, dW1 += dZ1 Xᵀ and
    /// db1 += Σ dZ1, where f(a, e) is the slope at a times e
    /// </summary>
    [MethodImpl(Jit.Inline)]
    public static void Backward<F>(
        ReadOnlySpan<double> W2, ReadOnlySpan<double> dZ2, ReadOnlySpan<double> X, Span<double> A1, Span<double> dW1, Span<double> db1, Span<double> dW2, Span<double> db2, F f)
        where F : struct, ILaneFunction
    {
        var (units, inputs, width) = (db1.Length, dW1.Length / db1.Length, dZ2.Length);
        if (Vector512.IsHardwareAccelerated)
        {
            Kernels<Twice<Lanes512>>.Backward(W2, dZ2, A1, dW2, db1, f);
            Kernels<Lanes512>.AddSums(dZ2, db2, width);
            Kernels<Lanes512>.AddProduct(A1, units, X, inputs, dW1, width);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<Twice<Lanes256>>.Backward(W2, dZ2, A1, dW2, db1, f);
            Kernels<Lanes256>.AddSums(dZ2, db2, width);
            Kernels<Lanes256>.AddProduct(A1, units, X, inputs, dW1, width);
        }
        else
        {
            Kernels<Twice<Lanes128>>.Backward(W2, dZ2, A1, dW2, db1, f);
            Kernels<Lanes128>.AddSums(dZ2, db2, width);
            Kernels<Lanes128>.AddProduct(A1, units, X, inputs, dW1, width);
        }
    }

    /// <summary>y := f(x, y), element by element.</summary>
    [MethodImpl(Jit.Inline)]
    public static void Map<F>(ReadOnlySpan<double> x, Span<double> y, F f = default)
        where F : struct, ILaneFunction
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Kernels<Twice<Lanes512>>.Map(x, y, f);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Kernels<Twice<Lanes256>>.Map(x, y, f);
        }
        else
        {
            Kernels<Twice<Lanes128>>.Map(x, y, f);
        }
    }

    /// <summary>W := W - α dW</summary>
    [MethodImpl(Jit.Inline)]
    public static void Update(Span<double> W, ReadOnlySpan<double> dW, double learningRate)
    {
        for (var i = 0; i < W.Length; i++)
        {
            W[i] -= learningRate * dW[i];
        }
    }
}
