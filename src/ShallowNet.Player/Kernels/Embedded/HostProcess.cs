using System.IO.Pipes;
using ShallowNet.Player.KernelHost;
using ShallowNet.Player.Processes;

namespace ShallowNet.Player.Kernels.Embedded;

/// <summary>
/// A kernel host: this same program started again to run the cells of one notebook. Messages travel over a pipe of their own, so that
/// whatever a cell or a library writes to the standard output cannot be taken for one.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int LastLines = 500, ShownLines = 20, LongestLine = 1000;
    private static readonly string[] SignsOfTheEnd = ["Stack overflow", "Unhandled exception", "Process terminated", "Out of memory",
        "Fatal error"];
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly string _marker;
    private readonly NamedPipeServerStream _pipe;
    private readonly Channel<HostMessage> _messages = Channel.CreateUnbounded<HostMessage>(new() { SingleReader = true });
    private readonly Queue<string> _lastErrors = new();
    private readonly StringBuilder _errorLine = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly List<Task> _pumps = [];
    private readonly long _memoryLimit;
    private volatile bool _overMemory;
    private bool _isDying;

    private HostProcess(Process process, string marker, NamedPipeServerStream pipe, long memoryLimit) =>
        (_process, _marker, _pipe, _memoryLimit) = (process, marker, pipe, memoryLimit);

    public ChannelReader<HostMessage> Messages => _messages.Reader;

    public static async Task<HostProcess> StartAsync(string folder, long memoryLimit, CancellationToken cancellation)
    {
        var marker = Guid.NewGuid().ToString("N");
        var pipeName = PipeName(marker);
        const PipeOptions options = PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly;
        var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, options);
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(HostProcess).Assembly.Location);
        start.ArgumentList.Add(HostProgram.Command);
        start.ArgumentList.Add(pipeName);
        start.Environment[ProcessTree.MarkerVariable] = marker;
        start.Environment["DOTNET_GCHeapHardLimit"] = Invariant($"{memoryLimit:X}");
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            await pipe.DisposeAsync();
            throw new KernelStartException($"Cannot start {DotnetHost.Path} in {folder}: {e.Message}", e);
        }
        process.StandardInput.Close();
        var host = new HostProcess(process, marker, pipe, memoryLimit);
        try
        {
            await host.ConnectAsync(cancellation);
            // Connected, it needs its name no more; a player that is killed then leaves nothing behind.
            if (Path.IsPathRooted(pipeName))
                File.Delete(pipeName);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
        return host;
    }

    public void Send(HostMessage message)
    {
        try
        {
            _pipe.Write(Encoding.UTF8.GetBytes(message.ToJson() + "\n"));
        }
        catch (IOException)
        {
            // The kernel host is gone; whoever reads its messages learns it there.
        }
    }

    public void Kill() => ProcessTree.Kill(_process, _marker);

    /// <summary>Says how the kernel host ended, after its messages ended.</summary>
    public async Task<CellFailure> DescribeDeathAsync()
    {
        // Ended: by itself, or because nobody is left to talk to.
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
        {
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Kill();
                await _process.WaitForExitAsync(CancellationToken.None);
            }
        }
        await Task.WhenAny(Task.WhenAll(_pumps), Task.Delay(2000));
        var last = LastWords();
        if (_overMemory || ExitReason.IsOutOfMemory(last))
        {
            var message = Invariant(
                $"The notebook used more than its {_memoryLimit >> 20} MB of memory and was ended. Give it more with --memory.");
            return new CellFailure("OutOfMemory", message, null, null, last);
        }
        var reason = ExitReason.Describe(_process.ExitCode, last);
        return new CellFailure("ProcessEnded", $"The process that ran the cell ended: {reason}.", null, null, last);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(Task.WhenAll(_pumps), Task.Delay(500));
        await _pipe.DisposeAsync();
        _process.Dispose();
        _ended.Dispose();
    }

    /// <summary>A name on Windows, elsewhere the path of a socket: short, because such paths may have about 100 characters.</summary>
    private static string PipeName(string marker)
    {
        var name = "shallownet-" + marker[..12];
        return OperatingSystem.IsWindows() ? name : Path.Combine(Path.GetTempPath(), name);
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        _pumps.Add(PumpTextAsync(_process.StandardOutput, text => Show("stdout", text)));
        _pumps.Add(PumpErrorsAsync());
        var exit = _process.WaitForExitAsync(cancellation);
        var connect = _pipe.WaitForConnectionAsync(cancellation);
        if (await Task.WhenAny(connect, exit) == exit)
        {
            await exit;
            var death = await DescribeDeathAsync();
            throw new KernelStartException($"The kernel host did not start. {death.Message}\n{string.Join('\n', death.Traceback)}");
        }
        await connect;
        _pumps.Add(PumpMessagesAsync());
        _ = WatchMemoryAsync();
    }

    private async Task PumpMessagesAsync()
    {
        try
        {
            using var reader = new StreamReader(_pipe, new UTF8Encoding(false), false, 1 << 16, leaveOpen: true);
            while (await reader.ReadLineAsync(_ended.Token) is { } line)
                _messages.Writer.TryWrite(HostMessage.FromJson(line));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or JsonException)
        {
            // A kernel host that died in the middle of a line: what came before is kept.
        }
        _messages.Writer.TryComplete();
    }

    /// <summary>Text that did not go through the kernel host's Console: of native libraries and child processes.</summary>
    private async Task PumpTextAsync(StreamReader reader, Action<string> take)
    {
        try
        {
            var buffer = new char[1 << 14];
            for (int read; (read = await reader.ReadAsync(buffer, _ended.Token)) > 0;)
                take(new string(buffer, 0, read));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The kernel host is gone.
        }
    }

    private async Task PumpErrorsAsync()
    {
        await PumpTextAsync(_process.StandardError, TakeErrors);
        EndErrorLine();
    }

    private void Show(string name, string text) =>
        _messages.Writer.TryWrite(new HostMessage(HostMessage.Text) { Name = name, Value = text });

    /// <summary>
    /// Shows standard error by lines, up to the runtime's last words: they are kept for the message that says how it died.
    /// </summary>
    private void TakeErrors(string text)
    {
        foreach (var c in text)
        {
            _errorLine.Append(c);
            if (c == '\n' || _errorLine.Length == LongestLine)
                EndErrorLine();
        }
    }

    private void EndErrorLine()
    {
        var line = _errorLine.ToString();
        _errorLine.Clear();
        _isDying = _isDying || SignsOfTheEnd.Any(sign => line.StartsWith(sign, StringComparison.OrdinalIgnoreCase));
        if (!_isDying && line.Length > 0)
            Show("stderr", line);
        lock (_lastErrors)
        {
            if (_lastErrors.Count == LastLines)
                _lastErrors.Dequeue();
            _lastErrors.Enqueue(line.TrimEnd());
        }
    }

    /// <summary>What the runtime said when it died: from its first line on, else the last lines of the standard error.</summary>
    private string[] LastWords()
    {
        lock (_lastErrors)
        {
            var lines = _lastErrors.ToArray();
            var first = Array.FindLastIndex(lines,
                line => SignsOfTheEnd.Any(sign => line.StartsWith(sign, StringComparison.OrdinalIgnoreCase)));
            return first >= 0 ? lines[first..Math.Min(lines.Length, first + ShownLines)] : lines[^Math.Min(lines.Length, ShownLines)..];
        }
    }

    private async Task WatchMemoryAsync()
    {
        try
        {
            while (!_process.HasExited)
            {
                await Task.Delay(WatchEvery, _ended.Token);
                _process.Refresh();
                if (_process.WorkingSet64 <= _memoryLimit + (512L << 20))
                    continue;
                _overMemory = true;
                Kill();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            // The kernel host has ended.
        }
    }
}
