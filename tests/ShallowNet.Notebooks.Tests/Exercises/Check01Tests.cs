using static ShallowNet.Notebooks.Check01;
using static ShallowNet.Notebooks.Tests.Exercises.Says;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check01Tests
{
    [Fact]
    public void RightAnswers_AreDone() => Done(
        TrainUnit((data, α, epochs) => Train(data, epochs, (v, slope) => v - α * slope)),
        LineAt((x1, w1, w2, b) => -b / w2 - w1 / w2 * x1),
        CostOf((a, y) => a.Zip(y, (p, t) => -t * Math.Log(p) - (1 - t) * Math.Log(1 - p)).Average()),
        Sums((W, X, b) => Matrix<double>.Build.DenseOfColumnVectors(X.EnumerateColumns().Select(x => W * x + b))));

    [Fact]
    public void WrongAnswers_GetTheirReason() => Hint(
        (TrainUnit((data, α, epochs) => Train(data, epochs, (v, slope) => v + α * slope)), "uphill"),
        (TrainUnit((data, _, epochs) => Train(data, epochs, (v, slope) => v - slope)), "learning rate is missing"),
        (TrainUnit((data, α, epochs) => Train(data, epochs, (_, slope) => -α * slope)), "forgets where it stood"),
        (TrainUnit((data, α, epochs) => Train(data, epochs - 1, (v, slope) => v - α * slope)), "One step is missing"),
        (TrainUnit((data, α, epochs) => Train(data, epochs + 1, (v, slope) => v - α * slope)), "One step too many"),
        (TrainUnit((data, α, _) => Train(data, 20, (v, slope) => v - α * slope)), "argument epochs"),
        (TrainUnit((data, α, _) => Train(data, 1, (v, slope) => v - α * slope)), "one step only"),
        (TrainUnit((data, α, epochs) => Train(data, 1, (v, slope) => v - epochs * α * slope)), "taken once"),
        (TrainUnit((data, α, epochs) => Train(data, epochs, (v, slope) => v - α * slope, withBias: false)), "the bias does not"),
        (LineAt((x1, w1, w2, b) => (w1 * x1 + b) / w2), "sign is turned"),
        (LineAt((x1, w1, w2, b) => -w1 * x1 / w2 + b), "divided by w2, too"),
        (LineAt((x1, w1, w2, b) => -w1 * x1 + b / w2), "parentheses"),
        (LineAt((x1, w1, w2, _) => -w1 * x1 / w2), "bias is missing"),
        (LineAt((x1, w1, w2, b) => (-w1 * x1 + b) / w2), "as well"),
        (LineAt((x1, w1, w2, b) => -(w1 * x1 + b) / w1), "which is w2"),
        (LineAt((x1, w1, _, b) => w1 * x1 + b), "That is z"),
        (CostOf((a, y) => a.Zip(y, (p, t) => Math.Log(t == 1 ? p : 1 - p)).Average()), "minus is missing"),
        (CostOf((a, y) => a.Zip(y, (p, t) => -Math.Log10(t == 1 ? p : 1 - p)).Average()), "Math.Log10"),
        (CostOf((a, y) => a.Zip(y, (p, t) => -Math.Log(t == 0 ? p : 1 - p)).Average()), "exchanged"),
        (CostOf((a, _) => a.Average(p => -Math.Log(p))), "got 1 − a"),
        (CostOf((a, y) => a.Zip(y, (p, t) => t == 1 ? -Math.Log(p) : 0).Average()), "y = 0 have a loss"),
        (CostOf((a, y) => a.Zip(y, (p, t) => -Math.Log(t == 1 ? p : 1 - p)).Sum()), "sum of the losses"),
        (CostOf((a, y) => a.Zip(y, (p, t) => (p - t) * (p - t)).Average()), "squared error"),
        (CostOf((a, y) => a.Zip(y, (p, t) => Math.Abs(p - t)).Average()), "mean distance"),
        (Sums((W, X, _) => W * X), "biases are missing"),
        (Sums((W, X, b) => (W * X).MapIndexed((_, j, z) => z + b[j % b.Count])), "gets b[i]"),
        (Sums((W, X, b) => (W * X).MapIndexed((i, j, z) => j == 0 ? z + b[i] : z)), "not to the first alone"),
        (Sums((W, X, b) => (W * X).MapIndexed((i, _, z) => z - b[i])), "not subtracted"),
        (Sums((W, X, b) => (W * X).MapIndexed((i, _, z) => Math.Tanh(z + b[i]))), "That is A"));

    [Fact]
    public void Sums_IndexOrShapesThatDoNotFit_AreExplained() => Message(
        (Sums((W, X, b) => (W * X).MapIndexed((_, j, z) => z + b[j])), "its index is i, not j"),
        (Sums((W, X, _) => X * W), "as many columns on the left"));

    private static (double, double, double) Train(Dataset data, int epochs, Func<double, double, double> step, bool withBias = true)
    {
        var (w1, w2, b) = (0.0, 0.0, 0.0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            double[] tooHigh = [.. Enumerable.Range(0, data.M)
                .Select(j => 1 / (1 + Math.Exp(-(w1 * data.X[0, j] + w2 * data.X[1, j] + b))) - data.Y[0, j])];
            w1 = step(w1, tooHigh.Select((e, j) => e * data.X[0, j]).Average());
            w2 = step(w2, tooHigh.Select((e, j) => e * data.X[1, j]).Average());
            b = withBias ? step(b, tooHigh.Average()) : 0;
        }
        return (w1, w2, b);
    }
}
