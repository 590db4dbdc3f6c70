namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter06
{
    public static Finding[] Findings =>
    [
        new("The slope is largest at $z = 0$, where it is 0.25. It never gets near 1. At $z$ and $-z$ it is the same. At $z = \\pm 4$ it "
            + "has fallen below 0.02", @"points.All(z => Nudge(Sigmoid, z) <= Nudge(Sigmoid, 0)) && Math.Abs(Nudge(Sigmoid,
            0) - 0.25) < 1e-9 && points.All(z => Math.Abs(Nudge(Sigmoid, z) - Nudge(Sigmoid, -z)) < 1e-9) && Nudge(Sigmoid, 4) < 0.02"),
        new("The two agree to ten decimals and more.", "points.All(z => Math.Abs(SlopeOfSigmoid(z) - Nudge(Sigmoid, z)) < 5e-11)"),
        new("tanh is the flatter one", "SlopeOfTanh(4) < SlopeOfSigmoid(4) / 10 && SlopeOfTanh(0) == 4 * SlopeOfSigmoid(0)"),
        new("At 0 nudging says ½: it averages the two sides.",
            "Nudge(Relu, 0) == 0.5 && Nudge(Relu, 5e-6) is > 0.5 and < 1 && Nudge(Relu, -5e-6) is > 0 and < 0.5"),
        new("The differences are 0, not merely small",
            "LargestGap(trained[1], trained[0]) == 0 && LargestGap(trained[2], trained[0]) == 0"),
        new("The mean of the two sides again", "Math.Abs(Nudge(Leaky, 0) - 0.505) < 1e-9"),
        new("All agree to ten decimals. No random point came within $h$ of the corner.",
            "Activation.All.All(g => anywhere.All(z => Gap(g, z) < 5e-11))"),
        new("The mean slope of unit 1 is below 0.001, its weights move less than a hundredth as far as those of the other three",
            "slopesBefore[0] < 1e-3 && moves[0] < moves[1..].Min() / 100"),
        new("The three agree.", @"Enumerable.Range(0, 4).All(i => Enumerable.Range(0, 2).All(k => Math.Abs(ByFormula(i,
            k) - gradients.dW1[i, k]) < 1e-12 && Math.Abs(NudgeWeight(i, k) - gradients.dW1[i, k]) < 1e-9))"),
        new("The forward difference does best near $h = 10^{-8}$, the central one near $10^{-5}$, and there it is a thousand times more "
            + "exact.", @"steps[Array.IndexOf(forward, forward.Min())] is > 2e-9 and < 5e-8
            && steps[Array.IndexOf(central, central.Min())] is > 2e-6 and < 5e-5 && central.Min() < forward.Min() / 1000"),
        new("the central difference has gone from an error of about $10^{-12}$ back to $10^{-5}$",
            "central.Min() < 1e-11 && central[48] > 1e-5"),
        new("For tanh all of it is truncation; for the sigmoid about a third, and the rest is rounding.", @"Math.Abs((Nudge(Math.Tanh,
            0) - 1) / (h * h / 6 * -2) - 1) < 0.01 && (h * h / 6 * -0.125) / (Nudge(Sigmoid, 0) - 0.25) is > 0.25 and < 0.4"),
        new("All pass, in all ten networks, with errors of about $10^{-10}$ or less.",
            "checks.All(errors => errors.All(error => error < 1e-9))"),
        new("No mistake slips through: even the smallest, a forgotten $db^{[2]}$, is off by 0.003, more than ten million times the error "
            + "of the right gradient.",
            "errors.Skip(1).All(row => row[0] > 1e7 * errors[0][0])"),
        new("spoils $W^{[1]}$ and $b^{[1]}$ together and leaves the output's parameters alone.",
            "errors[1..4].All(row => row[1] > 1e-3 && row[2] > 1e-3 && row[3] < 1e-7 && row[4] < 1e-7)"),
        new("One column wrong alone: the mistake was made after everything shared, in the line of that very gradient.",
            "new[] { (4, 3), (5, 2), (6, 4) }.All(p => Enumerable.Range(1, 4).All(k => errors[p.Item1][k] > 1e-3 == (k == p.Item2)))"),
        new("An error near 1 says that the two point in opposite directions or differ by a huge factor",
            "errors[4][3] > 0.9 && errors[5][2] > 0.99 && errors[6][4] > 0.99"),
        new("With the wrong slope the cost falls as well",
            "runs[1].All(run => run.Costs.Min() < 0.45) && runs[1].Select(run => run.Costs.Min()).Median() < 0.4"),
        new("Then it climbs again", @"runs[1].Select(run => run.FinalCost).Median() > runs[1].Select(run => run.Costs.Min()).Median() + 0.05
            && runs[1].Select(run => run.FinalCost).Median() > runs[0].Max(run => run.FinalCost)"),
    ];
}
