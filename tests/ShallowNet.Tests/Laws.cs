namespace ShallowNet.Tests;

/// <summary>What holds for every network, on random ones. CsCheck_Iter=100000 makes the run long.</summary>
public sealed class Laws
{
    [Fact]
    public void Gradients_AnyNetwork_AgreeWithNumericalDerivatives()
    {
        const double h = 1e-4;
        RandomCase.Any.Where(c => !HasKink(c, 5 * h)).Sample(
            c =>
            {
                double[] analytic = [.. Flatten(c.Net.Gradients(c.X, c.Y))], numerical = [.. NumericalGradient(c, h)];
                var difference = Norm(analytic.Zip(numerical, (a, n) => a - n));
                // Rounding leaves 1e-16 in the outputs, which near 1 is more than in the cost: no step measures gradients below that.
                var cost = c.Net.Cost(c.X, c.Y);
                var rounding = 1e-15 * (cost + Math.Sqrt(cost)) / h;
                Assert.True(
                    difference <= 1e-6 * (Norm(analytic) + Norm(numerical)) + rounding,
                    $"difference {difference}, gradient {Norm(analytic)}");
            },
            iter: RandomCase.Count);
    }

    [Fact]
    public void Cost_Z2UpTo1e300_IsFiniteAndNotNegative() =>
        Gen.Select(Gen.Double[-300, 300], Gen.Bool, Gen.Bool, Gen.Int[1, 9]).Sample(
            (exponent, negative, label, m) =>
            {
                var z = Math.Pow(10, exponent) * (negative ? -1 : 1);
                var net = new Network(1, 1, hidden: Activation.Identity, initializer: Initializer.Constant(1));
                net.W2[0, 0] = z;
                var Y = Matrix<double>.Build.Dense(1, m, label ? 1 : 0);

                var cost = net.Cost(Matrix<double>.Build.Dense(1, m, 1), Y);

                Assert.True(double.IsFinite(cost) && cost >= 0, $"cost {cost} at z {z}");
            },
            iter: RandomCase.Count);

    [Fact]
    public void CostAndGradients_ExamplesPermuted_StayTheSame() => RandomCase.Any.Sample(
        c =>
        {
            var order = Enumerable.Range(0, c.X.ColumnCount).ToArray();
            new Random(c.Seed).Shuffle(order);
            AssertSameCostAndGradients(c, Columns(c.X, order), Columns(c.Y, order));
        },
        iter: RandomCase.Count);

    [Fact]
    public void CostAndGradients_DataDuplicated_StayTheSame() => RandomCase.Any.Sample(
        c => AssertSameCostAndGradients(c, c.X.Append(c.X), c.Y.Append(c.Y)), iter: RandomCase.Count);

    [Fact]
    public void Gradients_HiddenUnitsPermuted_ArePermuted() => RandomCase.Any.Sample(
        c =>
        {
            var order = Enumerable.Range(0, c.Net.Nh).ToArray();
            new Random(c.Seed).Shuffle(order);
            var permuted = c.Net.Clone();
            permuted.W1 = Rows(c.Net.W1, order);
            permuted.b1 = Rows(c.Net.b1.ToColumnMatrix(), order).Column(0);
            permuted.W2 = Columns(c.Net.W2, order);

            var (expected, actual) = (c.Net.Gradients(c.X, c.Y), permuted.Gradients(c.X, c.Y));

            Close(Rows(expected.dW1, order), actual.dW1);
            Close(Rows(expected.db1.ToColumnMatrix(), order), actual.db1.ToColumnMatrix());
            Close(Columns(expected.dW2, order), actual.dW2);
            Close(expected.db2.ToColumnMatrix(), actual.db2.ToColumnMatrix());
        },
        iter: RandomCase.Count);

    [Fact]
    public void Train_EqualUnits_StayEqualToTheLastBit() => RandomCase.Any.Sample(
        c =>
        {
            var net = new Network(c.Net.Nx, c.Net.Nh, c.Net.Ny, c.Net.Hidden, initializer: Initializer.Constant(0.3));
            new Trainer { Epochs = 20, LearningRate = 0.5 }.Train(net, c.X, c.Y);
            for (var i = 1; i < net.Nh; i++)
            {
                Assert.Equal(net.W1.Row(0), net.W1.Row(i));
                Assert.Equal(net.b1[0], net.b1[i]);
                Assert.Equal(net.W2.Column(0), net.W2.Column(i));
            }
        },
        iter: RandomCase.Count);

    [Fact]
    public void Forward_LinearHiddenLayer_EqualsItsCollapse() => RandomCase.Of(Gen.Const(4)).Sample(
        c =>
        {
            var (W, b) = (c.Net.W2 * c.Net.W1, c.Net.W2 * c.Net.b1 + c.Net.b2);
            var Z = W * c.X + Matrix<double>.Build.Dense(c.Net.Ny, c.X.ColumnCount, (i, _) => b[i]);
            Close(Z, c.Net.Forward(c.X).Z2);
        },
        iter: RandomCase.Count);

    [Fact]
    public void Update_SmallRate_NeverRaisesTheCost() => RandomCase.Any.Sample(
        c =>
        {
            var (before, signs) = (c.Net.Cost(c.X, c.Y), Signs(c));
            c.Net.Update(c.Net.Gradients(c.X, c.Y), 1e-4);
            // A step across the kink of a ReLU leaves the region in which the gradient holds.
            Assert.True(signs != Signs(c) || c.Net.Cost(c.X, c.Y) <= before * (1 + 1e-14), $"{before:R} rose to {c.Net.Cost(c.X, c.Y):R}");
        },
        iter: RandomCase.Count);

    [Fact]
    public void Train_TwoHalves_EqualsAllAtOnceToTheLastBit() => RandomCase.Any.Sample(
        c =>
        {
            var halves = c.Net.Clone();
            new Trainer { Epochs = 20, LearningRate = 0.01 }.Train(c.Net, c.X, c.Y);
            new Trainer { Epochs = 10, LearningRate = 0.01 }.Train(halves, c.X, c.Y);
            new Trainer { Epochs = 10, LearningRate = 0.01 }.Train(halves, c.X, c.Y);
            AssertSameBits(c.Net, halves);
        },
        iter: RandomCase.Count);

    [Fact]
    public void Train_StepByStepWithPublicMembers_EqualsTheTrainer() => RandomCase.Any.Sample(
        c =>
        {
            var byHand = c.Net.Clone();
            var history = new Trainer { Epochs = 10, LearningRate = 0.01 }.Train(c.Net, c.X, c.Y);
            for (var epoch = 0; epoch < 10; epoch++)
            {
                Assert.Equal(byHand.Cost(c.X, c.Y), history.CostAt(epoch), 1e-12 * history.CostAt(epoch));
                byHand.Update(byHand.Gradients(c.X, c.Y), 0.01);
            }
            Close(byHand.W1, c.Net.W1);
            Close(byHand.W2, c.Net.W2);
        },
        iter: RandomCase.Count);

    [Fact]
    public void Train_SameSeedTwice_GivesTheSameBits() => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 6], Gen.Int[0, 4], Gen.Int).Sample(
        (nx, nh, g, seed) =>
        {
            Network Trained()
            {
                var random = new Random(seed);
                var net = new Network(nx, nh, hidden: Activation.All[g], initializer: Initializer.He, seed: seed);
                var X = Matrix<double>.Build.Dense(nx, 50, (_, _) => random.NextGaussian());
                new Trainer { Epochs = 10, LearningRate = 0.1 }.Train(net, X, Matrix<double>.Build.Dense(1, 50, (_, _) => random.Next(2)));
                return net;
            }
            AssertSameBits(Trained(), Trained());
        },
        iter: RandomCase.Count);

    [Fact]
    public void Train_EightThreads_EqualsEightInTurn()
    {
        var data = Datasets.Moons();
        Network Trained(int seed)
        {
            var net = new Network(2, 5, seed: seed);
            new Trainer { Epochs = 200 }.Train(net, data);
            return net;
        }
        var together = new Network[8];
        var threads = Enumerable.Range(0, 8).Select(i => new Thread(() => together[i] = Trained(i))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        for (var i = 0; i < 8; i++)
            AssertSameBits(Trained(i), together[i]);
    }

    private static bool HasKink(RandomCase c, double reach)
    {
        if (c.Net.Hidden.Name.Contains("ReLU", StringComparison.Ordinal) || c.Net.Output.Name.Contains("ReLU", StringComparison.Ordinal))
        {
            var pass = c.Net.Forward(c.X);
            var scale = 1 + c.X.Enumerate().Max(Math.Abs) + pass.A1.Enumerate().Max(Math.Abs) + c.Net.W2.Enumerate()
                .Max(Math.Abs) * (1 + c.X.Enumerate().Max(Math.Abs));
            return pass.Z1.Enumerate().Concat(pass.Z2.Enumerate()).Any(z => Math.Abs(z) < reach * scale);
        }
        return false;
    }

    private static string Signs(RandomCase c)
    {
        var pass = c.Net.Forward(c.X);
        return string.Concat(pass.Z1.Enumerate().Concat(pass.Z2.Enumerate()).Select(z => z > 0 ? '+' : '-'));
    }

    /// <summary>Central differences of fourth order: the error shrinks with h⁴.</summary>
    private static IEnumerable<double> NumericalGradient(RandomCase c, double h)
    {
        double Slope(double value, Action<double> set)
        {
            double CostAt(double w)
            {
                set(w);
                return c.Net.Cost(c.X, c.Y);
            }
            var slope = (8 * (CostAt(value + h) - CostAt(value - h)) - (CostAt(value + 2 * h) - CostAt(value - 2 * h))) / (12 * h);
            set(value);
            return slope;
        }
        foreach (var W in new[] { c.Net.W1, c.Net.W2 })
        {
            foreach (var (i, j, value) in W.EnumerateIndexed(Zeros.Include))
                yield return Slope(value, w => W[i, j] = w);
        }
        foreach (var b in new[] { c.Net.b1, c.Net.b2 })
        {
            foreach (var (i, value) in b.EnumerateIndexed(Zeros.Include))
                yield return Slope(value, w => b[i] = w);
        }
    }

    private static IEnumerable<double> Flatten(Gradients g) =>
        [.. g.dW1.EnumerateIndexed(Zeros.Include).Select(e => e.Item3), .. g.dW2.EnumerateIndexed(Zeros.Include).Select(e => e.Item3),
            .. g.db1, .. g.db2];

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    private static void AssertSameCostAndGradients(RandomCase c, Matrix<double> X, Matrix<double> Y)
    {
        Assert.Equal(c.Net.Cost(c.X, c.Y), c.Net.Cost(X, Y), 1e-13 * (1 + c.Net.Cost(c.X, c.Y)));
        var (expected, actual) = (c.Net.Gradients(c.X, c.Y), c.Net.Gradients(X, Y));
        Close(expected.dW1, actual.dW1);
        Close(expected.dW2, actual.dW2);
        Close(expected.db1.ToColumnMatrix(), actual.db1.ToColumnMatrix());
        Close(expected.db2.ToColumnMatrix(), actual.db2.ToColumnMatrix());
    }

    private static void Close(Matrix<double> expected, Matrix<double> actual)
    {
        var difference = (expected - actual).FrobeniusNorm();
        Assert.True(difference <= 1e-12 * (1 + expected.FrobeniusNorm()), $"difference {difference}");
    }

    private static void AssertSameBits(Network expected, Network actual)
    {
        Assert.Equal(expected.W1.ToArray(), actual.W1.ToArray());
        Assert.Equal(expected.b1.ToArray(), actual.b1.ToArray());
        Assert.Equal(expected.W2.ToArray(), actual.W2.ToArray());
        Assert.Equal(expected.b2.ToArray(), actual.b2.ToArray());
    }

    private static Matrix<double> Columns(Matrix<double> M, int[] order) =>
        Matrix<double>.Build.Dense(M.RowCount, order.Length, (i, j) => M[i, order[j]]);

    private static Matrix<double> Rows(Matrix<double> M, int[] order) =>
        Matrix<double>.Build.Dense(order.Length, M.ColumnCount, (i, j) => M[order[i], j]);
}
