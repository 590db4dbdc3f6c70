using System.Globalization;
using System.Threading.Channels;

namespace ShallowNet.Player.Engine.DotNetInteractive;

/// <summary>Runs the cells of one notebook in a .NET Interactive of its own.</summary>
internal sealed class InteractiveKernel : INotebookKernel
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(60);

    private readonly InteractiveProcess _process;

    private InteractiveKernel(InteractiveProcess process) => _process = process;

    public static async Task<InteractiveKernel> StartAsync(InteractiveTool tool, string folder, CancellationToken cancellation)
    {
        var process = InteractiveProcess.Start(tool, folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_startLimit);
        try
        {
            while ((await process.Events.ReadAsync(limit.Token)).EventType != InteractiveEvent.KernelReady)
            {
                // What comes before that is not about cells.
            }

            return new InteractiveKernel(process);
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            var end = e is ChannelClosedException
                ? await process.DescribeEndAsync()
                : new CellFailure("", $"It did not say within {_startLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s that it is ready.", null, null, []);
            await process.DisposeAsync();
            throw new KernelStartException($"{tool} did not start as .NET Interactive does. {end.Message}\n{string.Join('\n', end.Traceback)}".TrimEnd(), e);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task<CellOutcome> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation)
    {
        var token = "cell-" + cell.Number.ToString(CultureInfo.InvariantCulture);
        var errors = new InteractiveErrors();
        var notices = new InstallNotices();
        try
        {
            await _process.SendAsync(InteractiveMessage.SubmitCode(token, cell.Language, cell.Code), cancellation);
            while (true)
            {
                var happened = await _process.Events.ReadAsync(cancellation);
                if (happened.Ends(token))
                    return new CellOutcome(errors.Failure(happened));
                if (happened.EventType is InteractiveEvent.Diagnosed or InteractiveEvent.Error)
                    errors.Add(happened);
                else if (!notices.Contain(happened) && Output(happened) is { } output)
                    show(output);
            }
        }
        catch (ChannelClosedException)
        {
            return new CellOutcome(await _process.DescribeEndAsync(), KernelEnded: true);
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
