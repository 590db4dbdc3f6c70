namespace ShallowNet.Tests;

public sealed class ReferenceTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.Gradients.Count)];

    [Theory, MemberData(nameof(Cases))]
    public void ForwardAndGradients_PyTorchCase_AgreeToRelative1e10(int index)
    {
        var expected = Reference.Gradients[index];
        var net = new Network(expected.Inputs, expected.Hidden, expected.Outputs, ActivationOf(expected.Activation))
        {
            W1 = Reference.Matrix(expected.W1),
            b1 = Reference.Vector(expected.B1),
            W2 = Reference.Matrix(expected.W2),
            b2 = Reference.Vector(expected.B2),
        };
        Matrix<double> X = Reference.Matrix(expected.X), Y = Reference.Matrix(expected.Y);

        var pass = net.Forward(X);
        var gradients = net.Backward(X, pass, Y);

        Close(expected.Z1, pass.Z1, "Z1");
        Close(expected.A1, pass.A1, "A1");
        Close(expected.Z2, pass.Z2, "Z2");
        Close(expected.A2, pass.A2, "A2");
        Close(expected.DW1, gradients.dW1, "dW1");
        Close([expected.Db1], gradients.db1.ToRowMatrix(), "db1");
        Close(expected.DW2, gradients.dW2, "dW2");
        Close([expected.Db2], gradients.db2.ToRowMatrix(), "db2");
        Assert.Equal(expected.Cost, net.Cost(X, Y), expected.Cost * 1e-10);
    }

    [Fact]
    public void Train_FlowerLab_GivesItsCostsToSixDecimals()
    {
        var lab = Reference.FlowerLab;
        var history = new Trainer { LearningRate = lab.LearningRate, Epochs = 7000 }.Train(lab.Network(), Datasets.Flower());
        Assert.Equal([0, 1000, 2000, 3000, 4000, 5000, 6000, 7000], lab.Costs.Keys.Order());
        foreach (var (epoch, cost) in lab.Costs)
        {
            Assert.Equal(cost, history.CostAt(epoch), 5e-7);
            Assert.Equal(lab.PublishedCosts[epoch], history.CostAt(epoch), 1e-6);
        }
    }

    private static void Close(double[][] expected, Matrix<double> actual, string name)
    {
        Assert.Equal((expected.Length, expected[0].Length), (actual.RowCount, actual.ColumnCount));
        foreach (var (i, j, value) in actual.EnumerateIndexed(Zeros.Include))
        {
            var error = Math.Abs(value - expected[i][j]);
            Assert.True(error <= 1e-10 * Math.Abs(expected[i][j]), $"{name}[{i},{j}] is {value:R}, expected {expected[i][j]:R}");
        }
    }

    private static Activation ActivationOf(string name) => name switch
    {
        "sigmoid" => Activation.Sigmoid,
        "tanh" => Activation.Tanh,
        "relu" => Activation.ReLU,
        "leaky_relu" => Activation.LeakyReLU(),
        "identity" => Activation.Identity,
        _ => throw new ArgumentException(name),
    };
}
