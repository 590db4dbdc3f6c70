using System.Globalization;

namespace ShallowNet.Tests;

public sealed class NetworkTests
{
    [Fact]
    public void W1_SetFromAMatrix_CopiesItsNumbers()
    {
        var net = new Network(2, 3);
        var mine = Matrix<double>.Build.Dense(3, 2, 1);
        net.W1 = mine;
        mine[0, 0] = 5;
        Assert.Equal(1, net.W1[0, 0]);
        net.W1[0, 0] += 0.5;
        Assert.Equal(1.5, net.W1[0, 0]);
    }

    [Fact]
    public void W1_TakenOnce_StaysTheNetworksOwn()
    {
        var net = new Network(2, 3);
        var (W1, b1, W2, b2) = (net.W1, net.b1, net.W2, net.b2);
        var moons = Datasets.Moons(20);

        new Trainer { Epochs = 5 }.Train(net, moons);
        net.Update(net.Gradients(moons.X, moons.Y), 0.1);
        net.Parameters = new Network(2, 3, seed: 7).Parameters;
        net.W1 *= 2;

        Assert.Same(W1, net.W1);
        Assert.Same(b1, net.b1);
        Assert.Same(W2, net.W2);
        Assert.Same(b2, net.b2);
        W1[2, 1] = 9;
        Assert.Equal(9, net.Parameters.W1[2, 1]);
    }

    [Fact]
    public void Parameters_Read_IsACopyAndSetRestoresIt()
    {
        var net = new Network(2, 3, initializer: Initializer.He);
        var before = net.Parameters;
        net.W1[0, 0] = 9;
        net.b2[0] = 9;
        Assert.NotEqual(9, before.W1[0, 0]);
        net.Parameters = before;
        Assert.Equal(before.W1, net.W1);
        Assert.Equal(0, net.b2[0]);
    }

    [Theory, InlineData("W1"), InlineData("b1"), InlineData("W2"), InlineData("b2")]
    public void Parameters_OneOfWrongShape_LeavesAllAsTheyWere(string wrong)
    {
        var (net, other, wider) = (new Network(2, 3), new Network(2, 3, seed: 5, bias: 1), new Network(4, 5, ny: 2));
        var before = net.Parameters;
        Assert.Throws<ArgumentException>(wrong, () => net.Parameters = new(
            wrong == "W1" ? wider.W1 : other.W1, wrong == "b1" ? wider.b1 : other.b1,
            wrong == "W2" ? wider.W2 : other.W2, wrong == "b2" ? wider.b2 : other.b2));
        Assert.Equal((before.W1, before.b1, before.W2, before.b2), (net.W1, net.b1, net.W2, net.b2));
    }

    [Fact]
    public void W1_OfNaNOrOfAnotherShape_IsRefused()
    {
        Assert.StartsWith("W1[0,0] is NaN", Assert.Throws<ArgumentException>(
            () => new Network(2, 4) { W1 = Matrix<double>.Build.Dense(4, 2, double.NaN) }).Message, StringComparison.Ordinal);
        Assert.StartsWith("W1 is 2 × 3, expected 4 × 2: a row per unit", Assert.Throws<ArgumentException>(
            () => new Network(2, 4) { W1 = Matrix<double>.Build.Dense(2, 3) }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cost_TargetIsNaN_IsNamedWhateverTheCost() => Assert.StartsWith("Y[0,1] is NaN", Assert.Throws<ArgumentException>(
        () => new Network(1, 1, cost: CostFunction.SquaredError).Cost(Matrix<double>.Build.Dense(1, 2),
            Matrix<double>.Build.DenseOfArray(new[,] { { 0, double.NaN } }))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sizes_OfAsManyParametersAsAreAllowed_AreAllowed()
    {
        Guard.Sizes(9999, 9999, 1);
        Assert.Throws<ArgumentOutOfRangeException>("nx", () => Guard.Sizes(10_000, 9999, 1));
    }

    [Fact]
    public void New_CostOutsideTheEnum_IsRefused() => Expect.Start(Assert.Throws<ArgumentOutOfRangeException>(
        () => new Network(2, 3, cost: (CostFunction)7)).Message, "cost is 7, expected CostFunction.BinaryCrossEntropy");

    [Fact]
    public void ForwardPredictAccuracyCost_ParameterIsNaN_NameIt()
    {
        var moons = Datasets.Moons(20);
        foreach (var (name, spoil) in new (string, Action<Network>)[]
        {
            ("W1[1,0]", net => net.W1[1, 0] = double.NaN), ("b1[2]", net => net.b1[2] = double.NaN),
            ("W2[0,1]", net => net.W2[0, 1] = double.PositiveInfinity), ("b2[0]", net => net.b2[0] = double.NaN),
        })
        {
            var net = new Network(2, 3);
            spoil(net);
            Action[] uses =
            [
                () => net.Forward(moons.X), () => net.Predict(moons.X), () => net.Accuracy(moons.X, moons.Y), () =>
                    net.Cost(moons.X, moons.Y),
                () => net.Gradients(moons.X, moons.Y), () => new Trainer().Train(net, moons),
            ];
            Assert.All(uses, use => Expect.Start(Assert.Throws<ArgumentException>(use).Message, name + " is "));
        }
    }

    [Fact]
    public void Forward_ByHand_GivesTheFormulas()
    {
        var net = new Network(2, 3, 2, Activation.ReLU, initializer: Initializer.Xavier, bias: 0.1);
        var X = Datasets.Moons(20).X;
        var pass = net.Forward(X);
        Matrix<double> Wide(Vector<double> b) => Matrix<double>.Build.Dense(b.Count, 20, (i, _) => b[i]);
        Assert.True((net.W1 * X + Wide(net.b1) - pass.Z1).InfinityNorm() < 1e-14);
        Assert.Equal(Activation.ReLU.Value(pass.Z1), pass.A1);
        Assert.True((net.W2 * pass.A1 + Wide(net.b2) - pass.Z2).InfinityNorm() < 1e-14);
        Assert.Equal(Activation.Sigmoid.Value(pass.Z2), pass.A2);
        Assert.Equal(pass.A2, net.Probabilities(X));
    }

    [Fact]
    public void Predict_OneOutput_Is1Above05()
    {
        var net = new Network(2, 3, initializer: Initializer.Xavier);
        var X = Datasets.Moons(50).X;
        var predicted = net.Predict(X);
        Assert.Equal(net.Probabilities(X).Map(a => a > 0.5 ? 1.0 : 0.0), predicted);
        Assert.InRange(predicted.Enumerate().Sum(), 1, 49);
    }

    [Fact]
    public void PredictAndAccuracy_OutputOfExactlyOneHalf_IsNotTakenForLabel1()
    {
        var (net, moons) = (new Network(2, 3, initializer: Initializer.Zeros), Datasets.Moons(20));
        Assert.All(net.Predict(moons.X).Enumerate(), label => Assert.Equal(0, label));
        Assert.Equal(0.25, net.Accuracy(moons.X, Matrix<double>.Build.Dense(1, 20, (_, j) => j < 15 ? 1 : 0)));
    }

    [Fact]
    public void BackwardParametersUpdate_OneMatrixOfWrongShape_NameIt()
    {
        var (net, moons) = (new Network(2, 3), Datasets.Moons(20));
        var (pass, p, g) = (net.Forward(moons.X), net.Parameters, net.Gradients(moons.X, moons.Y));
        var (wrong, vector) = (Matrix<double>.Build.Dense(7, 9), Vector<double>.Build.Dense(7));
        Assert.All<(string Name, Action Use)>(
            [
                ("pass.Z1", () => net.Backward(moons.X, pass with { Z1 = wrong }, moons.Y)),
                ("pass.A1", () => net.Backward(moons.X, pass with { A1 = wrong }, moons.Y)),
                ("pass.Z2", () => net.Backward(moons.X, pass with { Z2 = wrong }, moons.Y)),
                ("pass.A2", () => net.Backward(moons.X, pass with { A2 = wrong }, moons.Y)),
                ("W1", () => net.Parameters = p with { W1 = wrong }), ("b1", () => net.Parameters = p with { b1 = vector }),
                ("W2", () => net.Parameters = p with { W2 = wrong }), ("b2", () => net.Parameters = p with { b2 = vector }),
                ("dW1", () => net.Update(g with { dW1 = wrong }, 1)), ("db1", () => net.Update(g with { db1 = vector }, 1)),
                ("dW2", () => net.Update(g with { dW2 = wrong }, 1)), ("db2", () => net.Update(g with { db2 = vector }, 1)),
            ],
            row => Assert.Throws<ArgumentException>(row.Name, row.Use));
        Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => net.Update(g, double.PositiveInfinity));
        net.b1[1] = double.NaN;
        Expect.Start(Assert.Throws<ArgumentException>(() => new Network(2, 3) { Parameters = net.Parameters }).Message, "b1[1] is NaN");
    }

    [Theory]
    [InlineData(0, 1, 1, 0, "nx"), InlineData(1, 1, 0, 0, "ny"), InlineData(1, 1, 1, double.NaN, "bias")]
    [InlineData(99_999_998, 1, 1, 0, "nx"), InlineData(1, 33_333_334, 1, 0, "nh"), InlineData(int.MaxValue, 1, 1, 0, "nx")]
    public void New_SizeOrBiasOutOfRange_IsNamed(int nx, int nh, int ny, double bias, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new Network(nx, nh, ny, bias: bias));

    [Fact]
    public void EpochsTrained_CloneKeepsThem_NewParametersBeginAgain()
    {
        var net = new Network(2, 3);
        new Trainer { Epochs = 7 }.Train(net, Datasets.Moons(20));
        Assert.Equal(7, net.Clone().EpochsTrained);
        net.Parameters = net.Parameters;
        Assert.Equal(0, net.EpochsTrained);
    }

    [Fact]
    public void Predict_SeveralClasses_AgreesWithAccuracy()
    {
        var digits = Datasets.Digits();
        var net = new Network(64, 8, 10, initializer: Initializer.Xavier);
        new Trainer { Epochs = 30, LearningRate = 0.1 }.Train(net, digits);
        var predicted = net.Predict(digits.X);
        Assert.All(predicted.ColumnSums(), sum => Assert.Equal(1, sum));
        var right = Enumerable.Range(0, digits.M).Count(j => predicted.Column(j).Equals(digits.Y.Column(j)));
        Assert.Equal(net.Accuracy(digits.X, digits.Y), (double)right / digits.M);
        Assert.InRange(right, 1, digits.M - 1);
    }

    [Theory]
    [InlineData(CostFunction.BinaryCrossEntropy), InlineData(CostFunction.SquaredError)]
    public void Backward_ByHand_GivesTheSixEquations(CostFunction cost)
    {
        var net = new Network(2, 5, 3, Activation.Tanh, cost: cost, initializer: Initializer.Xavier, bias: 0.1);
        var X = Datasets.Moons(21).X;
        var Y = Matrix<double>.Build.Dense(3, 21, (i, j) => (i + j) % 2);
        var (Z1, A1, Z2, A2) = net.Forward(X);

        var dZ2 = (A2 - Y) / 21;
        dZ2 = cost == CostFunction.SquaredError ? dZ2.PointwiseMultiply(Activation.Sigmoid.Derivative(Z2)) : dZ2;
        var dZ1 = (net.W2.Transpose() * dZ2).PointwiseMultiply(Activation.Tanh.Derivative(Z1));
        var gradients = net.Backward(X, new(Z1, A1, Z2, A2), Y);

        Assert.True((dZ2 * A1.Transpose() - gradients.dW2).InfinityNorm() < 1e-15);
        Assert.True((dZ2.RowSums() - gradients.db2).InfinityNorm() < 1e-15);
        Assert.True((dZ1 * X.Transpose() - gradients.dW1).InfinityNorm() < 1e-15);
        Assert.True((dZ1.RowSums() - gradients.db1).InfinityNorm() < 1e-15);
    }

    [Fact]
    public void Cost_Probabilities_IsTheCrossEntropy()
    {
        var net = new Network(2, 3, 2, initializer: Initializer.Xavier);
        var data = Datasets.Moons(20);
        var Y = data.Y.Stack(1 - data.Y);
        var expected = -(Y.PointwiseMultiply(net.Probabilities(data.X).PointwiseLog())
            + (1 - Y).PointwiseMultiply((1 - net.Probabilities(data.X)).PointwiseLog())).Enumerate().Sum() / 20;
        Assert.Equal(expected, net.Cost(data.X, Y), 1e-14);
    }

    [Fact]
    public void Cost_ManyExamplesThatTheNetworkIsUnsureOf_IsLog2()
    {
        var X = Matrix<double>.Build.Dense(1, 20_000, 1);
        Assert.Equal(Math.Log(2), new Network(1, 1, initializer: Initializer.Zeros).Cost(X, X), 1e-14);
    }

    [Theory]
    [InlineData(10, 4.5398899216864971e-05), InlineData(40, 4.248354255291589e-18), InlineData(700, 9.8596765437597708e-305)]
    public void Cost_NetworkNearlySure_KeepsItsDigits(double z, double expected)
    {
        // log(1 + e^-z), where 1 + e^-z alone would lose them.
        var net = new Network(1, 1, hidden: Activation.Identity, initializer: Initializer.Constant(1));
        var X = Matrix<double>.Build.Dense(1, 3, z);
        Assert.Equal(expected, net.Cost(X, X.Map(_ => 1.0)), 1e-14 * expected);
    }

    [Fact]
    public void Cost_SquaredError_IsHalfTheMeanSquare()
    {
        var net = new Network(1, 1, hidden: Activation.Identity, output: Activation.Identity, cost: CostFunction.SquaredError,
            initializer: Initializer.Constant(1));
        var X = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 3 } });
        Assert.Equal((1 + 4) / 4.0, net.Cost(X, Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 1 } })), 1e-15);
    }

    [Theory]
    [InlineData(1, new[] { -1.0, 1, 2, -2 }, new[] { 0.0, 1, 1, 1 }, 0.75)]
    [InlineData(2, new[] { 1.0, -1, 1 }, new[] { 1.0, 0, 1, /* second label */ 1, 0, 0 }, 2.0 / 3)]
    public void Accuracy_OneOrSeveralLabels_CountsExamplesThatAreAllOnTheRightSide(int ny, double[] x, double[] y, double expected)
    {
        var net = new Network(1, 1, ny, Activation.Identity, initializer: Initializer.Constant(1));
        var X = Matrix<double>.Build.DenseOfRowMajor(1, x.Length, x);
        Assert.Equal(expected, net.Accuracy(X, Matrix<double>.Build.DenseOfRowMajor(ny, x.Length, y)), 1e-15);
    }

    [Fact]
    public void Accuracy_OneColumnIsNotOneHot_AsksEachOutputByItself()
    {
        var net = new Network(1, 1, ny: 2, hidden: Activation.Identity, initializer: Initializer.Constant(1));
        var Y = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 1 }, { 0, 1 } });
        Assert.Equal(0.5, net.Accuracy(Matrix<double>.Build.Dense(1, 2, 1), Y));
        Assert.StartsWith("Y[0,0] is 2, expected 0 or 1", Assert.Throws<ArgumentException>(
            () => net.Accuracy(Matrix<double>.Build.Dense(1, 2, 1), Y * 2)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0, 1, 1, "X is 2 × 0, expected at least one example")]
    [InlineData(2, 5, 5, 2, "Y is 5 × 2, expected 1 × 5, a row per output and a column per example of X: pass the targets of the same")]
    [InlineData(2, 5, 3, 1, "Y is 3 × 1, expected 1 × 5, a row per output and a column per example of X: pass the targets of the same")]
    [InlineData(2, 5, 5, 1, "Y is 5 × 1, expected 1 × 5, a row per output and a column per example of X: examples are columns, so pass Y.")]
    public void Cost_ShapesThatDoNotFit_SaysWhatToPass(int nx, int m, int rows, int columns, string says) =>
        Assert.StartsWith(says, Assert.Throws<ArgumentException>(() => new Network(2, 3).Cost(
            Matrix<double>.Build.Dense(nx, m), Matrix<double>.Build.Dense(rows, columns))).Message, StringComparison.Ordinal);

    [Fact]
    public void Message_InACultureWithAComma_HasTheDecimalPointOfCSharp()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.StartsWith("h is -0.5,", Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Step(-0.5)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Accuracy_OneOutputAndOnlyOnes_IsNotTakenForOneHot()
    {
        var net = new Network(1, 1, hidden: Activation.Identity, initializer: Initializer.Constant(1));
        Assert.Equal(0, net.Accuracy(Matrix<double>.Build.Dense(1, 3, -1), Matrix<double>.Build.Dense(1, 3, 1)));
    }

    [Fact]
    public void Accuracy_OneHot_TakesTheLargestOutput()
    {
        var net = new Network(1, 1, 3, Activation.Identity);
        net.W1[0, 0] = 1;
        net.W2 = Matrix<double>.Build.DenseOfArray(new double[,] { { -3 }, { -1 }, { -2 } });
        var X = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 1 } });
        var Y = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 1 }, { 1, 0 }, { 0, 0 } });
        Assert.Equal(0.5, net.Accuracy(X, Y));
    }

    [Fact]
    public void Clone_Changed_LeavesTheOriginal()
    {
        var net = new Network(2, 3, initializer: Initializer.He);
        var clone = net.Clone();
        Assert.Equal(net.W1, clone.W1);
        clone.W1[0, 0] = 7;
        Assert.NotEqual(7, net.W1[0, 0]);
    }

    [Fact]
    public void ToString_ParametersAndGradients_AreTheShapes()
    {
        var (net, X) = (new Network(2, 4, ny: 3), Matrix<double>.Build.Dense(2, 5, 1));
        Assert.Equal("W1 4 × 2, b1 4, W2 3 × 4, b2 3", $"{net.Parameters}");
        Assert.Equal("dW1 4 × 2, db1 4, dW2 3 × 4, db2 3", $"{net.Backward(X, net.Forward(X), Matrix<double>.Build.Dense(3, 5))}");
    }

    [Fact]
    public void ToString_Network_SaysWhatItIs() =>
        Assert.Equal("2-4-1 network, tanh hidden, sigmoid output, 17 parameters", new Network(2, 4).ToString());

    [Fact]
    public void New_SameSeed_GivesTheSameWeightsAndZeroBiases()
    {
        var net = new Network(3, 4, 2, seed: 5);
        Assert.Equal(new Network(3, 4, 2, seed: 5).W2, net.W2);
        Assert.NotEqual(new Network(3, 4, 2, seed: 6).W2, net.W2);
        Assert.All(net.b1.Concat(net.b2), b => Assert.Equal(0, b));
        Assert.All(new Network(3, 4, bias: 0.5).b1, b => Assert.Equal(0.5, b));
    }
}
