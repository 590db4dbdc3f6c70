namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>Runs the cells of one notebook in a .NET Interactive of its own, a running <c>dotnet-interactive stdio</c>.</summary>
internal sealed class InteractiveKernel(InteractiveTool tool, string folder, long memoryLimit) : ProcessKernel(
    new(tool.Program, [.. tool.Arguments, "stdio"])
    {
        Environment =
        {
            ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        },
    },
    folder, memoryLimit)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60), Politeness = TimeSpan.FromSeconds(2);

    /// <summary>How notices of installations begin. They speak of this machine, not of the notebook: its page is not their place.</summary>
    private static readonly (string MimeType, string Beginning)[] Notices =
    [
        ("text/html", "<div><div></div><div><strong>Installing Packages</strong>"),
        ("text/plain", "Loading extensions from `"),
        ("text/plain", "Loading extension script from `"),
    ];

    private readonly HashSet<string> _notices = [];
    private InteractiveErrors _errors = new();
    private string? _token;

    protected override Stream Input => Process.StandardInput.BaseStream;

    public override async ValueTask DisposeAsync()
    {
        // Asked to quit it removes its temporary files.
        using var patience = new CancellationTokenSource(Politeness);
        await WriteAsync(InteractiveMessage.Quit(), patience.Token);
        await base.DisposeAsync();
    }

    protected override async Task ConnectAsync(CancellationToken cancellation)
    {
        Pumps.AddRange([PumpOutputsAsync(Process.StandardOutput, Take), PumpLinesAsync(Process.StandardError, Keep)]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        try
        {
            await ReadToEndAsync(_ => { }, limit.Token);
        }
        catch (ChannelClosedException e)
        {
            var exitCode = await EndAsync();
            throw Refusal(Invariant($"it ended with exit code {exitCode}.{string.Concat(LastWords.Select(line => "\n" + line))}"), e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Refusal(Invariant($"in {StartLimit.TotalSeconds} s it did not say that it is ready."), e);
        }
    }

    protected override byte[] Command(CellRequest cell)
    {
        (_token, _errors) = (Invariant($"cell-{cell.Number}"), new());
        return InteractiveMessage.SubmitCode(_token, cell.Language, cell.Code);
    }

    private KernelStartException Refusal(string reason, Exception inner) =>
        new($"{tool} did not start as .NET Interactive does: {reason}", inner);

    private void Take(string line)
    {
        if (InteractiveMessage.Read(line) is not { } happened)
            Keep(line);
        else if (happened.Ends(_token))
            Show(new CellEnd(_errors.Failure(happened)));
        else if (happened.EventType is InteractiveEvent.Diagnosed or InteractiveEvent.Error)
            _errors.Add(happened);
        else if (!IsNotice(happened) && Output(happened) is { } output)
            Show(output);
    }

    /// <summary>Whether the event is a notice of an installation, or an update of one.</summary>
    private bool IsNotice(InteractiveEvent shown)
    {
        const string displayed = InteractiveEvent.Displayed, updated = InteractiveEvent.Updated;
        if (shown is not { EventType: displayed or updated, Event: { ValueId: { } id, FormattedValues: [{ Value: { } value } first, ..] } })
            return false;
        if (Notices.Any(notice => first.MimeType == notice.MimeType && value.StartsWith(notice.Beginning, StringComparison.Ordinal)))
            _notices.Add(id);
        return _notices.Contains(id);
    }

    private static KernelOutput? Output(InteractiveEvent happened)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in (happened.Event?.FormattedValues ?? []).Where(value => !value.SuppressDisplay))
            values[value.MimeType] = value.Value ?? "";
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
