namespace ShallowNet.Player.Notebooks;

/// <summary>A file is not a notebook that can be read. The message names the file and the place in it.</summary>
public sealed class NotebookFormatException : Exception
{
    private const int MaxLength = 300;

    /// <summary>Says what is wrong with a notebook file, and where.</summary>
    /// <param name="file">Path or name of the file.</param>
    /// <param name="line">Line of the problem, counted from 1.</param>
    /// <param name="column">Column of the problem in bytes, counted from 1.</param>
    /// <param name="problem">What came, what was expected, what to do.</param>
    /// <param name="inner">The reader's own exception, if any.</param>
    public NotebookFormatException(string file, int line, int column, string problem, Exception? inner = null)
        : base(FormattableString.Invariant($"{file}, line {line}, column {column}: {OneLine(problem)}"), inner)
    {
        File = file;
        Line = line;
        Column = column;
        Problem = OneLine(problem);
    }

    /// <summary>Path or name of the file.</summary>
    public string File { get; }

    /// <summary>Line of the problem, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Column of the problem in bytes, counted from 1.</summary>
    public int Column { get; }

    /// <summary>The message without file and place.</summary>
    public string Problem { get; }

    /// <summary>A message may quote the file: it stays one readable line all the same.</summary>
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength), "…");
    }
}
