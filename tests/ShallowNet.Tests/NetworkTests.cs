namespace ShallowNet.Tests;

public sealed class NetworkTests
{
    [Fact]
    public void W1_GetterIsLive_SetterCopies()
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

    [Fact]
    public void Parameters_OneOfWrongShape_LeavesAllAsTheyWere()
    {
        var net = new Network(2, 3);
        var before = net.Parameters;
        Assert.Throws<ArgumentException>(() => net.Parameters = new Network(2, 3, ny: 2, seed: 5).Parameters);
        Assert.Equal(before.W1, net.W1);
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
        Assert.Equal(pass.A2.Map(a => a > 0.5 ? 1.0 : 0.0), net.Predict(X));
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
        var net = new Network(1, 1, hidden: Activation.Identity, output: Activation.Identity, cost: CostFunction.SquaredError, initializer: Initializer.Constant(1));
        var X = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 3 } });
        Assert.Equal((1 + 4) / 4.0, net.Cost(X, Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 1 } })), 1e-15);
    }

    [Fact]
    public void Accuracy_OneOutput_CountsTheRightSide()
    {
        var net = new Network(1, 1, hidden: Activation.Identity, initializer: Initializer.Constant(1));
        var X = Matrix<double>.Build.DenseOfArray(new double[,] { { -1, 1, 2, -2 } });
        Assert.Equal(0.75, net.Accuracy(X, Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 1, 1, 1 } })));
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
    public void Accuracy_SeveralIndependentLabels_WantsAllRight()
    {
        var net = new Network(1, 1, 2, Activation.Identity, initializer: Initializer.Constant(1));
        var X = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, -1, 1 } });
        var Y = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 1 }, { 1, 0, 0 } });
        Assert.Equal(2.0 / 3, net.Accuracy(X, Y), 1e-15);
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
