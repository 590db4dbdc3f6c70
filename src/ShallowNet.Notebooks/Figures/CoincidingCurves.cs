namespace ShallowNet.Notebooks;

/// <summary>Dashes for curves that lie on one another, so that the ones below show through.</summary>
internal static class CoincidingCurves
{
    private const int MostCompared = 12;
    private const double MostApart = 0.006;
    private const double ShareInCommon = 0.45;

    private static readonly string[] Strokes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>One stroke a curve: solid, unless a curve before it runs the same way over about half its length.</summary>
    /// <param name="curves">The heights of each curve; only curves of equally many points are compared.</param>
    public static string[] Dashes(IReadOnlyList<IReadOnlyList<double>> curves)
    {
        var strokes = Enumerable.Repeat(0, curves.Count).ToArray();
        var (low, high) = CurveSampling.Range(curves.Take(MostCompared).SelectMany(curve => curve), 0);
        for (var i = 1; i < Math.Min(curves.Count, MostCompared); i++)
        {
            var below = Enumerable.Range(0, i)
                .Where(j => Coincide(curves[i], curves[j], MostApart * (high - low))).Select(j => strokes[j]).ToArray();
            strokes[i] = Enumerable.Range(0, Strokes.Length).FirstOrDefault(stroke => !below.Contains(stroke));
        }
        return [.. strokes.Select(stroke => Strokes[stroke])];
    }

    private static bool Coincide(IReadOnlyList<double> one, IReadOnlyList<double> other, double apart) =>
        one.Count == other.Count && one.Zip(other).Count(pair => Math.Abs(pair.First - pair.Second) <= apart) > ShareInCommon * one.Count;
}
