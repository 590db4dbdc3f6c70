namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter05
{
    public static Finding[] Findings =>
    [
        new("The identity holds to 15 decimals. But at $z = 800$ the textbook formula gives NaN",
            "worst < 1e-15 && double.IsNaN(TanhByFormula(800)) && Math.Tanh(800) == 1"),
        new("At this rate the sigmoid needs about 6 times as many epochs, and at least 3 times for every seed.",
            @"histories[0].Zip(histories[1]).All(pair => FirstBelow(pair.First) >= 3 * FirstBelow(pair.Second))
            && histories[0].Select(FirstBelow).Median() / histories[1].Select(FirstBelow).Median() is > 5 and < 7"),
        new("The first two columns are one descent, number by number.", "apart < 1e-9"),
        new("The sigmoid starts at the same cost and takes another way from the first step on.",
            "Math.Abs(ofSigmoid[0] - ofTanh[0]) < 1e-9 && Math.Abs(ofSigmoid[1] - ofTanh[1]) > 1e-6"),
        new("more than twice as many each time", @"new[] { (0, 1), (4, 3) }.All(p =>
            onFlower[p.Item1][Best(onFlower[p.Item1])].Median() > 2 * onFlower[p.Item2][Best(onFlower[p.Item2])].Median())"),
        new("the lifted one is lost at rates at which the centered one is at its best",
            "onFlower[0][Best(onFlower[1])].Median() == never && onFlower[4][Best(onFlower[3])].Median() == never"),
        new("Among the centered ones the steeper is still ahead, by up to a factor of two", @"new[] { 3, 2, 1 }.Select(i =>
            onFlower[i][Best(onFlower[i])].Median()).ToArray() is var m && m[0] < m[1] && m[1] < m[2] && m[2] < 2.3 * m[0]"),
        new("At low rates a function and its lifted twin do equally well.", @"new[] { (0, 1, 2), (4, 3, 1) }.All(p =>
            onFlower[p.Item1][p.Item3].Median() / onFlower[p.Item2][p.Item3].Median() is > 0.8 and < 1.25)"),
        new("(a), on the flower.", @"new[] { 0, 4 }.Min(i => onFlower[i][Best(onFlower[i])].Median()) > new[] { 1, 2, 3 }.Max(i =>
            onFlower[i][Best(onFlower[i])].Median()) && onFlower.All(runs => Best(runs) > 0 && Best(runs) < rates.Length - 1)"),
        new("all five need fewer than ten epochs and their ranges overlap: a draw.",
            @"onCancer.All(runs => runs[Best(runs)].Median() < 10 && Best(runs) > 0 && Best(runs) < rates.Length - 1)
            && onCancer.Max(runs => runs[Best(runs)].Min()) <= onCancer.Min(runs => runs[Best(runs)].Max())"),
        new("With the sigmoid every mean is near ½, all values are positive",
            "Means(ofS).All(mean => Math.Abs(mean - 0.5) < 0.15) && ofS.Forward(flower.X).A1.Enumerate().All(a => a > 0)"),
        new("all derivatives of one example have the same sign", "OfOneExample(ofS).All(d => d > 0) || OfOneExample(ofS).All(d => d < 0)"),
        new("With tanh the signs are mixed.", "OfOneExample(ofT).Any(d => d > 0) && OfOneExample(ofT).Any(d => d < 0)"),
        new("the way zigzags, and even the best rate takes many steps. Centered, the valley is a round bowl, one rate suits all directions",
            "BestWalk(values).Length - 1 >= 10 && BestWalk(values - 0.5).Length - 1 <= 2"),
        new("At $z = 10$ the sigmoid's slope is about 1/20,000, and that of tanh is smaller still.", @"1 / Activation.Sigmoid.Derivative(10)
            is > 19_000 and < 25_000 && Activation.Tanh.Derivative(10) < Activation.Sigmoid.Derivative(10)"),
        new("At low rates it stays near 0.69", "saturated[2][0].Select(one => one.cost).Median() is > 0.68 and < 0.70"),
        new("at the same best rate",
            "atBest[1][0].α == atBest[0][0].α && atBest.All(runs => runs[0].α > rates[0] && runs[0].α < rates[^1])"),
        new("At rate 0.3 it is behind",
            "saturated[1][0].Select(one => one.cost).Median() > saturated[0][0].Select(one => one.cost).Median()"),
        new("it is higher for every seed, or nearly so.",
            "atBest[2].Zip(atBest[0]).Count(pair => pair.First.cost > pair.Second.cost) >= 13"),
        new("the network does as well as from 0",
            "atBest[1].Min(r => r.cost) < atBest[0].Max(r => r.cost) && atBest[0].Min(r => r.cost) < atBest[1].Max(r => r.cost)"),
        new("$W^{[1]}$ moves less and less", @"large.Select(runs => runs.Select(r => r.moved).Median()).ToArray() is var moved
            && moved[0] > moved[1] && moved[1] > moved[2] && moved[2] > moved[3]"),
        new("Yet the cost at the end is *lower* than from the usual start",
            "large[2].Zip(large[0]).Count(pair => pair.First.cost < pair.Second.cost) >= 13"),
        new("only at factor 100 is it higher.", @"large.Select(runs => runs.Select(r => r.cost).Median()).ToArray() is var costs
            && costs[3] > costs[0] && costs[1] < costs[0] && costs[2] < costs[0]"),
        new("In two ordinary runs exactly 0 of the 1.6 and 2.3 million numbers were 0.",
            """(int)CountZeros("", flower, Initializer.He)[2] == 0 && (int)CountZeros("", cancer, Initializer.He)[2] == 0"""),
        new("it is exactly 0, whatever the rate.",
            "silent[0].Count(r => r.before == 10) >= 8 && silent[0].All(r => r.dW1 == 0 == (r.before == 10))"),
        new("units stay silent forever", "silent[0].All(r => r.before < 10 || r.after == 10)"),
        new("The leak of 0.01 lets a few units crawl back, and they are enough: the cost ends near 0.05.",
            "silent[1].Select(r => r.after).Median() < 9 && silent[1].Select(r => r.cost).Median() is > 0.03 and < 0.06"),
        new("the best that a network can do that gives every tumor the same probability", @"cancer.Labels.Average() is var q
            && Math.Abs(silent[0].Select(r => r.cost).Median() + q * Math.Log(q) + (1 - q) * Math.Log(1 - q)) < 0.01"),
        new("Up to rate 2 hardly a unit falls silent, and nearly all points are right.",
            "thrown.All(g => g[..3].All(runs => runs.Select(r => r.silent).Median() <= 2 && runs.Select(r => r.right).Median() > 98))"),
        new("At rates 3 and 4 most ReLU units are silent in the median run, and a quarter of the points is wrong.",
            "thrown[0][3..].All(runs => runs.Select(r => r.silent).Median() > 10 && runs.Select(r => r.right).Median() is > 65 and < 85)"),
        new("With the leak fewer units stay below 0",
            "Enumerable.Range(3, 2).All(i => thrown[1][i].Select(r => r.silent).Median() < thrown[0][i].Select(r => r.silent).Median())"),
        new("No: at its best rate the median run of each gets nearly all points right.",
            "trained.Select((runs, i) => runs[bestOf[i]]).All(runs => runs.Select(r => r.right).Median() > 97)"),
        new("But only the sigmoid gives what can be read as a probability, in every run.",
            @"trained[..2].All(layer => layer.All(runs => runs.All(r => r.a.All(a => a is >= 0 and <= 1))))
            && trained[2][2].All(r => r.a.Min() < 0) && trained[3][1].Any(r => r.a.Max() > 1)", "outputs-trained"),
        new("gives values outside for about a fifth of the points",
            "trained[2][bestOf[2]].SelectMany(r => r.a).Average(a => a is < 0 or > 1 ? 1.0 : 0) is > 0.1 and < 0.3"),
        new("Cut at ½, the classes are right all the same", "trained[2][bestOf[2]].Select(r => r.right).Median() > 98"),
        new("gets the classes right as well, at a low rate",
            "rates[bestOf[3]] < 1 && trained[3][bestOf[3]].Select(r => r.right).Median() > 98"),
        new("At rate 1 it happens to some of the 15 runs, at rate 10 to all.", @"trained[3][2].Count(r => r.a.Max() - r.a.Min() < 1e-9)
            is > 0 and < 15 && trained[3][4].All(r => r.a.Max() - r.a.Min() < 1e-9)"),
        new("The squared error, at its own best rate, does about as well as the cross-entropy; at the same low rate it is slower",
            @"trained[..2].Select(layer => layer.Select((runs, k) => (k, error: runs.Select(r => r.error).Median(), runs)).MinBy(r =>
            r.error)).ToArray() is var best && best.All(b => b.k > 0 && b.k < rates.Length - 1) && trained[1][1].Min(r =>
            r.error) > trained[0][1].Max(r => r.error) && best[1].runs.Min(r => r.error) < best[0].runs.Max(r => r.error)
            && best[0].runs.Min(r => r.error) < best[1].runs.Max(r => r.error)", "outputs-trained"),
        new("One such example makes the whole cost NaN.", @"double.IsNaN(Textbook(40, 1)) && double.IsPositiveInfinity(Textbook(40, 0))
            && Softplus(40) - 40 is >= 0 and < 1e-15 && Softplus(40) == 40"),
        new("every run of ReLU is faster than any run of tanh or the sigmoid",
            "race[2][2][Best(race[2][2])].Max() < race[2][..2].Min(runs => runs[Best(runs)].Min())"),
        new("the median ReLU run never reaches the goal, at any rate",
            "race[0][2].All(runs => runs.Median() == never) && race[0][1][Best(race[0][1])].Max() < never"),
        new("On the other four the ranges of tanh and ReLU overlap: a draw.", @"new[] { 1, 3, 4, 5 }.All(c => race[c][1][Best(race[c][1])]
            is var tanhs && race[c][2][Best(race[c][2])] is var relus && tanhs.Min() <= relus.Max() && relus.Min() <= tanhs.Max())"),
        new("\"Several times faster than the sigmoid\" is true on the circles only.", @"Enumerable.Range(1, 5).All(c =>
            (race[c][0][Best(race[c][0])].Median() > 3 * race[c][2][Best(race[c][2])].Median()) == (c == 2))"),
        new("""run side by side everywhere: no "little better" here.""", @"Enumerable.Range(0, 6).All(c => race[c][2][Best(race[c][2])]
            is var relus && race[c][3][Best(race[c][3])] is var leaky && relus.Min() <= leaky.Max() && leaky.Min() <= relus.Max())"),
        new("On the spirals, at rate 1 ReLU is clearly faster than tanh; at rate 3 tanh is at its best, and the median ReLU run never "
            + "arrives.", @"race[3][2][1].Zip(race[3][1][1]).Count(pair => pair.First < pair.Second) >= 13 && Best(race[3][1]) == 2
            && race[3][2][2].Median() == never"),
        new("Its best rate is the one with the smallest median. If it stood at an end of the grid, there might be a better one outside, so "
            + "it must stand inside.", @"race.All(course => course.All(runs => runs[Best(runs)].Median() == never || Best(runs) is > 0
            && Best(runs) < rates.Length - 1))", "race"),
        new("1601 parameters do what 31 can do", "apart < 1e-12"),
        new("The boundary is a straight line, with about half of the points on its wrong side.",
            "Trained(Activation.Identity, 0.1).Item2.Accuracy(flower.X, flower.Y) is > 0.4 and < 0.6"),
        new("the best line gets two thirds right, but the line that minimizes the cross-entropy is no better than a guess",
            @"new[] { 0, 2, 3 }.All(i => BestLine(planar[i]) is > 64 and < 70 && CrossEntropyLine(planar[i]) is var found
            && found.accuracy < 55 && found.cost > 0.6)"),
        new("On the moons, where a straight line is nearly right, the two agree within a point or two.",
            "BestLine(moons) > 85 && BestLine(moons) - CrossEntropyLine(moons).accuracy is >= 0 and <= 2.5"),
        new("The best line gets three of the four. The one that cross-entropy finds answers ½ for all four",
            "BestLine(xor) == 75 && Math.Abs(CrossEntropyLine(xor).cost - Math.Log(2)) < 1e-4"),
        new("the answers are right to two decimals", "answers.Zip(xor.Y.Row(0)).All(p => Math.Abs(p.First - p.Second) < 0.01)"),
        new("About half: the more bumps, the closer, without end.", "counts.Skip(1).All(n => Gap(n) / Gap(n / 2) is > 0.4 and < 0.6)"),
        new("On flower, circles and spirals the linear network guesses", @"new[] { 0, 2, 3 }.All(d => judged[d][0].accuracy.Median()
            is > 40 and < 60 && judged[d][0].accuracy.Max() < judged[d][1].accuracy.Min())"),
        new("on the moons it gets most points, and tanh gets more.",
            "judged[1][0].accuracy.Median() > 80 && judged[1][0].accuracy.Max() < judged[1][1].accuracy.Min()"),
        new("both get about 97% of the fresh tumors right", @"judged[4].All(r => Math.Abs(r.accuracy.Median() - 97) <= 1.5)
            && judged[4][0].accuracy.Min() <= judged[4][1].accuracy.Max() && judged[4][1].accuracy.Min() <= judged[4][0].accuracy.Max()"),
        new("ReLU gains from more units, most of it up to 16", @"withReLU.Select(r => r.costs.Median()).ToArray() is var costs && costs[0]
            > costs[1] && costs[1] > costs[2] && costs[2] > Math.Min(costs[3], costs[4]) && costs[0] - costs[2] > costs[2] - costs[4]"),
        new("stays ahead at every width.", "withTanh.Zip(withReLU).All(pair => pair.First.costs.Median() < pair.Second.costs.Median())"),
        new("but the points are not safe either", "thrown[1][4].Select(r => r.right).Median() < 90"),
        new("On the moons ReLU needs about half of the sigmoid's epochs",
            "race[1][2][Best(race[1][2])].Median() / race[1][0][Best(race[1][0])].Median() is > 0.35 and < 0.75"),
        new("on the other three the sigmoid is close behind",
            "new[] { 3, 4, 5 }.All(c => race[c][0][Best(race[c][0])].Median() / race[c][2][Best(race[c][2])].Median() is > 0.9 and < 2)"),
    ];
}
