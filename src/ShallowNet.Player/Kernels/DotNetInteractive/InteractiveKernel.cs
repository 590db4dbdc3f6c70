using ShallowNet.Player.Processes;

namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>Runs the cells of one notebook in a .NET Interactive of its own.</summary>
internal sealed class InteractiveKernel : INotebookKernel
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly InteractiveProcess _process;

    private InteractiveKernel(InteractiveProcess process) => _process = process;

    public static async Task<InteractiveKernel> StartAsync(InteractiveTool tool, string folder, long memoryLimit,
        CancellationToken cancellation)
    {
        var process = InteractiveProcess.Start(tool, folder, memoryLimit);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        try
        {
            while ((await process.Events.ReadAsync(limit.Token)).EventType != InteractiveEvent.KernelReady)
            {
                // What comes before that is not about cells.
            }
            return new InteractiveKernel(process);
        }
        catch (ChannelClosedException e)
        {
            var (exitCode, lastWords) = await process.EndAsync();
            await process.DisposeAsync();
            var words = string.Concat(lastWords.Select(line => "\n" + line));
            throw new KernelStartException(
                Invariant($"{tool} did not start as .NET Interactive does: it ended with exit code {exitCode}.{words}"), e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            await process.DisposeAsync();
            var silence = Invariant($"in {StartLimit.TotalSeconds} s it did not say that it is ready.");
            throw new KernelStartException($"{tool} did not start as .NET Interactive does: {silence}", e);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task<CellFailure?> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation)
    {
        var token = Invariant($"cell-{cell.Number}");
        var errors = new InteractiveErrors();
        var notices = new InstallNotices();
        try
        {
            await _process.SendAsync(InteractiveMessage.SubmitCode(token, cell.Language, cell.Code), cancellation);
            while (true)
            {
                var happened = await _process.Events.ReadAsync(cancellation);
                if (happened.Ends(token))
                    return errors.Failure(happened);
                if (happened.EventType is InteractiveEvent.Diagnosed or InteractiveEvent.Error)
                    errors.Add(happened);
                else if (!notices.Contain(happened) && Output(happened) is { } output)
                    show(output);
            }
        }
        catch (ChannelClosedException)
        {
            var (exitCode, lastWords) = await _process.EndAsync();
            var reason = ExitReason.Describe(exitCode, lastWords);
            return new CellFailure("ProcessEnded", $"The process that ran the cell ended: {reason}.", null, null, lastWords);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static KernelOutput? Output(InteractiveEvent happened)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in happened.Event?.FormattedValues ?? [])
        {
            if (!value.SuppressDisplay)
                values[value.MimeType] = value.Value ?? "";
        }
        return happened.EventType switch
        {
            _ when values.Count == 0 => null,
            InteractiveEvent.Output => new TextOutput("stdout", values.Values.First()),
            InteractiveEvent.ErrorOutput => new TextOutput("stderr", values.Values.First()),
            InteractiveEvent.Displayed or InteractiveEvent.Updated => new DisplayOutput(values, happened.Event!.ValueId),
            InteractiveEvent.Returned => new ResultOutput(values),
            _ => null,
        };
    }
}
