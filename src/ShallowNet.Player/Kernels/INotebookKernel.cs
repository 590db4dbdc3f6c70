namespace ShallowNet.Player.Kernels;

/// <summary>Runs the cells of one notebook, one after the other. Disposing it ends every process it started.</summary>
internal interface INotebookKernel : IAsyncDisposable
{
    /// <summary>Runs one cell to its end.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="show">Receives each output as it appears, one at a time.</param>
    /// <param name="cancellation">Ends the cell by ending the kernel: <see cref="OperationCanceledException"/> follows.</param>
    /// <returns>Why it failed; null if it did not.</returns>
    Task<CellFailure?> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation);
}
