using System.Runtime.CompilerServices;

namespace ShallowNet;

/// <summary>The kernels that go through the examples element by element.</summary>
internal static partial class Kernels<V>
    where V : struct, ILanes<V>
{
    /// <summary>dZ2 = 1/m (sigmoid Z2 - Y); returns J = 1/m (Σ max(z, 0) - z y + log Π (1 + e^-|z|))</summary>
    [MethodImpl(Jit.Hot)]
    public static double CrossEntropy(ReadOnlySpan<double> Z2, ReadOnlySpan<double> Y, ReadOnlySpan<double> shares, Span<double> dZ2)
    {
        // As few factors, each at most 2, as a product can take before it overflows.
        const int Most = 512;
        ref var z2 = ref First(Z2, Z2.Length);
        ref var y2 = ref First(Y, Z2.Length);
        ref var errors = ref First(dZ2, Z2.Length);
        ref var share = ref First(shares, shares.Length);
        var (cost, logs) = (V.All(0), 0.0);
        var c = ExpConstants.Minus;
        for (var row = 0; row < Z2.Length; row += shares.Length)
        {
            for (var start = 0; start < shares.Length; start += Most)
            {
                // The product is 1 + odds: so the small odds of a network that is nearly sure are not lost beside 1.
                var odds = V.All(0);
                for (var j = start; j < Math.Min(start + Most, shares.Length); j += V.Count)
                {
                    V z = V.Load(ref z2, row + j), y = V.Load(ref y2, row + j), s = V.Load(ref share, j);
                    var a = VectorMath<V>.Sigmoid(z, c, out var u);
                    V.Store((a - y) * s, ref errors, row + j);
                    cost = V.MultiplyAdd(V.IfGreater(V.All(0), z, V.All(0), z) - z * y, s, cost);
                    odds = V.MultiplyAdd(V.IfGreater(s, V.All(0), u, V.All(0)), V.All(1) + odds, odds);
                }
                logs += LogOfOnePlus(odds);
            }
        }
        return V.Sum(cost) + logs * share;
    }

    /// <summary>A1 := W2ᵀ dZ2 ⊙ g'(Z1), where f(a, e) is the slope at a times e</summary>
    [MethodImpl(Jit.Hot)]
    public static void HiddenErrors<F>(ReadOnlySpan<double> W2, ReadOnlySpan<double> dZ2, Span<double> A1, int width, F f)
        where F : struct, ILaneFunction
    {
        var (units, outputs) = (A1.Length / width, dZ2.Length / width);
        ref var w = ref First(W2, outputs * units);
        ref var errors = ref First(dZ2, outputs * width);
        ref var a = ref First(A1, units * width);
        for (var i = 0; i < units; i++)
        {
            for (var j = 0; j < width; j += 2 * V.Count)
            {
                var w0 = V.All(Unsafe.Add(ref w, i));
                V s0 = w0 * V.Load(ref errors, j), s1 = w0 * V.Load(ref errors, j + V.Count);
                for (var o = 1; o < outputs; o++)
                {
                    w0 = V.All(Unsafe.Add(ref w, o * units + i));
                    s0 = V.MultiplyAdd(w0, V.Load(ref errors, o * width + j), s0);
                    s1 = V.MultiplyAdd(w0, V.Load(ref errors, o * width + j + V.Count), s1);
                }
                var place = i * width + j;
                Store(f.Of(V.Load(ref a, place), s0), f.Of(V.Load(ref a, place + V.Count), s1), ref a, place);
            }
        }
    }

    /// <summary>dW2 += dZ2 A1ᵀ of one output, then A1 := dZ1 = W2ᵀ dZ2 ⊙ g'(Z1) and db1 += Σ dZ1, where f(a, e) is the slope at a times e</summary>
    [MethodImpl(Jit.Hot)]
    public static void Backward<F>(ReadOnlySpan<double> W2, ReadOnlySpan<double> dZ2, Span<double> A1, Span<double> dW2, Span<double> db1, F f)
        where F : struct, ILaneFunction
    {
        var width = dZ2.Length;
        ref var errors = ref First(dZ2, width);
        ref var a1 = ref First(A1, W2.Length * width);
        for (var i = 0; i < W2.Length; i++)
        {
            V w2 = V.All(W2[i]), products = V.All(0), sums = products;
            ref var row = ref Unsafe.Add(ref a1, i * width);
            for (var j = 0; j < width; j += V.Count)
            {
                V a = V.Load(ref row, j), e = V.Load(ref errors, j);
                products = V.MultiplyAdd(e, a, products);
                var d = f.Of(a, w2 * e);
                V.Store(d, ref row, j);
                sums += d;
            }
            dW2[i] += V.Sum(products);
            db1[i] += V.Sum(sums);
        }
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
            V.Store(f.Of(V.Load(ref from, i), V.Load(ref to, i)), ref to, i);
        }
        if (i < x.Length)
        {
            MapFew(x[i..], y[i..], f);
        }
    }

    /// <summary>y := f(x, y) for fewer numbers than there are lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MapFew<F>(ReadOnlySpan<double> x, Span<double> y, F f)
        where F : struct, ILaneFunction
    {
        Span<double> fullX = stackalloc double[V.Count], fullY = stackalloc double[V.Count];
        x.CopyTo(fullX);
        y[..x.Length].CopyTo(fullY);
        V.Store(f.Of(V.Load(ref fullX[0], 0), V.Load(ref fullY[0], 0)), ref fullY[0], 0);
        fullY[..x.Length].CopyTo(y);
    }

    /// <summary>The logarithm of the product of 1 + odds over the lanes.</summary>
    private static double LogOfOnePlus(V lanes)
    {
        Span<double> odds = stackalloc double[V.Count];
        V.Store(lanes, ref odds[0], 0);
        for (var half = V.Count / 2; half > 0; half /= 2)
        {
            for (var i = 0; i < half; i++)
            {
                odds[i] += odds[half + i] * (1 + odds[i]);
            }
        }
        var all = odds[0];
        // Kahan's way to log(1 + x): what 1 + x loses in rounding cancels.
        var sum = 1 + all;
        return sum == 1 ? all : Math.Log(sum) * (all / (sum - 1));
    }
}
