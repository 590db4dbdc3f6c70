namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter01
{
    public static Finding[] Findings =>
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
        new("At the largest the first step overshoots: it lands far beyond the valley, and the next ten epochs only lead back.",
            "Enumerable.Range(1, 10).All(k => costs[3][k] > costs[2][k]) && costs[3][11] > costs[3].Min()"),
        new("About half: 47.0% are right",
            "single.Accuracy(flower.X, flower.Y) is > 0.4 and < 0.6 && Cost(flower, w1, w2, b) is > 0.65 and < 0.6932"),
        new("Each unit alone is one straight cut, and none of them gets more than 67.0% of the points right.",
            @"Enumerable.Range(0, 4).Max(i => Alone(i).Accuracy(flower.X, flower.Y)) is var best && best < 0.7
            && net.Accuracy(flower.X, flower.Y) > best + 0.1"),
        new("On the walk each unit jumps twice, once up and once down",
            "Enumerable.Range(0, 4).All(i => Enumerable.Range(0, 360).Count(j => around.A1[i, j] > 0 != around.A1[i, j + 1] > 0) == 2)"),
        new("A row for each unit, a column for each example, and the same number as unit by unit.",
            "Math.Abs(byHand - A1[0, 6]) < 1e-12 && Z1.RowCount == 4 && Z1.ColumnCount == 400"),
        new("The same as the library's, for every point.", "apart < 1e-12"),
    ];
}
