namespace ShallowNet;

/// <summary>A data file is not the table it should be.</summary>
public sealed class DataFormatException : FormatException
{
    /// <summary>Place and problem, which is what came and what was expected, become the message.</summary>
    public DataFormatException(string file, int line, int column, string problem)
        : base(Invariant($"{file}, line {line}") + (column > 0 ? Invariant($", column {column}: ") : ": ") + problem) =>
        (File, Line, Column) = (file, line, column);

    /// <summary>The file.</summary>
    public string File { get; }
    /// <summary>The line, from 1.</summary>
    public int Line { get; }
    /// <summary>The column, from 1; 0 for the whole line.</summary>
    public int Column { get; }
}
