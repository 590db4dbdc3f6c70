using System.IO.Pipes;

namespace ShallowNet.Player.Kernels.Embedded;

/// <summary>Runs cells in a kernel host: this same program started again for one notebook. What is said travels over a pipe of its own, so
/// that whatever a cell or a library writes to the standard output cannot be taken for one.</summary>
internal sealed class EmbeddedKernel(string folder, long memoryLimit, string pipeName) : ProcessKernel(
    new(DotnetHost.Path, ["exec", typeof(HostProgram).Assembly.Location, HostProgram.Command, pipeName]), folder, memoryLimit)
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(200);

    private readonly long _memoryLimit = memoryLimit;
    private readonly StringBuilder _errorLine = new();
    private volatile bool _overMemory;

    protected override Stream Input => Pipe;

    private NamedPipeServerStream Pipe => field ??=
        new(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);

    public override async Task<CellFailure?> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation) =>
        cell.Language == "csharp" ? await base.RunAsync(cell, show, cancellation) : new("UnsupportedLanguage",
            $"The cell is written in \"{cell.Language}\"; the embedded engine runs C# only. Make it a C# cell, or play the notebook on "
                + ".NET Interactive.",
            Line: 1, Column: null, []);

    public override async ValueTask DisposeAsync()
    {
        Kill();
        await base.DisposeAsync();
        await Pipe.DisposeAsync();
    }

    protected override async Task ConnectAsync(CancellationToken cancellation)
    {
        Process.StandardInput.Close();
        Pumps.Add(PumpTextAsync(Process.StandardOutput, text => Show(new TextOutput("stdout", text))));
        Pumps.Add(PumpErrorsAsync());
        var connect = Pipe.WaitForConnectionAsync(cancellation);
        if (await Task.WhenAny(connect, Process.WaitForExitAsync(cancellation)) != connect)
        {
            cancellation.ThrowIfCancellationRequested();
            var death = Death(await EndAsync());
            throw new KernelStartException($"The kernel host did not start. {death.Message}\n{string.Join('\n', death.Traceback)}");
        }
        await connect;
        // Connected, it needs its name no more; a player that is killed then leaves nothing behind.
        if (Path.IsPathRooted(pipeName))
            File.Delete(pipeName);
        var reader = new StreamReader(Pipe, new UTF8Encoding(false), false, 1 << 16);
        Pumps.Add(PumpOutputsAsync(reader, line => Show(HostLine.Read<KernelOutput>(line))));
        _ = WatchMemoryAsync();
    }

    protected override byte[] Command(CellRequest cell) => HostLine.Of(cell);

    protected override CellFailure Death(int exitCode) => _overMemory || ExitReason.IsOutOfMemory(LastWords)
        ? new("OutOfMemory",
            Invariant($"The notebook used more than its {_memoryLimit >> 20} MB of memory and was ended. Give it more with --memory."),
            null, null, LastWords)
        : base.Death(exitCode);

    /// <summary>Text that did not go through the kernel host's Console: of native libraries and child processes.</summary>
    private static async Task PumpTextAsync(StreamReader reader, Action<string> take)
    {
        var buffer = new char[1 << 14];
        for (int read; (read = await NextAsync(() => reader.ReadAsync(buffer, 0, buffer.Length))) > 0;)
            take(new string(buffer, 0, read));
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
