using System.Diagnostics;

namespace ShallowNet;

/// <summary>
/// Finds out by trying whether several threads are faster than one, now and then anew: it depends on the network, on the
/// machine, and on what else the machine does. The result of a pass is the same either way.
/// </summary>
internal sealed class Pace
{
    /// <summary>Passes tried each way, and passes until the next trial.</summary>
    private const int Trial = 8, Cycle = 1024;

    private long alone, together, started;
    private int pass;

    /// <summary>Whether the next pass is one for all threads.</summary>
    public bool Together => pass < Trial || (pass >= 2 * Trial && together <= alone);

    public void Start() => started = Stopwatch.GetTimestamp();

    public void Stop()
    {
        var time = Stopwatch.GetTimestamp() - started;
        if (pass < Trial)
        {
            together += time;
        }
        else if (pass < 2 * Trial)
        {
            alone += time;
        }
        if (++pass == Cycle)
        {
            (pass, alone, together) = (0, 0, 0);
        }
    }
}
