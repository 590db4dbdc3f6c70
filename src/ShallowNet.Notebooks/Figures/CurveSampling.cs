namespace ShallowNet.Notebooks;

/// <summary>Where curves are sampled, over which range, and at how many points they are drawn.</summary>
internal static class CurveSampling
{
    /// <summary>The range of finite values, widened by a share of itself on both sides.</summary>
    public static (double Low, double High) Range(IEnumerable<double> values, double margin)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
            return (0, 1);
        var (low, high) = (finite.Min(), finite.Max());
        var pad = high > low ? (high - low) * margin : Math.Max(Math.Abs(low), 1) * margin;
        return (low - pad, high + pad);
    }

    public static double[] Steps(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];

    /// <summary>A curve of fewer points that looks the same: of each stretch its lowest and highest, so that no spike is lost.</summary>
    public static (double[] X, double[] Y) Thin(IReadOnlyList<double> x, IReadOnlyList<double> y, int most = 600)
    {
        if (x.Count <= most)
            return ([.. x], [.. y]);
        var stretches = Enumerable.Range(0, x.Count).Chunk((int)Math.Ceiling(2.0 * x.Count / most));
        SortedSet<int> kept = [0, x.Count - 1, .. stretches.SelectMany(s => new[] { s.MinBy(i => y[i]), s.MaxBy(i => y[i]) })];
        return ([.. kept.Select(i => x[i])], [.. kept.Select(i => y[i])]);
    }

    /// <summary>At most so many of the indices below <paramref name="count"/>, evenly spread, both ends among them.</summary>
    public static int[] Every(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / (most - 1))).Distinct()];
}
