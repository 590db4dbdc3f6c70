namespace ShallowNet.Player.Notebooks;

/// <summary>A file is not a notebook that can be read. The message names file, line, and column (in bytes, from 1).</summary>
internal sealed class NotebookFormatException(string file, long line, long column, string problem)
    : Exception(Invariant($"{OneLine(file)}, line {line}, column {column}: {OneLine(problem)}"))
{
    private const int MaxLength = 300;

    /// <summary>A message may quote the file: it stays one readable line all the same.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Take(MaxLength).Select(c => char.IsControl(c) ? ' ' : c)) + (text.Length > MaxLength ? "…" : "");
}
