namespace ShallowNet.Player.Processes;

/// <summary>A kernel in a process of its own: tells what the process shows, says how it died if it did, and ends it.</summary>
internal abstract class ProcessKernel : INotebookKernel
{
    /// <summary>Characters that are kept of a line; a program may write without end and without a line break.</summary>
    protected const int LongestLine = 1000;

    private const int LinesKept = 20;
    private static readonly string[] SignsOfTheEnd =
        ["Stack overflow", "Unhandled exception", "Process terminated", "Out of memory", "Fatal error"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly string _marker = Guid.NewGuid().ToString("N");
    private readonly Channel<KernelOutput> _shown = Channel.CreateUnbounded<KernelOutput>(new() { SingleReader = true });

    /// <summary>Starts the process in a folder. Beyond the limit of memory, in bytes, cells get an OutOfMemoryException.</summary>
    /// <exception cref="KernelStartException">The program could not be started.</exception>
    protected ProcessKernel(ProcessStartInfo start, string folder, long memoryLimit)
    {
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = new UTF8Encoding(false);
        start.Environment[ProcessTree.MarkerVariable] = _marker;
        start.Environment["DOTNET_GCHeapHardLimit"] = Invariant($"{memoryLimit:X}");
        try
        {
            Process = Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new KernelStartException($"Cannot start {string.Join(' ', [start.FileName, .. start.ArgumentList])}: {e.Message}", e);
        }
    }

    protected Process Process { get; }
    /// <summary>What takes the commands of the process.</summary>
    protected abstract Stream Input { get; }
    /// <summary>What reads the process until it has nothing more to say.</summary>
    protected List<Task> Pumps { get; } = [];
    /// <summary>Whether the runtime has begun to say why it ends.</summary>
    protected bool IsDying { get; private set; }
    /// <summary>What the process said when it died: from the sign of its end on, else its last lines.</summary>
    protected string[] LastWords { get; private set; } = [];

    /// <summary>Waits until the process takes cells; one that does not come to that is ended.</summary>
    /// <exception cref="KernelStartException">It did not; the message says why.</exception>
    public async Task<INotebookKernel> StartedAsync(CancellationToken cancellation)
    {
        try
        {
            await ConnectAsync(cancellation);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public virtual async Task<CellFailure?> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(Command(cell), cancellation);
            return await ReadToEndAsync(show, cancellation);
        }
        catch (ChannelClosedException)
        {
            return Death(await EndAsync());
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw;
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        await EndAsync();
        Process.Dispose();
    }

    protected abstract Task ConnectAsync(CancellationToken cancellation);

    protected abstract byte[] Command(CellRequest cell);

    /// <summary>Writes a line. If the process is gone or does not listen, whoever reads what it shows learns it there.</summary>
    protected async Task WriteAsync(byte[] line, CancellationToken cancellation)
    {
        try
        {
            await Input.WriteAsync(line, cancellation);
            await Input.FlushAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // There is nobody to tell.
        }
    }

    /// <summary>Passes on what is shown until <see cref="CellEnd"/>.</summary>
    /// <exception cref="ChannelClosedException">The process ended.</exception>
    protected async Task<CellFailure?> ReadToEndAsync(Action<KernelOutput> show, CancellationToken cancellation)
    {
        while (true)
        {
            var output = await _shown.Reader.ReadAsync(cancellation);
            if (output is CellEnd end)
                return end.Failure;
            show(output);
        }
    }

    protected void Show(KernelOutput output) => _shown.Writer.TryWrite(output);

    protected void Kill() => ProcessTree.Kill(Process, _marker);

    /// <summary>Waits for the end of a process that is about to end, and ends what is left of it. Gives the exit code.</summary>
    protected async Task<int> EndAsync()
    {
        await Task.WhenAny(Process.WaitForExitAsync(), Task.Delay(Patience));
        Kill();
        await Process.WaitForExitAsync();
        await Task.WhenAny(Task.WhenAll(Pumps), Task.Delay(Patience));
        return Process.ExitCode;
    }

    protected virtual CellFailure Death(int exitCode) => new("ProcessEnded",
        $"The process that ran the cell ended: {ExitReason.Describe(exitCode, LastWords)}.", null, null, LastWords);

    /// <summary>Keeps a line for <see cref="LastWords"/>; a stack overflow repeats its own thousands of times.</summary>
    protected void Keep(string line)
    {
        if (line.Length == 0)
            return;
        var isSign = SignsOfTheEnd.Any(sign => line.StartsWith(sign, StringComparison.OrdinalIgnoreCase));
        lock (_shown)
        {
            IsDying |= isSign;
            string[] lines = [.. isSign ? [] : LastWords, line.Length > LongestLine ? line[..LongestLine] : line.TrimEnd()];
            LastWords = [.. IsDying ? lines.Take(LinesKept) : lines.TakeLast(LinesKept)];
        }
    }

    /// <summary>Takes the lines that bring what is shown, and knows at their end that there will be no more.</summary>
    protected async Task PumpOutputsAsync(StreamReader reader, Action<string> take)
    {
        try
        {
            await PumpLinesAsync(reader, take);
        }
        finally
        {
            _shown.Writer.Complete();
        }
    }

    protected static async Task PumpLinesAsync(StreamReader reader, Action<string> take)
    {
        while (await NextAsync(() => reader.ReadLineAsync()) is { } line)
            take(line);
    }

    /// <summary>What a reader gives; nothing at its end, and where the process is gone.</summary>
    protected static async Task<T?> NextAsync<T>(Func<Task<T?>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return default;
        }
    }
}
