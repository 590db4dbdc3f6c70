namespace ShallowNet.Notebooks;

/// <summary>Where to look at a cost surface from, so that hills do not hide the paths on it.</summary>
internal static class CameraPlacement
{
    private const int Directions = 24;
    private const double Elevation = 0.6, Distance = 2.05;

    /// <summary>Of evenly spaced directions, seen from the front left on, the first from which most points of the paths lie open. None is
    /// along an axis: there plotly can't tell left from right, and puts titles of axes outside the picture.</summary>
    public static object Of(double[] x, double[] y, double[,] J, IReadOnlyList<SurfacePath> paths)
    {
        // The scene shows the surface scaled to a cube of side 1 around the origin.
        var (across, along, up) = (Scale(x), Scale(y), Scale(J.Cast<double>()));
        var points = paths.SelectMany(path => path.X.Zip(path.Y, path.J))
            .Select(point => (across(point.First), along(point.Second), up(point.Third))).ToArray();
        // Whether nothing of the surface rises above the straight line from the point to the eye.
        bool IsOpen((double X, double Y, double Z) point, (double X, double Y, double Z) toEye)
        {
            for (var t = 0.05; t < 1.5; t += 0.02)
            {
                var (px, py, pz) = (point.X + t * toEye.X, point.Y + t * toEye.Y, point.Z + t * toEye.Z);
                if (Math.Abs(px) > 0.5 || Math.Abs(py) > 0.5)
                    return true;
                if (up(J[(int)Math.Round((py + 0.5) * (y.Length - 1)), (int)Math.Round((px + 0.5) * (x.Length - 1))]) > pz)
                    return false;
            }
            return true;
        }
        var best = Enumerable.Range(0, Directions)
            .Select(i => -0.75 * Math.PI + 2 * Math.PI * (i + 0.5) / Directions)
            .Select(angle => (X: Math.Cos(angle) * Math.Cos(Elevation), Y: Math.Sin(angle) * Math.Cos(Elevation), Z: Math.Sin(Elevation)))
            .MaxBy(toEye => points.Count(point => IsOpen(point, toEye)));
        return new { x = Distance * best.X, y = Distance * best.Y, z = Distance * best.Z };
    }

    private static Func<double, double> Scale(IEnumerable<double> values)
    {
        var (low, high) = CurveSampling.Range(values, 0);
        var size = high > low ? high - low : 1;
        return value => (value - low) / size - 0.5;
    }
}
