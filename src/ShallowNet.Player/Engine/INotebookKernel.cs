namespace ShallowNet.Player.Engine;

/// <summary>Starts kernels: the one border between playing notebooks and what runs their cells.</summary>
internal interface INotebookEngine
{
    /// <summary>Name shown to the reader, for example "embedded C# engine".</summary>
    string Name { get; }

    /// <summary>Starts a fresh kernel for one notebook.</summary>
    /// <param name="folder">The notebook's folder: the working directory of its cells.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="KernelStartException">The kernel did not start; the message says why and what to do.</exception>
    Task<INotebookKernel> StartAsync(string folder, CancellationToken cancellation);
}

/// <summary>Runs the cells of one notebook, one after the other. Disposing it ends every process it started.</summary>
internal interface INotebookKernel : IAsyncDisposable
{
    /// <summary>Runs one cell to its end.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="show">Receives each output as it appears, one at a time.</param>
    /// <param name="cancellation">Ends the cell by ending the kernel: <see cref="OperationCanceledException"/> follows.</param>
    Task<CellOutcome> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation);
}

/// <summary>A cell to run.</summary>
/// <param name="Number">Position among all cells of the notebook, from 1: cells are named by it.</param>
/// <param name="Language">"csharp", or whatever else the notebook says.</param>
/// <param name="Code">The cell's text.</param>
internal sealed record CellRequest(int Number, string Language, string Code);

/// <summary>How a cell ended.</summary>
/// <param name="Failure">What went wrong; null if nothing did.</param>
/// <param name="KernelEnded">The kernel died and can run no further cell.</param>
internal sealed record CellOutcome(CellFailure? Failure, bool KernelEnded = false)
{
    public static CellOutcome Success { get; } = new((CellFailure?)null);
}

/// <summary>Why a cell failed.</summary>
/// <param name="Name">Kind of error, for example "DivideByZeroException" or "CompilationError".</param>
/// <param name="Message">What happened, in plain words.</param>
/// <param name="Line">Line of the cell, from 1; null if unknown.</param>
/// <param name="Column">Column of that line, from 1; null if unknown.</param>
/// <param name="Traceback">Where it happened, innermost first, as the notebook file keeps it.</param>
internal sealed record CellFailure(string Name, string Message, int? Line, int? Column, IReadOnlyList<string> Traceback);

/// <summary>Something a cell showed.</summary>
internal abstract record KernelOutput;

/// <summary>Console text. <paramref name="Name"/> is "stdout" or "stderr".</summary>
internal sealed record TextOutput(string Name, string Text) : KernelOutput;

/// <summary>A displayed value, keyed by MIME type; with an id it replaces what was shown before under the same id.</summary>
internal sealed record DisplayOutput(IReadOnlyDictionary<string, string> Data, string? Id = null) : KernelOutput;

/// <summary>The value of the last expression, keyed by MIME type.</summary>
internal sealed record ResultOutput(IReadOnlyDictionary<string, string> Data) : KernelOutput;

/// <summary>Something the person who plays the notebooks should know; it is not part of the notebook.</summary>
internal sealed record NoteOutput(string Text) : KernelOutput;

/// <summary>A kernel could not be started.</summary>
internal sealed class KernelStartException(string message, Exception? inner = null) : Exception(message, inner);
