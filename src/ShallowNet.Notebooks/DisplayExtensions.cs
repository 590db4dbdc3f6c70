namespace ShallowNet.Notebooks;

/// <summary>Tables, figures and drawings of what a notebook computes.</summary>
public static class DisplayExtensions
{
    /// <inheritdoc cref="Table.Of(Matrix{double}, string, int)"/>
    public static Table ToTable(this Matrix<double> M, string name = "", int digits = 4) => Table.Of(M, name, digits);

    /// <inheritdoc cref="Table.Of(Vector{double}, string, int)"/>
    public static Table ToTable(this Vector<double> v, string name = "", int digits = 4) => Table.Of(v, name, digits);

    /// <summary>The first examples of a data set, one a row, with their class.</summary>
    public static Table ToTable(this Dataset data, int rows = 5)
    {
        ArgumentNullException.ThrowIfNull(data);
        const int MostInputs = 5;
        int[] inputs = [.. Enumerable.Range(0, Math.Min(data.Nx, MostInputs))];
        string[] more = data.Nx > MostInputs ? ["…"] : [];
        return Table.Rows(
            ["example", .. inputs.Select(i => Figures.Feature(data, i)), .. more, "class"],
            Enumerable.Range(0, Math.Min(rows, data.M)).Select(j => (object?[])
                [j, .. inputs.Select(i => (object?)data.X[i, j]), .. more, data.Classes[data.Labels[j]]]),
            $"{data.Name}: {data.M} examples, {data.Nx} inputs, {data.Classes.Count} classes");
    }

    /// <summary>The shapes of a network's parameters and how many numbers they hold.</summary>
    public static Table ToTable(this Network net)
    {
        ArgumentNullException.ThrowIfNull(net);
        return Table.Rows(["parameter", "shape", "numbers"],
        [
            ["W1", $"{net.Nh} × {net.Nx}", net.Nh * net.Nx], ["b1", $"{net.Nh}", net.Nh],
            ["W2", $"{net.Ny} × {net.Nh}", net.Ny * net.Nh], ["b2", $"{net.Ny}", net.Ny],
        ], net.ToString());
    }

    /// <summary>A gradient check parameter by parameter, the worst first.</summary>
    public static Table ToTable(this GradientCheck check, int rows = 10)
    {
        ArgumentNullException.ThrowIfNull(check);
        // Digits enough to see where two derivatives part.
        string Digits(double value) => value.ToString("0.000000000e-0", CultureInfo.InvariantCulture);
        return Table.Rows(["parameter", "by the six equations", "numerical", "relative error"],
            check.Entries.OrderByDescending(entry => entry.RelativeError).Take(rows).Select(entry => (object?[])
                [entry.Parameter, Digits(entry.Analytic), Digits(entry.Numerical), entry.RelativeError]),
            $"{check.Entries.Count} parameters, relative error {NumberFormat.One(check.RelativeError, 3)}: "
                + (check.Passed ? "passed" : "not passed"));
    }

    /// <summary>The cost over the epochs of a training.</summary>
    public static Figure ToFigure(this TrainingHistory history, string title = "Cost over the epochs") =>
        Figures.Costs(title, ("cost", history));

    /// <summary>A confusion matrix as a figure.</summary>
    public static Figure ToFigure(this ConfusionMatrix matrix, string title = "Which classes are taken for which?") =>
        Figures.Confusion(title, matrix);

    /// <summary>Any Plotly.NET chart as a figure that shows in every notebook host; its title becomes the heading, and without a
    /// description in one sentence it gets one made from the chart.</summary>
    public static Figure ToFigure(this GenericChart chart, string description = "") => new(chart, description);

    /// <summary>The network as a drawing: units as circles, weights as lines, their sign as color and their size as width. Without a title
    /// its heading is what the network is.</summary>
    public static HtmlView ToDrawing(this Network net, string title = "") => NetworkDrawing.Of(net, title);
}
