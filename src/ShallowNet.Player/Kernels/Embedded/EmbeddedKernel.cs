using System.IO.Pipes;
using ShallowNet.Player.KernelHost;
using ShallowNet.Player.Processes;

namespace ShallowNet.Player.Kernels.Embedded;

/// <summary>
/// Runs cells in a kernel host: this same program started again for one notebook. Messages travel over a pipe of their own, so that
/// whatever a cell or a library writes to the standard output cannot be taken for one.
/// </summary>
internal sealed class EmbeddedKernel : ProcessKernel
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(200);

    private readonly string _pipeName;
    private readonly long _memoryLimit;
    private readonly NamedPipeServerStream _pipe;
    private readonly StringBuilder _errorLine = new();
    private volatile bool _overMemory;

    public EmbeddedKernel(string folder, long memoryLimit)
        : this(folder, memoryLimit, PipeName())
    {
    }

    private EmbeddedKernel(string folder, long memoryLimit, string pipeName)
        : base(new(DotnetHost.Path, ["exec", typeof(HostProgram).Assembly.Location, HostProgram.Command, pipeName]), folder, memoryLimit)
    {
        (_pipeName, _memoryLimit) = (pipeName, memoryLimit);
        _pipe = new(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
    }

    public override async Task<CellFailure?> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation) =>
        cell.Language == "csharp" ? await base.RunAsync(cell, show, cancellation) : new(
            "UnsupportedLanguage",
            $"The cell is written in \"{cell.Language}\"; the embedded engine runs C# only. Make it a C# cell, or play the notebook on .NET "
                + "Interactive.",
            Line: 1, Column: null, []);

    public override async ValueTask DisposeAsync()
    {
        Kill();
        await base.DisposeAsync();
        await _pipe.DisposeAsync();
    }

    protected override async Task ConnectAsync(CancellationToken cancellation)
    {
        Process.StandardInput.Close();
        Pumps.Add(PumpTextAsync(Process.StandardOutput, text => Show(new TextOutput("stdout", text))));
        Pumps.Add(PumpErrorsAsync());
        var connect = _pipe.WaitForConnectionAsync(cancellation);
        if (await Task.WhenAny(connect, Process.WaitForExitAsync(cancellation)) != connect)
        {
            cancellation.ThrowIfCancellationRequested();
            var death = Death(await EndAsync());
            throw new KernelStartException($"The kernel host did not start. {death.Message}\n{string.Join('\n', death.Traceback)}");
        }
        await connect;
        // Connected, it needs its name no more; a player that is killed then leaves nothing behind.
        if (Path.IsPathRooted(_pipeName))
            File.Delete(_pipeName);
        Pumps.Add(PumpMessagesAsync());
        _ = WatchMemoryAsync();
    }

    protected override async Task SendAsync(CellRequest cell, CancellationToken cancellation)
    {
        try
        {
            var message = new HostMessage(HostMessage.Run) { Cell = cell.Number, Value = cell.Code };
            await _pipe.WriteAsync(message.ToLine(), cancellation);
        }
        catch (IOException)
        {
            // The kernel host is gone.
        }
    }

    protected override CellFailure Death(int exitCode) => _overMemory || ExitReason.IsOutOfMemory(LastWords)
        ? new("OutOfMemory",
            Invariant($"The notebook used more than its {_memoryLimit >> 20} MB of memory and was ended. Give it more with --memory."),
            null, null, LastWords)
        : base.Death(exitCode);

    /// <summary>A name on Windows, elsewhere the path of a socket: short, because such paths may have about 100 characters.</summary>
    private static string PipeName()
    {
        var name = $"shallownet-{Guid.NewGuid():N}"[..23];
        return OperatingSystem.IsWindows() ? name : Path.Combine(Path.GetTempPath(), name);
    }

    private async Task PumpMessagesAsync()
    {
        using var reader = new StreamReader(_pipe, new UTF8Encoding(false), false, 1 << 16, leaveOpen: true);
        while (await ReadLineAsync(reader) is { } line && HostMessage.FromLine(line) is { } message)
            Take(message);
        Close();
    }

    private void Take(HostMessage message)
    {
        switch (message.Kind)
        {
            case HostMessage.Text:
                Show(new TextOutput(message.Name!, message.Value!));
                break;
            case HostMessage.Display:
                Show(new DisplayOutput(message.Data!, message.Name));
                break;
            case HostMessage.Result:
                Show(new ResultOutput(message.Data!));
                break;
            case HostMessage.Note:
                Show(new NoteOutput(message.Value!));
                break;
            case HostMessage.Done:
                End(message.Name is null ? null
                    : new(message.Name, message.Value!, message.Line, message.Column, message.Traceback ?? []));
                break;
        }
    }

    /// <summary>Text that did not go through the kernel host's Console: of native libraries and child processes.</summary>
    private static async Task PumpTextAsync(StreamReader reader, Action<string> take)
    {
        try
        {
            var buffer = new char[1 << 14];
            for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
                take(new string(buffer, 0, read));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The kernel host is gone.
        }
    }

    /// <summary>Shows standard error by lines, up to the runtime's last words.</summary>
    private async Task PumpErrorsAsync()
    {
        await PumpTextAsync(Process.StandardError, text =>
        {
            foreach (var c in text)
            {
                _errorLine.Append(c);
                if (c == '\n' || _errorLine.Length == LongestLine)
                    EndErrorLine();
            }
        });
        EndErrorLine();
    }

    private void EndErrorLine()
    {
        var line = _errorLine.ToString();
        _errorLine.Clear();
        Keep(line);
        if (!IsDying && line.Length > 0)
            Show(new TextOutput("stderr", line));
    }

    private async Task WatchMemoryAsync()
    {
        try
        {
            while (!Process.HasExited)
            {
                await Task.Delay(WatchEvery);
                Process.Refresh();
                if (Process.WorkingSet64 <= _memoryLimit + (512L << 20))
                    continue;
                _overMemory = true;
                Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // The kernel host has ended.
        }
    }
}
