namespace ShallowNet;

/// <summary>Says how far something is, after the first silence and then each time that twice as long has passed.</summary>
internal sealed class LongRun(TimeSpan silence)
{
    private readonly long _start = Environment.TickCount64;
    private long _next = (long)silence.TotalMilliseconds;

    /// <summary>Whether it is time to say something; costs some nanoseconds.</summary>
    public bool IsDue => TrainingHost.Say is not null && Environment.TickCount64 - _start >= _next;

    /// <summary>Says it, with the time that is left if the rest goes on at the same pace; the share that is done is above 0.</summary>
    public void Say(string what, double share)
    {
        var passed = Environment.TickCount64 - _start;
        _next = Math.Max(2 * _next, passed);
        TrainingHost.Say?.Invoke(Text(what, TimeSpan.FromMilliseconds(passed), share));
    }

    internal static string Text(string what, TimeSpan passed, double share) =>
        $"{what}, {Duration(passed)} so far, about {Duration(passed * ((1 - share) / share))} left";

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => Invariant($"{time.TotalSeconds:0} s"),
        { TotalMinutes: < 90 } => Invariant($"{time.TotalMinutes:0} min"),
        _ => Invariant($"{time.TotalHours:#,0.#} h"),
    };
}
