namespace ShallowNet.Player.Kernels;

/// <summary>Runs the cells of one notebook, one after the other. Disposing it ends every process it started.</summary>
internal interface INotebookKernel : IAsyncDisposable
{
    /// <summary>Runs one cell and shows its outputs as they appear; says why it failed, null if it did not.</summary>
    /// <exception cref="OperationCanceledException">It was canceled, which ended the kernel.</exception>
    Task<CellFailure?> RunAsync(CellRequest cell, Action<KernelOutput> show, CancellationToken cancellation);
}
