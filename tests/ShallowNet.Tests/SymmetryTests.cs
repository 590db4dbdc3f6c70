namespace ShallowNet.Tests;

/// <summary>Chapter 8 compares hidden units bit by bit: the arithmetic must treat every unit in the same way, whatever its place.</summary>
public sealed class SymmetryTests
{
    public static TheoryData<string, int, int> Shapes =>
    [
        .. from g in Activation.All
           from shape in ((int Nh, int M)[])[(2, 3), (3, 64), (4, 400), (5, 401), (7, 33), (9, 130), (16, 257)]
           select (g.Name, shape.Nh, shape.M),
    ];

    [Theory, MemberData(nameof(Shapes))]
    public void Train_EqualHiddenUnits_StayEqualBitByBit(string hidden, int nh, int m)
    {
        var random = new Random(nh * m);
        var X = Initializer.Gaussian(1).Weights(3, m, random);
        var Y = Matrix<double>.Build.Dense(2, m, (_, _) => random.Next(2));
        var net = new Network(3, nh, 2, Activation.All.Single(g => g.Name == hidden), initializer: Initializer.Constant(0.3), bias: 0.1);

        new Trainer { LearningRate = 0.1, Epochs = 50 }.Train(net, X, Y);

        Assert.NotEqual(0.3, net.W1[0, 0]);
        for (var i = 1; i < nh; i++)
        {
            Assert.Equal(Bits(net.W1.Row(0)), Bits(net.W1.Row(i)));
            Assert.Equal(Bits(net.W2.Column(0)), Bits(net.W2.Column(i)));
            Assert.Equal(BitConverter.DoubleToInt64Bits(net.b1[0]), BitConverter.DoubleToInt64Bits(net.b1[i]));
        }
    }

    private static long[] Bits(Vector<double> values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
