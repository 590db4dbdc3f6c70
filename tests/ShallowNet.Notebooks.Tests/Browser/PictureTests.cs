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
        var history = new Trainer { LearningRate = 1.2, Epochs = 3000, SnapshotEvery = 100 }
            .Train(net, flower, cancellation: TestContext.Current.CancellationToken);
        var trainer = new Trainer { LearningRate = 1.2, Epochs = 1000, RecordEvery = 5 };
        Band[] bands = [.. new[] { Activation.Sigmoid, Activation.Tanh, Activation.LeakyReLU() }.Select(g => Band.Of(g.Name,
            [.. Enumerable.Range(1, 10).Select(seed => trainer.Train(new Network(2, 4, hidden: g, seed: seed), flower))]))];
        (string Name, Figure Figure)[] figures =
        [
            ("activations", Figures.Activations("Four activation functions and their slopes", [.. Activation.All.Take(4)])),
            ("boundary", Figures.BoundaryOverEpochs("How four tanh units learn the flower, epoch by epoch", net, history, flower)),
            ("bands", Figures.CostBands("Ten seeds each: which activation learns the flower first?", bands)),
        ];
        const string Frame =
            "<style>.frame { width: fit-content; padding: 10px 14px } .frame .sn-figure { width: 690px; margin: 0 }</style>";
        await using var host = await chromium.OpenSettledAsync(
            string.Concat(figures.Select(one => $"<div class=\"frame\">{one.Figure.ToHtml()}</div>")), new(Width: 760, Head: Frame));

        foreach (var (i, (name, _)) in figures.Index())
        {
            var path = Path.Combine(Repository.Root, "artifacts", "pictures", name + ".png");
            Assert.InRange((await host.Page.Locator(".frame").Nth(i).ScreenshotAsync(new() { Path = path })).Length, 5_000, 150_000);
        }
    }
}
