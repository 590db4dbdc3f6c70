using System.Net;
using System.Net.Sockets;
using ShallowNet.Player.Serving;

namespace ShallowNet.Player.Tests.Serving;

public sealed class CourseServerTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("shallownet-serve-").FullName;
    private readonly HttpClient _client = new();
    private int _port;
    private CourseServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(_root, "course");
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        File.WriteAllText(Path.Combine(folder, "index.html"), "<html><body><p>cover</p></body></html>");
        File.WriteAllText(Path.Combine(folder, "assets", "book.css"), "p { }");
        File.WriteAllText(Path.Combine(folder, ".player.lock"), "1");
        File.WriteAllText(Path.Combine(folder, "1 中.ipynb"), "{}");
        File.WriteAllText(Path.Combine(_root, "secret.txt"), "secret");
        Directory.CreateDirectory(Path.Combine(_root, "course-other"));
        File.WriteAllText(Path.Combine(_root, "course-other", "secret.txt"), "secret");
        (_server, _port) = await ListenAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("", "text/html", "<p>cover</p>")]
    [InlineData("index.html?x=1", "text/html", "<p>cover</p>")]
    [InlineData("assets/book.css", "text/css", "p { }")]
    [InlineData("assets/book.js", "text/javascript; charset=utf-8", "new EventSource(\"/live\")")]
    [InlineData("1%20%E4%B8%AD.ipynb", "application/json", "{}")]
    public async Task Get_FileOfTheCourse_IsSentWithItsType(string path, string type, string text)
    {
        var answer = await _client.GetAsync(new Uri(_server.Address + path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("/../course-other/secret.txt")]
    [InlineData("/.player.lock")]
    [InlineData("/assets/%2e%2e/.player.lock")]
    [InlineData("/missing.html")]
    [InlineData("/assets")]
    [InlineData("/index.html%00.txt")]
    public async Task Get_AnythingElse_IsRefused(string path)
    {
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{_port}\r\nConnection: close\r\n\r\n");

        Assert.Matches(@"\AHTTP/1\.1 4\d\d ", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("")]
    public async Task Get_OtherHostHeader_IsRefused(string host)
    {
        var answer = await RawAsync($"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.Matches(@"\AHTTP/1\.1 4\d\d ", answer);
        Assert.DoesNotContain("cover", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    public async Task Get_HostLocalhost_IsAnswered(string host) =>
        Assert.StartsWith("HTTP/1.1 200 ", await RawAsync($"GET / HTTP/1.1\r\nHost: {host}:{_port}\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/book.js")]
    [InlineData("/live")]
    [InlineData("/missing.html")]
    public async Task Head_AnyPath_HasNoBody(string path) =>
        Assert.EndsWith("\r\n\r\n", await RawAsync($"HEAD {path} HTTP/1.1\r\nHost: 127.0.0.1:{_port}\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);

    [Fact]
    public async Task Get_LinkInTheFolder_IsNotFollowed()
    {
        File.CreateSymbolicLink(Path.Combine(_root, "course", "link.txt"), Path.Combine(_root, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "course", "other"), Path.Combine(_root, "course-other"));

        foreach (var path in (string[])["link.txt", "other/secret.txt"])
        {
            Assert.Equal(HttpStatusCode.NotFound,
                (await _client.GetAsync(new Uri(_server.Address + path), TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Get_BeforeAnythingIsPlayed_SaysThatThePagesFollow()
    {
        File.Delete(Path.Combine(_root, "course", "index.html"));

        Assert.Contains("being played", await _client.GetStringAsync(new Uri(_server.Address), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ThatNeverEnds_IsCutOff() =>
        Assert.Matches(@"\A(HTTP/1\.1 408 [^\r]*\r|\z)", await RawAsync("GET / HTTP/1.1\r\nHost: 127"));

    [Fact]
    public async Task Post_AnyPath_IsRefused() =>
        Assert.StartsWith("HTTP/1.1 405 ",
            await RawAsync($"POST / HTTP/1.1\r\nHost: 127.0.0.1:{_port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);

    [Fact]
    public void Listen_OnlyOnLoopback()
    {
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(end => end.Port == _port).ToArray();

        Assert.NotEmpty(listeners);
        Assert.All(listeners, end => Assert.True(IPAddress.IsLoopback(end.Address), end.ToString()));
    }

    [Fact]
    public async Task Page_Open_IsToldHowThingsAreAndWhenToReload()
    {
        _server.Say("Playing 05, cell 7 of 20");
        await using var events = await _client.GetStreamAsync(new Uri(_server.Address + "live"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(events);
        async Task<string> NextAsync() =>
            string.Join('|', await reader.ReadLineAsync(), await reader.ReadLineAsync(), await reader.ReadLineAsync());
        Assert.Equal("event: state|data: Playing 05, cell 7 of 20|", await NextAsync());

        _server.Say("");
        _server.Reload();

        Assert.Equal("event: state|data: |", await NextAsync());
        Assert.Equal("event: reload|data: now|", await NextAsync());
    }

    [Fact]
    public async Task Dispose_WithPagesOpenManyTimes_Ends()
    {
        for (var round = 0; round < 20; round++)
        {
            var (server, _) = await ListenAsync(_root);
            await using var events = await _client.GetStreamAsync(new Uri(server.Address + "live"), TestContext.Current.CancellationToken);

            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task StartAsync_PortTaken_SaysWhatToDo()
    {
        var refusal = await Assert.ThrowsAsync<ServerStartException>(() => CourseServer.StartAsync(_root, _port));

        Assert.Contains($"Port {_port} cannot be used", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--port", refusal.Message, StringComparison.Ordinal);
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A server on a port that was free; another program may take a free port before we do, so several are tried.</summary>
    private static async Task<(CourseServer Server, int Port)> ListenAsync(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            try
            {
                return (await CourseServer.StartAsync(folder, port), port);
            }
            catch (IOException) when (attempt < 10)
            {
            }
        }
    }
}
