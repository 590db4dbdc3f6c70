namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 9, real data.</summary>
public static class Check09
{
    private const string ZipHint = "Zip takes the first with the first, the second with the second, and stops at the shorter list. Every "
        + "positive must meet every negative: two loops, one in the other.";

    private const int NothingReturned = -1;

    private static (Dataset Data, int[] Candidates)[] Trainings =>
        [(Datasets.Moons(80, noise: 0.5, seed: 3), [4000, 20, 2000]), (Datasets.Spirals(200, turns: 1, seed: 4), [20, 4000, 100]),
            (Datasets.Circles(80, noise: 0.3, seed: 5), [40, 2000, 4000])];

    /// <summary>Checks exercise 9.1: test values standardized with the training values' mean and standard deviation.</summary>
    public static CheckResult StandardizeTest(Func<double[], double[], double[]> answer) => Exercise.Check(answer,
        new("9.1", "standardize test values", "training {0}, test {1}"),
        [([1, 3], [2, 3, 5]), ([10, 20, 30, 40], [25, 0]), ([-1, 0, 4], [1, 1.5, -7, 3])],
        ((training, test) => Scaled(test, training.Average(), Deviation(training)),
            "(x − mean) / standard deviation, both of the training values, for each test value x."),
        ((_, test) => Scaled(test, test.Average(), Deviation(test)),
            "You measured mean and standard deviation on the test values. Use those of the training part for every part."),
        ((training, test) => Scaled(test, training.Concat(test).Average(), Deviation([.. training, .. test])),
            "You measured on all values together. The test values must not take part: measure on the training part only."),
        ((training, test) => Scaled(test, training.Average(), 1),
            "The mean is right, the division is missing: divide by the standard deviation."),
        ((training, test) => Scaled(test, training.Average(), Math.Pow(Deviation(training), 2)),
            "You divided by the variance. The standard deviation is its square root."),
        ((training, test) => Scaled(test, training.Average(), Deviation(training, training.Length - 1)),
            "You divided the sum of squares by n − 1. This exercise asks for the mean of the squares: divide by n."),
        ((training, _) => Scaled(training, training.Average(), Deviation(training)),
            "These are the standardized training values. Return the test values."));

    /// <summary>Checks exercise 9.2: precision and recall of label 1, given actual and predicted labels.</summary>
    public static CheckResult PrecisionAndRecall(Func<int[], int[], (double Precision, double Recall)> answer) => Exercise.Check(answer,
        new("9.2", "precision and recall", "actual [{0}], predicted [{1}]"),
        [([1, 1, 1, 0, 0, 0, 0], [1, 1, 0, 1, 0, 0, 0]), ([1, 1, 1, 1, 0, 0], [1, 0, 0, 0, 0, 1]), ([0, 0, 0, 1, 0], [1, 1, 0, 1, 0]),
            ([1, 0, 1], [1, 0, 1])],
        ((a, p) => (Of(a, p).Precision(1), Of(a, p).Recall(1)),
            "Count the hits: actual 1 and predicted 1. Precision = hits / all predicted 1. Recall = hits / all actual 1."),
        ((a, p) => (Of(a, p).Recall(1), Of(a, p).Precision(1)), "The two are swapped. Precision asks: of the alarms, how many were right? "
            + "Recall asks: of the malignant tumors, how many were found?"),
        ((a, p) => (Of(a, p).Precision(0), Of(a, p).Recall(0)), "You did it for the benign tumors, label 0. The positives are the 1s."),
        ((a, p) => (Of(a, p).Accuracy, Of(a, p).Accuracy),
            "That is the accuracy: the zeros that were right count in it, too. Count only hits, actual 1 and predicted 1."),
        ((a, p) => ((double)Of(a, p)[1, 1] / a.Length, (double)Of(a, p)[1, 1] / a.Length),
            "You divided the hits by all examples. Divide by the predicted 1s for precision, by the actual 1s for recall."),
        ((a, p) => (Math.Floor(Of(a, p).Precision(1)), Math.Floor(Of(a, p).Recall(1))),
            "An int divided by an int is cut to an int in C#: make one of them a double first."));

    /// <summary>Checks exercise 9.3: the area under the ROC curve, given the scores of the positives and of the negatives.</summary>
    public static CheckResult AreaUnderCurve(Func<double[], double[], double> answer) => Exercise.Check(answer,
        new("9.3", "the area under the curve by pairs", "positives {0}, negatives {1}"),
        [([0.9, 0.4], [0.5, 0.1, 0.3]), ([0.5, 0.5, 0.8], [0.5, 0.2]), ([0.1], [0.6, 0.7, 0.1, 0.05]), ([2, 3], [-1, 0])],
        (PerPair(Points), "Go through all pairs (p, n): add 1 if p > n and 1/2 if p = n. Divide by the number of pairs."),
        (PerPair((p, n) => p > n ? 1 : 0), "Ties are missing: a pair with equal scores counts 1/2."),
        (PerPair((p, n) => p >= n ? 1 : 0), "You count a tie as a full point. Equal scores tell nothing apart, so they count 1/2."),
        (PerPair((p, n) => Points(n, p)), "The wrong way around: the pair is in the right order if the positive has the higher score."),
        ((positive, negative) => PerPair(Points)(positive, negative) * positive.Length * negative.Length,
            "That is the number of pairs in the right order. Divide by the number of all pairs."),
        ((positive, negative) => PerPair(Points)(positive, negative) / (1.0 / positive.Length + 1.0 / negative.Length),
            "There are positives × negatives pairs, not positives + negatives."),
        ((positive, negative) => positive.Zip(negative, Points).Average(), ZipHint),
        ((positive, negative) => positive.Zip(negative, Points).Sum() / (positive.Length * negative.Length), ZipHint));

    /// <summary>Checks exercise 9.4: the cheapest threshold, given the costs of a missed tumor and of a false alarm.</summary>
    public static CheckResult CheapestThreshold(Func<double, double, double> answer) => Exercise.Check(answer,
        new("9.4", "the threshold that costs least", "missed {0}, alarm {1}"), [(10, 1), (1, 1), (50, 2), (1, 4)],
        ((missed, alarm) => alarm / (alarm + missed), "Calling it benign costs p · costOfMissed on average, calling it malignant (1 − p) · "
            + "costOfAlarm. At the threshold both are equal: solve for p."),
        ((missed, alarm) => missed / (alarm + missed),
            "The wrong way around: the more a missed tumor costs, the lower the threshold must be."),
        ((missed, alarm) => alarm / missed, "You forgot the factor 1 − p: a false alarm can only happen if the tumor is benign."),
        ((_, _) => 0.5, "0.5 is right only if both errors cost the same."),
        ((missed, alarm) => missed / alarm,
            "That is how many times as much a missed tumor costs. The threshold is a probability, between 0 and 1."));

    /// <summary>Checks exercise 9.5: a detector trained on raw measurements, label 1 malignant, judged on tumors not seen.</summary>
    public static CheckResult TrainDetector(Func<Dataset, Func<Matrix<double>, Vector<double>>> answer) => Exercise.Judge(answer,
        new("9.5", "a detector of your own") { Seconds = 20 }, ["three splits of the tumors, a quarter of each unseen"],
        ("AUC at least 0.97 and recall at least 0.85", "Standardizer.Fit(training.X), train a network or a logistic regression on the "
            + "standardized inputs, and return a function that applies the same standardizer, then the network: X => "
            + "net.Probabilities(standardizer.Apply(X)).Row(0)."),
        (trainDetector, _) => FaultOf(trainDetector));

    /// <summary>Checks exercise 9.6: the epochs with the lowest validation cost, given data, candidates and how to train a part.</summary>
    public static CheckResult ChooseEpochs(Func<Dataset, int[], Func<Dataset, int, Network>, int> answer) => Exercise.CheckCases(answer,
        new("9.6", "choose the epochs by validation", "{0}; candidates {1}") { Seconds = 60 }, Trainings, ChosenBy,
        (t => t.Candidates.MinBy(epochs => ValidationCost(t.Data, epochs)), "For each of some splits: (part, validation) = "
            + "data.Split(0.25, seed). For each candidate: train(part, epochs).Cost(validation.X, validation.Y). Average over the splits, "
            + "take the candidate with the lowest mean."),
        (_ => NothingReturned, "You never called train(part, epochs): the candidates can only be compared by what they train."),
        (t => t.Candidates.Max(), "The longest training always has the lowest cost on the examples it was trained on. Judge on examples "
            + "that it has not seen: the second part of data.Split."),
        (t => t.Candidates.MaxBy(epochs => ValidationCost(t.Data, epochs)),
            "That is the candidate with the highest validation cost. Take the lowest."),
        (t => t.Candidates.Min(), "The shortest training is not always the best: compare the validation costs."),
        (t => t.Candidates[0], "That is the first of the candidates each time. Did the comparison replace it when a lower cost came?"),
        (t => t.Candidates[^1], "That is the last of the candidates each time. Keep the best so far, with its cost."),
        (t => Array.IndexOf(t.Candidates, t.Candidates.MinBy(epochs => ValidationCost(t.Data, epochs))),
            "That is its place in the list. Return the number of epochs itself."));

    private static int ChosenBy(Func<Dataset, int[], Func<Dataset, int, Network>, int> answer, (Dataset Data, int[] Candidates) t)
    {
        var isTrained = false;
        var chosen = answer(t.Data, [.. t.Candidates], (part, epochs) =>
        {
            isTrained = true;
            return TrainOn(part, epochs);
        });
        return isTrained ? chosen : NothingReturned;
    }

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

    private static (string Got, string Hint)? FaultOf(Func<Dataset, Func<Matrix<double>, Vector<double>>> trainDetector)
    {
        var file = Datasets.BreastCancer();
        var tumors = new Dataset("tumors", file.X, 1 - file.Y, file.Features, ["benign", "malignant"]);
        List<double> areas = [], recalls = [], areasIfScaled = [];
        foreach (var seed in new[] { 11, 12, 13 })
        {
            var (training, unseen) = tumors.Split(0.25, seed);
            if (trainDetector(training) is not { } detect || detect(unseen.X.Clone()) is not { } p)
            {
                return ("null: no function, or one that gives null",
                    "Return a function X => … that gives one probability per column of X.");
            }
            (string, string)? fault = p switch
            {
                _ when p.Count != unseen.M => ("not one number per tumor",
                    "X has one tumor per column. Return one number per column: net.Probabilities(…) is 1 × m, its Row(0) has m entries."),
                _ when p.Any(value => value is not (>= 0 and <= 1)) => ("numbers that are not probabilities",
                    "Probabilities lie between 0 and 1. Return A2 (net.Probabilities), not Z2, and look for NaN."),
                _ when detect(unseen.X.SubMatrix(0, unseen.Nx, 0, 1)) is not { Count: 1 } alone || Math.Abs(alone[0] - p[0]) > 1e-6 =>
                    ("an answer that depends on which other tumors are asked about", "The same tumor got another number when it was asked "
                        + "about alone. Do you fit a standardizer on the tumors that are asked about? Fit it once, on the training set, "
                        + "and keep it."),
                _ => null,
            };
            if (fault is not null)
                return fault;
            areas.Add(RocCurve.Of([.. p], unseen.Labels).Auc);
            areasIfScaled.Add(RocCurve.Of([.. detect(Standardizer.Fit(training.X).Apply(unseen.X))], unseen.Labels).Auc);
            recalls.Add(Of(unseen.Labels, [.. p.Select(value => value > 0.5 ? 1 : 0)]).Recall(1));
        }
        return (areas.Average(), recalls.Average(), areasIfScaled.Average()) switch
        {
            ( >= 0.97, >= 0.85, _) => null,
            ( >= 0.97, _, _) => ("a recall below 0.85 at threshold 0.5",
                "The order is good but too few malignant tumors get above 0.5: train longer, or look at the output bias."),
            (_, _, >= 0.97) => ("good answers to standardized measurements, bad ones to raw measurements",
                "The training is right. But the function that you return is asked with raw measurements, and hands them on as they are: "
                + "apply the training set's standardizer there, too."),
            ( < 0.5, _, _) => ("an AUC below 0.5: benign tumors get the higher numbers", "You return the probability of benign. In "
                + "`training` label 1 is malignant, so A2 itself is the probability of malignant."),
            _ => ("an AUC below 0.97", "Two usual reasons: the measurements go in raw (standardize them with the training set's mean and "
                + "standard deviation, when training and when asking), or the training is too short or starts from zeros."),
        };
    }

    private static ConfusionMatrix Of(IReadOnlyList<int> actual, int[] predicted) => new(actual, predicted, ["benign", "malignant"]);

    private static double Deviation(double[] values, int? count = null) =>
        Math.Sqrt(values.Sum(x => Math.Pow(x - values.Average(), 2)) / (count ?? values.Length));

    private static double[] Scaled(double[] values, double mean, double deviation) => [.. values.Select(x => (x - mean) / deviation)];

    private static double Points(double p, double n) => p > n ? 1 : p == n ? 0.5 : 0;

    private static Func<double[], double[], double> PerPair(Func<double, double, double> points) =>
        (positive, negative) => positive.Average(p => negative.Average(n => points(p, n)));
}
