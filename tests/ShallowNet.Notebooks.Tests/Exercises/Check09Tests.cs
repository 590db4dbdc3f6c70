using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check09Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check09.StandardizeTest((training, test) =>
        {
            double mean = training.Average();
            double deviation = Math.Sqrt(training.Sum(x => (x - mean) * (x - mean)) / training.Length);
            return [.. test.Select(x => (x - mean) / deviation)];
        }).IsDone);
        Assert.True(Check09.PrecisionAndRecall((actual, predicted) =>
        {
            var confusion = new ConfusionMatrix(actual, predicted, ["benign", "malignant"]);
            return (confusion.Precision(1), confusion.Recall(1));
        }).IsDone);
        Assert.True(Check09.AreaUnderCurve((positive, negative) => RocCurve.Of(
            [.. positive, .. negative], [.. positive.Select(_ => 1), .. negative.Select(_ => 0)]).Auc).IsDone);
        Assert.True(Check09.CheapestThreshold((missed, alarm) => 1 / (1 + (missed / alarm))).IsDone);
        Assert.True(Check09.TrainDetector(Detector()).IsDone);
        Assert.True(Check09.TrainDetector(Detector(Activation.Identity)).IsDone);
    }

    [Fact]
    public void EveryCheck_UnfinishedStub_SaysYourTurn()
    {
        CheckResult[] results =
        [
            Check09.StandardizeTest((_, _) => throw new NotImplementedException()),
            Check09.PrecisionAndRecall((_, _) => throw new NotImplementedException()),
            Check09.AreaUnderCurve((_, _) => throw new NotImplementedException()),
            Check09.CheapestThreshold((_, _) => throw new NotImplementedException()),
            Check09.TrainDetector(_ => throw new NotImplementedException()),
        ];

        Assert.All(results, result => Assert.False(result.IsDone));
        Assert.All(results, result => Assert.StartsWith("Your turn", result.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCheck_Null_IsNotDone()
    {
        Assert.False(Check09.StandardizeTest(null!).IsDone);
        Assert.False(Check09.StandardizeTest((_, _) => null!).IsDone);
        Assert.False(Check09.PrecisionAndRecall(null!).IsDone);
        Assert.False(Check09.AreaUnderCurve(null!).IsDone);
        Assert.False(Check09.CheapestThreshold(null!).IsDone);
        Assert.False(Check09.TrainDetector(null!).IsDone);
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
        Refused(Check09.PrecisionAndRecall((a, p) => (new ConfusionMatrix(a, p, ["0", "1"]).Recall(1), new ConfusionMatrix(a, p, ["0", "1"]).Precision(1))), "swapped");
        Refused(Check09.PrecisionAndRecall((a, p) => (new ConfusionMatrix(a, p, ["0", "1"]).Precision(0), new ConfusionMatrix(a, p, ["0", "1"]).Recall(0))), "benign");
        Refused(Check09.PrecisionAndRecall((a, p) => (new ConfusionMatrix(a, p, ["0", "1"]).Accuracy, new ConfusionMatrix(a, p, ["0", "1"]).Accuracy)), "accuracy");
        Refused(Check09.PrecisionAndRecall((a, p) => (Hits(a, p) / p.Sum(), Hits(a, p) / a.Sum())), "cut to an int");
    }

    [Fact]
    public void AreaUnderCurve_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => p > n ? 1.0 : 0))), "Ties are missing");
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => p >= n ? 1.0 : 0))), "full point");
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Average(p => negative.Average(n => p < n ? 1.0 : p == n ? 0.5 : 0))), "Turned round");
        Refused(Check09.AreaUnderCurve((positive, negative) => positive.Sum(p => negative.Sum(n => p > n ? 1.0 : p == n ? 0.5 : 0))), "Divide by the number of all pairs");
    }

    [Fact]
    public void CheapestThreshold_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.CheapestThreshold((missed, alarm) => missed / (missed + alarm)), "Turned round");
        Refused(Check09.CheapestThreshold((missed, alarm) => alarm / missed), "1 − p");
        Refused(Check09.CheapestThreshold((_, _) => 0.5), "cost the same");
    }

    [Fact]
    public void TrainDetector_WrongAnswers_GetTheirReason()
    {
        Refused(Check09.TrainDetector(Detector(standardize: false)), "raw");
        Refused(Check09.TrainDetector(training => X => 1 - Detector()(training)(X)), "probability of benign");
        Refused(Check09.TrainDetector(Detector(fitWhenAsked: true)), "asked about alone");
        Refused(Check09.TrainDetector(training => X => training.Y.Row(0)), "one number per column");
        Refused(Check09.TrainDetector(_ => X => X.Row(0)), "between 0 and 1");
        Refused(Check09.TrainDetector(_ => null!), "Return a function");
        Refused(Check09.TrainDetector(Detector(initializer: Initializer.Zeros)), "starts from zeros");
        Refused(Check09.TrainDetector(training => X => Detector()(training)(X) / 10), "train longer");
    }

    private static Func<Dataset, Func<Matrix<double>, Vector<double>>> Detector(
        Activation? hidden = null, Initializer? initializer = null, bool standardize = true, bool fitWhenAsked = false) => training =>
        {
            Standardizer standardizer = Standardizer.Fit(training.X);
            var net = new Network(training.Nx, 4, hidden: hidden, initializer: initializer ?? Initializer.Xavier);
            new Trainer { LearningRate = 0.3, Epochs = 150 }.Train(net, standardize ? standardizer.Apply(training) : training);
            return X => net.Probabilities(!standardize ? X : (fitWhenAsked ? Standardizer.Fit(X) : standardizer).Apply(X)).Row(0);
        };

    private static double[] Scaled(double[] measured, double[] values)
    {
        double mean = measured.Average();
        double deviation = Math.Sqrt(measured.Average(x => (x - mean) * (x - mean)));
        return [.. values.Select(x => (x - mean) / deviation)];
    }

    private static int Hits(int[] actual, int[] predicted) => actual.Zip(predicted).Count(pair => pair is (1, 1));

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }
}
