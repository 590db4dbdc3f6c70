using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check07Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, b2)).IsDone);
        Assert.True(Check07.Cost((A2, Y) => CrossEntropy(A2, Y) / Y.ColumnCount).IsDone);
        Assert.True(Check07.SixEquations((X, Y, pass, W2) => Six(X, Y, pass, W2, 1 - pass.A1.PointwisePower(2), Y.ColumnCount)).IsDone);
        Assert.True(Check07.SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(A2 - A2.PointwisePower(2))).IsDone);
        Assert.True(Check07.Moons(Trained(Activation.Tanh, epochs: 2000)).IsDone);
    }

    [Fact]
    public void EveryCheck_UnfinishedStub_SaysYourTurn()
    {
        CheckResult[] results =
        [
            Check07.Forward((_, _, _, _, _) => throw new NotImplementedException()),
            Check07.Cost((_, _) => throw new NotImplementedException()),
            Check07.SixEquations((_, _, _, _) => throw new NotImplementedException()),
            Check07.SquaredErrorOutput((_, _) => throw new NotImplementedException()),
            Check07.Moons(_ => throw new NotImplementedException()),
        ];

        Assert.All(results, result => Assert.False(result.IsDone));
        Assert.All(results, result => Assert.StartsWith("Your turn", result.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCheck_Null_IsNotDone()
    {
        Assert.False(Check07.Forward(null!).IsDone);
        Assert.False(Check07.Cost(null!).IsDone);
        Assert.False(Check07.SixEquations(null!).IsDone);
        Assert.False(Check07.SquaredErrorOutput(null!).IsDone);
        Assert.False(Check07.Moons(null!).IsDone);
    }

    [Fact]
    public void Forward_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, 0 * b1, W2, b2)), "b1 is missing");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, 0 * b2)), "b2 is missing");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, 0 * b1, W2, 0 * b2)), "Both biases");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Activation.Sigmoid.Value(Add(W2 * Activation.Sigmoid.Value(Add(W1 * X, b1)), b2))), "hidden layer is tanh");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Add(W2 * Activation.Tanh.Value(Add(W1 * X, b1)), b2)), "You returned Z2");
    }

    [Fact]
    public void Cost_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.Cost(CrossEntropy), "the mean");
        Refused(Check07.Cost((A2, Y) => -CrossEntropy(A2, Y) / Y.ColumnCount), "minus sign");
        Refused(Check07.Cost((A2, Y) => -Y.PointwiseMultiply(A2.PointwiseLog()).RowSums().Sum() / Y.ColumnCount), "Only examples with y = 1");
        Refused(Check07.Cost((A2, Y) => CrossEntropy(A2, Y) / Math.Log(2) / Y.ColumnCount), "natural one");
    }

    [Fact]
    public void SixEquations_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.SixEquations((X, Y, pass, W2) => Six(X, Y, pass, W2, 1 - pass.A1.PointwisePower(2), 1)), "divide");
        Refused(Check07.SixEquations((X, Y, pass, W2) => Six(X, Y, pass, W2, 1 - pass.Z1.PointwisePower(2), Y.ColumnCount)), "square A1, not Z1");
        Refused(Check07.SixEquations((X, Y, pass, W2) => Six(X, Y, pass, W2, (0 * pass.A1) + 1, Y.ColumnCount)), "lacks the slope");
        Refused(Check07.SixEquations((X, Y, pass, W2) => Six(X, 2 * pass.A2 - Y, pass, W2, 1 - pass.A1.PointwisePower(2), Y.ColumnCount)), "Every sign");
    }

    [Fact]
    public void SquaredErrorOutput_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.SquaredErrorOutput((A2, Y) => A2 - Y), "One factor of the chain");
        Refused(Check07.SquaredErrorOutput((A2, _) => A2.PointwiseMultiply(1 - A2)), "That is da/dz alone");
        Refused(Check07.SquaredErrorOutput((A2, Y) => 2 * (A2 - Y).PointwiseMultiply(A2).PointwiseMultiply(1 - A2)), "cancel");
    }

    [Fact]
    public void Moons_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.Moons(_ => new Network(2, 8)), "hardly learned");
        Refused(Check07.Moons(Trained(Activation.Identity, epochs: 500)), "straight boundary");
        Refused(Check07.Moons(_ => null!), "Watch the cost", "null");
    }

    private static Func<Dataset, Network> Trained(Activation hidden, int epochs) => data =>
    {
        Network net = new(2, 8, hidden: hidden);
        new Trainer { LearningRate = 1, Epochs = epochs, RecordEvery = epochs }.Train(net, data);
        return net;
    };

    private static Matrix<double> Output(Matrix<double> X, Matrix<double> W1, Vector<double> b1, Matrix<double> W2, Vector<double> b2) =>
        Activation.Sigmoid.Value(Add(W2 * Activation.Tanh.Value(Add(W1 * X, b1)), b2));

    private static Matrix<double> Add(Matrix<double> Z, Vector<double> b) => Z.MapIndexed((i, _, z) => z + b[i]);

    private static double CrossEntropy(Matrix<double> A2, Matrix<double> Y) =>
        -(Y.PointwiseMultiply(A2.PointwiseLog()) + (1 - Y).PointwiseMultiply((1 - A2).PointwiseLog())).RowSums().Sum();

    private static Gradients Six(Matrix<double> X, Matrix<double> Y, ForwardPass pass, Matrix<double> W2, Matrix<double> slope, double m)
    {
        Matrix<double> dZ2 = pass.A2 - Y;
        Matrix<double> dZ1 = (W2.Transpose() * dZ2).PointwiseMultiply(slope);
        return new(dZ1 * X.Transpose() / m, dZ1.RowSums() / m, dZ2 * pass.A1.Transpose() / m, dZ2.RowSums() / m);
    }

    private static void Refused(CheckResult result, string hint, string? got = null)
    {
        Assert.False(result.IsDone);
        Assert.Contains(hint, result.Hint, StringComparison.Ordinal);
        if (got is not null)
        {
            Assert.Contains(got, result.Got, StringComparison.Ordinal);
        }
    }
}
