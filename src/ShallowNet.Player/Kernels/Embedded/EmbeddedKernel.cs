using ShallowNet.Player.KernelHost;

namespace ShallowNet.Player.Kernels.Embedded;

/// <summary>Talks to a kernel host: sends it cells, receives what they show, and says how it died if it did.</summary>
internal sealed class EmbeddedKernel : INotebookKernel
{
    private readonly HostProcess _host;

    private EmbeddedKernel(HostProcess host) => _host = host;

    public static async Task<EmbeddedKernel> StartAsync(string folder, long memoryLimit, CancellationToken cancellation)
    {
        var host = await HostProcess.StartAsync(folder, memoryLimit, cancellation);
        return new EmbeddedKernel(host);
    }

    public async Task<CellFailure?> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation)
    {
        if (cell.Language != "csharp")
            return OtherLanguage(cell);
        _host.Send(new HostMessage(HostMessage.Run) { Cell = cell.Number, Value = cell.Code });
        try
        {
            CellFailure? failure = null;
            while (true)
            {
                var message = await _host.Messages.ReadAsync(cancellation);
                switch (message.Kind)
                {
                    case HostMessage.Text:
                        show(new TextOutput(message.Name!, message.Value!));
                        break;
                    case HostMessage.Display:
                        show(new DisplayOutput(message.Data!, message.Name));
                        break;
                    case HostMessage.Result:
                        show(new ResultOutput(message.Data!));
                        break;
                    case HostMessage.Note:
                        show(new NoteOutput(message.Value!));
                        break;
                    case HostMessage.Error:
                        failure = new CellFailure(message.Name!, message.Value!, message.Line, message.Column, message.Traceback ?? []);
                        break;
                    case HostMessage.Done when message.Cell == cell.Number:
                        return failure;
                }
            }
        }
        catch (ChannelClosedException)
        {
            return await _host.DescribeDeathAsync();
        }
        catch (OperationCanceledException)
        {
            _host.Kill();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static CellFailure OtherLanguage(CellRequest cell) => new(
        "UnsupportedLanguage",
        $"The cell is written in \"{cell.Language}\"; the embedded engine runs C# only. Make it a C# cell, or play the notebook on .NET "
            + "Interactive.",
        Line: 1,
        Column: null,
        []);
}
