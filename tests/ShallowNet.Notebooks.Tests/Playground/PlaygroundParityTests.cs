namespace ShallowNet.Notebooks.Tests;

/// <summary>What the page trains is what the library trains.</summary>
[Collection("browser")]
public sealed class PlaygroundParityTests(Chromium chromium)
{
    private const string TrainTo = "steps => { const { model } = document.querySelector('.sn-touch').shallowNet; "
        + "while (model.epoch < steps) model.step(); return model.cost; }";

    public static TheoryData<string> Activations => [.. Activation.All.Select(g => g.Name), "leaky ReLU 0.2"];

    [Theory, MemberData(nameof(Activations))]
    public async Task Cost_After1And10And1000Steps_EqualsTheLibrarys(string name)
    {
        var g = Activation.All.FirstOrDefault(known => known.Name == name) ?? Activation.LeakyReLU(0.2);
        var (flower, net) = (Datasets.Flower(), new Network(2, 5, hidden: g, initializer: Initializer.Gaussian(0.5), seed: 3));
        await using var host = await chromium.OpenAsync(Figures.Playground("Parity", net, flower, 0.3).ToHtml());

        foreach (var steps in (int[])[1, 10, 1000])
        {
            var expected = new Trainer { LearningRate = 0.3, Epochs = steps }
                .Train(net.Clone(), flower, cancellation: TestContext.Current.CancellationToken).FinalCost;
            var cost = await host.Page.EvaluateAsync<double>(TrainTo, steps);
            TestContext.Current.SendDiagnosticMessage(
                $"{name}, {steps} steps: library {expected:R}, page {cost:R}, apart {Math.Abs(cost - expected) / expected:E1}");
            Assert.Equal(0, (cost - expected) / expected, 1e-9);
        }
        Assert.Empty(host.Outside);
    }

    [Theory]
    [InlineData(0, 0.01), InlineData(1, 0.5), InlineData(9999, 2)]
    public async Task RandomStart_SeedAndScale_HasTheWeightsOfTheLibrary(int seed, double scale)
    {
        var expected = new Network(2, 8, initializer: Initializer.Gaussian(scale), seed: seed);
        await using var host = await chromium.OpenAsync(Figures.Playground("Start", new Network(2, 8), Gallery.Moons).ToHtml());

        var weights = await host.Page.EvaluateAsync<double[]>("""
            ([seed, scale]) => {
              const { model } = document.querySelector('.sn-touch').shallowNet;
              Object.assign(model, { start: 'Gaussian', seed, scale });
              model.reset();
              return [...model.net.W1.flat(), ...model.net.W2];
            }
            """, new[] { seed, scale });

        double[] library = [.. expected.W1.ToRowMajorArray(), .. expected.W2.ToRowMajorArray()];
        Assert.Equal(library.Length, weights.Length);
        Assert.All(weights.Zip(library), pair => Assert.Equal(pair.Second, pair.First, 1e-14 * Math.Max(1, Math.Abs(pair.Second))));
    }
}
