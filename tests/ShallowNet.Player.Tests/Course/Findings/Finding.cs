namespace ShallowNet.Player.Tests.Course.Findings;

/// <summary>A sentence of a chapter that states what an experiment showed, and what must hold in the chapter's cells for it.</summary>
/// <param name="Sentence">The words of the chapter, to the letter but for formulas' spaces and line ends.</param>
/// <param name="Condition">A C# expression over the variables of the chapter's cells, true where the sentence is.</param>
/// <param name="Cell">The id of the cell after which the condition is asked; null for the last one above the sentence.</param>
internal sealed record Finding(string Sentence, string Condition, string? Cell = null)
{
    private static readonly Finding[] Chapter00 =
    [
        new("most petals lie in a wedge of their own color", "right > 300"),
        new("One unit gives one straight cut, and 67% of the points.",
            "WithUnits(1).Item2.Accuracy(flower.X, flower.Y) is > 0.6 and < 0.7"),
        new("no more than four",
            "WithUnits(20).Item2.Accuracy(flower.X, flower.Y) < WithUnits(4).Item2.Accuracy(flower.X, flower.Y) + 0.02"),
        new("Three of the four sums are far from 0, where tanh is flat",
            "Enumerable.Range(0, 4).Count(i => Math.Abs(Math.Tanh(Sum(i))) > 0.95) == 3"),
        new("Both say 0.032, so the answer is class 0.", "Math.Abs(a2 - byLibrary) < 1e-12 && a2 < 0.5"),
    ];

    private static readonly Finding[] Chapter01 =
    [
        new("A good line costs less.", "Cost(clouds, 0.5, 0.5, 0) < Math.Log(2) / 2"),
        new("The same line with the sides exchanged costs more than guessing", "Cost(clouds, -0.5, -0.5, 0) > Math.Log(2)"),
        new("The slope is negative: to the right the cost falls.", "dw1 < 0 && Cost(clouds, 0.1, 0, 0) < atStart"),
        new("At 0.01 nearly all of the promise is kept, at 0.1 about nine tenths of it.",
            "Saved(0.01) / (-0.01 * dw1 * dw1) is > 0.97 and < 1 && Saved(0.1) / (-0.1 * dw1 * dw1) is > 0.85 and < 0.95"),
        new("At the last rate the step jumps over the valley.",
            "Cost(clouds, -10 * dw1, 0, 0) > Cost(clouds, -9 * dw1, 0, 0) && rates[^1] == 10"),
        new("The same $dw_1$", "Math.Abs(slopes.dw1 - dw1) < 1e-6 && Math.Abs(slopes.db) < 1e-12"),
        new("the cost fell to 0.49, well below 0.69", "Cost(clouds, w1, w2, b) is > 0.4 and < 0.6"),
        new("The smallest rate is safe and slow.",
            "costs[0].Zip(costs[0].Skip(1)).All(p => p.Second < p.First) && costs[0][^1] > costs[1][^1]"),
        new("At the largest the first step overshoots: it lands far beyond the valley, and all nineteen epochs after it only lead "
            + "back.", @"Enumerable.Range(1, 10).All(k => costs[3][k] > costs[2][k])
            && costs[3].Skip(1).Zip(costs[3].Skip(2)).All(p => p.Second < p.First + 0.001)"),
        new("About half: 47.0% are right",
            "single.Accuracy(flower.X, flower.Y) is > 0.4 and < 0.6 && Cost(flower, w1, w2, b) is > 0.65 and < 0.6932"),
        new("More epochs do not help", "Descend(flower, 0.3, 2000)[^1] is > 0.65 and < 0.6932"),
        new("one straight line got clearly more right", @"new Network(2, 1, seed: firstSeed) is var one
            && new Trainer { LearningRate = 1.2, Epochs = 2000 }.Train(one, flower).FinalCost < Cost(flower, w1, w2, b)
            && one.Accuracy(flower.X, flower.Y) > single.Accuracy(flower.X, flower.Y) + 0.1
            && one.Probabilities(flower.X).Enumerate().All(a => a is > 0.3 and < 0.7)"),
        new("Each unit alone is one straight cut, and none of them gets more than 67.0% of the points right.",
            @"Enumerable.Range(0, 4).Max(i => Alone(i).Accuracy(flower.X, flower.Y)) is var best && best < 0.7
            && net.Accuracy(flower.X, flower.Y) > best + 0.1"),
        new("On the walk each unit jumps twice, once up and once down",
            "Enumerable.Range(0, 4).All(i => Enumerable.Range(0, 360).Count(j => around.A1[i, j] > 0 != around.A1[i, j + 1] > 0) == 2)"),
        new("One of the four can be spared: without it nearly all points stay right.", @"Enumerable.Range(0, 4).Select(i =>
        {
            var without = net.Clone();
            without.W2 = net.W2.MapIndexed((_, k, w) => k == i ? 0 : w);
            return without.Accuracy(flower.X, flower.Y);
        }).ToArray() is var right && right.Count(share => share > 0.85) == 1 && right.Count(share => share < 0.8) == 3
            && right.AsSpan().IndexOf(right.Max()) == net.W2.Row(0).AbsoluteMinimumIndex()"),
        new("Where it jumps, the other three add up to a number so far from 0 that $z$ keeps its sign.",
            @"net.W2.Row(0).AbsoluteMinimumIndex() is var spared && Enumerable.Range(0, 360).All(j =>
            around.A1[spared, j] > 0 == around.A1[spared, j + 1] > 0 || around.Z2[0, j] > 0 == around.Z2[0, j + 1] > 0)"),
        new("A row for each unit, a column for each example, and the same number as unit by unit.",
            "Math.Abs(byHand - A1[1, 0]) < 1e-12 && Z1.RowCount == 4 && Z1.ColumnCount == 400"),
        new("The same as the library's, for every point.", "apart < 1e-12"),
    ];

    private static readonly Finding[] Chapter05 =
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
        new("At rate 0.3 the cost stays near 0.69", "saturated[2][0].Select(one => one.cost).Median() is > 0.68 and < 0.70"),
        new("At the rates 1 and 3 it ends even higher", "saturated[2][1..3].All(runs => runs.Select(one => one.cost).Median() > 0.72)"),
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
        new("The leak of 0.01 lets a few units crawl back, and they are enough: the cost ends near 0.04.",
            "silent[1].Select(r => r.after).Median() < 9 && silent[1].Select(r => r.cost).Median() is > 0.03 and < 0.05"),
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
        new("that of tanh more than 200, and ReLU is ahead with nearly every seed; at rate 3 tanh is at its best, and the median ReLU "
            + "run never arrives.", @"race[3][1][1].Median() > 200 && race[3][2][1].Zip(race[3][1][1]).Count(pair =>
            pair.First < pair.Second) >= 13 && Best(race[3][1]) == 2 && race[3][2][2].Median() == never"),
        new("Its best rate is the one with the smallest median. If it stood at an end of the grid, there might be a better one outside, so "
            + "it must stand inside.", @"race.All(course => course.All(runs => runs[Best(runs)].Median() == never || Best(runs) is > 0
            && Best(runs) < rates.Length - 1))", "race"),
        new("1601 parameters do what 31 can do", "apart < 1e-12"),
        new("The boundary is a straight line, with about half of the points on its wrong side.",
            "Trained(Activation.Identity, 0.1).Item2.Accuracy(flower.X, flower.Y) is > 0.4 and < 0.6"),
        new("the best line gets two thirds right, but the line that minimizes the cross-entropy is no better than a guess",
            @"new[] { 0, 2, 3 }.All(i => BestLine(planar[i]) is > 64 and < 70 && CrossEntropyLine(planar[i]) is var found
            && found.accuracy < 55 && found.cost > 0.6)"),
        new("prefers answers that are nowhere very sure", @"new[] { 0, 2, 3 }.All(i =>
            Fresh(2, 1, Activation.Identity, Initializer.Xavier, firstSeed) is var line && Train(line, planar[i], 0.1, 5000).FinalCost > 0
            && line.Probabilities(planar[i].X).Enumerate().All(a => a is > 0.1 and < 0.9))"),
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

    private static readonly Finding[] Chapter06 =
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

    private static readonly Finding[] Chapter07 =
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

    private static readonly Finding[] Chapter08 =
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

    private static readonly Finding[] Chapter09 =
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

    /// <summary>All findings, by the file name of their chapter.</summary>
    public static IReadOnlyDictionary<string, Finding[]> Course { get; } = new Dictionary<string, Finding[]>
    {
        ["00-start-here.ipynb"] = Chapter00,
        ["01-from-one-unit-to-a-network.ipynb"] = Chapter01,
        ["05-activation-functions.ipynb"] = Chapter05,
        ["06-derivatives-of-activation-functions.ipynb"] = Chapter06,
        ["07-gradient-descent.ipynb"] = Chapter07,
        ["08-random-initialization.ipynb"] = Chapter08,
        ["09-real-data.ipynb"] = Chapter09,
    };
}
