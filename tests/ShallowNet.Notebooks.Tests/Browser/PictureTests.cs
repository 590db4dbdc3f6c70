namespace ShallowNet.Notebooks.Tests;

/// <summary>Writes pictures of figures to artifacts/pictures, to look at; two of them stand in the README.</summary>
[Collection("browser")]
public sealed class PictureTests(Chromium chromium)
{
    [Fact]
    public async Task Pictures_OfTheReadme_AreWrittenSmall()
    {
        var flower = Datasets.Flower();
        var net = new Network(2, 4, seed: 3);
        var history = new Trainer { LearningRate = 1.2, Epochs = 3000, SnapshotEvery = 100 }.Train(net, flower,
            cancellation: TestContext.Current.CancellationToken);
        var runs = new[] { Activation.Sigmoid, Activation.Tanh, Activation.LeakyReLU() }.Select(g =>
            Band.Of(g.Name, [.. Enumerable.Range(1, 10)
            .Select(seed => new Trainer { LearningRate = 1.2, Epochs = 1000,
                RecordEvery = 5 }.Train(new Network(2, 4, hidden: g, seed: seed), flower))]));
        var figures = new Dictionary<string, Figure>
        {
            ["activations"] = Figures.Activations("Four activation functions and their slopes", Activation.Sigmoid, Activation.Tanh,
                Activation.ReLU, Activation.LeakyReLU()),
            ["boundary"] = Figures.BoundaryOverEpochs("How four tanh units learn the flower, epoch by epoch", net, history, flower),
            ["bands"] = Figures.CostBands("Ten seeds each: which activation learns the flower first?", [.. runs]),
        };
        await using var host = await chromium.OpenAsync(string.Concat(figures.Values.Select(figure =>
            $"<div class=\"frame\">{figure.ToHtml()}</div>")),
            new()
            {
                Width = 760,
                Head = "<style>.frame { width: fit-content; padding: 10px 14px } .frame .sn-figure { width: 690px; margin: 0 }</style>"
            });
        await host.SettledAsync();

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pictures")).FullName;
        var shown = host.Page.Locator(".frame");
        foreach (var (name, i) in figures.Keys.Select((name, i) => (name, i)))
        {
            var picture = await shown.Nth(i).ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
            Assert.InRange(picture.Length, 5_000, 150_000);
        }
        Assert.Empty(host.Errors);
    }
}
