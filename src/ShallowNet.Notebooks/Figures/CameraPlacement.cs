namespace ShallowNet.Notebooks;

/// <summary>Where to look at a cost surface from, so that hills do not hide the paths on it.</summary>
internal static class CameraPlacement
{
    private const int Directions = 24;
    private const double Elevation = 0.6;
    private const double Distance = 2.05;

    /// <summary>
    /// Of evenly spaced directions, seen from the front left on, the first from which most points of the paths lie open. None is along an
    /// axis: there plotly can't tell left from right, and puts titles of axes outside the picture.
    /// </summary>
    public static object Of(double[] x, double[] y, double[,] J, IReadOnlyList<SurfacePath> paths)
    {
        var cube = new Cube(x, y, J);
        var points = paths.SelectMany(path => Enumerable.Range(0, path.X.Count)
            .Select(k => cube.Place(path.X[k], path.Y[k], path.J[k]))).ToArray();
        var best = Enumerable.Range(0, Directions)
            .Select(i => -0.75 * Math.PI + 2 * Math.PI * (i + 0.5) / Directions)
            .Select(angle => (X: Math.Cos(angle) * Math.Cos(Elevation), Y: Math.Sin(angle) * Math.Cos(Elevation), Z: Math.Sin(Elevation)))
            .MaxBy(toEye => points.Count(point => cube.IsOpen(point, toEye)));
        return new { x = Distance * best.X, y = Distance * best.Y, z = Distance * best.Z };
    }

    /// <summary>The surface scaled to a cube of side 1 around the origin, as the scene shows it.</summary>
    private sealed class Cube(double[] x, double[] y, double[,] J)
    {
        private readonly (double Low, double Size) _across = Span(x), _along = Span(y), _up = Span(J.Cast<double>());

        public (double X, double Y, double Z) Place(double atX, double atY, double cost) =>
            (Scaled(atX, _across), Scaled(atY, _along), Scaled(cost, _up));

        /// <summary>Whether nothing of the surface rises above the straight line from the point to the eye.</summary>
        public bool IsOpen((double X, double Y, double Z) point, (double X, double Y, double Z) toEye)
        {
            for (var t = 0.05; t < 1.5; t += 0.02)
            {
                var (px, py, pz) = (point.X + t * toEye.X, point.Y + t * toEye.Y, point.Z + t * toEye.Z);
                if (Math.Abs(px) > 0.5 || Math.Abs(py) > 0.5)
                    return true;
                var i = (int)Math.Round((py + 0.5) * (y.Length - 1));
                var j = (int)Math.Round((px + 0.5) * (x.Length - 1));
                if (Scaled(J[i, j], _up) > pz)
                    return false;
            }
            return true;
        }

        private static (double, double) Span(IEnumerable<double> values)
        {
            var (low, high) = CurveSampling.Range(values, 0);
            return (low, high > low ? high - low : 1);
        }

        private static double Scaled(double value, (double Low, double Size) span) => (value - span.Low) / span.Size - 0.5;
    }
}
