namespace ShallowNet;

/// <summary>True against false positives for every threshold on a score, from (0, 0) to (1, 1).</summary>
public sealed class RocCurve
{
    private RocCurve(IReadOnlyList<double> falsePositiveRate, IReadOnlyList<double> truePositiveRate, IReadOnlyList<double> thresholds)
    {
        (FalsePositiveRate, TruePositiveRate, Thresholds) = (falsePositiveRate, truePositiveRate, thresholds);
        Auc = Enumerable.Range(1, thresholds.Count - 1).Sum(i =>
            (falsePositiveRate[i] - falsePositiveRate[i - 1]) * (truePositiveRate[i] + truePositiveRate[i - 1]) / 2);
    }

    /// <summary>Of the examples labeled 0, the share whose score reaches the threshold.</summary>
    public IReadOnlyList<double> FalsePositiveRate { get; }
    /// <summary>Of the examples labeled 1, the share whose score reaches the threshold.</summary>
    public IReadOnlyList<double> TruePositiveRate { get; }
    /// <summary>The thresholds, falling; the first is +∞, which no score reaches.</summary>
    public IReadOnlyList<double> Thresholds { get; }
    /// <summary>The area under the curve: how probable it is that a random 1 scores above a random 0 (a tie counts half).</summary>
    public double Auc { get; }

    /// <summary>Makes the curve of finite scores, higher for label 1, and their labels, 0 and 1; equal scores share one point.</summary>
    /// <exception cref="ArgumentException">The lists differ in length, a label is neither 0 nor 1, or one label is missing.</exception>
    public static RocCurve Of(IReadOnlyList<double> scores, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        Guard.Argument(scores.Count == labels.Count, nameof(scores),
            $"scores has {scores.Count} entries, labels has {labels.Count}: expected one score per label.");
        int[] found = [.. labels.Distinct().Order()];
        Guard.Argument(found is [0, 1], nameof(labels),
            $"labels holds {{{string.Join(", ", found.Take(5))}}}, expected both 0 and 1 and nothing else.");
        for (var i = 0; i < scores.Count; i++)
        {
            Guard.Argument(double.IsFinite(scores[i]), nameof(scores),
                $"scores[{i}] is {scores[i]}, expected finite numbers: look at the weights of the network they come from.");
        }
        double positives = labels.Sum(), negatives = labels.Count - positives;
        List<double> falseRate = [0], trueRate = [0], thresholds = [double.PositiveInfinity];
        int truePositives = 0, falsePositives = 0;
        foreach (var group in scores.Zip(labels).GroupBy(pair => pair.First, pair => pair.Second).OrderByDescending(group => group.Key))
        {
            truePositives += group.Count(label => label == 1);
            falsePositives += group.Count(label => label == 0);
            falseRate.Add(falsePositives / negatives);
            trueRate.Add(truePositives / positives);
            thresholds.Add(group.Key);
        }
        return new(falseRate, trueRate, thresholds);
    }

    /// <summary>For example "area under the curve 0.991".</summary>
    public override string ToString() => Invariant($"area under the curve {Auc:0.000}");
}
