using System.Net;
using System.Net.Sockets;
using System.Text;
using ShallowNet.Player.Serving;
using Xunit;

namespace ShallowNet.Player.Tests.Serving;

public sealed class CourseServerTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("shallownet-serve-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client = new();
    private int _port;
    private CourseServer _server = null!;
    private Task _running = null!;

    public ValueTask InitializeAsync()
    {
        var folder = Path.Combine(_root, "course");
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        File.WriteAllText(Path.Combine(folder, "index.html"), "<html><body><p>cover</p></body></html>");
        File.WriteAllText(Path.Combine(folder, "assets", "book.css"), "p { }");
        File.WriteAllText(Path.Combine(folder, ".player.lock"), "1");
        File.WriteAllText(Path.Combine(_root, "secret.txt"), "secret");
        Directory.CreateDirectory(Path.Combine(_root, "course-other"));
        File.WriteAllText(Path.Combine(_root, "course-other", "secret.txt"), "secret");
        (_server, _port) = Listen(folder);
        _running = _server.RunAsync(_stop.Token);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _server.Dispose();
        _client.Dispose();
        _stop.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("", "text/html; charset=utf-8", "<p>cover</p>")]
    [InlineData("index.html?x=1", "text/html; charset=utf-8", "<p>cover</p>")]
    [InlineData("assets/book.css", "text/css; charset=utf-8", "p { }")]
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

    [Fact]
    public async Task Get_HostLocalhost_IsAnswered() =>
        Assert.StartsWith("HTTP/1.1 200 ", await RawAsync($"GET / HTTP/1.1\r\nHost: localhost:{_port}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Post_AnyPath_IsRefused() =>
        Assert.StartsWith("HTTP/1.1 405 ", await RawAsync($"POST / HTTP/1.1\r\nHost: 127.0.0.1:{_port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public void Listen_OnlyOnLoopback()
    {
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == _port).ToArray();

        Assert.NotEmpty(listeners);
        Assert.All(listeners, end => Assert.True(IPAddress.IsLoopback(end.Address), end.ToString()));
    }

    [Fact]
    public async Task Reload_WithAPageOpen_SendsItAnEvent()
    {
        await using var events = await _client.GetStreamAsync(new Uri(_server.Address + "live-reload"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(events);
        Assert.Equal(": open", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        _server.Reload();

        Assert.Equal("event: reload", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_StoppedManyTimes_NeverFails()
    {
        for (var round = 0; round < 100; round++)
        {
            using var stop = new CancellationTokenSource();
            using var server = Listen(_root).Server;
            var running = server.RunAsync(stop.Token);

            await stop.CancelAsync();

            await running;
        }
    }

    [Fact]
    public void New_PortTaken_SaysWhatToDo()
    {
        var refusal = Assert.Throws<IOException>(() => new CourseServer(_root, _port));

        Assert.Contains($"Port {_port} cannot be used", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--port", refusal.Message, StringComparison.Ordinal);
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
    private static (CourseServer Server, int Port) Listen(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            try
            {
                return (new CourseServer(folder, port), port);
            }
            catch (IOException) when (attempt < 10)
            {
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
