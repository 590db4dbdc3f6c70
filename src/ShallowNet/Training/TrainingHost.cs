namespace ShallowNet;

/// <summary>What a program that runs other people's code, such as a notebook, offers every training and sweep in it without their asking: a
/// way to stop them, and a place to say how far the long ones are. By default neither is there. Set both once, before the first
/// training.</summary>
public static class TrainingHost
{
    /// <summary>The token that stops what the calling thread runs; asked at the start of each training and sweep.</summary>
    public static Func<CancellationToken>? Stop { get; set; }

    /// <summary>Told how far a training is once it has run for 2 s, then after 4 s, 8 s, 16 s …; a sweep is told of from 8 s on, the
    /// trainings in it are not. Called on a thread that computes.</summary>
    public static Action<string>? Say { get; set; }

    internal static CancellationTokenSource Link(CancellationToken cancellation) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellation, Stop?.Invoke() ?? default);
}
