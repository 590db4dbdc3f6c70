using static ShallowNet.Notebooks.Check07;
using static ShallowNet.Notebooks.Tests.Exercises.Says;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check07Tests
{
    [Fact]
    public void RightAnswers_AreDone() => Done(
        Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, b2)),
        Cost((Z2, Y) => Sum(Z2, Y) / Y.ColumnCount),
        TrainByHand((X, Y, start, α, epochs) => Train(X, Y, start, α, epochs)),
        SixEquations((X, Y, pass, W2, g) => Six(X, Y, pass, W2, g.Derivative(pass.Z1))),
        SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(A2 - A2.PointwisePower(2))),
        Moons(data => Trained(new(2, 8), data, 1, 2000)));

    [Fact]
    public void WrongAnswers_GetTheirReason() => Hint(
        (Forward((X, W1, b1, W2, b2) => Output(X, W1, 0 * b1, W2, b2)), "b1 is missing"),
        (Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, 0 * b2)), "b2 is missing"),
        (Forward((X, W1, b1, W2, b2) => Output(X, W1, 0 * b1, W2, 0 * b2)), "Both biases"),
        (Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, b2, hidden: Activation.Sigmoid)), "hidden layer is tanh"),
        (Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, b2, hidden: Activation.Identity)), "has no activation"),
        (Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, b2, output: Activation.Identity)), "You returned Z2"),
        (Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, b2, output: Activation.Tanh)), "not tanh(Z2)"),
        (Cost((Z2, Y) => Sum(Z2, Y)), "the mean"),
        (Cost((Z2, Y) => Sum(Z2, Y) / Y.ColumnCount / Y.RowCount), "average over all entries"),
        (Cost((Z2, Y) => Sum(Z2, Y) / Y.RowCount), "number of rows"),
        (Cost((Z2, Y) => -Sum(Z2, Y) / Y.ColumnCount), "sign"),
        (Cost((Z2, Y) => Sum(Z2, 0 * Y) / Y.ColumnCount), "targets are missing"),
        (Cost((Z2, Y) => Sum(Z2, 0 * Y + 1) / Y.ColumnCount), "where y = 1 only"),
        (Cost((Z2, Y) => Sum(Z2, Y) / Math.Log(2) / Y.ColumnCount), "natural one"),
        (Cost((Z2, Y) => Sum(Z2, Y, (z, y) => Math.Log(1 + Math.Exp(z)) - z * y) / Y.ColumnCount), "e^z overflows"),
        (Cost((Z2, Y) => Sum(Z2, Y, Textbook) / Y.ColumnCount), "0 · ln 0"),
        (Cost((Z2, Y) => Sum(Z2, Y, Textbook) / Y.ColumnCount / Y.RowCount), "Two things"),
        (Cost((Z2, Y) => Sum(Z2, Y, (z, y) => Sigmoid(z) - Sigmoid(z) * y) / Y.ColumnCount), "no loss"),
        (Loop((g, _) => Scaled(g, -1, -1, -1, -1)), "uphill"),
        (TrainByHand((X, Y, start, _, epochs) => Train(X, Y, start, 1, epochs)), "learning rate is missing"),
        (Loop((g, m) => Scaled(g, m, m, m, m)), "missing in dW1, db1, dW2 and db2:"),
        (Loop((g, m) => Scaled(g, 1 / m, 1 / m, 1 / m, 1 / m)), "stands twice in dW1, db1, dW2 and db2:"),
        (Loop((g, m) => Scaled(g, dW1: m, db1: m)), "missing in dW1 and db1:"),
        (Loop((g, m) => Scaled(g, dW1: m)), "missing in dW1:"),
        (Loop((g, m) => Scaled(g, dW2: 1 / m)), "stands twice in dW2:"),
        (Loop((g, m) => Scaled(g, dW2: m, db2: m)), "missing in dW2 and db2:"),
        (Loop((g, m) => Scaled(g, db1: m, db2: m)), "missing in db1 and db2:"),
        (Loop((g, _) => Scaled(g, db1: 0, db2: 0)), "biases do not"),
        (Loop((g, _) => Scaled(g, dW1: 0, db1: 0)), "Only the output layer"),
        (Loop((X, Y, pass, W2, _) => Six(X, Y, pass, W2, 0 * pass.A1 + 1)), "lacks the slope"),
        (Loop((X, Y, pass, W2, _) => Six(X, Y, pass, W2, 1 - pass.Z1.PointwisePower(2))), "square A1, not Z1"),
        (Loop((X, Y, pass, W2, _) => Six(X, Y, pass, W2, pass.A1.PointwiseMultiply(1 - pass.A1))), "slope of the sigmoid"),
        (Loop((X, Y, pass, W2, _) => Six(X, pass.A2 - OfSquaredError(pass.A2, Y), pass, W2, Slope(pass))), "is too much in dZ2"),
        (Loop((X, Y, pass, W2, α) => Six(X, Y, pass, W2 - α * Six(X, Y, pass, W2, Slope(pass)).dW2, Slope(pass))), "All slopes first"),
        (TrainByHand((X, Y, start, α, epochs) => Train(X, Y, start, α, epochs - 1)), "One step is missing"),
        (TrainByHand((X, Y, start, α, epochs) => Train(X, Y, start, α, epochs + 1)), "One step too many"),
        (TrainByHand((X, Y, start, α, _) => Train(X, Y, start, α, 1)), "one step only"),
        (TrainByHand((X, Y, start, α, epochs) => Train(X, Y, start, epochs * α, 1)), "taken once"),
        (TrainByHand((_, _, start, _, _) => start), "start unchanged"),
        (SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, Slope(pass))), "the slope of tanh"),
        (SixEquations((X, Y, pass, W2, g) => Six(X, Y, pass, W2, g.Derivative(pass.A1))), "not of A1"),
        (SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, pass.A1)), "not g.Value"),
        (SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, 1 - pass.Z1.PointwisePower(2))), "you square Z1"),
        (SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, pass.A1.PointwiseMultiply(1 - pass.A1))), "slope of the sigmoid"),
        (SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, 0 * pass.A1 + 1)), "lacks the slope"),
        (SixEquations((X, Y, pass, W2, g) => Six(X, 2 * pass.A2 - Y, pass, W2, g.Derivative(pass.Z1))), "Every sign"),
        (SixEquations((X, Y, pass, W2, g) => Six(X, pass.A2 - OfSquaredError(pass.A2, Y), pass, W2, g.Derivative(pass.Z1))),
            "too much in dZ2"),
        (SixEquations((X, Y, pass, W2, g) => Six(X, Y, pass, W2, g.Derivative(pass.Z1)) with
        {
            dW2 = (pass.A2 - Y) * pass.Z1.Transpose() / Y.ColumnCount,
        }), "made with Z1"),
        (Equations((g, _) => g with { dW1 = g.dW1.Transpose() }), "dW1 is transposed"),
        (Equations((g, _) => g with { dW2 = g.dW2.Transpose() }), "dW2 is transposed"),
        (Equations((g, _) => g with { dW1 = g.dW1.Transpose(), dW2 = g.dW2.Transpose() }), "dW1 and dW2 are transposed"),
        (Equations((g, _) => new(g.dW2, g.db2, g.dW1, g.db1)), "layers are exchanged"),
        (SquaredErrorOutput((A2, Y) => A2 - Y), "One factor of the chain"),
        (SquaredErrorOutput((A2, _) => A2.PointwiseMultiply(1 - A2)), "That is ∂a/∂z alone"),
        (SquaredErrorOutput((A2, Y) => OfSquaredError(A2, Y) / A2.ColumnCount), "Leave the 1/m"),
        (SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(A2)), "two factors"),
        (SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(1 - A2)), "two factors"),
        (SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(1 - A2.PointwisePower(2))), "slope of tanh"),
        (SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(A2.Map(a => Sigmoid(a) * (1 - Sigmoid(a))))), "slope at a"),
        (SquaredErrorOutput((A2, Y) => 2 * OfSquaredError(A2, Y)), "cancel"),
        (SquaredErrorOutput((A2, Y) => 0.5 * OfSquaredError(A2, Y)), "brings a 2"),
        (SquaredErrorOutput((A2, Y) => -OfSquaredError(A2, Y)), "a − y"),
        (Moons(_ => new(2, 8)), "hardly learned"),
        (Moons(data => Trained(new(2, 8, hidden: Activation.Identity), data, 1, 500)), "straight boundary"),
        (Moons(_ => null!), "Watch the cost"));

    [Theory]
    [InlineData("dW1"), InlineData("db1"), InlineData("dW2"), InlineData("db2")]
    [InlineData("dW1 and db1"), InlineData("dW2 and db2"), InlineData("db1 and db2"), InlineData("dW1, db1, dW2 and db2")]
    public void SixEquations_WrongShareOfTheMean_NamesWhose(string names)
    {
        Hint(
            (Equations((g, m) => Scaled(g, For("dW1", m), For("db1", m), For("dW2", m), For("db2", m))),
                $"The 1/m is missing in {names}:"),
            (Equations((g, m) => Scaled(g, For("dW1", 1 / m), For("db1", 1 / m), For("dW2", 1 / m), For("db2", 1 / m))),
                $"The 1/m stands twice in {names}:"));

        double For(string name, double factor) => names.Contains(name, StringComparison.Ordinal) ? factor : 1;
    }

    [Fact]
    public void Moons_NoNetwork_IsNamed() => Expect.In(Moons(_ => null!).Got, "null");

    [Fact]
    public void IndexOrShapesThatDoNotFit_AreExplained()
    {
        Message(
            (Forward((X, W1, b1, W2, b2) => Add(W2 * ByColumn(W1 * X, b1), b2)), "its index is i, not j"),
            (Forward((X, W1, b1, W2, b2) => ByColumn(W2 * Add(W1 * X, b1), b2)), "its index is i, not j"),
            (Forward((X, W1, b1, W2, b2) => Output(X, W1.Transpose(), b1, W2, b2)), "A.Transpose() * B"),
            (TrainByHand((X, _, start, _, _) => start with { W1 = start.W1 * X * X }), "A * B.Transpose()"),
            (TrainByHand((X, _, start, _, _) => start with { W1 = start.W1 * X * (start.W1 * X) }), "PointwiseMultiply"),
            (TrainByHand((X, _, start, _, _) => start with { W2 = start.W2 * (start.W2 * start.W1 * X) }), "A.Transpose() * B"),
            (WithdW1((_, pass, W2, dZ2) => W2.Transpose() * dZ2 * (1 - pass.A1.PointwisePower(2))), "PointwiseMultiply"),
            (WithdW1((_, pass, _, dZ2) => dZ2 * pass.A1), "A * B.Transpose()"),
            (WithdW1((_, _, W2, dZ2) => W2 * dZ2), "A.Transpose() * B"),
            (WithdW1((X, pass, _, _) => pass.A1.Transpose() * X), "columns on the left"),
            (SquaredErrorOutput((A2, Y) => (A2 - Y) * A2 * (1 - A2)), "PointwiseMultiply"));

        static Matrix ByColumn(Matrix Z, Vector b) => Z.MapIndexed((_, j, z) => z + b[j]);

        static CheckResult WithdW1(Func<Matrix, ForwardPass, Matrix, Matrix, Matrix> product) => SixEquations((X, Y, pass, W2, g) =>
            Six(X, Y, pass, W2, g.Derivative(pass.Z1)) with { dW1 = product(X, pass, W2, pass.A2 - Y) });
    }

    private static Matrix Output(
        Matrix X, Matrix W1, Vector b1, Matrix W2, Vector b2, Activation? hidden = null, Activation? output = null) =>
        (output ?? Activation.Sigmoid).Value(Add(W2 * (hidden ?? Activation.Tanh).Value(Add(W1 * X, b1)), b2));

    private static Matrix Add(Matrix Z, Vector b) => Z.MapIndexed((i, _, z) => z + b[i]);

    private static double Sum(Matrix Z2, Matrix Y, Func<double, double, double>? loss = null) =>
        Z2.MapIndexed((i, j, z) => (loss ?? Loss)(z, Y[i, j])).RowSums().Sum();

    private static double Loss(double z, double y) => SoftplusOf(z) - z * y;

    private static double Textbook(double z, double y) => -y * Math.Log(Sigmoid(z)) - (1 - y) * Math.Log(1 - Sigmoid(z));

    private static Gradients Six(Matrix X, Matrix Y, ForwardPass pass, Matrix W2, Matrix slope)
    {
        var dZ2 = pass.A2 - Y;
        var dZ1 = (W2.Transpose() * dZ2).PointwiseMultiply(slope);
        double m = Y.ColumnCount;
        return new(dZ1 * X.Transpose() / m, dZ1.RowSums() / m, dZ2 * pass.A1.Transpose() / m, dZ2.RowSums() / m);
    }

    private static Matrix Slope(ForwardPass pass) => 1 - pass.A1.PointwisePower(2);

    private static Matrix OfSquaredError(Matrix A2, Matrix Y) => (A2 - Y).PointwiseMultiply(A2).PointwiseMultiply(1 - A2);

    private static Gradients Scaled(Gradients g, double dW1 = 1, double db1 = 1, double dW2 = 1, double db2 = 1) =>
        new(dW1 * g.dW1, db1 * g.db1, dW2 * g.dW2, db2 * g.db2);

    private static CheckResult Equations(Func<Gradients, double, Gradients> change) => SixEquations((X, Y, pass, W2, g) =>
        change(Six(X, Y, pass, W2, g.Derivative(pass.Z1)), Y.ColumnCount));

    private static CheckResult Loop(Func<Gradients, double, Gradients> change) => Loop((X, Y, pass, W2, _) =>
        change(Six(X, Y, pass, W2, Slope(pass)), Y.ColumnCount));

    private static CheckResult Loop(Func<Matrix, Matrix, ForwardPass, Matrix, double, Gradients> gradients) => TrainByHand(
        (X, Y, start, α, epochs) => Train(X, Y, start, α, epochs, gradients));

    private static Parameters Train(Matrix X, Matrix Y, Parameters p, double α, int epochs,
        Func<Matrix, Matrix, ForwardPass, Matrix, double, Gradients>? gradients = null)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var Z1 = Add(p.W1 * X, p.b1);
            var A1 = Z1.PointwiseTanh();
            var Z2 = Add(p.W2 * A1, p.b2);
            ForwardPass pass = new(Z1, A1, Z2, Z2.Map(Sigmoid));
            var g = gradients?.Invoke(X, Y, pass, p.W2, α) ?? Six(X, Y, pass, p.W2, Slope(pass));
            p = new(p.W1 - α * g.dW1, p.b1 - α * g.db1, p.W2 - α * g.dW2, p.b2 - α * g.db2);
        }
        return p;
    }
}
