namespace ShallowNet.Player.Notebooks;

/// <summary>A file is not a notebook that can be read. The message names the file and the place in it.</summary>
/// <param name="file">Path or name of the file.</param>
/// <param name="line">Line of the problem, counted from 1.</param>
/// <param name="column">Column of the problem in bytes, counted from 1.</param>
/// <param name="problem">What came, what was expected, what to do.</param>
internal sealed class NotebookFormatException(string file, long line, long column, string problem)
    : Exception(Invariant($"{OneLine(file)}, line {line}, column {column}: {OneLine(problem)}"))
{
    private const int MaxLength = 300;

    /// <summary>A message may quote the file: it stays one readable line all the same.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Take(MaxLength).Select(c => char.IsControl(c) ? ' ' : c)) + (text.Length > MaxLength ? "…" : "");
}
