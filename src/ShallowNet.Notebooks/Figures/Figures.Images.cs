namespace ShallowNet.Notebooks;

public static partial class Figures
{
    /// <summary>What each hidden unit looks for: its weights, a row of the nh × (width · height) matrix, as an image, blue for negative and
    /// orange for positive.</summary>
    public static Figure WeightImages(string title, Matrix<double> W1, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(W1);
        var limit = Math.Max(W1.Enumerate().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max(), 1e-12);
        return Mosaic(
            title,
            $"The weights of {W1.RowCount} hidden units as images of {width} × {height}, "
            + $"from {Text(-limit)} (blue) to {Text(limit)} (orange).",
            [.. W1.EnumerateRows().Select(row => row.ToArray())], width, height, i => $"unit {i + 1}", -limit, limit,
            ColorScale((0, Palette.Blue), (0.5, Palette.PageGrid), (1, Palette.Orange)), "weight", nameof(W1), scale: true);
    }

    /// <summary>Examples, columns of a (width · height) × m matrix, as images, dark for large values, with a caption for each or
    /// none.</summary>
    public static Figure Images(string title, Matrix<double> X, int width, int height, IReadOnlyList<string>? captions = null)
    {
        ArgumentNullException.ThrowIfNull(X);
        Guard.That(captions is null || captions.Count == X.ColumnCount, nameof(captions),
            $"There are {captions?.Count} captions for {X.ColumnCount} images: give one an image.");
        return Mosaic(
            title, $"{X.ColumnCount} images of {width} × {height} pixels" + (captions is null ? "." : $": {Listed(captions)}."),
            [.. X.EnumerateColumns().Select(column => column.ToArray())], width, height, i => captions?[i] ?? "",
            X.Enumerate().Min(), X.Enumerate().Max(), ColorScale((0, Palette.PageFaint), (1, Palette.PageText)), "value", nameof(X));
    }

    private static Figure Mosaic(
        string title, string description, double[][] images, int width, int height, Func<int, string> caption,
        double low, double high, object[] colorscale, string valueName, string argument, bool scale = false)
    {
        Guard.Any(images, "image", argument);
        Guard.That(width > 0 && height > 0, argument,
            $"An image is {width} × {height} pixels, expected at least 1 × 1: give the width and height of the images.");
        Guard.That(images[0].Length == width * height, argument,
            $"Each image has {images[0].Length} values but {width} × {height} = {width * height} pixels: "
            + "give the width and height of the images.");
        var down = Math.Max((images.Length + 7) / 8, (int)Math.Round(Math.Sqrt(images.Length / 2.5)));
        var across = (images.Length + down - 1) / down;
        // Between two rows of images lies room for a caption.
        var gap = Math.Max(2, (int)Math.Ceiling(0.3 * height));
        var (cellX, cellY) = (width + 1, height + gap);
        (int Left, int Top) Corner(int image) => (image % across * cellX, image / across * cellY + gap);
        var z = Enumerable.Range(0, down * cellY).Select(_ => Enumerable.Repeat(double.NaN, across * cellX - 1).ToArray()).ToArray();
        foreach (var (i, image) in images.Index())
        {
            for (var p = 0; p < image.Length; p++)
                z[Corner(i).Top + p / width][Corner(i).Left + p % width] = image[p];
        }
        var font = new { size = 11, color = Palette.PageMuted };
        object Caption(string text, double x, double y) => new { text, x, y, showarrow = false, yanchor = "bottom", font };
        var annotations = images.Select((_, i) => Caption(caption(i), Corner(i).Left + (width - 1) / 2.0, Corner(i).Top - 0.6)).ToArray();
        var xaxis = new { visible = false, constrain = "domain", constraintoward = "left" };
        var yaxis = new { visible = false, autorange = "reversed", scaleanchor = "x", constrain = "domain", constraintoward = "top" };
        var aspect = (across * cellX * (scale ? 1.12 : 1.0), down * cellY);
        return Make(title, description,
            new FigureOptions { Aspect = aspect, MaxWidth = Math.Min(FigureOptions.DefaultMaxWidth, across * 112) },
            [
                PlotlySchema.Trace("heatmap", new { z, zmin = low, zmax = high, colorscale, hoverongaps = false, showscale = scale },
                    new { hovertemplate = valueName + " %{z:.3~g}<extra></extra>" },
                    new { colorbar = scale ? new { title = new { text = valueName } } : null }),
            ],
            new { annotations, xaxis, yaxis, margin = new { l = 0, r = 0, t = 0, b = 0 } });
    }
}
