using Microsoft.Playwright;
using Xunit;

namespace ShallowNet.Notebooks.Tests;

/// <summary>One Chromium for all browser tests; where none is installed they are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
    }

    internal async Task<HostPage> OpenAsync(string body, PageOptions? options = null)
    {
        Assert.SkipWhen(browser is null, "No Chromium on this machine: the figures are not drawn by this run.");
        return await HostPage.OpenAsync(browser!, body, options ?? new PageOptions());
    }
}

[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
