namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check09Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check09.StandardizeTest((training, test) =>
        {
            var mean = training.Average();
            var deviation = Math.Sqrt(training.Sum(x => (x - mean) * (x - mean)) / training.Length);
            return [.. test.Select(x => (x - mean) / deviation)];
        }).IsDone);
        Assert.True(Check09.PrecisionAndRecall((actual, predicted) =>
        {
            var confusion = new ConfusionMatrix(actual, predicted, ["benign", "malignant"]);
            return (confusion.Precision(1), confusion.Recall(1));
        }).IsDone);
        Assert.True(Check09.AreaUnderCurve((positive, negative) => RocCurve.Of(
            [.. positive, .. negative], [.. positive.Select(_ => 1), .. negative.Select(_ => 0)]).Auc).IsDone);
        Assert.True(Check09.CheapestThreshold((missed, alarm) => 1 / (1 + missed / alarm)).IsDone);
        Assert.True(Check09.TrainDetector(Detector()).IsDone);
        Assert.True(Check09.TrainDetector(Detector(Activation.Identity)).IsDone);
    }

    [Fact]
    public void StandardizeTest_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.StandardizeTest((_, test) => Scaled(test, test)), "measured mean and standard deviation on the test values");
        Refused(Check09.StandardizeTest((training, test) => Scaled([.. training, .. test], test)), "all values together");
        Refused(Check09.StandardizeTest((training, test) => [.. test.Select(x => x - training.Average())]), "division is missing");
        Refused(Check09.StandardizeTest((training, _) => Scaled(training, training)), "Return the test values");
    }

    [Fact]
    public void StandardizeTest_ChangedArguments_LeaveTheCasesAlone()
    {
        Assert.False(Check09.StandardizeTest((training, test) =>
        {
            Array.Clear(training);
            return test;
        }).IsDone);
        Assert.True(Check09.StandardizeTest((training, test) => Scaled(training, test)).IsDone);
    }

    [Fact]
    public void PrecisionAndRecall_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.PrecisionAndRecall((a, p) => (new ConfusionMatrix(a, p, ["0", "1"]).Recall(1), new ConfusionMatrix(a, p, ["0", "1"])
            .Precision(1))), "swapped");
        Refused(Check09.PrecisionAndRecall((a, p) => (new ConfusionMatrix(a, p, ["0", "1"]).Precision(0),
            new ConfusionMatrix(a, p, ["0", "1"]).Recall(0))), "benign");
        Refused(Check09.PrecisionAndRecall((a, p) => (new ConfusionMatrix(a, p, ["0", "1"]).Accuracy, new ConfusionMatrix(a, p, ["0", "1"])
            .Accuracy)), "accuracy");
        Refused(Check09.PrecisionAndRecall((a, p) => (Hits(a, p) / p.Sum(), Hits(a, p) / a.Sum())), "cut to an int");
    }

    [Fact]
    public void AreaUnderCurve_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => p > n ? 1.0 : 0))),
            "Ties are missing");
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => p >= n ? 1.0 : 0))),
            "full point");
        Refused(Check09.AreaUnderCurve((positive, negative) =>
            positive.Average(p => negative.Average(n => p < n ? 1.0 : p == n ? 0.5 : 0))), "The wrong way around");
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Sum(p => negative.Sum(n => p > n ? 1.0 : p == n ? 0.5 : 0))),
            "Divide by the number of all pairs");
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Zip(negative)
            .Average(pair => pair.First > pair.Second ? 1 : pair.First == pair.Second ? 0.5 : 0)), "Zip");
    }

    [Fact]
    public void CheapestThreshold_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.CheapestThreshold((missed, alarm) => missed / (missed + alarm)), "The wrong way around");
        Refused(Check09.CheapestThreshold((missed, alarm) => alarm / missed), "1 − p");
        Refused(Check09.CheapestThreshold((_, _) => 0.5), "cost the same");
    }

    [Fact]
    public void TrainDetector_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.TrainDetector(_ => _ => null!), "gives one probability");
        Refused(Check09.TrainDetector(Detector(standardize: false)), "raw");
        Refused(Check09.TrainDetector(training => X => 1 - Detector()(training)(X)), "probability of benign");
        Refused(Check09.TrainDetector(Detector(fitWhenAsked: true)), "asked about alone");
        Refused(Check09.TrainDetector(training => X => training.Y.Row(0)), "one number per column");
        Refused(Check09.TrainDetector(_ => X => X.Row(0)), "between 0 and 1");
        Refused(Check09.TrainDetector(_ => null!), "Return a function");
        Refused(Check09.TrainDetector(Detector(initializer: Initializer.Zeros)), "starts from zeros");
        Refused(Check09.TrainDetector(training => X => Detector()(training)(X) / 10), "train longer");
        Refused(Check09.TrainDetector(Detector(rawWhenAsked: true)), "is asked with raw measurements");
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(5, 31)]
    [InlineData(15, 61)]
    public void ChooseEpochs_ByValidation_IsDoneWhateverTheSplits(int splits, int firstSplit) =>
        Assert.True(Check09.ChooseEpochs((data, candidates, train) => ByValidation(data, candidates, train, splits, firstSplit)).IsDone);

    [Fact]
    public void ChooseEpochs_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.ChooseEpochs((data, candidates, train) => candidates.MinBy(epochs => train(data, epochs).Cost(data.X, data.Y))),
            "has not seen");
        Refused(Check09.ChooseEpochs((data, candidates, train) => candidates.MaxBy(epochs => ValidationCost(data, epochs, train, 5, 1))),
            "highest");
        Refused(Check09.ChooseEpochs((data, candidates, train) => train(data, candidates.Min()) is null ? 0 : candidates.Min()),
            "shortest");
        Refused(Check09.ChooseEpochs((data, candidates, train) => Array.IndexOf(candidates, ByValidation(data, candidates, train, 5, 1))),
            "place in the list");
        Refused(Check09.ChooseEpochs((_, candidates, _) => candidates[1]), "never called train");
    }

    private static Func<Dataset, Func<Matrix<double>, Vector<double>>> Detector(
        Activation? hidden = null, Initializer? initializer = null, bool standardize = true, bool fitWhenAsked = false,
        bool rawWhenAsked = false) => training =>
        {
            var standardizer = Standardizer.Fit(training.X);
            var net = new Network(training.Nx, 4, hidden: hidden, initializer: initializer ?? Initializer.Xavier);
            new Trainer { LearningRate = 0.3, Epochs = 150 }.Train(net, standardize ? standardizer.Apply(training) : training);
            return X => net.Probabilities(!standardize || rawWhenAsked ? X : (fitWhenAsked ? Standardizer.Fit(X) : standardizer).Apply(X))
                .Row(0);
        };

    private static int ByValidation(Dataset data, int[] candidates, Func<Dataset, int, Network> train, int splits, int firstSplit) =>
        candidates.MinBy(epochs => ValidationCost(data, epochs, train, splits, firstSplit));

    private static double ValidationCost(Dataset data, int epochs, Func<Dataset, int, Network> train, int splits, int firstSplit) =>
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

    private static int Hits(int[] actual, int[] predicted) => actual.Zip(predicted).Count(pair => pair is (1, 1));

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }
}
