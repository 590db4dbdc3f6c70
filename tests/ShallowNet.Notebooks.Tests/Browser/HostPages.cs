namespace ShallowNet.Notebooks.Tests;

internal static class HostPages
{
    public static Task<HostPage> OpenAsync(this Chromium chromium, string body, PageOptions? options = null) =>
        HostPage.OpenAsync(chromium.Browser, body, options ?? new PageOptions());
}
