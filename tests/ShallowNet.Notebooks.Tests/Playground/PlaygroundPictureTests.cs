using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace ShallowNet.Notebooks.Tests;

/// <summary>Writes the README's moving pictures of the playground to artifacts/pictures: what the page shows while it trains.</summary>
[Collection("browser")]
public sealed class PlaygroundPictureTests(Chromium chromium)
{
    /// <summary>Epochs at which a picture is taken: many while much moves.</summary>
    private static readonly int[] Epochs = [0, 5, 10, 20, 35, 50, 70, 90, 110, 130, 160, 200, 240, 280, 350, 450, 600, 800, 1100, 1600];

    [Theory]
    [InlineData("light", false)]
    [InlineData("dark", true)]
    public async Task Picture_OfATraining_MovesAndIsSmall(string name, bool dark)
    {
        var touch = Figures.Playground("A network to touch: drag a weight, change the activation, press Play", new Network(2, 4, seed: 3),
            Datasets.Flower(), 1.2);
        await using var host = await chromium.OpenAsync(touch.ToHtml(), new(Dark: dark));
        Image<Rgba32>? film = null;
        foreach (var epoch in Epochs)
        {
            await host.Page.EvaluateAsync("epoch => { const { model } = document.querySelector('.sn-touch').shallowNet; "
                + "while (model.epoch < epoch - 1) model.step(); }", epoch);
            if (epoch > 0)
            {
                await host.Page.GetByText("One step").ClickAsync();
                await host.UntilAsync("epoch => document.querySelector('.count b').textContent === epoch.toLocaleString('en-US')", epoch);
            }
            await host.Page.Mouse.MoveAsync(0, 0);
            var picture = Image.Load<Rgba32>(await host.Page.Locator(".sn-touch").ScreenshotAsync());
            picture.Frames.RootFrame.Metadata.GetGifMetadata().FrameDelay = epoch == Epochs[^1] ? 250 : 22;
            if (film is null)
                film = picture;
            else
                film.Frames.AddFrame(picture.Frames.RootFrame);
        }
        film!.Metadata.GetGifMetadata().RepeatCount = 0;

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pictures")).FullName;
        var path = Path.Combine(folder, $"playground-{name}.gif");
        var quantizer = new WuQuantizer(new() { Dither = null, MaxColors = 112 });
        await film.SaveAsGifAsync(path, new GifEncoder { ColorTableMode = GifColorTableMode.Local, Quantizer = quantizer },
            TestContext.Current.CancellationToken);

        using var written = Image.Load<Rgba32>(path);
        Assert.Equal(Epochs.Length, written.Frames.Count);
        Assert.All(written.Frames.Cast<ImageFrame<Rgba32>>(), frame => Assert.InRange(Colors(frame), 60, 256));
        Assert.InRange(new FileInfo(path).Length, 50_000, 1_500_000);
    }

    private static int Colors(ImageFrame<Rgba32> frame)
    {
        var pixels = new Rgba32[frame.Width * frame.Height];
        frame.CopyPixelDataTo(pixels);
        return pixels.Distinct().Count();
    }
}
