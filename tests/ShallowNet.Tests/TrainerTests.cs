namespace ShallowNet.Tests;

public sealed class TrainerTests
{
    private readonly Dataset _moons = Datasets.Moons(60);

    [Theory]
    [InlineData(5, 1, new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(7, 3, new[] { 0, 3, 6, 7 })]
    [InlineData(6, 3, new[] { 0, 3, 6 })]
    [InlineData(0, 1, new[] { 0 })]
    [InlineData(4, 100, new[] { 0, 4 })]
    public void Train_RecordEvery_KeepsEveryKthAndTheLast(int epochs, int every, int[] expected)
    {
        var history = new Trainer { Epochs = epochs, RecordEvery = every }.Train(new Network(2, 3), _moons);
        Assert.Equal(expected, history.Epochs);
        Assert.Equal(expected.Length, history.Costs.Count);
        Assert.Equal(epochs, history.LastEpoch);
        Assert.Equal(StopReason.AllEpochs, history.StopReason);
    }

    [Fact]
    public void Train_SettingOutOfRange_IsNamed() => Assert.All<(Trainer Trainer, string Says)>(
        [
            (new() { LearningRate = double.PositiveInfinity }, "LearningRate is Infinity, expected a finite number above 0"),
            (new() { SnapshotEvery = -1 }, "SnapshotEvery is -1, expected 0 or more."),
            (new() { Patience = 0 }, "Patience is 0, expected 1 or more."),
            (new() { Threads = 0 }, "Threads is 0, expected 1 or more."),
            (new() { MinImprovement = -0.1 }, "MinImprovement is -0.1, expected 0 or more."),
            (new() { StopBelow = double.NaN }, "StopBelow is NaN, expected a number."),
        ],
        row => Expect.Start(Assert.Throws<ArgumentOutOfRangeException>(() => row.Trainer.Train(new Network(2, 3), _moons)).Message,
            row.Says));

    [Theory]
    [InlineData(0, 1, "all inputs are 0, so the examples are all the same: look at where X comes from; the cost hardly moved: ")]
    [InlineData(0.0009, 1, "the largest input is 0.0009: standardize them first")]
    [InlineData(0.001, 1, "the cost hardly moved: take more epochs, a larger learning rate, or another Initializer")]
    [InlineData(100, 1, null)]
    [InlineData(101, 1, "the inputs reach 101: standardize them first")]
    [InlineData(1, 0, null)]
    public void Advice_SizeOfTheInputs_IsSaidWhereItHurts(double largest, int epochs, string? says)
    {
        var X = Matrix<double>.Build.Dense(2, 60, (i, j) => _moons.Labels[j] == 0 ? largest : -largest);
        var history = new Trainer { Epochs = epochs, LearningRate = 0.5 }.Train(new Network(2, 3, initializer: Initializer.Xavier),
            X, _moons.Y);
        if (says is null)
            Assert.Null(history.Advice);
        else
            Expect.Start(history.Advice, says);
    }

    [Theory]
    [InlineData(0.0, 100.0), InlineData(0.5, 100.0), InlineData(0.0, 0.1)]
    public void Advice_AllUnitsEqual_IsTheCauseFirst(double weight, double rate)
    {
        var data = Datasets.Moons(60).OneAgainstRest(0);
        var history = new Trainer { LearningRate = rate, Epochs = 3 }.Train(new Network(2, 3, initializer: Initializer.Constant(weight)),
            data);
        Expect.Start(history.Advice, "all hidden units are equal and stay so: start from random weights");
    }

    [Theory]
    [InlineData(1.0, 0, 0), InlineData(0, 1.0, 0), InlineData(0, 0, 1.0)]
    public void Advice_OneUnitUnlikeTheOthers_IsNotThatAllAreEqual(double inW1, double inb1, double inW2)
    {
        var net = new Network(2, 3, initializer: Initializer.Constant(0.5));
        net.Parameters = new(
            net.W1.MapIndexed((i, _, w) => i == 2 ? w + inW1 : w), Vector<double>.Build.Dense(3, i => i == 2 ? inb1 : 0),
            net.W2.MapIndexed((_, i, w) => i == 2 ? w + inW2 : w), net.b2);
        Assert.DoesNotContain("equal", $"{new Trainer { LearningRate = 1e-300, Epochs = 1 }.Train(net, _moons).Advice}");
    }

    [Fact]
    public void Advice_OneHiddenUnit_IsNotThatAllAreEqual() =>
        Assert.DoesNotContain("equal", $"{new Trainer { Epochs = 1 }.Train(new Network(2, 1), _moons).Advice}");

    [Theory]
    [InlineData(1e-3, 1e-11, true), InlineData(1e-3, 1e-13, false), InlineData(1e3, 1e-11, true), InlineData(1e3, 1e-13, false)]
    public void Advice_CostThatRose_IsJudgedBesideItsSize(double first, double share, bool rose)
    {
        var advice = TrainingAdvice.For(new Network(2, 3), _moons.X, 0, first, first * (1 + share), 1);
        Assert.StartsWith(rose ? "the cost rose" : "the cost hardly moved", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_CostThatRoseByRoundingOnly_IsNotThatItRose()
    {
        var net = new Network(2, 3, initializer: Initializer.Zeros, output: Activation.Sigmoid);
        var history = new Trainer { LearningRate = 1, Epochs = 200 }.Train(net, Datasets.Moons(60));
        Assert.Equal("all hidden units are equal and stay so: start from random weights, such as Initializer.Gaussian()", history.Advice);
    }

    [Fact]
    public void Train_FirstAndLastCost_AreThoseOfTheNetwork()
    {
        var net = new Network(2, 3);
        var start = net.Cost(_moons.X, _moons.Y);
        var history = new Trainer { Epochs = 50 }.Train(net, _moons);
        Assert.Equal(start, history.Costs[0], 1e-14);
        Assert.Equal(net.Cost(_moons.X, _moons.Y), history.FinalCost, 1e-14);
        Assert.Equal(50, net.EpochsTrained);
    }

    [Fact]
    public void Train_Snapshots_ReplayTheTraining()
    {
        var net = new Network(2, 3);
        var history = new Trainer { Epochs = 25, SnapshotEvery = 10 }.Train(net, _moons);
        Assert.Equal([0, 10, 20, 25], history.Snapshots.Select(s => s.Epoch));
        Assert.All(history.Snapshots, snapshot =>
        {
            var then = new Network(2, 3) { Parameters = snapshot.Parameters };
            Assert.Equal(snapshot.Cost, then.Cost(_moons.X, _moons.Y), 1e-14);
            Assert.Equal(history.CostAt(snapshot.Epoch), snapshot.Cost);
        });
        Assert.Equal(net.W1, history.Snapshots[^1].Parameters.W1);
    }

    [Fact]
    public void Train_StopBelow_StopsAtTheFirstCostBelow()
    {
        var all = new Trainer { Epochs = 500 }.Train(new Network(2, 3), _moons);
        var stopped = new Trainer { Epochs = 500, StopBelow = 0.5 }.Train(new Network(2, 3), _moons);
        Assert.Equal(StopReason.StopBelow, stopped.StopReason);
        Assert.Equal(all.FirstEpochBelow(0.5), stopped.LastEpoch);
    }

    [Fact]
    public void Train_CostThatIsStopBelow_IsNotBelowIt()
    {
        var net = new Network(2, 3, initializer: Initializer.Zeros);
        var history = new Trainer { Epochs = 5, StopBelow = net.Cost(_moons.X, _moons.Y) }.Train(net, _moons.WithX(_moons.X * 0));
        Assert.Equal((StopReason.AllEpochs, history.Costs[0]), (history.StopReason, net.Cost(_moons.X, _moons.Y)));
    }

    [Theory]
    [InlineData(0, 20, 0, StopReason.Patience, 20)]
    [InlineData(1, 1, 0, StopReason.AllEpochs, 50)]
    [InlineData(1, 3, 10, StopReason.Patience, 3)]
    public void Train_Patience_StopsWhenNothingImprovesEnough(
        double sizeOfX, int patience, double minImprovement, StopReason reason, int lastEpoch)
    {
        var trainer = new Trainer { LearningRate = 0.5, Epochs = 50, Patience = patience, MinImprovement = minImprovement };
        var history = trainer.Train(new Network(2, 3, initializer: Initializer.Gaussian(0.01 * sizeOfX)), _moons.WithX(_moons.X * sizeOfX));
        Assert.Equal((reason, lastEpoch), (history.StopReason, history.LastEpoch));
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 1e6, 999999.9 }, null, "1 epochs, cost 1.00e6 → 999999.9000")]
    [InlineData(new[] { 0, 1 }, new[] { 0.5, 0.6 }, "the cost rose", "1 epochs, cost 0.5000 → 0.6000; the cost rose")]
    [InlineData(new[] { 0, 10, 20 }, new[] { 0.7, 0.5, 0.3 }, null, "20 epochs, cost 0.7000 → 0.3000")]
    [InlineData(new int[0], new double[0], null, "no epochs recorded")]
    public void ToString_AnyHistory_IsShort(int[] epochs, double[] costs, string? advice, string expected) =>
        Assert.Equal(expected, new TrainingHistory(epochs, costs, [], StopReason.AllEpochs, advice).ToString());

    [Theory]
    [InlineData(2, 4, 1, 400, 1), InlineData(2, 50, 1, 400, 2), InlineData(30, 16, 1, 569, 2), InlineData(64, 64, 1, 1797, 8)]
    [InlineData(64, 64, 10, 1797, 8), InlineData(30, 128, 1, 50_000, 16), InlineData(1, 1, 20, 3_000, 4), InlineData(60, 60, 1, 380, 2)]
    [InlineData(2, 40, 10, 400, 2)]
    public void ShardCount_OfAProblem_IsThatOfEveryMachine(int nx, int nh, int ny, int m, int expected) =>
        Assert.Equal(expected, Workspace.ShardCount(new Network(nx, nh, ny), m));

    [Theory]
    [InlineData(2, 4, 1, 400, 400), InlineData(2, 4, 1, 1, 16), InlineData(2, 4, 1, 1025, 528), InlineData(30, 128, 1, 3125, 400)]
    [InlineData(64, 64, 10, 1797, 368), InlineData(50_000, 4, 1, 100, 16), InlineData(1, 1, 20, 3000, 1008)]
    public void BlockWidth_OfAShard_StaysInTheCacheAndLeavesNoSmallRest(int nx, int nh, int ny, int m, int expected) =>
        Assert.Equal(expected, Workspace.BlockWidth(new Network(nx, nh, ny), m));

    [Fact]
    public void Train_Canceled_ThrowsAndLeavesTheNetwork()
    {
        using var source = new CancellationTokenSource();
        var net = new Network(2, 3);
        var before = net.Parameters;
        Assert.Throws<OperationCanceledException>(() => new Trainer { Epochs = 1_000_000 }.Train(net, _moons, Cancel, source.Token));
        Assert.Throws<OperationCanceledException>(() => new Trainer().Train(net, _moons, cancellation: source.Token));
        Assert.Equal(before.W1, net.W1);

        void Cancel(TrainingProgress told)
        {
            if (told.Epoch == 10)
                source.Cancel();
        }
    }

    [Fact]
    public void Train_Diverging_NamesEpochAndCostAndLeavesTheNetwork()
    {
        var net = new Network(2, 3, hidden: Activation.Identity, output: Activation.Identity, cost: CostFunction.SquaredError,
            initializer: Initializer.He);
        var before = net.Parameters;
        var thrown = Assert.Throws<TrainingDivergedException>(() => new Trainer { LearningRate = 100, Epochs = 1000 }.Train(net, _moons));
        Assert.InRange(thrown.Epoch, 1, 999);
        Assert.False(double.IsFinite(thrown.Cost));
        Expect.In(thrown.Message, $"after {thrown.Epoch} epochs at learning rate 100: the steps are too long");
        Assert.Equal(before.W1, net.W1);
    }

    [Fact]
    public void Train_InfiniteCostAtTheStart_IsDivergedAtEpoch0()
    {
        var net = new Network(2, 3, hidden: Activation.Identity, output: Activation.Identity, cost: CostFunction.SquaredError,
            initializer: Initializer.Constant(1e200));
        var thrown = Assert.Throws<TrainingDivergedException>(() => new Trainer().Train(net, _moons.WithX(_moons.X.Map(Math.Abs))));
        Assert.Equal((0, double.PositiveInfinity), (thrown.Epoch, thrown.Cost));
        Assert.Equal("The cost is Infinity before the first step: the weights or the inputs are too large. "
            + "Start from smaller weights (Initializer), and standardize the inputs (Standardizer).", thrown.Message);
    }

    [Fact]
    public void Train_OwnActivationGivesNaNAtTheStart_NamesItAndTheZ()
    {
        var root = Activation.Custom("root", Math.Sqrt, z => 0.5 / Math.Sqrt(z));
        var thrown = Assert.Throws<TrainingDivergedException>(() => new Trainer().Train(new Network(2, 3, hidden: root), _moons));
        Assert.Equal(0, thrown.Epoch);
        Assert.Matches("^The cost is NaN before the first step: the activation root gives NaN at z = -0\\.", thrown.Message);
        Expect.NotIn(thrown.Message, "Start from smaller weights");
        var output = Assert.Throws<TrainingDivergedException>(
            () => new Trainer().Train(new Network(2, 3, output: root, cost: CostFunction.SquaredError), _moons));
        Expect.In(output.Message, "the activation root gives NaN at z = -");
    }

    [Fact]
    public void Train_OwnDerivativeIsNaN_NamesItAndTheZ()
    {
        var g = Activation.Custom("half", z => z / 2, z => z < 0 ? double.NaN : 0.5);
        var thrown = Assert.Throws<TrainingDivergedException>(() => new Trainer().Train(new Network(2, 3, hidden: g), _moons));
        Assert.Matches("^The cost is NaN after 1 epochs at learning rate 1: the derivative of half is NaN at z = -0\\.", thrown.Message);
    }

    [Fact]
    public void Train_OwnDerivativeIsWrong_PointsToTheGradientCheck()
    {
        var wrong = Activation.Custom("square", z => z * z, z => -20 * z);
        var net = new Network(2, 4, 1, wrong, Activation.Identity, CostFunction.SquaredError, Initializer.Gaussian(1));
        var history = new Trainer { Epochs = 1, LearningRate = 1e-4 }.Train(net.Clone(), _moons);
        var diverged = Assert.Throws<TrainingDivergedException>(() => new Trainer { LearningRate = 100 }.Train(net, _moons));
        Assert.True(history.FinalCost > history.Costs[0]);
        Expect.Start(history.Advice, "check the derivative of square with GradientCheck.Run; the cost rose");
        Expect.In(diverged.Message, "or the derivative of square is wrong: GradientCheck.Run tells");
    }

    [Fact]
    public void Train_BillionsOfEpochs_StopsEarlyWithoutRoomForAll()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var epochs in new[] { 1_000_000_000, int.MaxValue })
        {
            var history = new Trainer { Epochs = epochs, StopBelow = 0.69 }.Train(new Network(2, 3), _moons);
            Assert.Equal(StopReason.StopBelow, history.StopReason);
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Train_ActionForProgress_IsToldAtOnceInOrder()
    {
        var told = new List<TrainingProgress>();
        var (byData, byMatrices) = (new Network(2, 3), new Network(2, 3));
        var history = new Trainer { Epochs = 7, RecordEvery = 3 }.Train(byData, _moons, told.Add);
        new Trainer { Epochs = 7, RecordEvery = 3 }.Train(byMatrices, _moons.X, _moons.Y, told.Add);
        TrainingProgress[] expected = [.. history.Epochs.Zip(history.Costs, (epoch, cost) => new TrainingProgress(epoch, 7, cost))];
        Assert.Equal([.. expected, .. expected], told);
    }

    [Fact]
    public void Train_HugeRateOrInputs_ShowsThemShort()
    {
        var diverged = Assert.Throws<TrainingDivergedException>(() => new Trainer { LearningRate = 1e300 }.Train(
            new Network(2, 3, 1, Activation.Identity, Activation.Identity, cost: CostFunction.SquaredError), _moons));
        var history = new Trainer { Epochs = 2, LearningRate = 1e-9 }.Train(new Network(2, 3), _moons.WithX(_moons.X * 1e200));
        Expect.In(diverged.Message, "at learning rate 1E+300");
        Assert.Matches("the inputs reach [0-9.]+E\\+200: ", history.Advice);
    }

    [Fact]
    public void CostAt_EmptyHistory_SaysSo()
    {
        var empty = new TrainingHistory([], [], [], StopReason.AllEpochs);
        Assert.Null(empty.FirstEpochBelow(1));
        Expect.In(Assert.Throws<ArgumentOutOfRangeException>(() => empty.CostAt(0)).Message, "recorded are 0 epochs");
    }

    [Fact]
    public void Train_SeveralShards_SumsTheirCosts()
    {
        var net = new Network(64, 9, 10, initializer: Initializer.Xavier);
        var digits = Datasets.Digits();
        var expected = net.Cost(digits.X, digits.Y);
        Assert.Equal(expected, new Trainer { Epochs = 0 }.Train(net, digits).FinalCost, 1e-12 * expected);
    }

    [Theory]
    [InlineData("sigmoid"), InlineData("tanh"), InlineData("ReLU"), InlineData("leaky ReLU"), InlineData("linear")]
    public void Train_BetweenEpochs_AllocatesNothing(string hidden)
    {
        var net = new Network(2, 4, hidden: Activation.All.Single(g => g.Name == hidden));
        var told = new Allocations();
        new Trainer { Epochs = 1100, RecordEvery = 100, LearningRate = 0.1 }.Train(net, _moons, told);
        Assert.Equal(12, told.Bytes.Count);
        told.AssertNone();
    }

    [Theory]
    [InlineData(2), InlineData(3), InlineData(16)]
    public void Train_MoreThreads_GivesTheSameBits(int threads)
    {
        var data = Datasets.Digits();
        Network Trained(int count)
        {
            var net = new Network(64, 9, 10, initializer: Initializer.Xavier);
            new Trainer { Epochs = 30, LearningRate = 0.1, Threads = count }.Train(net, data);
            return net;
        }
        var (expected, actual) = (Trained(1), Trained(threads));
        Assert.Equal(expected.W1.ToArray(), actual.W1.ToArray());
        Assert.Equal(expected.b2.ToArray(), actual.b2.ToArray());
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Train_OneActivationOfOnesOwn_IsAskedByOneThread(bool hidden)
    {
        var asked = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
        var own = Activation.Custom("own", z =>
        {
            // Time for another thread to come, if there were one.
            if (asked.TryAdd(Environment.CurrentManagedThreadId, true))
                Thread.Sleep(1000);
            return z;
        }, _ => 1);
        var digits = Datasets.Digits();
        new Trainer { LearningRate = 1e-3, Epochs = 3 }.Train(new Network(64, 16, 10, hidden ? own : Activation.Tanh,
            hidden ? Activation.Sigmoid : own, CostFunction.SquaredError), digits.WithX(digits.X / 16));
        Assert.Equal([Environment.CurrentManagedThreadId], asked.Keys);
    }

    [Fact]
    public void Train_TwoThreads_WorkAtTheSameTime()
    {
        using var both = new CountdownEvent(2);
        using var met = new ThreadLocal<bool>();
        var own = Activation.Custom("own", z =>
        {
            if (!met.Value && !both.IsSet)
                both.Signal();
            met.Value = true;
            return both.Wait(TimeSpan.FromSeconds(20)) ? z : throw new TimeoutException("no second thread came");
        }, _ => 1);
        new Trainer { LearningRate = 1e-3, Epochs = 1, Threads = 2 }.Train(new Network(64, 16, 10, own), Datasets.Digits());
        Assert.True(both.IsSet);
    }

    [Theory]
    [InlineData(2, 1, 5000), InlineData(30, 16, 40_000)]
    public void Train_MoreExamplesThanABlockHolds_IsTheStepOfTheSixEquations(int nx, int nh, int m)
    {
        var random = new Random(1);
        var X = Matrix<double>.Build.Dense(nx, m, (_, _) => random.NextDouble() - 0.5);
        var Y = Matrix<double>.Build.Dense(1, m, (_, j) => X[0, j] + j / (double)m > 0.4 ? 1 : 0);
        var (net, byHand) = (new Network(nx, nh, initializer: Initializer.Xavier), new Network(nx, nh, initializer: Initializer.Xavier));
        byHand.Update(byHand.Backward(X, byHand.Forward(X), Y), 0.5);
        new Trainer { LearningRate = 0.5, Epochs = 1 }.Train(net, X, Y);
        Assert.Equal(0, (net.W1 - byHand.W1).L2Norm() + (net.W2 - byHand.W2).L2Norm() + (net.b1 - byHand.b1).L2Norm(), 1e-12);
        Assert.NotEqual(0, net.b1.L2Norm());
    }

    [Fact]
    public void Train_OwnActivationThrowsOnAThread_ThrowsThat()
    {
        var fails = Activation.Custom("fails", z => throw new NotSupportedException("mine"), _ => 1);
        var thrown = Assert.Throws<NotSupportedException>(
            () => new Trainer { Threads = 2 }.Train(new Network(64, 2, 10, fails), Datasets.Digits()));
        Assert.Equal("mine", thrown.Message);
    }

    [Fact]
    public void CostAt_And_FirstEpochBelow_ReadTheHistory()
    {
        var history = new TrainingHistory([0, 10, 20], [0.7, 0.5, 0.3], [], StopReason.AllEpochs);
        Assert.Equal(0.5, history.CostAt(10));
        Assert.Equal(20, history.FirstEpochBelow(0.5));
        Expect.In(Assert.Throws<ArgumentOutOfRangeException>(() => history.CostAt(5)).Message,
            "recorded are 3 epochs from 0 to 20: set RecordEvery.");
        Assert.Null(history.FirstEpochBelow(0.1));
    }

    private sealed class Allocations : IProgress<TrainingProgress>
    {
        public List<long> Bytes { get; } = new(20);

        public void Report(TrainingProgress value) => Bytes.Add(GC.GetAllocatedBytesForCurrentThread());

        /// <summary>
        /// What every epoch allocates shows between any two reports. A garbage collection, which other tests may cause, shows once: it
        /// takes what was left of the thread's budget for used.
        /// </summary>
        public void AssertNone()
        {
            long[] between = [.. Bytes.Skip(1).Zip(Bytes, (now, before) => now - before)];
            Assert.True(between.Count(bytes => bytes != 0) <= 2, string.Join(" ", between));
        }
    }
}
