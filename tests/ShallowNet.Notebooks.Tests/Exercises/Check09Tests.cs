using static ShallowNet.Notebooks.Check09;
using static ShallowNet.Notebooks.Tests.Exercises.Says;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check09Tests
{
    [Fact]
    public void RightAnswers_AreDone() => Done(
        StandardizeTest((training, test) => Scaled(training, test)),
        PrecisionAndRecall((a, p) => (Confusion(a, p).Precision(1), Confusion(a, p).Recall(1))),
        AreaUnderCurve((positive, negative) => RocCurve.Of(
            [.. positive, .. negative], [.. positive.Select(_ => 1), .. negative.Select(_ => 0)]).Auc),
        CheapestThreshold((missed, alarm) => 1 / (1 + missed / alarm)),
        TrainDetector(Detector()),
        TrainDetector(Detector(Activation.Identity)));

    [Fact]
    public void WrongAnswers_GetTheirReason() => Hint(
        (StandardizeTest((_, test) => Scaled(test, test)), "measured mean and standard deviation on the test values"),
        (StandardizeTest((training, test) => Scaled([.. training, .. test], test)), "all values together"),
        (StandardizeTest((training, test) => [.. test.Select(x => x - training.Average())]), "division is missing"),
        (StandardizeTest((training, _) => Scaled(training, training)), "Return the test values"),
        (PrecisionAndRecall((a, p) => (Confusion(a, p).Recall(1), Confusion(a, p).Precision(1))), "swapped"),
        (PrecisionAndRecall((a, p) => (Confusion(a, p).Precision(0), Confusion(a, p).Recall(0))), "benign"),
        (PrecisionAndRecall((a, p) => (Confusion(a, p).Accuracy, Confusion(a, p).Accuracy)), "accuracy"),
        (PrecisionAndRecall((a, p) => (Confusion(a, p)[1, 1] / p.Sum(), Confusion(a, p)[1, 1] / a.Sum())), "cut to an int"),
        (AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => p > n ? 1.0 : 0))), "Ties are missing"),
        (AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => p >= n ? 1.0 : 0))), "full point"),
        (AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => Points(n, p)))), "The wrong way around"),
        (AreaUnderCurve((positive, negative) => positive.Sum(p => negative.Sum(n => Points(p, n)))), "Divide by the number of all pairs"),
        (AreaUnderCurve((positive, negative) => positive.Zip(negative, Points).Average()), "Zip"),
        (CheapestThreshold((missed, alarm) => missed / (missed + alarm)), "The wrong way around"),
        (CheapestThreshold((missed, alarm) => alarm / missed), "1 − p"),
        (CheapestThreshold((_, _) => 0.5), "cost the same"),
        (TrainDetector(_ => _ => null!), "gives one probability"),
        (TrainDetector(Detector(standardize: false)), "raw"),
        (TrainDetector(training => X => 1 - Detector()(training)(X)), "probability of benign"),
        (TrainDetector(Detector(fitWhenAsked: true)), "asked about alone"),
        (TrainDetector(training => X => training.Y.Row(0)), "one number per column"),
        (TrainDetector(_ => X => X.Row(0)), "between 0 and 1"),
        (TrainDetector(_ => null!), "Return a function"),
        (TrainDetector(Detector(initializer: Initializer.Zeros)), "starts from zeros"),
        (TrainDetector(training => X => Detector()(training)(X) / 10), "train longer"),
        (TrainDetector(Detector(rawWhenAsked: true)), "is asked with raw measurements"),
        (ChooseEpochs((data, candidates, train) => candidates.MinBy(n => train(data, n).Cost(data.X, data.Y))), "has not seen"),
        (ChooseEpochs((data, candidates, train) => candidates.MaxBy(n => ValidationCost(data, n, train))), "highest"),
        (ChooseEpochs((data, candidates, train) => train(data, candidates.Min()) is null ? 0 : candidates.Min()), "shortest"),
        (ChooseEpochs((data, candidates, train) =>
            Array.IndexOf(candidates, candidates.MinBy(n => ValidationCost(data, n, train)))), "place in the list"),
        (ChooseEpochs((_, candidates, _) => candidates[1]), "never called train"));

    [Fact]
    public void StandardizeTest_ChangedArguments_LeaveTheCasesAlone()
    {
        Assert.False(StandardizeTest((training, test) =>
        {
            Array.Clear(training);
            return test;
        }).IsDone);
        Done(StandardizeTest(Scaled));
    }

    [Theory]
    [InlineData(5, 1), InlineData(5, 31), InlineData(15, 61)]
    public void ChooseEpochs_ByValidation_IsDoneWhateverTheSplits(int splits, int firstSplit) => Done(
        ChooseEpochs((data, candidates, train) => candidates.MinBy(epochs => ValidationCost(data, epochs, train, splits, firstSplit))));

    private static Func<Dataset, Func<Matrix<double>, Vector<double>>> Detector(
        Activation? hidden = null, Initializer? initializer = null, bool standardize = true, bool fitWhenAsked = false,
        bool rawWhenAsked = false) => training =>
        {
            var standardizer = Standardizer.Fit(training.X);
            var net = Trained(new(training.Nx, 4, hidden: hidden, initializer: initializer ?? Initializer.Xavier),
                standardize ? standardizer.Apply(training) : training, 0.3, 150);
            return X => net.Probabilities(!standardize || rawWhenAsked ? X : (fitWhenAsked ? Standardizer.Fit(X) : standardizer).Apply(X))
                .Row(0);
        };

    private static double ValidationCost(
        Dataset data, int epochs, Func<Dataset, int, Network> train, int splits = 5, int firstSplit = 1) =>
        Enumerable.Range(firstSplit, splits).Average(seed =>
        {
            var (part, validation) = data.Split(0.25, seed);
            return train(part, epochs).Cost(validation.X, validation.Y);
        });

    private static double[] Scaled(double[] measured, double[] values)
    {
        var mean = measured.Average();
        var deviation = Math.Sqrt(measured.Average(x => (x - mean) * (x - mean)));
        return [.. values.Select(x => (x - mean) / deviation)];
    }

    private static double Points(double p, double n) => p > n ? 1 : p == n ? 0.5 : 0;

    private static ConfusionMatrix Confusion(int[] actual, int[] predicted) => new(actual, predicted, ["benign", "malignant"]);
}
