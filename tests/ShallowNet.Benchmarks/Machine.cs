using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace ShallowNet.Benchmarks;

/// <summary>What the machine can do at best: the bound that the trainer is measured against.</summary>
internal static class Machine
{
    public static string Name { get; } = File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
        : "unknown processor";

    public static int Lanes => Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : 2;

    /// <summary>Multiply-adds per nanosecond of one core that does nothing else, out of registers.</summary>
    public static double PeakOfOneCore() => 1 / Best(() => Peak<Lanes512>(), () => Peak<Lanes256>(), () => Peak<Lanes128>());

    /// <summary>Nanoseconds per element of a function over 1024 numbers, which stay in the first-level cache.</summary>
    public static double Elementwise(Action<Storage, Storage> function)
    {
        Storage z = new(1024, lasting: true), a = new(1024, lasting: true);
        for (var i = 0; i < z.Length; i++)
        {
            z.Span[i] = (i - 512) / 128.0;
        }
        return Fastest(() => function(z, a), 100, 300) * 1e3 / z.Length;
    }

    /// <summary>The least of several means, in microseconds: what the machine does when nothing disturbs it.</summary>
    public static double Fastest(Action action, int repetitions, int samples)
    {
        var best = double.PositiveInfinity;
        for (var sample = 0; sample < samples; sample++)
        {
            var clock = Stopwatch.GetTimestamp();
            for (var i = 0; i < repetitions; i++)
            {
                action();
            }
            best = Math.Min(best, Stopwatch.GetElapsedTime(clock).TotalMicroseconds / repetitions);
        }
        return best;
    }

    private static double Best(Func<double> wide, Func<double> middle, Func<double> narrow) =>
        Lanes == 8 ? wide() : Lanes == 4 ? middle() : narrow();

    private static double Peak<V>()
        where V : struct, ILanes<V>
    {
        const int Rounds = 10_000;
        return Fastest(() => Chains<V>(Rounds), 1, 300) * 1e3 / (Rounds * 12.0 * V.Count);
    }

    /// <summary>Twelve chains of multiply-adds that do not wait for each other.</summary>
    [System.Runtime.CompilerServices.MethodImpl(Jit.Hot)]
    private static double Chains<V>(int rounds)
        where V : struct, ILanes<V>
    {
        V x = V.All(0.999), y = V.All(1e-3);
        V a = y, b = x, c = y, d = x, e = y, f = x, g = y, h = x, i = y, j = x, k = y, l = x;
        for (var round = 0; round < rounds; round++)
        {
            a = V.MultiplyAdd(a, x, y);
            b = V.MultiplyAdd(b, x, y);
            c = V.MultiplyAdd(c, x, y);
            d = V.MultiplyAdd(d, x, y);
            e = V.MultiplyAdd(e, x, y);
            f = V.MultiplyAdd(f, x, y);
            g = V.MultiplyAdd(g, x, y);
            h = V.MultiplyAdd(h, x, y);
            i = V.MultiplyAdd(i, x, y);
            j = V.MultiplyAdd(j, x, y);
            k = V.MultiplyAdd(k, x, y);
            l = V.MultiplyAdd(l, x, y);
        }
        return V.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
