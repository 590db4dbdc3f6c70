using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace ShallowNet.Player.Serving;

/// <summary>
/// A small web server for the author of a course: shows the pages of one folder to this machine only, and tells open pages how playing goes
/// and when to load themselves again.
/// </summary>
internal sealed class CourseServer : IAsyncDisposable
{
    private const string EventsPath = "/live", ScriptPath = "/assets/book.js", CoverPath = "/index.html";

    /// <summary>Goes to every page, behind the book's own script.</summary>
    private const string Script = """
        (function () {
          "use strict";
          var note = document.createElement("p"), events = new EventSource("/live");
          note.className = "live";
          note.setAttribute("role", "status");
          document.body.append(note);
          events.addEventListener("state", function (e) { note.textContent = e.data; });
          events.addEventListener("reload", function () { location.reload(); });
        })();

        """;

    private const string NothingYet =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Playing</title><p>The course is being played for the first "
            + "time: its pages follow.</p>"
        + "<script src=\"" + ScriptPath + "\"></script></html>";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _folder;
    private readonly int _port;
    private readonly WebApplication _app;
    private readonly LivePages _pages = new();

    private CourseServer(string folder, int port)
    {
        (_folder, _port) = (Path.GetFullPath(folder), port);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = _folder });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = Patience;
        });
        _app = builder.Build();
        // Files whose names begin with a dot are not given out: that is the provider's own default.
        var files = new PhysicalFileProvider(_folder);
        var types = new FileExtensionContentTypeProvider { Mappings = { [".ipynb"] = "application/json" } };
        _app.Use(AnswerAsync);
        _app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        _app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = types });
        _app.Run(context => context.Request.Path == CoverPath || context.Request.Path == "/"
            ? SayAsync(context, StatusCodes.Status200OK, "text/html", NothingYet)
            : SayAsync(context, StatusCodes.Status404NotFound, "text/plain", "There is no such page."));
    }

    /// <summary>What to open in the browser.</summary>
    public string Address => Invariant($"http://127.0.0.1:{_port}/");

    /// <summary>Starts to listen on the loopback address; disposing the server ends it.</summary>
    /// <param name="folder">The folder with index.html; it may still be empty.</param>
    /// <param name="port">The port, 1 to 65535.</param>
    /// <exception cref="ServerStartException">The port is taken, or not for this user.</exception>
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
            throw new ServerStartException(Invariant($"Port {port} cannot be used ({e.Message}). Give another with --port."), e);
        }
    }

    /// <summary>Shows a text on all pages until the next; "" shows nothing.</summary>
    public void Say(string state) => _pages.Say(state);

    /// <summary>Makes all open pages load themselves again.</summary>
    public void Reload() => _pages.Reload();

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await _app.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // Pages that were open are cut off.
        }
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (request.Host.Port != _port || request.Host.Host.ToLowerInvariant() is not ("127.0.0.1" or "localhost"))
        {
            await SayAsync(context, StatusCodes.Status421MisdirectedRequest, "text/plain", $"This server answers only as {Address}");
        }
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            await SayAsync(context, StatusCodes.Status405MethodNotAllowed, "text/plain", "Only GET and HEAD are answered.");
        }
        else if (HasLink(request.Path))
        {
            await SayAsync(context, StatusCodes.Status404NotFound, "text/plain", "There is no such page.");
        }
        else if (request.Path == EventsPath && HttpMethods.IsGet(request.Method))
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app.Lifetime.ApplicationStopping);
            await TypedResults.ServerSentEvents(_pages.ReadAsync(gone.Token)).ExecuteAsync(context);
        }
        else if (request.Path == ScriptPath)
        {
            var file = Path.Combine(_folder, ScriptPath[1..]);
            var book = File.Exists(file) ? await File.ReadAllTextAsync(file, context.RequestAborted) : "";
            await SayAsync(context, StatusCodes.Status200OK, "text/javascript", book + Script);
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>Whether a part of the path is a symbolic link, which may lead out of the folder.</summary>
    private bool HasLink(PathString path)
    {
        var place = _folder;
        return path.Value!.Split('/',
            StringSplitOptions.RemoveEmptyEntries).Any(part => new FileInfo(place = Path.Combine(place, part)).LinkTarget is not null);
    }

    private static Task SayAsync(HttpContext context, int status, string type, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type + "; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(text, context.RequestAborted);
    }
}
