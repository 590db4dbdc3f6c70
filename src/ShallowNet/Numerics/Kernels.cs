using System.Runtime.InteropServices;
using static System.Runtime.Intrinsics.Vector512;

namespace ShallowNet;

/// <summary>The arithmetic of the network, eight numbers at a time; where the processor has vectors of four or two, the runtime makes
/// several of one. W, dW and b are stored row after row without gaps.</summary>
/// <remarks>A product of matrices goes by tiles: each number loaded is used several times, and eight sums run side by side, as many as the
/// units for multiply-adds need to be kept busy. Vectors of eight make them of 4 × 2, narrower ones of 4 × 1.</remarks>
internal static partial class Kernels
{
    private const int N = 8;

    /// <summary>Whether a vector is one register; else the registers do not suffice for tiles of 4 × 2.</summary>
    private static bool Wide => Vector512.IsHardwareAccelerated;

    /// <summary>Z = W X</summary>
    public static void Product(MatrixView W, PaddedRows X, PaddedRows Z) => Affine(W, [], X, Z);

    /// <summary>Z = W X + b; an empty b is 0.</summary>
    [MethodImpl(Jit.Hot)]
    public static void Affine(MatrixView W, ReadOnlySpan<double> b, PaddedRows X, PaddedRows Z)
    {
        var (rowStep, columnStep) = (W.RowStep, W.ColumnStep);
        var (units, inputs, width) = (Z.Count, X.Count, X.Width);
        ref var w = ref First(W.Numbers, (units - 1) * rowStep + (inputs - 1) * columnStep + 1);
        ref var x = ref First(X.Values, inputs * width);
        ref var z = ref First(Z.Values, units * width);
        var i = 0;
        for (; i + 4 <= units; i += 4)
        {
            for (var j = 0; j < width; j += Wide ? 2 * N : N)
            {
                Vector512<double> s00 = At(b, i), s10 = At(b, i + 1), s20 = At(b, i + 2), s30 = At(b, i + 3);
                Vector512<double> s01 = s00, s11 = s10, s21 = s20, s31 = s30;
                ref var weight = ref Unsafe.Add(ref w, i * rowStep);
                ref var input = ref Unsafe.Add(ref x, j);
                for (var k = 0; k < inputs; k++)
                {
                    var x0 = LoadUnsafe(ref input);
                    Vector512<double> w0 = Create(weight), w1 = Create(Unsafe.Add(ref weight, rowStep));
                    Vector512<double> w2 = Create(Unsafe.Add(ref weight, 2 * rowStep)), w3 = Create(Unsafe.Add(ref weight, 3 * rowStep));
                    s00 = MultiplyAddEstimate(w0, x0, s00);
                    s10 = MultiplyAddEstimate(w1, x0, s10);
                    s20 = MultiplyAddEstimate(w2, x0, s20);
                    s30 = MultiplyAddEstimate(w3, x0, s30);
                    if (Wide)
                    {
                        var x1 = LoadUnsafe(ref input, N);
                        s01 = MultiplyAddEstimate(w0, x1, s01);
                        s11 = MultiplyAddEstimate(w1, x1, s11);
                        s21 = MultiplyAddEstimate(w2, x1, s21);
                        s31 = MultiplyAddEstimate(w3, x1, s31);
                    }
                    weight = ref Unsafe.Add(ref weight, columnStep);
                    input = ref Unsafe.Add(ref input, width);
                }
                ref var target = ref Unsafe.Add(ref z, i * width + j);
                Store(s00, s01, ref target);
                Store(s10, s11, ref Unsafe.Add(ref target, width));
                Store(s20, s21, ref Unsafe.Add(ref target, 2 * width));
                Store(s30, s31, ref Unsafe.Add(ref target, 3 * width));
            }
        }
        for (; i < units; i++)
        {
            for (var j = 0; j < width; j += Wide ? 2 * N : N)
            {
                Vector512<double> s0 = At(b, i), s1 = s0;
                ref var weight = ref Unsafe.Add(ref w, i * rowStep);
                ref var input = ref Unsafe.Add(ref x, j);
                for (var k = 0; k < inputs; k++)
                {
                    s0 = MultiplyAddEstimate(Create(weight), LoadUnsafe(ref input), s0);
                    if (Wide)
                        s1 = MultiplyAddEstimate(Create(weight), LoadUnsafe(ref input, N), s1);
                    weight = ref Unsafe.Add(ref weight, columnStep);
                    input = ref Unsafe.Add(ref input, width);
                }
                Store(s0, s1, ref Unsafe.Add(ref z, i * width + j));
            }
        }
    }

    /// <summary>dW += dZ Aᵀ, where A are the inputs of the layer and dZ holds the factor 1/m.</summary>
    public static void AddProduct(PaddedRows dZ, PaddedRows A, MatrixView dW)
    {
        // The tiles are four rows of the first by two of the second: it should have a multiple of four, or be the larger.
        if (dZ.Count % 4 == 0 || (A.Count % 4 != 0 && dZ.Count > A.Count))
            AddTiles(dZ, A, dW);
        else
            AddTiles(A, dZ, dW.Transposed);
    }

    /// <summary>G += P Qᵀ</summary>
    [MethodImpl(Jit.Hot)]
    private static void AddTiles(PaddedRows P, PaddedRows Q, MatrixView G)
    {
        var width = P.Width;
        ref var first = ref First(P.Values, P.Count * width);
        ref var firstQ = ref First(Q.Values, Q.Count * width);
        Span<double> sums = stackalloc double[8];
        for (var p = 0; p < P.Count; p += 4)
        {
            // At the end a row may stand for another that does not exist; its sums are dropped.
            ref var p0 = ref Unsafe.Add(ref first, p * width);
            ref var p1 = ref Unsafe.Add(ref first, Math.Min(p + 1, P.Count - 1) * width);
            ref var p2 = ref Unsafe.Add(ref first, Math.Min(p + 2, P.Count - 1) * width);
            ref var p3 = ref Unsafe.Add(ref first, Math.Min(p + 3, P.Count - 1) * width);
            for (var q = 0; q < Q.Count; q += 2)
            {
                ref var q0 = ref Unsafe.Add(ref firstQ, q * width);
                ref var q1 = ref Unsafe.Add(ref firstQ, Math.Min(q + 1, Q.Count - 1) * width);
                Products(ref p0, ref p1, ref p2, ref p3, ref q0, ref q1, width, ref sums[0]);
                if (!Wide)
                    Products(ref p0, ref p1, ref p2, ref p3, ref q1, ref q1, width, ref sums[4]);
                for (var column = 0; column < 2 && q + column < Q.Count; column++)
                {
                    for (var row = 0; row < 4 && p + row < P.Count; row++)
                        G.Numbers[(p + row) * G.RowStep + (q + column) * G.ColumnStep] += sums[column * 4 + row];
                }
            }
        }
    }

    /// <summary>Sums of products of four rows with q0 and, where registers suffice, q1: a method of its own, to have them all.</summary>
    [MethodImpl(Jit.Hot)]
    private static void Products(
        ref double p0, ref double p1, ref double p2, ref double p3, ref double q0, ref double q1, int width, ref double sums)
    {
        Vector512<double> s00 = Vector512<double>.Zero, s10 = s00, s20 = s00, s30 = s00, s01 = s00, s11 = s00, s21 = s00, s31 = s00;
        for (nuint j = 0; j < (nuint)width; j += N)
        {
            Vector512<double> c = LoadUnsafe(ref p0, j), d = LoadUnsafe(ref p1, j), e = LoadUnsafe(ref p2, j), f = LoadUnsafe(ref p3, j);
            var a = LoadUnsafe(ref q0, j);
            s00 = MultiplyAddEstimate(a, c, s00);
            s10 = MultiplyAddEstimate(a, d, s10);
            s20 = MultiplyAddEstimate(a, e, s20);
            s30 = MultiplyAddEstimate(a, f, s30);
            if (Wide)
            {
                var b = LoadUnsafe(ref q1, j);
                s01 = MultiplyAddEstimate(b, c, s01);
                s11 = MultiplyAddEstimate(b, d, s11);
                s21 = MultiplyAddEstimate(b, e, s21);
                s31 = MultiplyAddEstimate(b, f, s31);
            }
        }
        Store(Total(s00), Total(s10), Total(s20), Total(s30), ref sums);
        if (Wide)
            Store(Total(s01), Total(s11), Total(s21), Total(s31), ref Unsafe.Add(ref sums, 4));
    }

    [MethodImpl(Jit.Inline)]
    private static Vector512<double> At(ReadOnlySpan<double> b, int i) => b.IsEmpty ? Vector512<double>.Zero : Create(b[i]);

    [MethodImpl(Jit.Inline)]
    private static double Total(Vector512<double> a)
    {
        var half = a.GetLower() + a.GetUpper();
        return Vector128.Sum(half.GetLower() + half.GetUpper());
    }

    [MethodImpl(Jit.Inline)]
    private static void Store(Vector512<double> first, Vector512<double> second, ref double target)
    {
        first.StoreUnsafe(ref target);
        if (Wide)
            second.StoreUnsafe(ref target, N);
    }

    [MethodImpl(Jit.Inline)]
    private static void Store(double a, double b, double c, double d, ref double target)
    {
        target = a;
        Unsafe.Add(ref target, 1) = b;
        Unsafe.Add(ref target, 2) = c;
        Unsafe.Add(ref target, 3) = d;
    }

    /// <summary>The first of the numbers, after a check that there are so many.</summary>
    [MethodImpl(Jit.Inline)]
    private static ref double First(ReadOnlySpan<double> numbers, int count) => ref MemoryMarshal.GetReference(numbers[..count]);
}
