using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ShallowNet;

/// <summary>
/// The kernels on lanes of one width. A product of matrices goes by tiles of 4 rows by 2 lanes or rows: each number loaded is used
/// several times, and eight sums run side by side, as many as the multiply-add units need to be kept busy.
/// </summary>
internal static partial class Kernels<V>
    where V : struct, ILanes<V>
{
    /// <summary>Z = W X + b</summary>
    [MethodImpl(Jit.Hot)]
    public static void Affine(ReadOnlySpan<double> W, ReadOnlySpan<double> b, ReadOnlySpan<double> X, Span<double> Z, int width)
    {
        var (units, inputs) = (b.Length, W.Length / b.Length);
        ref var w = ref First(W, units * inputs);
        ref var x = ref First(X, inputs * width);
        ref var z = ref First(Z, units * width);
        var i = 0;
        for (; i + 4 <= units; i += 4)
        {
            for (var j = 0; j < width; j += 2 * V.Count)
            {
                V s00 = V.All(b[i]), s10 = V.All(b[i + 1]), s20 = V.All(b[i + 2]), s30 = V.All(b[i + 3]);
                V s01 = s00, s11 = s10, s21 = s20, s31 = s30;
                ref var weight = ref Unsafe.Add(ref w, i * inputs);
                ref var input = ref Unsafe.Add(ref x, j);
                for (var k = 0; k < inputs; k++)
                {
                    V x0 = V.Load(ref input, 0), x1 = V.Load(ref input, V.Count);
                    var w0 = V.All(weight);
                    s00 = V.MultiplyAdd(w0, x0, s00);
                    s01 = V.MultiplyAdd(w0, x1, s01);
                    var w1 = V.All(Unsafe.Add(ref weight, inputs));
                    s10 = V.MultiplyAdd(w1, x0, s10);
                    s11 = V.MultiplyAdd(w1, x1, s11);
                    var w2 = V.All(Unsafe.Add(ref weight, 2 * inputs));
                    s20 = V.MultiplyAdd(w2, x0, s20);
                    s21 = V.MultiplyAdd(w2, x1, s21);
                    var w3 = V.All(Unsafe.Add(ref weight, 3 * inputs));
                    s30 = V.MultiplyAdd(w3, x0, s30);
                    s31 = V.MultiplyAdd(w3, x1, s31);
                    weight = ref Unsafe.Add(ref weight, 1);
                    input = ref Unsafe.Add(ref input, width);
                }
                Store(s00, s01, ref z, i * width + j);
                Store(s10, s11, ref z, (i + 1) * width + j);
                Store(s20, s21, ref z, (i + 2) * width + j);
                Store(s30, s31, ref z, (i + 3) * width + j);
            }
        }
        for (; i < units; i++)
        {
            for (var j = 0; j < width; j += 2 * V.Count)
            {
                V s0 = V.All(b[i]), s1 = s0;
                ref var weight = ref Unsafe.Add(ref w, i * inputs);
                ref var input = ref Unsafe.Add(ref x, j);
                for (var k = 0; k < inputs; k++)
                {
                    var w0 = V.All(weight);
                    s0 = V.MultiplyAdd(w0, V.Load(ref input, 0), s0);
                    s1 = V.MultiplyAdd(w0, V.Load(ref input, V.Count), s1);
                    weight = ref Unsafe.Add(ref weight, 1);
                    input = ref Unsafe.Add(ref input, width);
                }
                Store(s0, s1, ref z, i * width + j);
            }
        }
    }

    /// <summary>dW += dZ Aᵀ and db += Σ dZ</summary>
    public static void AddGradients(ReadOnlySpan<double> dZ, ReadOnlySpan<double> A, Span<double> dW, Span<double> db, int width)
    {
        var (units, inputs) = (db.Length, dW.Length / db.Length);
        AddProduct(dZ, units, A, inputs, dW, width);
        AddSums(dZ, db, width);
    }

    /// <summary>dW += dZ Aᵀ</summary>
    public static void AddProduct(ReadOnlySpan<double> dZ, int units, ReadOnlySpan<double> A, int inputs, Span<double> dW, int width)
    {
        if (units >= inputs)
        {
            AddProduct(dZ, units, A, inputs, dW, inputs, 1, width);
        }
        else
        {
            AddProduct(A, inputs, dZ, units, dW, 1, inputs, width);
        }
    }

    /// <summary>G[p, q] += Σ P[p, j] Q[q, j], where G[p, q] lies at p · pStep + q · qStep; wants many P rather than many Q.</summary>
    [MethodImpl(Jit.Hot)]
    private static void AddProduct(
        ReadOnlySpan<double> P, int ps, ReadOnlySpan<double> Q, int qs, Span<double> G, int pStep, int qStep, int width)
    {
        ref var first = ref First(P, ps * width);
        ref var firstQ = ref First(Q, qs * width);
        Span<double> sums = stackalloc double[8];
        for (var p = 0; p < ps; p += 4)
        {
            // At the end a row may stand for another that does not exist; its sums are dropped.
            ref var p0 = ref Unsafe.Add(ref first, p * width);
            ref var p1 = ref Unsafe.Add(ref first, Math.Min(p + 1, ps - 1) * width);
            ref var p2 = ref Unsafe.Add(ref first, Math.Min(p + 2, ps - 1) * width);
            ref var p3 = ref Unsafe.Add(ref first, Math.Min(p + 3, ps - 1) * width);
            for (var q = 0; q < qs; q += 2)
            {
                ref var q0 = ref Unsafe.Add(ref firstQ, q * width);
                ref var q1 = ref Unsafe.Add(ref firstQ, Math.Min(q + 1, qs - 1) * width);
                Products(ref p0, ref p1, ref p2, ref p3, ref q0, ref q1, width, ref sums[0]);
                for (var column = 0; column < 2 && q + column < qs; column++)
                {
                    for (var row = 0; row < 4 && p + row < ps; row++)
                    {
                        G[(p + row) * pStep + (q + column) * qStep] += sums[column * 4 + row];
                    }
                }
            }
        }
    }

    /// <summary>The eight sums of products of four rows with two. A method of its own, so that all it needs is in registers.</summary>
    [MethodImpl(Jit.Hot)]
    private static void Products(
        ref double p0, ref double p1, ref double p2, ref double p3, ref double q0, ref double q1, int width, ref double sums)
    {
        V s00 = V.All(0), s10 = s00, s20 = s00, s30 = s00, s01 = s00, s11 = s00, s21 = s00, s31 = s00;
        for (var j = 0; j < width; j += V.Count)
        {
            V a = V.Load(ref q0, j), b = V.Load(ref q1, j);
            V c = V.Load(ref p0, j), d = V.Load(ref p1, j), e = V.Load(ref p2, j), f = V.Load(ref p3, j);
            s00 = V.MultiplyAdd(a, c, s00);
            s10 = V.MultiplyAdd(a, d, s10);
            s20 = V.MultiplyAdd(a, e, s20);
            s30 = V.MultiplyAdd(a, f, s30);
            s01 = V.MultiplyAdd(b, c, s01);
            s11 = V.MultiplyAdd(b, d, s11);
            s21 = V.MultiplyAdd(b, e, s21);
            s31 = V.MultiplyAdd(b, f, s31);
        }
        sums = V.Sum(s00);
        Unsafe.Add(ref sums, 1) = V.Sum(s10);
        Unsafe.Add(ref sums, 2) = V.Sum(s20);
        Unsafe.Add(ref sums, 3) = V.Sum(s30);
        Unsafe.Add(ref sums, 4) = V.Sum(s01);
        Unsafe.Add(ref sums, 5) = V.Sum(s11);
        Unsafe.Add(ref sums, 6) = V.Sum(s21);
        Unsafe.Add(ref sums, 7) = V.Sum(s31);
    }

    /// <summary>sums[i] += Σ M[i, j]</summary>
    [MethodImpl(Jit.Hot)]
    public static void AddSums(ReadOnlySpan<double> M, Span<double> sums, int width)
    {
        ref var first = ref First(M, sums.Length * width);
        for (var i = 0; i < sums.Length; i++)
        {
            V s0 = V.All(0), s1 = s0;
            for (var j = 0; j < width; j += 2 * V.Count)
            {
                s0 += V.Load(ref first, i * width + j);
                s1 += V.Load(ref first, i * width + j + V.Count);
            }
            sums[i] += V.Sum(s0 + s1);
        }
    }

    [MethodImpl(Jit.Inline)]
    private static void Store(V first, V second, ref double start, int offset)
    {
        V.Store(first, ref start, offset);
        V.Store(second, ref start, offset + V.Count);
    }

    /// <summary>The first of the numbers, after a check that there are so many.</summary>
    [MethodImpl(Jit.Inline)]
    private static ref double First(ReadOnlySpan<double> numbers, int count) => ref MemoryMarshal.GetReference(numbers[..count]);
}
