namespace ShallowNet.Notebooks;

/// <summary>Dashes for curves that lie on one another, so that the ones below show through.</summary>
internal static class CoincidingCurves
{
    private const int MostCompared = 12;
    private const double MostApart = 0.006, ShareInCommon = 0.45;

    private static readonly string[] Strokes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>One stroke a curve: solid, unless one before it, of as many points, runs the same way over about half its length.</summary>
    public static string[] Dashes(IReadOnlyList<IReadOnlyList<double>> curves)
    {
        string[] strokes = [.. curves.Select(_ => Strokes[0])];
        var (low, high) = CurveSampling.Range(curves.Take(MostCompared).SelectMany(curve => curve), 0);
        bool Coincide(IReadOnlyList<double> one, IReadOnlyList<double> other) => one.Count == other.Count
            && one.Zip(other).Count(pair => Math.Abs(pair.First - pair.Second) <= MostApart * (high - low)) > ShareInCommon * one.Count;
        for (var i = 1; i < Math.Min(curves.Count, MostCompared); i++)
        {
            var below = strokes.Take(i).Where((_, j) => Coincide(curves[i], curves[j]));
            strokes[i] = Strokes.Except(below).FirstOrDefault(Strokes[0]);
        }
        return strokes;
    }
}
