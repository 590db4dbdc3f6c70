namespace ShallowNet.Player.Tests.Course.Findings;

internal static class Chapter00
{
    public static Finding[] Findings =>
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
}
