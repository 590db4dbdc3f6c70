using System.Text.Json;

namespace ShallowNet.Notebooks;

public static partial class Figures
{
    private const int MostUnitsToTouch = 8;

    /// <summary>A network to touch: each weight and bias can be dragged, typed or moved by keys, and the heat map of every hidden unit, the
    /// boundary and the cost follow. It trains in the page, by the library's equations, from exactly these parameters: two inputs, 1 to 8
    /// hidden units, one sigmoid output, cross-entropy, and data of one row of targets; α is 0.001 to 100 at first.</summary>
    /// <exception cref="ArgumentException">The network or the data have another shape, or an activation unknown to the page.</exception>
    public static HtmlView Playground(string title, Network net, Dataset data, double learningRate = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        Guard.That(net.Nx == 2 && net.Nh <= MostUnitsToTouch && net.Ny == 1, nameof(net),
            $"net is a {net.Nx}-{net.Nh}-{net.Ny} network, expected 2 inputs, 1 to {MostUnitsToTouch} hidden units and 1 output: "
            + "make one by new Network(2, 4), or draw yours by net.ToDrawing().");
        Guard.That(net.CostFunction == CostFunction.BinaryCrossEntropy && net.Output == Activation.Sigmoid, nameof(net),
            $"net has {net.Output} output and is trained on {net.CostFunction}, expected sigmoid output and binary cross-entropy: "
            + "make it without the arguments output and cost.");
        var leaky = net.Hidden.Name.StartsWith("leaky ReLU", StringComparison.Ordinal);
        Guard.That(leaky || Activation.All.Contains(net.Hidden), nameof(net),
            $"net has {net.Hidden} hidden units, expected {string.Join(", ", Activation.All)}: give hidden one of Activation.All.");
        Guard.That(data.Nx == 2 && data.Ny == 1, nameof(data),
            $"data has {data.Nx} inputs and {data.Ny} rows of targets, expected 2 and 1: take Datasets.Flower(), two columns of yours, "
            + "or one class by data.OneAgainstRest(0).");
        if (!(learningRate is >= 0.001 and <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(learningRate),
                Invariant($"learningRate is {learningRate}, expected 0.001 to 100: try 1."));
        }
        double[][] Rows(Matrix<double> matrix) => [.. matrix.EnumerateRows().Select(row => row.ToArray())];
        // The network in full precision, as JSON that cannot end a script element.
        var numbers = new { W1 = Rows(net.W1), b1 = net.b1.ToArray(), W2 = net.W2.Row(0).ToArray(), b2 = net.b2[0] };
        var (activation, leak) = leaky ? ("leaky ReLU", net.Hidden.Derivative(-1)) : (net.Hidden.Name, 0.01);
        var (key, features, classes) = (NotAWord.Replace(title.ToLowerInvariant(), "-").Trim('-'), data.Features, data.Classes);
        var spec = JsonSerializer.Serialize(
            new { key, net = numbers, activation, leak, rate = learningRate, X = Rows(data.X), Y = data.Labels, features, classes });
        var description =
            $"{Sentence(title)} A playground: the {net} on {data.Name}, to be changed and trained by hand in a notebook or on a page.";
        return new HtmlView(() => TouchHtml(FigureHtml.NewId(), title, description, spec, net.Nh), $"[Playground] {description}");
    }

    private static string TouchHtml(string id, string title, string description, string spec, int units) =>
        Invariant($"<figure class=\"sn-touch\" id=\"{id}\" style=\"--units:{units}\"><style>{PlaygroundScript.Style}</style>")
        + $"<figcaption>{HtmlEncode(title)}</figcaption><div class=\"box quiet\">{HtmlEncode(description)} "
        + "A script draws it; where it stays away, trust the notebook or run the cell.</div>"
        + $"<script>{PlaygroundScript.Text}window.shallowNet.playground(\"{id}\",{spec});</script></figure>\n";

    [GeneratedRegex("[^a-z0-9]+")] private static partial Regex NotAWord { get; }
}
