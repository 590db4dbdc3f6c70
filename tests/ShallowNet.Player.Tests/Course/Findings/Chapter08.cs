namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter08
{
    public static Finding[] Findings =>
    [
        new("Only $db^{[2]}$.",
            "A1.Enumerate().All(a => a == 0) && dZ1.Enumerate().All(d => d == 0) && Math.Abs(dZ2.RowSums()[0] / m) > 0.1"),
        new("On the flower it stays there. On the tumors it falls a little",
            "(string)FromZeros(flower)[2] == \"0.6931\" && (string)FromZeros(tumors)[2] == \"0.6603\""),
        new("the share of the larger class, and $W^{[1]}$ is still exactly 0",
            "(string)FromZeros(tumors)[3] == (string)FromZeros(tumors)[4] && (string)FromZeros(tumors)[5] == \"0\""),
        new("Four rows, but only one distinct row: they are not nearly equal, they are equal.",
            "DistinctRows(twins.W1) == 1 && DistinctRows(twins.W2.Transpose()) == 1 && twins.W1[0, 0] != constant"),
        new("Nothing changes but perhaps the last bits.", "largest < 1e-14"),
        new("The other three are still equal among themselves", @"new Network(2, 4, initializer: Initializer.Constant(0.5)) is var touched
            && (touched.W1[0, 0] += 0.01) > 0 && Train(touched, flower, 0.5, 500).FinalCost < 0.65 && DistinctRows(touched.W1) == 2"),
        new("Larger, between about a hundred and a thousand times", @"new Network(2, 4, initializer: Initializer.Gaussian(0.01), seed: firstSeed).W1 is var start
            && Enumerable.Range(1, 3).All(i => Enumerable.Range(0, i).All(k => (own.W1.Row(i) - own.W1.Row(k)).L2Norm()
            / (start.Row(i) - start.Row(k)).L2Norm() is > 50 and < 2000))"),
        new("each unit has found a direction of its own", @"DistinctRows(own.W1) == 4
            && Enumerable.Range(1, 3).All(i => Enumerable.Range(0, i).All(k => (own.W1.Row(i) - own.W1.Row(k)).L2Norm() > 0.5))"),
        new("Every random start of four units ends lower than all of these", "last[3].Max() < last[..3].Min(costs => costs.Min())"),
        new("Zeros stay at 0.693. The constant gets stuck at 0.652, near the 0.637 that one unit alone reaches.",
            "last[0].All(cost => Math.Abs(cost - Math.Log(2)) < 1e-6) && Math.Abs(last[1].Median() - last[2].Median()) < 0.03"),
        new("on a lower plateau, between 0.60 and 0.62", @"runs[3].Count(run => run.Costs.Count(cost => cost
            is > 0.595 and < 0.625) > 15) >= 13 && runs[1].All(run => run.FinalCost > 0.64)"),
        new("in any one epoch all of them are multiplied by the same number", @"Enumerable.Range(1, 20).Select(k => 100 * k).All(e =>
            Math.Abs(ApartAt(2, e) / ApartAt(2, 0) / (ApartAt(3, e) / ApartAt(3, 0)) - 1) < 0.02)"),
        new("by a factor of 186 from $10^{-8}$ and $10^{-12}$, and nearly that from $10^{-4}$", @"new[] { 2, 3 }.All(i => ApartAt(i,
            500) / ApartAt(i, 0) is > 180 and < 192) && ApartAt(1, 500) / ApartAt(1, 0) is > 150 and < 192"),
        new("But patience alone is not enough.", "growth[1].Run.FinalCost > growth[0].Run.FinalCost + 0.1 && ApartAt(1, epochs) > 1"),
        new("None: the four ranges overlap, a draw.", @"biasRuns.Max(runs => AtBest(runs).Min()) <= biasRuns.Min(runs => AtBest(runs).Max())
            && biasRuns.All(runs => Best(runs) > 0 && Best(runs) < rates.Length - 1)"),
        new("their sums are exactly 0", "(bool)Mirrored(Activation.Tanh)[3]"),
        new("ReLU has no such symmetry, and the two part.", "!(bool)Mirrored(Activation.ReLU)[3]"),
        new("$Z^{[1]}$ is about as wide as (8.2) says. At scale 0.01 all units work where tanh has slope 1.",
            @"scales.All(s => Math.Abs(Z1(s).PopulationStandardDeviation() / (Math.Sqrt(30) * s) - 1) < 0.4)
            && Slopes(0.01).Average() > 0.99"),
        new("At scale 1 more than half of the slopes are below 0.05", "Flat(Slopes(1)) > 50 && Flat(Slopes(0.1)) < 5"),
        new("At scale 10 nearly all are.", "Flat(Slopes(10)) > 90"),
        new("At rate 1 a larger start costs epochs from scale 1 on", "tanhRuns[3][1].Min() > tanhRuns[2][1].Max()"),
        new("The ranges of scales 1 and 3 overlap with that of 0.1, a draw",
            @"tanhRuns[3..5].All(runs => AtBest(runs).Min() <= AtBest(tanhRuns[2]).Max())
            && tanhRuns[..5].Concat(sigmoidRuns[..5]).All(runs => Best(runs) > 0 && Best(runs) < rates.Length - 1)"),
        new("At scale 10 every run is slower than any run of 0.1, and some never arrive",
            "AtBest(tanhRuns[5]).Min() > AtBest(tanhRuns[2]).Max() && AtBest(tanhRuns[5]).Max() == never"),
        new("tanh hardly minds.", "AtBest(tanhRuns[0]).Median() <= AtBest(tanhRuns[2]).Median() + 2"),
        new("again in every run", "AtBest(sigmoidRuns[1]).Min() > AtBest(sigmoidRuns[2]).Max()"),
        new("with tanh each row costs about 17 epochs more, with ReLU about 34.", @"slow[..2].Select(runs =>
            (runs[4].Median() - runs[1].Median()) / 3).ToArray() is var more && more[0] is > 15 and < 19 && more[1] is > 31 and < 37"),
        new("The sigmoid stops slowing down in the end", "Math.Abs(slow[2][4].Median() - slow[2][3].Median()) < 5"),
        new("this one keeps the width at 1 without looking at the data",
            "inputs.All(n => Math.Abs(Width(n, Math.Sqrt(1.0 / n)) - 1) < 0.2)"),
        new("The median run leaves it after about 150 epochs",
            "runs[3].Select(run => (double)(run.FirstEpochBelow(0.595) ?? epochs)).Median() is > 100 and < 220"),
        new("The same: $r^2/3", @"Math.Abs(Initializer.GlorotUniform.Weights(n_out, n_in,
            new Random(firstSeed)).Enumerate().PopulationVariance() * (n_in + n_out) / 2 - 1) < 0.02"),
        new("ten of them 3.25", "Math.Abs(shares.Sum(Resting) - 3.25) < 0.01"),
        new("None, by this rule: the ranges overlap.", @"new[] { tanhRace, reluRace }.All(race => race[1..].All(runs =>
            AtBest(runs).Max() >= AtBest(race[0]).Min()) && race.All(runs => Best(runs) > 0 && Best(runs) < rates.Length - 1))"),
        new("By the median Xavier and He are ahead of it",
            "new[] { tanhRace, reluRace }.All(race => race[2..].All(runs => AtBest(runs).Median() < AtBest(race[0]).Median()))"),
        new("with ReLU by a third", "AtBest(reluRace[3]).Median() / AtBest(reluRace[0]).Median() is > 0.5 and < 0.8"),
        new("With ReLU it is the last, and some of its runs never arrive.",
            "reluRace.All(runs => AtBest(runs).Median() <= AtBest(reluRace[1]).Median()) && AtBest(reluRace[1]).Max() == never"),
        new("With tanh it is not: its median is the best of the four.",
            "tanhRace.All(runs => AtBest(runs).Median() >= AtBest(tanhRace[1]).Median())"),
        new("the cost then rests for a while near 3.25", @"Train(Reader(Activation.Tanh, digitStarts[0], firstSeed), digits,
            rates[Best(tanhRace[0])], 60).Costs.Count(J => J is > 3.1 and < 3.4) >= 3", "xavier-he"),
        new("Less than a billionth.", "SizesLeft(chainRuns[0])[0] < 1e-9"),
        new("With 0.01 and with the sigmoid the derivative shrinks on its way down", "SizesLeft(chainRuns[1])[0] is > 1e-7 and < 1e-5"),
        new("With scale 1 it grows", "SizesLeft(chainRuns[4])[0] > 100 && SizesLeft(chainRuns[5])[0] > 1e6"),
        new("tanh with Xavier and ReLU with He keep it within a factor of ten",
            "chainRuns[2..4].All(draws => SizesLeft(draws)[0] is > 0.1 and < 10)"),
        new("Up to $10^{8}$ nothing happens, in any run", "deepRuns[0][..^1].All(runs => runs.All(cost => cost is > 0.68 and < 0.7))"),
        new("in the median run the cost ends above a billion", "deepRuns[0][^1].Median() > 1e9"),
        new("Xavier gets to about 0.1 at its best rate.",
            "AtBest(deepRuns[2]).Median() is > 0.05 and < 0.15 && deepRuns[1..].All(runs => Best(runs) is > 0 and < 7)"),
        new("Gaussian × 1 learns, too, and by the median ends higher.",
            "AtBest(deepRuns[1]).Median() < 0.4 && AtBest(deepRuns[1]).Median() > AtBest(deepRuns[2]).Median()"),
        new("From zeros all pictures are one picture", @"DistinctRows(fromZeros.W1) == 1 && Right(fromZeros) < 12
            && fromZeros.Clone() is var longer && Train(longer, manyDigits, 0.5, 1300).FinalCost > 0 && Right(longer) > 30"),
        new("From random weights each unit has its own picture", "DistinctRows(fromRandom.W1) == fromRandom.Nh && Right(fromRandom) > 90"),
        new("Every run from scale 1 is faster than any run from 0.01", "AtBest(flowerRuns[3]).Max() < AtBest(flowerRuns[1]).Min()"),
        new("At 10 the ranges are wide: some runs are very fast, some never arrive.",
            "AtBest(flowerRuns[5]).Min() < AtBest(flowerRuns[3]).Median() && AtBest(flowerRuns[5]).Max() == never"),
        new("It falls in both, and there is one distinct row, not four. And a surprise: the accuracy is high.",
            @"new[] { Run(Initializer.Zeros, Activation.Sigmoid), Run(Initializer.Constant(0.5), Activation.Tanh) }.All(row =>
            (int)row[4] == 1 && double.Parse((string)row[2], System.Globalization.CultureInfo.InvariantCulture) < 0.3
            && double.Parse((string)row[3], System.Globalization.CultureInfo.InvariantCulture) > 90)"),
    ];
}
