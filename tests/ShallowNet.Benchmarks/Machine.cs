using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ShallowNet.Benchmarks;

/// <summary>What the machine can do at best: the bound that the trainer is measured against.</summary>
internal static class Machine
{
    public static string Name { get; } = File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
        : "unknown processor";

    private const int Rounds = 10_000;

    public static int Lanes => Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : 2;

    /// <summary>Multiply-adds per nanosecond of one core that does nothing else, out of registers.</summary>
    public static double PeakOfOneCore() => (double)(Rounds * 12) * Vector512<double>.Count / (Fastest(() => Chains(), 1, 300) * 1e3);

    /// <summary>Nanoseconds per element of an activation over 1024 numbers, which stay in the first-level cache.</summary>
    public static double Elementwise(Activation g)
    {
        PaddedRows z = new(1, 1024, aligned: true), a = new(1, 1024, aligned: true);
        for (var i = 0; i < z.Width; i++)
            z.Values[i] = (i - 512) / 128.0;
        return Fastest(() => g.Value(z.Values, a.Values), 100, 300) * 1e3 / z.Width;
    }

    /// <summary>An epoch of the trainer.</summary>
    public static double Epoch(this Workspace work)
    {
        var cost = work.Pass();
        work.Update(0.1);
        return cost;
    }

    /// <summary>The least of several means, in microseconds: what the machine does when nothing disturbs it.</summary>
    public static double Fastest(Action action, int repetitions, int samples)
    {
        var best = double.PositiveInfinity;
        for (var sample = 0; sample < samples; sample++)
        {
            var clock = Stopwatch.GetTimestamp();
            for (var i = 0; i < repetitions; i++)
                action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(clock).TotalMicroseconds / repetitions);
        }
        return best;
    }

    /// <summary>Twelve chains of multiply-adds that do not wait for each other.</summary>
    [MethodImpl(Jit.Hot)]
    private static double Chains()
    {
        Vector512<double> x = Vector512.Create(0.999), y = Vector512.Create(1e-3);
        Vector512<double> a = y, b = x, c = y, d = x, e = y, f = x, g = y, h = x, i = y, j = x, k = y, l = x;
        for (var round = 0; round < Rounds; round++)
        {
            a = Vector512.MultiplyAddEstimate(a, x, y);
            b = Vector512.MultiplyAddEstimate(b, x, y);
            c = Vector512.MultiplyAddEstimate(c, x, y);
            d = Vector512.MultiplyAddEstimate(d, x, y);
            e = Vector512.MultiplyAddEstimate(e, x, y);
            f = Vector512.MultiplyAddEstimate(f, x, y);
            g = Vector512.MultiplyAddEstimate(g, x, y);
            h = Vector512.MultiplyAddEstimate(h, x, y);
            i = Vector512.MultiplyAddEstimate(i, x, y);
            j = Vector512.MultiplyAddEstimate(j, x, y);
            k = Vector512.MultiplyAddEstimate(k, x, y);
            l = Vector512.MultiplyAddEstimate(l, x, y);
        }
        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
