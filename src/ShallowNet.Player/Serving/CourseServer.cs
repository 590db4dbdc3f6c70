using System.Net;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace ShallowNet.Player.Serving;

/// <summary>A small web server for the author of a course: shows the pages of one folder to this machine only, and tells open pages how
/// playing goes and when to load themselves again, each over one open answer of server-sent events.</summary>
internal sealed class CourseServer : IAsyncDisposable
{
    private const string EventsPath = "/live", ScriptPath = "/assets/book.js", NothingThere = "There is no such page.";
    private const string NothingYet = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Playing</title><p>The course is being "
        + "played for the first time: its pages follow.</p><script src=\"" + ScriptPath + "\"></script></html>";

    private readonly string _folder;
    private readonly int _port;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<Channel<SseItem<string>>, bool> _open = new();
    private volatile string _state = "";

    private CourseServer(string folder, int port)
    {
        (_folder, _port) = (Path.GetFullPath(folder), port);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = _folder });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        });
        _app = builder.Build();
        // Files whose names begin with a dot are not given out: that is the provider's own default.
        var files = new PhysicalFileProvider(_folder);
        var types = new FileExtensionContentTypeProvider { Mappings = { [".ipynb"] = "application/json" } };
        _app.Use(AnswerAsync);
        _app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        _app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = types });
        _app.Run(context => context.Request.Path.Value is "/" or "/index.html"
            ? SayAsync(context, StatusCodes.Status200OK, "text/html", NothingYet)
            : SayAsync(context, StatusCodes.Status404NotFound, "text/plain", NothingThere));
    }

    public string Address => Invariant($"http://127.0.0.1:{_port}/");

    /// <summary>Starts to listen on a port, 1 to 65535, of the loopback address. The folder with index.html may still be empty.</summary>
    /// <exception cref="CannotPlayException">The port is taken, or not for this user.</exception>
    public static async Task<CourseServer> StartAsync(string folder, int port)
    {
        var server = new CourseServer(folder, port);
        try
        {
            await server._app.StartAsync();
            return server;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new CannotPlayException(Invariant($"Port {port} cannot be used ({e.Message}). Give another with --port."), e);
        }
    }

    /// <summary>Shows a text on all pages, on those to come too, until the next; "" shows nothing.</summary>
    public void Say(string state) => Send(new SseItem<string>(_state = state, "state"));

    /// <summary>Makes all open pages load themselves again.</summary>
    public void Reload() => Send(new SseItem<string>("now", "reload"));

    /// <summary>Pages that are open are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app.Lifetime.ApplicationStopping);
        await (request switch
        {
            _ when request.Host.Port != _port || request.Host.Host.ToLowerInvariant() is not ("127.0.0.1" or "localhost") =>
                SayAsync(context, StatusCodes.Status421MisdirectedRequest, "text/plain", $"This server answers only as {Address}"),
            { Method: not ("GET" or "HEAD") } =>
                SayAsync(context, StatusCodes.Status405MethodNotAllowed, "text/plain", "Only GET and HEAD are answered."),
            _ when HasLink(request.Path.Value!) => SayAsync(context, StatusCodes.Status404NotFound, "text/plain", NothingThere),
            { Path.Value: EventsPath, Method: "GET" } => TypedResults.ServerSentEvents(EventsAsync(gone.Token)).ExecuteAsync(context),
            { Path.Value: ScriptPath } => SayAsync(context, StatusCodes.Status200OK, "text/javascript", Script()),
            _ => next(context),
        });
    }

    /// <summary>The events of one page, until it goes away.</summary>
    private async IAsyncEnumerable<SseItem<string>> EventsAsync([EnumeratorCancellation] CancellationToken gone)
    {
        // A page that does not read loses the oldest events: the newest says how things are.
        var waiting = new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest };
        var channel = Channel.CreateBounded<SseItem<string>>(waiting);
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

    /// <summary>The book's own script, on every page, and behind it the one that listens to the events.</summary>
    private string Script()
    {
        var file = Path.Combine(_folder, ScriptPath[1..]);
        return (File.Exists(file) ? File.ReadAllText(file) : "") + Asset.Text("live.js");
    }

    /// <summary>Whether a part of the path is a symbolic link, which may lead out of the folder.</summary>
    private bool HasLink(string path)
    {
        var place = _folder;
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Any(part => new FileInfo(place = Path.Combine(place, part)).LinkTarget is not null);
    }

    private static Task SayAsync(HttpContext context, int status, string type, string text) =>
        TypedResults.Text(text, type, Encoding.UTF8, status).ExecuteAsync(context);
}
