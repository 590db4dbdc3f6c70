namespace ShallowNet.Player.Kernels;

/// <summary>Something the person who plays the notebooks should know; it is not part of the notebook.</summary>
internal sealed record NoteOutput(string Text) : KernelOutput;
