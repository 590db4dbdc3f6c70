using System.Globalization;
using System.Net;
using System.Text;

namespace ShallowNet.Player.Serving;

/// <summary>
/// A small web server for the author of a course: shows the pages of one folder to this machine only, and lets open pages load themselves
/// again when they were rewritten.
/// </summary>
internal sealed class CourseServer : IDisposable
{
    private const string ScriptPath = "/live-reload.js";
    private const string EventsPath = "/live-reload";
    private const string Script = "new EventSource(\"" + EventsPath + "\").addEventListener(\"reload\", function () { location.reload(); });\n";

    private readonly string _folder;
    private readonly HttpListener _listener = new();
    private readonly HashSet<string> _hosts;
    private readonly LiveReload _pages = new();

    /// <summary>Starts to listen on the loopback address.</summary>
    /// <param name="folder">The folder with index.html.</param>
    /// <param name="port">The port, 1 to 65535.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public CourseServer(string folder, int port)
    {
        _folder = Path.GetFullPath(folder);
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
        _hosts = [string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), string.Create(CultureInfo.InvariantCulture, $"localhost:{port}")];
        foreach (var host in _hosts)
        {
            _listener.Prefixes.Add($"http://{host}/");
        }

        try
        {
            _listener.Start();
        }
        catch (HttpListenerException e)
        {
            throw new IOException($"Port {port} cannot be used ({e.Message}). Give another with --port.", e);
        }
    }

    /// <summary>What to open in the browser.</summary>
    public string Address { get; }

    /// <summary>Answers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var stop = cancellation.Register(_listener.Stop);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context, cancellation), CancellationToken.None);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException && (cancellation.IsCancellationRequested || !_listener.IsListening))
            {
                return;
            }
        }
    }

    /// <summary>Makes all open pages load themselves again.</summary>
    public void Reload() => _pages.Reload();

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync(HttpListenerContext context, CancellationToken cancellation)
    {
        var (request, response) = (context.Request, context.Response);
        try
        {
            response.Headers["Cache-Control"] = "no-store";
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            var path = request.Url!.AbsolutePath;
            if (!_hosts.Contains(request.UserHostName))
            {
                await SayAsync(response, 421, "text/plain", $"This server answers only as {Address}");
            }
            else if (request.HttpMethod is not ("GET" or "HEAD"))
            {
                await SayAsync(response, 405, "text/plain", "Only GET and HEAD are answered.");
            }
            else if (path == EventsPath)
            {
                await _pages.KeepAsync(response, cancellation);
            }
            else if (path == ScriptPath)
            {
                await SayAsync(response, 200, "text/javascript", Script);
            }
            else if (Find(path) is { } file)
            {
                await SendAsync(request, response, file);
            }
            else
            {
                await SayAsync(response, 404, "text/plain", "There is no such page.");
            }
        }
        catch (Exception e) when (e is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The browser went away, or the page is being rewritten: it will ask again.
        }
        finally
        {
            response.Close();
        }
    }

    /// <summary>The file an address means, only if it lies in the folder and no part of its path is hidden.</summary>
    private string? Find(string urlPath)
    {
        var parts = Uri.UnescapeDataString(urlPath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(part => part.StartsWith('.') || part.AsSpan().ContainsAny('\\', ':', '\0')))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine([_folder, .. parts]));
        if (Directory.Exists(path))
        {
            path = Path.Combine(path, "index.html");
        }

        return path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }

    private static async Task SendAsync(HttpListenerRequest request, HttpListenerResponse response, string file)
    {
        var content = await File.ReadAllBytesAsync(file);
        if (file.EndsWith(".html", StringComparison.Ordinal))
        {
            var page = Encoding.UTF8.GetString(content);
            var end = page.LastIndexOf("</body>", StringComparison.Ordinal);
            content = Encoding.UTF8.GetBytes(end < 0 ? page : page.Insert(end, $"<script src=\"{ScriptPath}\"></script>\n"));
        }

        await SayAsync(response, 200, ContentType(file), content, request.HttpMethod == "GET");
    }

    private static Task SayAsync(HttpListenerResponse response, int status, string type, string text) =>
        SayAsync(response, status, type, Encoding.UTF8.GetBytes(text), true);

    private static async Task SayAsync(HttpListenerResponse response, int status, string type, byte[] content, bool withBody)
    {
        response.StatusCode = status;
        response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        response.ContentLength64 = content.Length;
        if (withBody)
        {
            await response.OutputStream.WriteAsync(content);
        }
    }

    private static string ContentType(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" => "text/html",
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".json" or ".ipynb" => "application/json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".woff2" => "font/woff2",
        ".woff" => "font/woff",
        ".ttf" => "font/ttf",
        ".txt" => "text/plain",
        _ => "application/octet-stream",
    };
}
