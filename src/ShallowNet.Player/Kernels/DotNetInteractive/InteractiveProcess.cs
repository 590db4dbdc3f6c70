using System.ComponentModel;
using ShallowNet.Player.Processes;

namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>A running <c>dotnet-interactive stdio</c>: takes commands, gives events, and says how it ended if it did.</summary>
internal sealed class InteractiveProcess : IAsyncDisposable
{
    private const int OtherLinesKept = 20;
    private static readonly TimeSpan Politeness = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string _marker;
    private readonly Channel<InteractiveEvent> _events = Channel.CreateUnbounded<InteractiveEvent>(new() { SingleReader = true });
    private readonly List<string> _otherLines = [];
    private readonly Task _pumps;

    private InteractiveProcess(Process process, string marker)
    {
        (_process, _marker) = (process, marker);
        _pumps = Task.WhenAll(PumpEventsAsync(), PumpErrorsAsync());
    }

    /// <summary>The events, in the order they happened; complete when the process has ended.</summary>
    public ChannelReader<InteractiveEvent> Events => _events.Reader;

    /// <summary>Starts the tool.</summary>
    /// <param name="tool">The installed tool.</param>
    /// <param name="folder">Its working directory: relative paths in cells start there.</param>
    /// <param name="memoryLimit">Memory that objects may take, in bytes: beyond it, cells get an OutOfMemoryException.</param>
    /// <exception cref="KernelStartException">The program could not be started.</exception>
    public static InteractiveProcess Start(InteractiveTool tool, string folder, long memoryLimit)
    {
        var marker = Guid.NewGuid().ToString("N");
        var start = new ProcessStartInfo(tool.Program, [.. tool.Arguments, "stdio"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment[ProcessTree.MarkerVariable] = marker;
        start.Environment["DOTNET_GCHeapHardLimit"] = Invariant($"{memoryLimit:X}");
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        try
        {
            return new InteractiveProcess(Process.Start(start)!, marker);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new KernelStartException($"Cannot start {tool}: {e.Message}", e);
        }
    }

    /// <summary>Sends a command. If the process is gone, whoever reads its events learns it there.</summary>
    public async Task SendAsync(string command, CancellationToken cancellation)
    {
        try
        {
            await _process.StandardInput.WriteAsync((command + "\n").AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            // The pipe is closed.
        }
    }

    /// <summary>Ends the process and all it started.</summary>
    public void Kill() => ProcessTree.Kill(_process, _marker);

    /// <summary>How the process ended, after its events ended: its exit code, and the lines it wrote that were no events.</summary>
    public async Task<(int ExitCode, string[] LastWords)> EndAsync()
    {
        await WaitOrKillAsync();
        lock (_otherLines)
            return (_process.ExitCode, [.. _otherLines]);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Asked to quit it removes its temporary files.
            using var patience = new CancellationTokenSource(Politeness);
            try
            {
                await SendAsync(InteractiveMessage.Quit(), patience.Token);
            }
            catch (OperationCanceledException)
            {
                // It does not listen any more.
            }
        }
        await WaitOrKillAsync();
        _process.Dispose();
    }

    private async Task WaitOrKillAsync()
    {
        using var patience = new CancellationTokenSource(Politeness);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It is ended below.
        }
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(_pumps, Task.Delay(Politeness, CancellationToken.None));
    }

    private async Task PumpEventsAsync()
    {
        while (await ReadLineAsync(_process.StandardOutput) is { } line)
        {
            if (InteractiveMessage.Read(line) is { } happened)
                _events.Writer.TryWrite(happened);
            else
                Keep(line);
        }
        _events.Writer.Complete();
    }

    private async Task PumpErrorsAsync()
    {
        while (await ReadLineAsync(_process.StandardError) is { } line)
            Keep(line);
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader)
    {
        try
        {
            return await reader.ReadLineAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>The first lines say what happened; a stack overflow then repeats itself thousands of times.</summary>
    private void Keep(string line)
    {
        lock (_otherLines)
        {
            if (line.Length > 0 && _otherLines.Count < OtherLinesKept)
                _otherLines.Add(line.Length > 1000 ? line[..1000] : line);
        }
    }
}
