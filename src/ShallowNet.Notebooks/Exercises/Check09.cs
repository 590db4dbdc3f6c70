namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 9, real data.</summary>
public static class Check09
{
    private const string Good = "AUC at least 0.97 and recall at least 0.85";
    private const string NoDetector = "null: no function, or one that gives null";
    private const string WrongLength = "not one number per tumor";
    private const string NotProbabilities = "numbers that are not probabilities";
    private const string OtherTumorsMatter = "an answer that depends on which other tumors are asked about";
    private const string UpsideDown = "an AUC below 0.5: benign tumors get the higher numbers";
    private const string LowAuc = "an AUC below 0.97";
    private const string LowRecall = "a recall below 0.85 at threshold 0.5";
    private const string RawWhenAsked = "good answers to standardized measurements, bad ones to raw measurements";

    private const int NothingReturned = -1;

    private static readonly Exercise<(double[] Training, double[] TestValues), double[]> StandardizeTestExercise =
        new("9.1", "standardize test values")
        {
            Cases =
        [
            ([1, 3], [2, 3, 5]),
            ([10, 20, 30, 40], [25, 0]),
            ([-1, 0, 4], [1, 1.5, -7, 3]),
        ],
            Solution = t => Scaled(t.TestValues, Mean(t.Training), Deviation(t.Training)),
            Hint = "(x − mean) / standard deviation, both of the training values, for each test value x.",
            Describe = t => $"training {ValueText.Of(t.Training)}, test {ValueText.Of(t.TestValues)}",
            Mistakes =
        [
            (t => Scaled(t.TestValues, Mean(t.TestValues), Deviation(t.TestValues)),
                "You measured mean and standard deviation on the test values. Use those of the training part for every part."),
            (t => Scaled(t.TestValues, Mean([.. t.Training, .. t.TestValues]), Deviation([.. t.Training, .. t.TestValues])),
                "You measured on all values together. The test values must not take part: measure on the training part only."),
            (t => Scaled(t.TestValues, Mean(t.Training), 1),
                "The mean is right, the division is missing: divide by the standard deviation."),
            (t => Scaled(t.TestValues, Mean(t.Training), Math.Pow(Deviation(t.Training), 2)),
                "You divided by the variance. The standard deviation is its square root."),
            (t => Scaled(t.TestValues, Mean(t.Training), SampleDeviation(t.Training)),
                "You divided the sum of squares by n − 1. This exercise asks for the mean of the squares: divide by n."),
            (t => Scaled(t.Training, Mean(t.Training), Deviation(t.Training)),
                "These are the standardized training values. Return the test values."),
        ],
        };

    private static readonly Exercise<(int[] Actual, int[] Predicted), (double Precision, double Recall)> PrecisionAndRecallExercise =
        new("9.2", "precision and recall")
        {
            Cases =
        [
            ([1, 1, 1, 0, 0, 0, 0], [1, 1, 0, 1, 0, 0, 0]),
            ([1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 0, 1]),
            ([0, 0, 0, 1, 0], [1, 1, 0, 1, 0]),
            ([1, 0, 1], [1, 0, 1]),
        ],
            Solution = t => (Share(t.Predicted, t.Actual, 1), Share(t.Actual, t.Predicted, 1)),
            Hint = "Count the hits: actual 1 and predicted 1. Precision = hits / all predicted 1. Recall = hits / all actual 1.",
            Describe = t => $"actual [{string.Join(", ", t.Actual)}], predicted [{string.Join(", ", t.Predicted)}]",
            Mistakes =
        [
            (t => (Share(t.Actual, t.Predicted, 1), Share(t.Predicted, t.Actual, 1)),
                "The two are swapped. Precision asks: of the alarms, how many were right? Recall asks: of the malignant tumors, how many "
                + "were found?"),
            (t => (Share(t.Predicted, t.Actual, 0), Share(t.Actual, t.Predicted, 0)),
                "You did it for the benign tumors, label 0. The positives are the 1s."),
            (t => (Right(t), Right(t)),
                "That is the accuracy: the zeros that were right count in it, too. Count only hits, actual 1 and predicted 1."),
            (t => (Hits(t) / t.Actual.Length, Hits(t) / t.Actual.Length),
                "You divided the hits by all examples. Divide by the predicted 1s for precision, by the actual 1s for recall."),
            (t => (Math.Floor(Share(t.Predicted, t.Actual, 1)), Math.Floor(Share(t.Actual, t.Predicted, 1))),
                "An int divided by an int is cut to an int in C#: make one of them a double first."),
        ],
        };

    private static readonly Exercise<(double[] Positive, double[] Negative), double> AreaUnderCurveExercise =
        new("9.3", "the area under the curve by pairs")
        {
            Cases =
        [
            ([0.9, 0.4], [0.5, 0.1, 0.3]),
            ([0.5, 0.5, 0.8], [0.5, 0.2]),
            ([0.1], [0.6, 0.7, 0.1, 0.05]),
            ([2, 3], [-1, 0]),
        ],
            Solution = t => Pairs(t.Positive, t.Negative, (p, n) => p > n ? 1 : p == n ? 0.5 : 0),
            Hint = "Go through all pairs (p, n): add 1 if p > n and 1/2 if p = n. Divide by the number of pairs.",
            Describe = t => $"positives {ValueText.Of(t.Positive)}, negatives {ValueText.Of(t.Negative)}",
            Mistakes =
        [
            (t => Pairs(t.Positive, t.Negative, (p, n) => p > n ? 1 : 0), "Ties are missing: a pair with equal scores counts 1/2."),
            (t => Pairs(t.Positive, t.Negative, (p, n) => p >= n ? 1 : 0),
                "You count a tie as a full point. Equal scores tell nothing apart, so they count 1/2."),
            (t => Pairs(t.Positive, t.Negative, (p, n) => p < n ? 1 : p == n ? 0.5 : 0),
                "The wrong way around: the pair is in the right order if the positive has the higher score."),
            (t => Pairs(t.Positive, t.Negative, (p, n) => p > n ? 1 : p == n ? 0.5 : 0) * t.Positive.Length * t.Negative.Length,
                "That is the number of pairs in the right order. Divide by the number of all pairs."),
            (t => Pairs(t.Positive, t.Negative, (p, n) => p > n ? 1 : p == n ? 0.5
                : 0) * t.Positive.Length * t.Negative.Length / (t.Positive.Length + t.Negative.Length),
                "There are positives × negatives pairs, not positives + negatives."),
            (t => t.Positive.Zip(t.Negative, (p, n) => p > n ? 1 : p == n ? 0.5 : 0).Average(),
                "Zip takes the first with the first, the second with the second, and stops at the shorter list. Every positive must meet "
                + "every negative: two loops, one in the other."),
            (t => t.Positive.Zip(t.Negative, (p, n) => p > n ? 1 : p == n ? 0.5 : 0).Sum() / (t.Positive.Length * t.Negative.Length),
                "Zip takes the first with the first, the second with the second, and stops at the shorter list. Every positive must meet "
                + "every negative: two loops, one in the other."),
        ],
        };

    private static readonly Exercise<(double Missed, double Alarm), double> CheapestThresholdExercise =
        new("9.4", "the threshold that costs least")
        {
            Cases = [(10, 1), (1, 1), (50, 2), (1, 4)],
            Solution = t => t.Alarm / (t.Alarm + t.Missed),
            Hint = "Calling it benign costs p · costOfMissed on average, calling it malignant (1 − p) · costOfAlarm. At the threshold both "
            + "are equal: solve for p.",
            Describe = t => $"missed {ValueText.Of(t.Missed)}, alarm {ValueText.Of(t.Alarm)}",
            Mistakes =
        [
            (t => t.Missed / (t.Alarm + t.Missed), "The wrong way around: the more a missed tumor costs, the lower the threshold must be."),
            (t => t.Alarm / t.Missed, "You forgot the factor 1 − p: a false alarm can only happen if the tumor is benign."),
            (_ => 0.5, "0.5 is right only if both errors cost the same."),
            (t => t.Missed / t.Alarm,
                "That is how many times as much a missed tumor costs. The threshold is a probability, between 0 and 1."),
        ],
        };

    private static readonly Exercise<string, string> TrainDetectorExercise = new("9.5", "a detector of your own")
    {
        Cases = ["three splits of the tumors, a quarter of each unseen"],
        Solution = _ => Good,
        TimeLimit = TimeSpan.FromSeconds(20),
        Hint = "Standardizer.Fit(training.X), train a network or a logistic regression on the standardized inputs, and return a function "
            + "that applies the same standardizer, then the network: X => net.Probabilities(standardizer.Apply(X)).Row(0).",
        Mistakes =
        [
            (_ => NoDetector, "Return a function X => … that gives one probability per column of X."),
            (_ => WrongLength, "X has one tumor per column. Return one number per column: net.Probabilities(…) is 1 × m, its Row(0) has "
                + "m entries."),
            (_ => NotProbabilities, "Probabilities lie between 0 and 1. Return A2 (net.Probabilities), not Z2, and look for NaN."),
            (_ => RawWhenAsked,
                "The training is right. But the function that you return is asked with raw measurements, and hands them on as they are: "
                + "apply the training set's standardizer there, too."),
            (_ => OtherTumorsMatter,
                "The same tumor got another number when it was asked about alone. Do you fit a standardizer on the tumors that are asked "
                + "about? Fit it once, on the training set, and keep it."),
            (_ => UpsideDown, "You return the probability of benign. In `training` label 1 is malignant, so A2 itself is the probability "
                + "of malignant."),
            (_ => LowAuc, "Two usual reasons: the measurements go in raw (standardize them with the training set's mean and standard "
                + "deviation, when training and when asking), or the training is too short or starts from zeros."),
            (_ => LowRecall, "The order is good but too few malignant tumors get above 0.5: train longer, or look at the output bias."),
        ],
    };

    private static readonly Exercise<(Dataset Data, int[] Candidates), int> ChooseEpochsExercise =
        new("9.6", "choose the epochs by validation")
        {
            Cases =
        [
            (Datasets.Moons(80, noise: 0.5, seed: 3), [4000, 20, 2000]),
            (Datasets.Spirals(200, turns: 1, seed: 4), [20, 4000, 100]),
            (Datasets.Circles(80, noise: 0.3, seed: 5), [40, 2000, 4000]),
        ],
            Solution = t => LowestBy(t.Candidates, epochs => ValidationCost(t.Data, epochs)),
            Hint = "For each of some splits: (part, validation) = data.Split(0.25, seed). For each candidate: train(part, "
            + "epochs).Cost(validation.X, validation.Y). Average over the splits, take the candidate with the lowest mean.",
            Describe = t => $"{t.Data}; candidates {string.Join(", ", t.Candidates)}",
            TimeLimit = TimeSpan.FromSeconds(60),
            Mistakes =
        [
            (_ => NothingReturned, "You never called train(part, epochs): the candidates can only be compared by what they train."),
            (t => t.Candidates.Max(),
                "The longest training always has the lowest cost on the examples it was trained on. Judge on examples that it has not "
                + "seen: the second part of data.Split."),
            (t => LowestBy(t.Candidates, epochs => -ValidationCost(t.Data, epochs)),
                "That is the candidate with the highest validation cost. Take the lowest."),
            (t => t.Candidates.Min(), "The shortest training is not always the best: compare the validation costs."),
            (t => t.Candidates[0], "That is the first of the candidates each time. Did the comparison replace it when a lower cost came?"),
            (t => t.Candidates[^1], "That is the last of the candidates each time. Keep the best so far, with its cost."),
            (t => Array.IndexOf(t.Candidates, LowestBy(t.Candidates, epochs => ValidationCost(t.Data, epochs))),
                "That is its place in the list. Return the number of epochs itself."),
        ],
        };

    /// <summary>Checks exercise 9.1: test values standardized with the training values' mean and standard deviation.</summary>
    public static CheckResult StandardizeTest(Func<double[], double[], double[]> answer) =>
        StandardizeTestExercise.Check(answer is null ? null : t => answer([.. t.Training], [.. t.TestValues]));

    /// <summary>Checks exercise 9.2: precision and recall of label 1, given actual and predicted labels.</summary>
    public static CheckResult PrecisionAndRecall(Func<int[], int[], (double Precision, double Recall)> answer) =>
        PrecisionAndRecallExercise.Check(answer is null ? null : t => answer([.. t.Actual], [.. t.Predicted]));

    /// <summary>Checks exercise 9.3: the area under the ROC curve, given the scores of the positives and of the negatives.</summary>
    public static CheckResult AreaUnderCurve(Func<double[], double[], double> answer) =>
        AreaUnderCurveExercise.Check(answer is null ? null : t => answer([.. t.Positive], [.. t.Negative]));

    /// <summary>Checks exercise 9.4: the cheapest threshold, given the costs of a missed tumor and of a false alarm.</summary>
    public static CheckResult CheapestThreshold(Func<double, double, double> answer) =>
        CheapestThresholdExercise.Check(answer is null ? null : t => answer(t.Missed, t.Alarm));

    /// <summary>
    /// Checks exercise 9.5: a detector, trained on raw measurements with label 1 for malignant, judged on tumors it has not seen.
    /// </summary>
    public static CheckResult TrainDetector(Func<Dataset, Func<Matrix<double>, Vector<double>>> answer) =>
        TrainDetectorExercise.Check(answer is null ? null : _ => Verdict(answer));

    /// <summary>
    /// Checks exercise 9.6: the number of epochs with the lowest validation cost, given the data, the candidates, and a function that
    /// trains on a part.
    /// </summary>
    public static CheckResult ChooseEpochs(Func<Dataset, int[], Func<Dataset, int, Network>, int> answer) =>
        ChooseEpochsExercise.Check(answer is null ? null : t =>
    {
        var isTrained = false;
        var chosen = answer(t.Data, [.. t.Candidates], (part, epochs) =>
        {
            isTrained = true;
            return TrainOn(part, epochs);
        });
        return isTrained ? chosen : NothingReturned;
    });

    private static Network TrainOn(Dataset part, int epochs)
    {
        var net = new Network(part.Nx, 20, initializer: Initializer.Xavier);
        new Trainer { LearningRate = 3, Epochs = epochs, RecordEvery = 100 }.Train(net, part);
        return net;
    }

    private static double ValidationCost(Dataset data, int epochs) => Enumerable.Range(1, 5).Average(seed =>
    {
        var (part, validation) = data.Split(0.25, seed);
        return TrainOn(part, epochs).Cost(validation.X, validation.Y);
    });

    private static int LowestBy(int[] candidates, Func<int, double> cost) => candidates.MinBy(cost);

    private static string Verdict(Func<Dataset, Func<Matrix<double>, Vector<double>>> trainDetector)
    {
        var file = Datasets.BreastCancer();
        var tumors = new Dataset("tumors", file.X, 1 - file.Y, file.Features, ["benign", "malignant"]);
        List<double> areas = [], recalls = [], areasIfScaled = [];
        foreach (var seed in new[] { 11, 12, 13 })
        {
            var (training, unseen) = tumors.Split(0.25, seed);
            if (trainDetector(training) is not { } detect || detect(unseen.X.Clone()) is not { } p)
                return NoDetector;
            if (p.Count != unseen.M)
                return WrongLength;
            if (p.Any(value => value is not (>= 0 and <= 1)))
                return NotProbabilities;
            var alone = detect(unseen.X.SubMatrix(0, unseen.Nx, 0, 1));
            if (alone is not { Count: 1 } || Math.Abs(alone[0] - p[0]) > 1e-6)
                return OtherTumorsMatter;
            areas.Add(RocCurve.Of([.. p], unseen.Labels).Auc);
            areasIfScaled.Add(RocCurve.Of([.. detect(Standardizer.Fit(training.X).Apply(unseen.X))], unseen.Labels).Auc);
            recalls.Add(new ConfusionMatrix(unseen.Labels, [.. p.Select(value => value > 0.5 ? 1 : 0)], unseen.Classes).Recall(1));
        }
        if (areas.Average() >= 0.97)
            return recalls.Average() >= 0.85 ? Good : LowRecall;
        return areasIfScaled.Average() >= 0.97 ? RawWhenAsked : areas.Average() < 0.5 ? UpsideDown : LowAuc;
    }

    private static double Mean(double[] values) => values.Average();

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(x => Math.Pow(x - values.Average(), 2)));

    private static double SampleDeviation(double[] values) => Deviation(values) * Math.Sqrt(values.Length / (values.Length - 1.0));

    private static double[] Scaled(double[] values, double mean, double deviation) => [.. values.Select(x => (x - mean) / deviation)];

    /// <summary>
    /// Of the examples that <paramref name="among"/> gives the label, the share to which <paramref name="other"/> gives it, too.
    /// </summary>
    private static double Share(int[] among, int[] other, int label) =>
        other.Where((_, i) => among[i] == label).Average(value => value == label ? 1.0 : 0.0);

    private static double Right((int[] Actual, int[] Predicted) t) => t.Actual.Zip(t.Predicted)
        .Average(pair => pair.First == pair.Second ? 1.0 : 0.0);

    private static double Hits((int[] Actual, int[] Predicted) t) => t.Actual.Zip(t.Predicted).Count(pair => pair is (1, 1));

    private static double Pairs(double[] positive, double[] negative, Func<double, double, double> points) =>
        positive.Sum(p => negative.Sum(n => points(p, n))) / (positive.Length * negative.Length);
}
