using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ShallowNet.Player.Serving;

namespace ShallowNet.Player.Tests.Serving;

public sealed class CourseServerTests : IAsyncLifetime
{
    private readonly TempFolder _root = new();
    private readonly HttpClient _client = new();
    private int _port;
    private CourseServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _root.Write("course/index.html", "<html><body><p>cover</p></body></html>");
        _root.Write("course/assets/book.css", "p { }");
        _root.Write("course/.player.lock", "1");
        _root.Write("course/1 中.ipynb", "{}");
        _root.Write("secret.txt", "secret");
        _root.Write("course-other/secret.txt", "secret");
        (_server, _port) = await ListenAsync(Path.Combine(_root.Path, "course"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        _root.Dispose();
    }

    [Theory]
    [InlineData("", "text/html", "<p>cover</p>")]
    [InlineData("index.html?x=1", "text/html", "<p>cover</p>")]
    [InlineData("assets/book.css", "text/css", "p { }")]
    [InlineData("assets/book.js", "text/javascript; charset=utf-8", "new EventSource(\"/live\")")]
    [InlineData("1%20%E4%B8%AD.ipynb", "application/json", "{}")]
    public async Task Get_FileOfTheCourse_IsSentWithItsType(string path, string type, string text)
    {
        var answer = await _client.GetAsync(new Uri(_server.Address + path));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Expect.In(await answer.Content.ReadAsStringAsync(), text);
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
    [InlineData("/", "evil.example")]
    [InlineData("/", "127.0.0.1.evil.example")]
    [InlineData("/", "127.0.0.1:1")]
    [InlineData("/", "")]
    public async Task Get_AnythingElseOrByAnotherName_IsRefused(string path, string? host = null)
    {
        var answer = await AskAsync("GET", path, host);
        Assert.Matches(@"\AHTTP/1\.1 4\d\d ", answer);
        Expect.NotIn(answer, "secret", "cover");
    }

    [Theory]
    [InlineData("localhost"), InlineData("LOCALHOST")]
    public async Task Get_HostLocalhost_IsAnswered(string host) =>
        Expect.Start(await AskAsync("GET", "/", $"{host}:{_port}"), "HTTP/1.1 200 ");

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/book.js")]
    [InlineData("/live")]
    [InlineData("/missing.html")]
    public async Task Head_AnyPath_HasNoBody(string path) =>
        Expect.End(await AskAsync("HEAD", path), "\r\n\r\n");

    [Fact]
    public async Task Post_AnyPath_IsRefused() =>
        Expect.Start(await AskAsync("POST", "/"), "HTTP/1.1 405 ");

    [Fact]
    public async Task Get_LinkInTheFolder_IsNotFollowed()
    {
        File.CreateSymbolicLink(Path.Combine(_root.Path, "course", "link.txt"), Path.Combine(_root.Path, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(_root.Path, "course", "other"), Path.Combine(_root.Path, "course-other"));
        foreach (var path in (string[])["link.txt", "other/secret.txt"])
            Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri(_server.Address + path))).StatusCode);
    }

    [Fact]
    public async Task Get_BeforeAnythingIsPlayed_SaysThatThePagesFollow()
    {
        File.Delete(Path.Combine(_root.Path, "course", "index.html"));
        Expect.In(await _client.GetStringAsync(new Uri(_server.Address)), "being played");
    }

    [Fact]
    public async Task Request_ThatNeverEnds_IsCutOff() =>
        Assert.Matches(@"\A(HTTP/1\.1 408 [^\r]*\r|\z)", await RawAsync("GET / HTTP/1.1\r\nHost: 127"));

    [Fact]
    public void Listen_OnlyOnLoopback()
    {
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == _port).ToArray();
        Assert.NotEmpty(listeners);
        Assert.All(listeners, end => Assert.True(IPAddress.IsLoopback(end.Address), end.ToString()));
    }

    [Fact]
    public async Task Page_Open_IsToldHowThingsAreAndWhenToReload()
    {
        _server.Say("Playing 05, cell 7 of 20");
        using var reader = new StreamReader(await _client.GetStreamAsync(new Uri(_server.Address + "live")));
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
            var (server, _) = await ListenAsync(_root.Path);
            await using var events = await _client.GetStreamAsync(new Uri(server.Address + "live"));
            await server.DisposeAsync();
        }
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private Task<string> AskAsync(string method, string path, string? host = null) =>
        RawAsync($"{method} {path} HTTP/1.1\r\nHost: {host ?? $"127.0.0.1:{_port}"}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
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
            catch (CannotPlayException) when (attempt < 10)
            {
            }
        }
    }
}
