using System.Collections.Concurrent;
using System.Net;

namespace ShallowNet.Player.Serving;

/// <summary>The pages that wait to be told to load themselves again, each over one open answer of server-sent events.</summary>
internal sealed class LiveReload
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<SemaphoreSlim, bool> _waiting = new();

    /// <summary>Keeps an answer open and writes an event into it at each reload, until the page goes away.</summary>
    public async Task KeepAsync(HttpListenerResponse response, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        using var bell = new SemaphoreSlim(0);
        _waiting[bell] = true;
        try
        {
            await WriteAsync(response, ": open\n\n"u8.ToArray());
            while (true)
            {
                var rung = await bell.WaitAsync(SignOfLife, cancellation);
                await WriteAsync(response, rung ? "event: reload\ndata: now\n\n"u8.ToArray() : ": here\n\n"u8.ToArray());
            }
        }
        finally
        {
            _waiting.TryRemove(bell, out _);
        }
    }

    /// <summary>Tells all open pages.</summary>
    public void Reload()
    {
        foreach (var bell in _waiting.Keys)
        {
            bell.Release();
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, byte[] text)
    {
        await response.OutputStream.WriteAsync(text);
        await response.OutputStream.FlushAsync();
    }
}
