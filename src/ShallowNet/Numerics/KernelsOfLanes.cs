using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ShallowNet;

/// <summary>
/// The kernels on lanes of one width. A product of matrices goes by tiles of 4 rows by 2 lanes or rows: each number loaded is used
/// several times, and eight sums run side by side, as many as the multiply-add units need to be kept busy.
/// </summary>
internal static class Kernels<V>
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
                for (var k = 0; k < inputs; k++)
                {
                    V x0 = V.Load(ref x, k * width + j), x1 = V.Load(ref x, k * width + j + V.Count);
                    ref var column = ref Unsafe.Add(ref w, i * inputs + k);
                    var w0 = V.All(column);
                    s00 = V.MultiplyAdd(w0, x0, s00);
                    s01 = V.MultiplyAdd(w0, x1, s01);
                    var w1 = V.All(Unsafe.Add(ref column, inputs));
                    s10 = V.MultiplyAdd(w1, x0, s10);
                    s11 = V.MultiplyAdd(w1, x1, s11);
                    var w2 = V.All(Unsafe.Add(ref column, 2 * inputs));
                    s20 = V.MultiplyAdd(w2, x0, s20);
                    s21 = V.MultiplyAdd(w2, x1, s21);
                    var w3 = V.All(Unsafe.Add(ref column, 3 * inputs));
                    s30 = V.MultiplyAdd(w3, x0, s30);
                    s31 = V.MultiplyAdd(w3, x1, s31);
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
                for (var k = 0; k < inputs; k++)
                {
                    var w0 = V.All(Unsafe.Add(ref w, i * inputs + k));
                    s0 = V.MultiplyAdd(w0, V.Load(ref x, k * width + j), s0);
                    s1 = V.MultiplyAdd(w0, V.Load(ref x, k * width + j + V.Count), s1);
                }
                Store(s0, s1, ref z, i * width + j);
            }
        }
    }

    /// <summary>dZ2 = 1/m (sigmoid Z2 - Y); returns J = 1/m Σ softplus(z) - z y</summary>
    [MethodImpl(Jit.Hot)]
    public static double CrossEntropy(ReadOnlySpan<double> Z2, ReadOnlySpan<double> Y, ReadOnlySpan<double> shares, Span<double> dZ2)
    {
        ref var z2 = ref First(Z2, Z2.Length);
        ref var y2 = ref First(Y, Z2.Length);
        ref var errors = ref First(dZ2, Z2.Length);
        ref var share = ref First(shares, shares.Length);
        var cost = V.All(0);
        for (var row = 0; row < Z2.Length; row += shares.Length)
        {
            for (var j = 0; j < shares.Length; j += V.Count)
            {
                V z = V.Load(ref z2, row + j), y = V.Load(ref y2, row + j), s = V.Load(ref share, j);
                var a = VectorMath<V>.Sigmoid(z, out var softPlus);
                ((a - y) * s).Store(ref errors, row + j);
                cost += (softPlus - z * y) * s;
            }
        }
        return V.Sum(cost);
    }

    /// <summary>dW += dZ Aᵀ and db += Σ dZ</summary>
    public static void AddGradients(ReadOnlySpan<double> dZ, ReadOnlySpan<double> A, Span<double> dW, Span<double> db, int width)
    {
        var (units, inputs) = (db.Length, dW.Length / db.Length);
        if (units >= inputs)
        {
            AddProduct(dZ, units, A, inputs, dW, inputs, 1, width);
        }
        else
        {
            AddProduct(A, inputs, dZ, units, dW, 1, inputs, width);
        }
        AddSums(dZ, db, width);
    }

    /// <summary>y := f(x, y)</summary>
    [MethodImpl(Jit.Hot)]
    public static void Map<F>(ReadOnlySpan<double> x, Span<double> y, F f)
        where F : struct, ILaneFunction
    {
        ref var from = ref First(x, x.Length);
        ref var to = ref First(y, x.Length);
        var i = 0;
        for (; i + V.Count <= x.Length; i += V.Count)
        {
            f.Of(V.Load(ref from, i), V.Load(ref to, i)).Store(ref to, i);
        }
        if (i < x.Length)
        {
            Span<double> restX = stackalloc double[V.Count], restY = stackalloc double[V.Count];
            x[i..].CopyTo(restX);
            y[i..x.Length].CopyTo(restY);
            f.Of(V.Load(ref restX[0], 0), V.Load(ref restY[0], 0)).Store(ref restY[0], 0);
            restY[..(x.Length - i)].CopyTo(y[i..]);
        }
    }

    /// <summary>G[p, q] += Σ P[p, j] Q[q, j], where G[p, q] lies at p · pStep + q · qStep; wants many P rather than many Q.</summary>
    [MethodImpl(Jit.Hot)]
    private static void AddProduct(
        ReadOnlySpan<double> P, int ps, ReadOnlySpan<double> Q, int qs, Span<double> G, int pStep, int qStep, int width)
    {
        ref var firstP = ref First(P, ps * width);
        ref var firstQ = ref First(Q, qs * width);
        for (var p = 0; p < ps; p += 4)
        {
            // At the end a row may stand for another that does not exist; its sums are dropped.
            ref var p0 = ref Unsafe.Add(ref firstP, p * width);
            ref var p1 = ref Unsafe.Add(ref firstP, Math.Min(p + 1, ps - 1) * width);
            ref var p2 = ref Unsafe.Add(ref firstP, Math.Min(p + 2, ps - 1) * width);
            ref var p3 = ref Unsafe.Add(ref firstP, Math.Min(p + 3, ps - 1) * width);
            for (var q = 0; q < qs; q += 2)
            {
                ref var q0 = ref Unsafe.Add(ref firstQ, q * width);
                ref var q1 = ref Unsafe.Add(ref firstQ, Math.Min(q + 1, qs - 1) * width);
                V s00 = V.All(0), s10 = s00, s20 = s00, s30 = s00, s01 = s00, s11 = s00, s21 = s00, s31 = s00;
                for (var j = 0; j < width; j += V.Count)
                {
                    V a = V.Load(ref q0, j), b = V.Load(ref q1, j);
                    var e = V.Load(ref p0, j);
                    s00 = V.MultiplyAdd(e, a, s00);
                    s01 = V.MultiplyAdd(e, b, s01);
                    e = V.Load(ref p1, j);
                    s10 = V.MultiplyAdd(e, a, s10);
                    s11 = V.MultiplyAdd(e, b, s11);
                    e = V.Load(ref p2, j);
                    s20 = V.MultiplyAdd(e, a, s20);
                    s21 = V.MultiplyAdd(e, b, s21);
                    e = V.Load(ref p3, j);
                    s30 = V.MultiplyAdd(e, a, s30);
                    s31 = V.MultiplyAdd(e, b, s31);
                }
                for (var column = q; column < Math.Min(q + 2, qs); column++)
                {
                    var (t0, t1, t2, t3) = column == q ? (s00, s10, s20, s30) : (s01, s11, s21, s31);
                    var g = G[(p * pStep + column * qStep)..];
                    g[0] += V.Sum(t0);
                    if (p + 3 < ps)
                    {
                        g[pStep] += V.Sum(t1);
                        g[2 * pStep] += V.Sum(t2);
                        g[3 * pStep] += V.Sum(t3);
                    }
                    else
                    {
                        if (p + 1 < ps)
                        {
                            g[pStep] += V.Sum(t1);
                        }
                        if (p + 2 < ps)
                        {
                            g[2 * pStep] += V.Sum(t2);
                        }
                    }
                }
            }
        }
    }

    /// <summary>sums[i] += Σ M[i, j]</summary>
    [MethodImpl(Jit.Hot)]
    private static void AddSums(ReadOnlySpan<double> M, Span<double> sums, int width)
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
        first.Store(ref start, offset);
        second.Store(ref start, offset + V.Count);
    }

    /// <summary>The first of the numbers, after a check that there are so many.</summary>
    [MethodImpl(Jit.Inline)]
    private static ref double First(ReadOnlySpan<double> numbers, int count) => ref MemoryMarshal.GetReference(numbers[..count]);
}
