namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter09
{
    public static Finding[] Findings =>
    [
        new("It is right for 62.7% of the tumors", "Math.Abs(100 * (1 - share) - 62.7) < 0.1"),
        new("With raw measurements nearly all slopes are close to 0 from the start, and no rate helps",
            @"raw.All(runs => runs.Select(r => r.saturated).Median() > 95) && scaled.All(runs => runs.Select(r => r.saturated).Median()
            < 20) && Best(CostsOf(raw)) is > 0 and < 4 && Math.Abs(CostsOf(raw)[Best(CostsOf(raw))].Median() - sameForAll) < 0.02"),
        new("Standardized, the same network learns the training part almost without error.",
            "Best(CostsOf(scaled)) is > 0 and < 4 && CostsOf(scaled)[Best(CostsOf(scaled))].Median() < 0.03"),
        new("The training cost keeps falling. The validation cost does not", @"onTraining.Zip(onTraining.Skip(1)).All(p =>
            p.Second < p.First) && at[best] < 1000 && onValidation[^1] > 1.3 * onValidation[best]"),
        new("The dots of each layer spread much farther than the four medians lie apart, so the ranges overlap.",
            @"atBest.Max(runs => runs.Min()) < atBest.Min(runs => runs.Max()) && costs.All(atRates => Best(atRates) is > 0 and < 4)
            && atBest.Min(runs => runs.Max() - runs.Min()) > 2 * (atBest.Max(runs => runs.Median()) - atBest.Min(runs => runs.Median()))"),
        new("At rate 10 ReLU and the linear layer are lost.",
            "costs[2][4].Median() > 10 && costs[3][4].Median() > 10 && costs[0][4].Median() < 1 && costs[1][4].Median() < 1"),
        new("at 0.1 the linear layer is ahead, at 3 the sigmoid.", @"new[] { 0, 1, 2 }.All(i => costs[3][0].Median() < costs[i][0].Median())
            && new[] { 1, 2, 3 }.All(i => costs[0][3].Median() < costs[i][3].Median())"),
        new("within a few percent", "Math.Abs(100 * confusion.Accuracy - right.Average()) < 5", "confusion"),
        new("0.9 costs most by far", "MeanCost(0.9) > 2 * Math.Max(MeanCost(cheapest), MeanCost(0.5))"),
        new("The other two lie much closer together",
            "Math.Abs(MeanCost(cheapest) - MeanCost(0.5)) < (MeanCost(0.9) - Math.Max(MeanCost(cheapest), MeanCost(0.5))) / 2"),
        new("Only rounding.", "apart < 1e-12"),
        new("Both get 96 to 97% of the unseen tumors right.",
            "new[] { shallow, logistic }.All(model => Math.Abs(model.Average(j => j.Right) - 96.5) < 1)"),
        new("The mean difference is a fraction of a percent, for the accuracy and for the area: a draw.",
            "Math.Abs(Gaps(j => j.Right).Mean()) < 0.9 && Math.Abs(100 * Gaps(j => j.Auc).Mean()) < 0.9"),
        new("about two and a half times as long as $s/\\sqrt{20}$, and the mean difference is below twice that.",
            @"Math.Sqrt(1.0 / 20 + 0.25) * Math.Sqrt(20) is > 2.4 and < 2.6 && new[] { Gaps(j => j.Right), Gaps(j => j.Auc) }.All(gaps =>
            Math.Abs(gaps.Mean()) < 2 * gaps.StandardDeviation() * Math.Sqrt(1.0 / 20 + 0.25))"),
        new("a difference of two percent would have shown; a small one, either way, may still be hidden.",
            "2 * Gaps(j => j.Right).StandardDeviation() * Math.Sqrt(1.0 / 20 + 0.25) is > 0.5 and < 2"),
        new("the curves go up and down together", "Correlation.Pearson(shallow.Select(j => j.Right), logistic.Select(j => j.Right)) > 0.5"),
        new("At 2.4 the linear layer is lost, and tanh is at its best there.",
            "tried[0][2].Median() > 10 && Best(tried[0]) == 1 && Best(tried[1]) == 2"),
        new("tanh reads about one more in a hundred. The mean difference is more than three times $s/\\sqrt{15}$, and tanh is ahead on "
            + "most splits.",
            "gain.Mean() is > 0.5 and < 1.5 && gain.Mean() > 3 * Yardstick(gain) && gain.Count(g => g > 0) > 10"),
        new("By the longer yardstick of 9.8 it is less than twice",
            "gain.Mean() / (Yardstick(gain) * Math.Sqrt(1 + 15 / 3.0)) is > 1 and < 2"),
        new("Nothing makes them sum to 1.", "sums.Min() < 0.7 && sums.Max() > 1.3"),
        new("The small $\\lambda$ lowers the cost on the unseen digits in nearly every draw, here in every one, although the cost "
            + "on the training digits is higher", @"Saved(1).Count(saved => saved > 0) >= 13 && bestAt.All(i => i is > 0 and < 4)
            && decayed[1].Select(r => r.train).Median() > decayed[0].Select(r => r.train).Median()"),
        new("Yet it reads more of the unseen digits right",
            "Saved(2).Mean() < -3 * Yardstick(Saved(2)) && Won(2).Mean() > 2 * Yardstick(Won(2))"),
        new("even one unit stays within the range of the others",
            @"ofWidth.Select(atRates => atRates[Best(atRates)]).ToArray() is var ranges && ranges[0].Median() < ranges[2].Max()
            && ranges[2].Median() > ranges[0].Min() && ofWidth.All(atRates => Best(atRates) is > 0 and < 3)"),
        new("0.1 for 180 epochs, 0.3 for 60 and 1 for 20 come to about the same cost", @"new[] { ofBoth[0][2].Median(),
            ofBoth[1][1].Median(), ofBoth[2][0].Median() } is var diagonal && diagonal.Max() < 1.35 * diagonal.Min()"),
    ];
}
