namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check07Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, b2)).IsDone);
        Assert.True(Check07.Cost((Z2, Y) => Safe(Z2, Y) / Y.ColumnCount).IsDone);
        Assert.True(Check07.TrainByHand((X, Y, start, α, epochs) => Train(X, Y, start, epochs, α)).IsDone);
        Assert.True(Check07.SixEquations((X, Y, pass, W2, g) => Six(X, Y, pass, W2, g.Derivative(pass.Z1))).IsDone);
        Assert.True(Check07.SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(A2 - A2.PointwisePower(2))).IsDone);
        Assert.True(Check07.Moons(Trained(Activation.Tanh, epochs: 2000)).IsDone);
    }

    [Fact]
    public void Forward_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, 0 * b1, W2, b2)), "b1 is missing");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, b1, W2, 0 * b2)), "b2 is missing");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1, 0 * b1, W2, 0 * b2)), "Both biases");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Activation.Sigmoid.Value(Add(W2 * Activation.Sigmoid.Value(Add(W1 * X, b1)), b2))),
            "hidden layer is tanh");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Activation.Sigmoid.Value(Add(W2 * Add(W1 * X, b1), b2))), "has no activation");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Add(W2 * Activation.Tanh.Value(Add(W1 * X, b1)), b2)), "You returned Z2");
        Refused(Check07.Forward((X, W1, b1, W2, b2) => Activation.Tanh.Value(Add(W2 * Activation.Tanh.Value(Add(W1 * X, b1)), b2))),
            "not tanh(Z2)");
    }

    [Fact]
    public void Forward_BiasByColumn_IsToldWhatItBelongsTo()
    {
        Blamed(Check07.Forward((X, W1, b1, W2, b2) => Output(ByColumn(W1 * X, b1), Matrix<double>.Build.DenseIdentity(b1.Count), 0 * b1,
            W2, b2)), "its index is i, not j");
        Blamed(Check07.Forward((X, W1, b1, W2, b2) => Activation.Sigmoid.Value(ByColumn(W2 * Activation.Tanh.Value(Add(W1 * X, b1)), b2))),
            "its index is i, not j");
        Blamed(Check07.Forward((X, W1, b1, W2, b2) => Output(X, W1.Transpose(), b1, W2, b2)), "A.Transpose() * B");

        static Matrix<double> ByColumn(Matrix<double> Z, Vector<double> b) => Z.MapIndexed((_, j, z) => z + b[j]);
    }

    [Fact]
    public void Cost_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.Cost(Safe), "the mean");
        Refused(Check07.Cost((Z2, Y) => Safe(Z2, Y) / Y.ColumnCount / Y.RowCount), "average over all entries");
        Refused(Check07.Cost((Z2, Y) => Safe(Z2, Y) / Y.RowCount), "number of rows");
        Refused(Check07.Cost((Z2, Y) => -Safe(Z2, Y) / Y.ColumnCount), "sign");
        Refused(Check07.Cost((Z2, Y) => Safe(Z2, 0 * Y) / Y.ColumnCount), "targets are missing");
        Refused(Check07.Cost((Z2, Y) => Safe(Z2, 0 * Y + 1) / Y.ColumnCount), "where y = 1 only");
        Refused(Check07.Cost((Z2, Y) => Safe(Z2, Y) / Math.Log(2) / Y.ColumnCount), "natural one");
        Refused(Check07.Cost((Z2, Y) => Z2.MapIndexed((i, j, z) => Math.Log(1 + Math.Exp(z)) - z * Y[i, j]).RowSums()
            .Sum() / Y.ColumnCount), "e^z overflows");
        Refused(Check07.Cost((Z2, Y) => CrossEntropy(Z2, Y) / Y.ColumnCount), "0 · ln 0");
        Refused(Check07.Cost((Z2, Y) => CrossEntropy(Z2, Y) / Y.ColumnCount / Y.RowCount), "Two things");
        Refused(Check07.Cost((Z2, Y) => Z2.MapIndexed((i, j, z) => Sigmoid(z) - Sigmoid(z) * Y[i, j]).RowSums().Sum() / Y.ColumnCount),
            "no loss");
    }

    [Fact]
    public void TrainByHand_WrongAnswers_GetTheirReason()
    {
        Refused(Loop(step: (v, slope, α) => v + α * slope), "uphill");
        Refused(Loop(step: (v, slope, _) => v - slope), "learning rate is missing");
        Refused(Loop(share: m => m), "missing in dW1, db1, dW2 and db2:");
        Refused(Loop(share: m => 1 / m), "stands twice in dW1, db1, dW2 and db2:");
        Refused(Loop(change: (g, m) => g with { dW1 = m * g.dW1, db1 = m * g.db1 }), "missing in dW1 and db1:");
        Refused(Loop(change: (g, m) => g with { dW1 = m * g.dW1 }), "missing in dW1:");
        Refused(Loop(change: (g, m) => g with { dW2 = g.dW2 / m }), "stands twice in dW2:");
        Refused(Loop(change: (g, m) => g with { dW2 = m * g.dW2, db2 = m * g.db2 }), "missing in dW2 and db2:");
        Refused(Loop(change: (g, m) => g with { db1 = m * g.db1, db2 = m * g.db2 }), "missing in db1 and db2:");
        Refused(Loop(change: (g, _) => g with { db1 = 0 * g.db1, db2 = 0 * g.db2 }), "biases do not");
        Refused(Loop(change: (g, _) => g with { dW1 = 0 * g.dW1, db1 = 0 * g.db1 }), "Only the output layer");
        Refused(Loop(slope: pass => 0 * pass.A1 + 1), "lacks the slope");
        Refused(Loop(slope: pass => 1 - pass.Z1.PointwisePower(2)), "square A1, not Z1");
        Refused(Loop(slope: pass => pass.A1.PointwiseMultiply(1 - pass.A1)), "slope of the sigmoid");
        Refused(Loop(output: pass => pass.A2.PointwiseMultiply(1 - pass.A2)), "is too much in dZ2");
        Refused(Loop(W2: (W2, dW2, α) => W2 - α * dW2), "All slopes first");
        Refused(Loop(epochs: epochs => epochs - 1), "One step is missing");
        Refused(Loop(epochs: epochs => epochs + 1), "One step too many");
        Refused(Loop(epochs: _ => 1), "one step only");
        Refused(Check07.TrainByHand((X, Y, start, α, epochs) => Train(X, Y, start, 1, epochs * α)), "taken once");
        Refused(Check07.TrainByHand((_, _, start, _, _) => start), "start unchanged");
    }

    [Fact]
    public void TrainByHand_ShapesThatDoNotFit_AreExplained()
    {
        Blamed(Check07.TrainByHand((X, _, start, _, _) => start with { W1 = start.W1 * X * X }), "A * B.Transpose()");
        Blamed(Check07.TrainByHand((X, _, start, _, _) => start with { W1 = start.W1 * X * (start.W1 * X) }), "PointwiseMultiply");
        Blamed(Check07.TrainByHand((X, _, start, _, _) => start with { W2 = start.W2 * (start.W2 * start.W1 * X) }), "A.Transpose() * B");
    }

    [Theory]
    [InlineData("dW1")]
    [InlineData("db1")]
    [InlineData("dW2")]
    [InlineData("db2")]
    [InlineData("dW1 and db1")]
    [InlineData("dW2 and db2")]
    [InlineData("db1 and db2")]
    [InlineData("dW1, db1, dW2 and db2")]
    public void SixEquations_WrongShareOfTheMean_NamesWhose(string names)
    {
        Refused(Check07.SixEquations((X, Y, pass, W2, g) => Scaled(Six(X, Y, pass, W2, g.Derivative(pass.Z1)), Y.ColumnCount)),
            $"The 1/m is missing in {names}:");
        Refused(Check07.SixEquations((X, Y, pass, W2, g) => Scaled(Six(X, Y, pass, W2, g.Derivative(pass.Z1)), 1.0 / Y.ColumnCount)),
            $"The 1/m stands twice in {names}:");

        Gradients Scaled(Gradients g, double factor)
        {
            double For(string name) => names.Split([" and ", ", "], StringSplitOptions.None).Contains(name) ? factor : 1;
            return new(For("dW1") * g.dW1, For("db1") * g.db1, For("dW2") * g.dW2, For("db2") * g.db2);
        }
    }

    [Fact]
    public void SixEquations_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, 1 - pass.A1.PointwisePower(2))), "the slope of tanh");
        Refused(Check07.SixEquations((X, Y, pass, W2, g) => Six(X, Y, pass, W2, g.Derivative(pass.A1))), "not of A1");
        Refused(Check07.SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, pass.A1)), "not g.Value");
        Refused(Check07.SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, 1 - pass.Z1.PointwisePower(2))), "you square Z1");
        Refused(Check07.SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, pass.A1.PointwiseMultiply(1 - pass.A1))),
            "slope of the sigmoid");
        Refused(Check07.SixEquations((X, Y, pass, W2, _) => Six(X, Y, pass, W2, 0 * pass.A1 + 1)), "lacks the slope");
        Refused(Check07.SixEquations((X, Y, pass, W2, g) => Six(X, 2 * pass.A2 - Y, pass, W2, g.Derivative(pass.Z1))), "Every sign");
        Refused(Check07.SixEquations((X, Y, pass, W2, g) =>
            Six(X, pass.A2 - (pass.A2 - Y).PointwiseMultiply(pass.A2).PointwiseMultiply(1 - pass.A2), pass, W2, g.Derivative(pass.Z1))),
            "too much in dZ2");
        Altered((g, _, pass, dZ2) => g with { dW2 = dZ2 * pass.Z1.Transpose() / dZ2.ColumnCount }, "made with Z1");
        Altered((g, _, _, _) => g with { dW1 = g.dW1.Transpose() }, "dW1 is transposed");
        Altered((g, _, _, _) => g with { dW2 = g.dW2.Transpose() }, "dW2 is transposed");
        Altered((g, _, _, _) => g with { dW1 = g.dW1.Transpose(), dW2 = g.dW2.Transpose() }, "dW1 and dW2 are transposed");
        Altered((g, _, _, _) => new(g.dW2, g.db2, g.dW1, g.db1), "layers are exchanged");
    }

    [Fact]
    public void SixEquations_ShapesThatDoNotFit_AreExplained()
    {
        Blamed(Slipped((_, _, pass, W2, dZ2) => W2.Transpose() * dZ2 * (1 - pass.A1.PointwisePower(2))), "PointwiseMultiply");
        Blamed(Slipped((_, _, pass, _, dZ2) => dZ2 * pass.A1), "A * B.Transpose()");
        Blamed(Slipped((_, _, _, W2, dZ2) => W2 * dZ2), "A.Transpose() * B");
        Blamed(Slipped((X, _, pass, _, _) => pass.A1.Transpose() * X), "columns on the left");

        static CheckResult Slipped(Func<Matrix<double>, Matrix<double>, ForwardPass, Matrix<double>, Matrix<double>,
            Matrix<double>> product) =>
            Check07.SixEquations((X, Y, pass, W2, g) => Six(X, Y, pass, W2,
                g.Derivative(pass.Z1)) with
            { dW1 = product(X, Y, pass, W2, pass.A2 - Y) });
    }

    [Fact]
    public void SquaredErrorOutput_WrongAnswers_GetTheirReason()
    {
        Refused(Check07.SquaredErrorOutput((A2, Y) => A2 - Y), "One factor of the chain");
        Refused(Check07.SquaredErrorOutput((A2, _) => A2.PointwiseMultiply(1 - A2)), "That is ∂a/∂z alone");
        Refused(Check07.SquaredErrorOutput((A2, Y) => Right(A2, Y) / A2.ColumnCount), "Leave the 1/m");
        Refused(Check07.SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(A2)), "two factors");
        Refused(Check07.SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(1 - A2)), "two factors");
        Refused(Check07.SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(1 - A2.PointwisePower(2))), "slope of tanh");
        Refused(Check07.SquaredErrorOutput((A2, Y) => (A2 - Y).PointwiseMultiply(A2.Map(a => Sigmoid(a) * (1 - Sigmoid(a))))),
            "slope at a");
        Refused(Check07.SquaredErrorOutput((A2, Y) => 2 * Right(A2, Y)), "cancel");
        Refused(Check07.SquaredErrorOutput((A2, Y) => 0.5 * Right(A2, Y)), "brings a 2");
        Refused(Check07.SquaredErrorOutput((A2, Y) => -Right(A2, Y)), "a − y");
        Blamed(Check07.SquaredErrorOutput((A2, Y) => (A2 - Y) * A2 * (1 - A2)), "PointwiseMultiply");

        static Matrix<double> Right(Matrix<double> A2, Matrix<double> Y) => (A2 - Y).PointwiseMultiply(A2).PointwiseMultiply(1 - A2);
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

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Safe(Matrix<double> Z2, Matrix<double> Y) =>
        Z2.MapIndexed((i, j, z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))) - z * Y[i, j]).RowSums().Sum();

    private static double CrossEntropy(Matrix<double> Z2, Matrix<double> Y)
    {
        var A2 = Z2.Map(Sigmoid);
        return -(Y.PointwiseMultiply(A2.PointwiseLog()) + (1 - Y).PointwiseMultiply((1 - A2).PointwiseLog())).RowSums().Sum();
    }

    private static Gradients Six(Matrix<double> X, Matrix<double> Y, ForwardPass pass, Matrix<double> W2, Matrix<double> slope)
    {
        var dZ2 = pass.A2 - Y;
        var dZ1 = (W2.Transpose() * dZ2).PointwiseMultiply(slope);
        double m = Y.ColumnCount;
        return new(dZ1 * X.Transpose() / m, dZ1.RowSums() / m, dZ2 * pass.A1.Transpose() / m, dZ2.RowSums() / m);
    }

    private static void Altered(Func<Gradients, Matrix<double>, ForwardPass, Matrix<double>, Gradients> change, string hint) => Refused(
        Check07.SixEquations((X, Y, pass, W2, g) => change(Six(X, Y, pass, W2, g.Derivative(pass.Z1)), X, pass, pass.A2 - Y)), hint);

    /// <summary>The loop with one slip.</summary>
    private static CheckResult Loop(
        Func<double, double>? share = null, Func<Gradients, double, Gradients>? change = null, Func<ForwardPass,
        Matrix<double>>? slope = null,
        Func<ForwardPass, Matrix<double>>? output = null, Func<Matrix<double>, Matrix<double>, double, Matrix<double>>? W2 = null,
        Func<double, double, double, double>? step = null, Func<int, int>? epochs = null) =>
        Check07.TrainByHand((X, Y, start, α, given) => Train(X, Y, start, epochs?.Invoke(given) ?? given, α, share, change, slope, output,
            W2, step));

    private static Parameters Train(
        Matrix<double> X, Matrix<double> Y, Parameters start, int epochs, double α, Func<double, double>? share = null,
        Func<Gradients, double, Gradients>? change = null, Func<ForwardPass, Matrix<double>>? slope = null, Func<ForwardPass,
        Matrix<double>>? output = null,
        Func<Matrix<double>, Matrix<double>, double, Matrix<double>>? W2Back = null, Func<double, double, double, double>? step = null)
    {
        var (W1, b1, W2, b2) = start;
        double m = X.ColumnCount;
        var factor = share?.Invoke(m) ?? 1;
        double To(double v, double slopeOfV) => step?.Invoke(v, slopeOfV, α) ?? v - α * slopeOfV;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var Z1 = Add(W1 * X, b1);
            var A1 = Z1.PointwiseTanh();
            var Z2 = Add(W2 * A1, b2);
            ForwardPass pass = new(Z1, A1, Z2, Z2.Map(Sigmoid));
            var dZ2 = (pass.A2 - Y).PointwiseMultiply(output?.Invoke(pass) ?? 0 * Y + 1);
            var dW2 = factor * dZ2 * A1.Transpose() / m;
            var back = W2Back?.Invoke(W2, dW2, α) ?? W2;
            var dZ1 = (back.Transpose() * dZ2).PointwiseMultiply(slope?.Invoke(pass) ?? 1 - A1.PointwisePower(2));
            Gradients g = new(factor * dZ1 * X.Transpose() / m, factor * dZ1.RowSums() / m, dW2, factor * dZ2.RowSums() / m);
            g = change?.Invoke(g, m) ?? g;
            (W1, b1) = (W1.MapIndexed((i, j, v) => To(v, g.dW1[i, j])), b1.MapIndexed((i, v) => To(v, g.db1[i])));
            (W2, b2) = (W2.MapIndexed((i, j, v) => To(v, g.dW2[i, j])), b2.MapIndexed((i, v) => To(v, g.db2[i])));
        }
        return new(W1, b1, W2, b2);
    }

    private static void Refused(CheckResult result, string hint, string? got = null)
    {
        Assert.False(result.IsDone);
        Assert.Contains(hint, result.Hint, StringComparison.Ordinal);
        if (got is not null)
            Assert.Contains(got, result.Got, StringComparison.Ordinal);
    }

    private static void Blamed(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Message, StringComparison.Ordinal);
    }
}
