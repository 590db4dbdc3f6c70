namespace ShallowNet;

/// <summary>Runs independent experiments over the cores. The results stand in the order of the inputs and are the same as one by one, as
/// long as the runs share nothing that they change: make the network inside the run.</summary>
public static class Sweep
{
    internal static TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether the calling thread is one of those that run a sweep: the cores are busy then.</summary>
    [field: ThreadStatic]
    internal static bool IsRunning { get; private set; }

    /// <summary>Runs every setting.</summary>
    /// <inheritdoc cref="Run{T, TResult}(IReadOnlyList{T}, Func{T, CancellationToken, TResult}, IProgress{int}?, CancellationToken)"/>
    public static TResult[] Run<T, TResult>(
        IReadOnlyList<T> settings, Func<T, TResult> run, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Run(settings, (setting, _) => run(setting), progress, cancellation);
    }

    /// <summary>Runs every setting.</summary>
    /// <typeparam name="T">A setting.</typeparam>
    /// <typeparam name="TResult">What an experiment finds.</typeparam>
    /// <param name="settings">What varies.</param>
    /// <param name="run">One experiment; called from several threads at once, so it makes the network that it trains.</param>
    /// <param name="progress">Told how many experiments are done, from several threads.</param>
    /// <param name="cancellation">Handed to every run.</param>
    /// <returns>A result per setting, in their order.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <remarks>What an experiment throws ends the sweep and is thrown as it is.</remarks>
    public static TResult[] Run<T, TResult>(
        IReadOnlyList<T> settings, Func<T, CancellationToken, TResult> run, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(run);
        var results = new TResult[settings.Count];
        var done = 0;
        var longRun = new LongRun(Silence);
        using var stop = TrainingHost.Link(cancellation);
        var options = new ParallelOptions { CancellationToken = stop.Token, MaxDegreeOfParallelism = Environment.ProcessorCount };
        ParallelLoop.Run(settings.Count, options, i =>
        {
            var outer = IsRunning;
            IsRunning = true;
            try
            {
                results[i] = run(settings[i], stop.Token);
            }
            finally
            {
                IsRunning = outer;
            }
            var finished = Interlocked.Increment(ref done);
            progress?.Report(finished);
            lock (longRun)
            {
                if (longRun.IsDue && !IsRunning)
                    longRun.Say(Invariant($"{finished} of {settings.Count} runs"), (double)finished / settings.Count);
            }
        });
        return results;
    }

    /// <summary>Runs every setting with every seed; the result of setting i with seed k is at [i][k].</summary>
    /// <inheritdoc cref="Run{T, TResult}(IReadOnlyList{T}, Func{T, CancellationToken, TResult}, IProgress{int}?, CancellationToken)"/>
    /// <exception cref="ArgumentException">There is no setting or no seed.</exception>
    public static TResult[][] Run<T, TResult>(
        IReadOnlyList<T> settings, IReadOnlyList<int> seeds, Func<T, int, TResult> run, IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(run);
        Guard.Argument(settings.Count > 0, nameof(settings), $"settings is empty, so there is nothing to run: give at least one.");
        Guard.Argument(seeds.Count > 0, nameof(seeds), $"seeds is empty, so there are no runs: use at least one seed.");
        var pairs = settings.SelectMany(setting => seeds.Select(seed => (setting, seed))).ToArray();
        var results = Run(pairs, (pair, _) => run(pair.setting, pair.seed), progress, cancellation);
        return [.. Enumerable.Range(0, settings.Count).Select(i => results[(i * seeds.Count)..((i + 1) * seeds.Count)])];
    }
}
