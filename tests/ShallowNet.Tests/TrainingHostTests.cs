namespace ShallowNet.Tests;

/// <summary>
/// What a host offers reaches trainings that know nothing of it. The offers are the process's own, so other tests may be heard too.
/// </summary>
public sealed class TrainingHostTests : IDisposable
{
    private readonly Dataset _moons = Datasets.Moons(60);
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _said = new();
    private readonly (TimeSpan Sweep, TimeSpan GradientCheck) _silence = (Sweep.Silence, GradientCheck.Silence);

    public TrainingHostTests() => TrainingHost.Say = _said.Enqueue;

    public void Dispose()
    {
        (TrainingHost.Say, TrainingHost.Stop) = (null, null);
        (Sweep.Silence, GradientCheck.Silence) = _silence;
    }

    [Fact]
    public void TrainAndSweep_HostStops_EndAndLeaveTheNetworkAsItWas()
    {
        var here = new AsyncLocal<CancellationToken>();
        TrainingHost.Stop = () => here.Value;
        var (net, trainer) = (new Network(2, 4), new Trainer { Epochs = int.MaxValue - 1, RecordEvery = 1_000_000 });
        var before = net.W1.Clone();

        Assert.ThrowsAny<OperationCanceledException>(() => SoonStopped(() => trainer.Train(net, _moons)));
        Assert.ThrowsAny<OperationCanceledException>(() => SoonStopped(() =>
            Sweep.Run([4], [1, 2, 3], (units, seed) => trainer.Train(new Network(2, units, seed: seed), _moons))));

        Assert.Equal(before, net.W1);

        void SoonStopped(Action run)
        {
            using var pressed = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            here.Value = pressed.Token;
            run();
        }
    }

    [Fact]
    public void Train_LongerThanTheSilence_SaysEpochCostAndTimeLeft()
    {
        new Trainer { Epochs = 3456, Silence = TimeSpan.Zero }.Train(new Network(2, 4), _moons);
        Assert.Matches(@"^epoch [\d,]+ of 3,456, cost 0\.\d+, \d+ s so far, about \d+ (s|min|h) left$",
            _said.First(text => text.Contains("3,456", StringComparison.Ordinal)));
    }

    [Fact]
    public void LongRun_WithinTheSilence_IsNotDue() => Assert.False(new LongRun(TimeSpan.FromMinutes(1)).IsDue);

    [Fact]
    public void Train_InASweep_SaysNothing()
    {
        Sweep.Run([1, 2], (seed, token) =>
            new Trainer { Epochs = 3457, Silence = TimeSpan.Zero }.Train(new Network(2, 4, seed: seed), _moons, cancellation: token));
        Assert.DoesNotContain(_said, text => text.Contains("3,457", StringComparison.Ordinal));
    }

    [Fact]
    public void Sweep_LongerThanTheSilence_SaysHowManyRunsAreDone()
    {
        Sweep.Silence = TimeSpan.Zero;
        Sweep.Run(Enumerable.Range(0, 987).ToArray(), (i, _) => i);
        Assert.Matches(
            @"^\d+ of 987 runs, \d+ (s|min|h) so far, about \d+ (s|min|h) left$",
            _said.First(text => text.Contains("of 987", StringComparison.Ordinal)));
    }

    [Fact]
    public void GradientCheck_LongerThanTheSilence_SaysHowFarItIsAndWhatCostsLess()
    {
        GradientCheck.Silence = TimeSpan.Zero;
        GradientCheck.Run(new Network(2, 4), _moons.X, _moons.Y);
        Assert.Contains(_said, text =>
            text.StartsWith("gradient check: 1 of 17 parameters over 60 examples (fewer check as well: data.Subset), ",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, 0.5, "3 s so far, about 3 s left")]
    [InlineData(89, 0.5, "89 s so far, about 89 s left")]
    [InlineData(90, 0.5, "2 min so far, about 2 min left")]
    [InlineData(5400, 0.5, "1.5 h so far, about 1.5 h left")]
    [InlineData(600, 0.25, "10 min so far, about 30 min left")]
    [InlineData(7200, 0.4, "2 h so far, about 3 h left")]
    public void Duration_OfALongRun_IsRoundedToWhatOneReads(double seconds, double share, string said) =>
        Expect.End(LongRun.Text("x", TimeSpan.FromSeconds(seconds), share), said);
}
