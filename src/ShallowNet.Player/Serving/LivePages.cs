using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace ShallowNet.Player.Serving;

/// <summary>
/// What open pages are told, each over one open answer of server-sent events: how playing goes, and when to load themselves again.
/// </summary>
internal sealed class LivePages
{
    private const int MaxWaiting = 100;

    private readonly ConcurrentDictionary<Channel<SseItem<string>>, bool> _open = new();
    private volatile string _state = "";

    /// <summary>Shows a text on all pages, on those to come too, until the next; "" shows nothing.</summary>
    public void Say(string state) => Send(new SseItem<string>(_state = state, "state"));

    /// <summary>Makes all open pages load themselves again.</summary>
    public void Reload() => Send(new SseItem<string>("now", "reload"));

    /// <summary>The events of one page, until it goes away.</summary>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync([EnumeratorCancellation] CancellationToken gone)
    {
        // A page that does not read loses the oldest events: the newest says how things are.
        var channel = Channel
            .CreateBounded<SseItem<string>>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _open[channel] = true;
        try
        {
            yield return new SseItem<string>(_state, "state");
            await foreach (var item in channel.Reader.ReadAllAsync(gone))
                yield return item;
        }
        finally
        {
            _open.TryRemove(channel, out _);
        }
    }

    private void Send(SseItem<string> item)
    {
        foreach (var page in _open.Keys)
            page.Writer.TryWrite(item);
    }
}
