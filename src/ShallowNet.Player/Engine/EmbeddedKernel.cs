using System.Threading.Channels;

namespace ShallowNet.Player.Engine;

/// <summary>Talks to a worker process: sends it cells, receives what they show, and says how it died if it did.</summary>
internal sealed class EmbeddedKernel : INotebookKernel
{
    private readonly WorkerProcess _worker;

    private EmbeddedKernel(WorkerProcess worker) => _worker = worker;

    public static async Task<EmbeddedKernel> StartAsync(string folder, long memoryLimit, CancellationToken cancellation)
    {
        var worker = await WorkerProcess.StartAsync(folder, memoryLimit, cancellation);
        return new EmbeddedKernel(worker);
    }

    public async Task<CellOutcome> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation)
    {
        if (cell.Language != "csharp")
            return new CellOutcome(OtherLanguage(cell));
        _worker.Send(new WorkerMessage(WorkerMessage.Run) { Cell = cell.Number, Value = cell.Code });
        try
        {
            CellFailure? failure = null;
            while (true)
            {
                var message = await _worker.Messages.ReadAsync(cancellation);
                switch (message.Kind)
                {
                    case WorkerMessage.Text:
                        show(new TextOutput(message.Name!, message.Value!));
                        break;
                    case WorkerMessage.Display:
                        show(new DisplayOutput(message.Data!, message.Name));
                        break;
                    case WorkerMessage.Result:
                        show(new ResultOutput(message.Data!));
                        break;
                    case WorkerMessage.Note:
                        show(new NoteOutput(message.Value!));
                        break;
                    case WorkerMessage.Error:
                        failure = new CellFailure(message.Name!, message.Value!, message.Line, message.Column, message.Traceback ?? []);
                        break;
                    case WorkerMessage.Done when message.Cell == cell.Number:
                        return new CellOutcome(failure);
                }
            }
        }
        catch (ChannelClosedException)
        {
            return new CellOutcome(await _worker.DescribeDeathAsync(), KernelEnded: true);
        }
        catch (OperationCanceledException)
        {
            _worker.Kill();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    private static CellFailure OtherLanguage(CellRequest cell) => new(
        "UnsupportedLanguage",
        $"The cell is written in \"{cell.Language}\"; the embedded engine runs C# only. Make it a C# cell, or play the notebook on .NET Interactive.",
        Line: 1,
        Column: null,
        []);
}
