namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check01Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check01.TrainUnit((data, α, epochs) => Train(data, epochs, (v, slope) => v - α * slope)).IsDone);
        Assert.True(Check01.LineAt((x1, w1, w2, b) => -b / w2 - w1 / w2 * x1).IsDone);
        Assert.True(Check01.CostOf((a, y) => a.Zip(y, (p, t) => -t * Math.Log(p) - (1 - t) * Math.Log(1 - p)).Average()).IsDone);
        Assert.True(Check01.Sums((W, X, b) => Matrix<double>.Build.DenseOfColumnVectors(X.EnumerateColumns().Select(x => W * x + b)))
            .IsDone);
    }

    [Fact]
    public void TrainUnit_WrongAnswers_GetTheirReason()
    {
        Refused(Check01.TrainUnit((data, α, epochs) => Train(data, epochs, (v, slope) => v + α * slope)), "uphill");
        Refused(Check01.TrainUnit((data, _, epochs) => Train(data, epochs, (v, slope) => v - slope)), "learning rate is missing");
        Refused(Check01.TrainUnit((data, α, epochs) => Train(data, epochs, (_, slope) => -α * slope)), "forgets where it stood");
        Refused(Check01.TrainUnit((data, α, epochs) => Train(data, epochs - 1, (v, slope) => v - α * slope)), "One step is missing");
        Refused(Check01.TrainUnit((data, α, epochs) => Train(data, epochs + 1, (v, slope) => v - α * slope)), "One step too many");
        Refused(Check01.TrainUnit((data, α, _) => Train(data, 20, (v, slope) => v - α * slope)), "argument epochs");
        Refused(Check01.TrainUnit((data, α, _) => Train(data, 1, (v, slope) => v - α * slope)), "one step only");
        Refused(Check01.TrainUnit((data, α, epochs) => Train(data, 1, (v, slope) => v - epochs * α * slope)), "taken once");
        Refused(Check01.TrainUnit(WithoutBias), "the bias does not");
    }

    [Fact]
    public void LineAt_WrongAnswers_GetTheirReason()
    {
        Refused(Check01.LineAt((x1, w1, w2, b) => (w1 * x1 + b) / w2), "sign is turned");
        Refused(Check01.LineAt((x1, w1, w2, b) => -w1 * x1 / w2 + b), "divided by w2, too");
        Refused(Check01.LineAt((x1, w1, w2, b) => -w1 * x1 + b / w2), "parentheses");
        Refused(Check01.LineAt((x1, w1, w2, _) => -w1 * x1 / w2), "bias is missing");
        Refused(Check01.LineAt((x1, w1, w2, b) => (-w1 * x1 + b) / w2), "as well");
        Refused(Check01.LineAt((x1, w1, w2, b) => -(w1 * x1 + b) / w1), "which is w2");
        Refused(Check01.LineAt((x1, w1, _, b) => w1 * x1 + b), "That is z");
    }

    [Fact]
    public void CostOf_WrongAnswers_GetTheirReason()
    {
        Refused(Check01.CostOf((a, y) => a.Zip(y, (p, t) => Math.Log(t == 1 ? p : 1 - p)).Average()), "minus is missing");
        Refused(Check01.CostOf((a, y) => a.Zip(y, (p, t) => -Math.Log10(t == 1 ? p : 1 - p)).Average()), "Math.Log10");
        Refused(Check01.CostOf((a, y) => a.Zip(y, (p, t) => -Math.Log(t == 0 ? p : 1 - p)).Average()), "exchanged");
        Refused(Check01.CostOf((a, _) => a.Average(p => -Math.Log(p))), "got 1 − a");
        Refused(Check01.CostOf((a, y) => a.Zip(y, (p, t) => t == 1 ? -Math.Log(p) : 0).Average()), "y = 0 have a loss");
        Refused(Check01.CostOf((a, y) => a.Zip(y, (p, t) => -Math.Log(t == 1 ? p : 1 - p)).Sum()), "sum of the losses");
        Refused(Check01.CostOf((a, y) => a.Zip(y, (p, t) => (p - t) * (p - t)).Average()), "squared error");
        Refused(Check01.CostOf((a, y) => a.Zip(y, (p, t) => Math.Abs(p - t)).Average()), "mean distance");
    }

    [Fact]
    public void Sums_WrongAnswers_GetTheirReason()
    {
        Refused(Check01.Sums((W, X, _) => W * X), "biases are missing");
        Refused(Check01.Sums((W, X, b) => (W * X).MapIndexed((_, j, z) => z + b[j % b.Count])), "gets b[i]");
        Refused(Check01.Sums((W, X, b) => (W * X).MapIndexed((i, j, z) => j == 0 ? z + b[i] : z)), "not to the first alone");
        Refused(Check01.Sums((W, X, b) => (W * X).MapIndexed((i, _, z) => z - b[i])), "not subtracted");
        Refused(Check01.Sums((W, X, b) => (W * X).MapIndexed((i, _, z) => Math.Tanh(z + b[i]))), "That is A");
    }

    [Fact]
    public void Sums_IndexOrShapesThatDoNotFit_AreExplained()
    {
        Assert.Contains("its index is i, not j", Check01.Sums((W, X, b) => (W * X).MapIndexed((_, j, z) => z + b[j])).Message,
            StringComparison.Ordinal);
        Assert.Contains("as many columns on the left", Check01.Sums((W, X, _) => X * W).Message, StringComparison.Ordinal);
    }

    private static (double, double, double) Train(Dataset data, int epochs, Func<double, double, double> step)
    {
        var (w1, w2, b) = (0.0, 0.0, 0.0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var (dw1, dw2, db) = Slopes(data, w1, w2, b);
            (w1, w2, b) = (step(w1, dw1), step(w2, dw2), step(b, db));
        }
        return (w1, w2, b);
    }

    private static (double w1, double w2, double b) WithoutBias(Dataset data, double α, int epochs)
    {
        var (w1, w2) = (0.0, 0.0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var (dw1, dw2, _) = Slopes(data, w1, w2, 0);
            (w1, w2) = (w1 - α * dw1, w2 - α * dw2);
        }
        return (w1, w2, 0);
    }

    private static (double, double, double) Slopes(Dataset data, double w1, double w2, double b)
    {
        double TooHigh(int j) => 1 / (1 + Math.Exp(-(w1 * data.X[0, j] + w2 * data.X[1, j] + b))) - data.Y[0, j];
        var all = Enumerable.Range(0, data.M);
        return (all.Average(j => TooHigh(j) * data.X[0, j]), all.Average(j => TooHigh(j) * data.X[1, j]), all.Average(TooHigh));
    }

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }
}
