namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter07
{
    public static Finding[] Findings =>
    [
        new("A fresh network has tiny weights and answers about ½, so its cost is $\\ln 2 \\approx 0.69$ for each output.",
            @"Math.Abs(net.Cost(X, Y) - Math.Log(2)) < 1e-3
            && Math.Abs(CostOf(Output(net.Parameters, X), Y) - net.Cost(X, Y)) < 1e-12", "forward-by-hand"),
        new("(b). With tiny weights all slopes are tiny, too, and the cost stays on a plateau",
            "byCalls[0] - byCalls[20] < 0.02 && byCalls[50] - byCalls[250] > 0.15 && byCalls[800] - byCalls[1000] is > 0 and < 0.03"),
        new("Every entry of every equation agrees with its nudge to ten decimals.", "worst is > 0 and < 1e-10"),
        new("(b). They add up the same numbers in another order", "apart < 1e-12"),
        new("from 0.3 to 6 nearly all networks end well, and it hardly matters where in between.",
            @"final[3..7].All(costs => costs.Count(J => J > 0.35) <= 1) && final[3..7].Max(costs =>
            costs.Median()) - final[3..7].Min(costs => costs.Median()) < 0.05 && final[..2].All(costs => costs.Min() > 0.6)
            && final[2].Median() > final[3].Median() && final[7].Median() > final[6].Median()"),
        new("at 0.01 the cost has hardly left 0.69.", "final[0].Min() > 0.65"),
        new("At 20 the cost jumps up and down, and where it ends is luck: the worst of the fifteen ends above 0.69, worse than guessing.",
            @"final[8].Max() > Math.Log(2) && final[8].Min() < 0.4
            && byRate[8].All(run => run.Costs.Zip(run.Costs.Skip(1)).Count(p => p.Second > p.First) > 10)"),
        new("At 10 the cost has passed the largest number that a `double` can hold",
            """Try(10).StartsWith("The cost is ") && !Try(10).Contains("J from")"""),
        new("At 3 it is on the same way, only not yet there", """Try(3).Contains("the cost rose")"""),
        new("At 1 and 0.1 the cost falls.", @"new[] { 1, 0.1 }.All(rate => new Trainer { LearningRate = rate,
            Epochs = 150 }.Train(linear.Clone(), flower) is var run && run.FinalCost < run.Costs[0] / 2)"),
        new("its path turns into the valley and follows it to the bottom. With 0.5 forty steps are not enough to reach the valley. With 12 "
            + "the steps overshoot", @"paths[1].J[^1] < 0.3 && paths[2].J[^1] > 0.9 && paths[2].X[^1] > 1
            && paths[1].J[^2] - paths[1].J[^1] < 1e-4 && Walk(12).J is var jumps && jumps.Skip(30).Max() > 1 && Enumerable.Range(1,
            40).Count(k => jumps[k] > jumps[k - 1]) >= 10 && Enumerable.Range(1, 40).All(k => paths[1].J[k] < paths[1].J[k - 1] + 1e-12)"),
        new("Against *epochs*, that is for the same amount of data seen, small batches are far ahead",
            @"sameEpochs.Select(r => r.Runs.Select(c => c[^1]).ToArray()).ToArray() is var ends && ends[0].Min() > ends[1].Max()
            && ends[0].Min() > ends[2].Max() && ends[1].Zip(ends[2]).Count(p => p.First > p.Second) >= 13"),
        new("Against *steps* the order is reversed: the slope over all points is the better guide",
            @"sameSteps.Select(r => r.Runs.Select(c => c[^1]).ToArray()).ToArray() is var ends && ends[2].Min() > ends[1].Max()
            && ends[1].Zip(ends[0]).Count(p => p.First > p.Second) >= 13"),
        new("the smaller the batch, the smaller its best rate",
            @"new[] { sameEpochs, sameSteps }.All(race => race[0].Rate > race[1].Rate && race[1].Rate > race[2].Rate
            && race.Zip(batches).All(p => p.First.Rate > p.Second.Rates[0] && p.First.Rate < p.Second.Rates[^1]))"),
        new("From the same start, momentum ends lower in nearly every run", @"best[0].Zip(best[1]).Count(p =>
            p.First[^1] > p.Second[^1]) >= 13 && best[0].Select(c => c[^1]).Median() - best[1].Select(c => c[^1]).Median() > 0.1"),
        new("A larger rate alone does not help the plain steps: at 10 they are worse than at 6.", @"rolling[0][3].Select(c =>
            c[^1]).Median() > rolling[0][2].Select(c => c[^1]).Median() && rolling.All(r => BestOf(r) is 1 or 2)"),
        new("All six, at every thousand epochs up to 7000",
            """Enumerable.Range(0, 8).All(k => $"{labRun.CostAt(1000 * k):0.000000}" == $"{published[k]:0.000000}")"""),
        new("the sharpness passes $2/\\alpha$", "crossed == 7200 && sharpness[0] < 0.5 * limit[0]"),
        new("shortly before epoch 7900 the cost rises for the first time", "rise is > 7700 and < 7900"),
        new("One or two units get about 65% of the fresh points right.",
            "bySize[..2].All(runs => runs.Average(r => r.Test) is > 58 and < 70) && bySize.All(runs => runs[0].Rate == 3.6)"),
        new("Three are enough: nearly all runs get between 80% and 95%.",
            "bySize[2..4].All(runs => runs.Count(r => r.Test is >= 80 and <= 95) >= 13)"),
        new("20 or 50 units are no better than four",
            "bySize[4..].All(runs => Math.Abs(runs.Select(r => r.Test).Median() - bySize[3].Select(r => r.Test).Median()) <= 4)"),
        new("About an eighth of the fresh points stays wrong with any larger size",
            "bySize[2..].All(runs => runs.Average(r => r.Test) is > 84 and < 91)"),
    ];
}
