using static System.Runtime.Intrinsics.Vector512;

namespace ShallowNet;

/// <content>What is done to each number, and the sums over the examples.</content>
internal static partial class Kernels
{
    /// <summary>A2 = sigmoid Z2; returns J = 1/m Σ softplus(z) - z y, or -[y log a + (1 - y) log(1 - a)] without a log of 0.</summary>
    /// <remarks>Computed as 1/m (Σ max(z, 0) - z y + log Π (1 + e^-|z|)).</remarks>
    [MethodImpl(Jit.Hot)]
    public static double CrossEntropy(PaddedRows Z2, PaddedRows Y, PaddedRows weights, PaddedRows A2)
    {
        // As few factors, each at most 2, as a product can take before it overflows.
        const int max = 512;
        var width = Z2.Width;
        ref var z2 = ref First(Z2.Values, Z2.Count * width);
        ref var y2 = ref First(Y.Values, Z2.Count * width);
        ref var a2 = ref First(A2.Values, Z2.Count * width);
        ref var weight = ref First(weights.Values, width);
        var (cost, logs) = (Vector512<double>.Zero, 0.0);
        for (var row = 0; row < Z2.Count * width; row += width)
        {
            for (var start = 0; start < width; start += max)
            {
                // The product is 1 + odds: so the small odds of a network that is nearly sure are not lost beside 1.
                var odds = Vector512<double>.Zero;
                for (var j = start; j < Math.Min(start + max, width); j += N)
                {
                    Vector512<double> z = LoadUnsafe(ref z2, (nuint)(row + j)), share = LoadUnsafe(ref weight, (nuint)j);
                    VectorMath.Sigmoid(z, out var u).StoreUnsafe(ref a2, (nuint)(row + j));
                    var loss = MaxNative(z, Vector512<double>.Zero) - z * LoadUnsafe(ref y2, (nuint)(row + j));
                    cost = MultiplyAddEstimate(loss, share, cost);
                    u = ConditionalSelect(GreaterThan(share, Vector512<double>.Zero), u, Vector512<double>.Zero);
                    odds = MultiplyAddEstimate(u, Create(1.0) + odds, odds);
                }
                logs += LogOfOnePlus(odds);
            }
        }
        return Total(cost) + logs * weight;
    }

    /// <summary>Returns J = 1/2m Σ (a - y)².</summary>
    public static double SquaredError(PaddedRows A2, PaddedRows Y, PaddedRows weights)
    {
        var cost = 0.0;
        for (var i = 0; i < A2.Values.Length; i++)
        {
            var (error, share) = (A2.Values[i] - Y.Values[i], weights.Values[i % weights.Width]);
            cost += share > 0 ? error * error * share / 2 : 0;
        }
        return cost;
    }

    /// <summary>dZ2 = 1/m (A2 - Y), and 0 in the padding.</summary>
    [MethodImpl(Jit.Hot)]
    public static void Errors(PaddedRows A2, PaddedRows Y, PaddedRows weights, PaddedRows dZ2)
    {
        var length = A2.Count * A2.Width;
        ref var a2 = ref First(A2.Values, length);
        ref var y2 = ref First(Y.Values, length);
        ref var errors = ref First(dZ2.Values, length);
        ref var weight = ref First(weights.Values, A2.Width);
        for (var row = 0; row < length; row += A2.Width)
        {
            for (var j = 0; j < A2.Width; j += N)
            {
                var error = LoadUnsafe(ref a2, (nuint)(row + j)) - LoadUnsafe(ref y2, (nuint)(row + j));
                (error * LoadUnsafe(ref weight, (nuint)j)).StoreUnsafe(ref errors, (nuint)(row + j));
            }
        }
    }

    /// <summary>db += Σ dZ over the examples, where dZ holds the factor 1/m.</summary>
    [MethodImpl(Jit.Hot)]
    public static void AddSums(PaddedRows dZ, Span<double> db)
    {
        var (rows, width) = (dZ.Count, dZ.Width);
        ref var first = ref First(dZ.Values, rows * width);
        for (var i = 0; i < rows; i += 4)
        {
            // At the end a row may stand for another that does not exist.
            ref var row0 = ref Unsafe.Add(ref first, i * width);
            ref var row1 = ref Unsafe.Add(ref first, Math.Min(i + 1, rows - 1) * width);
            ref var row2 = ref Unsafe.Add(ref first, Math.Min(i + 2, rows - 1) * width);
            ref var row3 = ref Unsafe.Add(ref first, Math.Min(i + 3, rows - 1) * width);
            Vector512<double> s00 = Vector512<double>.Zero, s10 = s00, s20 = s00, s30 = s00, s01 = s00, s11 = s00, s21 = s00, s31 = s00;
            for (nuint j = 0; j < (nuint)width; j += 2 * N)
            {
                s00 += LoadUnsafe(ref row0, j);
                s10 += LoadUnsafe(ref row1, j);
                s20 += LoadUnsafe(ref row2, j);
                s30 += LoadUnsafe(ref row3, j);
                s01 += LoadUnsafe(ref row0, j + N);
                s11 += LoadUnsafe(ref row1, j + N);
                s21 += LoadUnsafe(ref row2, j + N);
                s31 += LoadUnsafe(ref row3, j + N);
            }
            ReadOnlySpan<double> sums = [Total(s00 + s01), Total(s10 + s11), Total(s20 + s21), Total(s30 + s31)];
            for (var row = i; row < Math.Min(i + 4, rows); row++)
                db[row] += sums[row - i];
        }
    }

    /// <summary>W := W - α dW</summary>
    [MethodImpl(Jit.Hot)]
    public static void Update(Span<double> W, ReadOnlySpan<double> dW, double learningRate)
    {
        ref var w = ref First(W, W.Length);
        ref var d = ref First(dW, W.Length);
        var (rate, i) = (Create(learningRate), 0);
        for (; i + N <= W.Length; i += N)
            (LoadUnsafe(ref w, (nuint)i) - rate * LoadUnsafe(ref d, (nuint)i)).StoreUnsafe(ref w, (nuint)i);
        for (; i < W.Length; i++)
            W[i] -= learningRate * dW[i];
    }

    /// <summary>y := f(x, y), element by element.</summary>
    [MethodImpl(Jit.Hot)]
    public static void Map<F>(ReadOnlySpan<double> x, Span<double> y, F f = default)
        where F : struct, IBinaryOperator
    {
        ref var from = ref First(x, x.Length);
        ref var to = ref First(y, x.Length);
        var i = 0;
        for (; Wide && i + 2 * N <= x.Length; i += 2 * N)
        {
            var first = f.Invoke(LoadUnsafe(ref from, (nuint)i), LoadUnsafe(ref to, (nuint)i));
            var second = f.Invoke(LoadUnsafe(ref from, (nuint)(i + N)), LoadUnsafe(ref to, (nuint)(i + N)));
            first.StoreUnsafe(ref to, (nuint)i);
            second.StoreUnsafe(ref to, (nuint)(i + N));
        }
        for (; i + N <= x.Length; i += N)
            f.Invoke(LoadUnsafe(ref from, (nuint)i), LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        if (i < x.Length)
            MapFew(x[i..], y[i..x.Length], f);
    }

    /// <summary>y := f(x, y) for fewer numbers than a vector holds.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MapFew<F>(ReadOnlySpan<double> x, Span<double> y, F f)
        where F : struct, IBinaryOperator
    {
        Span<double> fullX = stackalloc double[N], fullY = stackalloc double[N];
        x.CopyTo(fullX);
        y.CopyTo(fullY);
        f.Invoke(Create<double>(fullX), Create<double>(fullY)).CopyTo(fullY);
        fullY[..y.Length].CopyTo(y);
    }

    /// <summary>The logarithm of the product of 1 + odds over the lanes.</summary>
    private static double LogOfOnePlus(Vector512<double> lanes)
    {
        var all = 0.0;
        for (var i = 0; i < N; i++)
            all += lanes[i] * (1 + all);
        // Kahan's way to log(1 + x): what 1 + x loses in rounding cancels.
        var sum = 1 + all;
        return sum == 1 ? all : Math.Log(sum) * (all / (sum - 1));
    }
}
