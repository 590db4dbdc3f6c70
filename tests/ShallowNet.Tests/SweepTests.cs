namespace ShallowNet.Tests;

public sealed class SweepTests
{
    private readonly Dataset _moons = Datasets.Moons(60);

    [Theory, InlineData(1, 0, "use at least one seed"), InlineData(0, 1, "settings is empty, so there is nothing to run")]
    public void Run_NoSettingOrNoSeed_SaysToGiveOne(int settings, int seeds, string says) => Expect.In(Assert.Throws<ArgumentException>(
        () => Sweep.Run(new double[settings], new int[seeds], (rate, seed) => rate)).Message, says);

    [Fact]
    public void Run_SettingsAndSeeds_EqualsOneByOneInOrder()
    {
        double[] rates = [0.1, 1, 3];
        int[] seeds = [1, 2, 3, 4];
        double Cost(double rate, int seed) => new Trainer { LearningRate = rate, Epochs = 50 }.Train(new Network(2, 3, seed: seed), _moons)
            .FinalCost;
        var results = Sweep.Run(rates, seeds, Cost);
        Assert.Equal(rates.Select(rate => seeds.Select(seed => Cost(rate, seed)).ToArray()).ToArray(), results);
    }

    [Fact]
    public void Run_Progress_CountsToTheEnd()
    {
        var told = new System.Collections.Concurrent.ConcurrentBag<int>();
        Sweep.Run(Enumerable.Range(0, 10).ToArray(), (i, _) => i, new Told(told));
        Assert.Equal(Enumerable.Range(1, 10), told.Order());
    }

    [Fact]
    public void Run_OneThrows_ThrowsThatException() =>
        Assert.Throws<DivideByZeroException>(() => Sweep.Run([1, 0, 2], (i, _) => 10 / i));

    [Fact]
    public void Run_Canceled_Throws()
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Sweep.Run(
            Enumerable.Range(0, 100).ToArray(),
            (i, token) =>
            {
                source.Cancel();
                token.ThrowIfCancellationRequested();
                return i;
            },
            cancellation: source.Token));
    }

    [Fact]
    public void Run_CanceledButTheRunsDoNotAsk_StartsNoFurtherRun()
    {
        using var source = new CancellationTokenSource();
        var started = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Sweep.Run(Enumerable.Range(0, 10_000).ToArray(), (_, _) =>
        {
            source.Cancel();
            return Interlocked.Increment(ref started);
        }, cancellation: source.Token));
        Assert.InRange(started, 1, 1000);
    }

    [Fact]
    public void Run_SweepInsideASweep_KnowsThatTheCoresAreBusy()
    {
        var busy = Sweep.Run([1, 2, 3], (_, token) =>
        {
            var inner = Sweep.Run([1, 2], (_, _) => Sweep.IsRunning, cancellation: token);
            return Sweep.IsRunning && inner.All(running => running);
        });
        Assert.All(busy, Assert.True);
        Assert.False(Sweep.IsRunning);
    }

    [Fact]
    public void Run_WithoutToken_GivesTheSame() =>
        Assert.Equal(Sweep.Run([1, 2, 3], (x, _) => x * x), Sweep.Run([1, 2, 3], x => x * x));

    [Fact]
    public void Run_OneNetworkInAllRuns_IsRefused()
    {
        var net = new Network(2, 3);
        using var meet = new Barrier(2);
        var thrown = Assert.Throws<InvalidOperationException>(() =>
        {
            var other = new Thread(() => new Trainer { Epochs = 1 }.Train(net, _moons, _ =>
            {
                meet.SignalAndWait();
                meet.SignalAndWait();
            }));
            other.Start();
            meet.SignalAndWait();
            try
            {
                Sweep.Run([1, 2], _ => new Trainer().Train(net, _moons).FinalCost);
            }
            finally
            {
                meet.RemoveParticipant();
                other.Join();
            }
        });
        Assert.Equal("This 2-3-1 network is being trained already: make a network in each run, or train a Clone().", thrown.Message);

        // When the training has ended, the network can be trained again.
        new Trainer { Epochs = 1 }.Train(net, _moons);
    }

    [Fact]
    public void Run_Nothing_GivesNothing() => Assert.Empty(Sweep.Run(Array.Empty<int>(), (i, _) => i));

    private sealed class Told(System.Collections.Concurrent.ConcurrentBag<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
