namespace ShallowNet;

/// <summary>A data file is not the table it should be: the message says where, what came and what was expected.</summary>
public sealed class DataFormatException(string file, int line, int column, string problem)
    : FormatException(Invariant($"{file}, line {line}") + (column > 0 ? Invariant($", column {column}: ") : ": ") + problem)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
    /// <summary>The column, from 1; 0 for the whole line.</summary>
    public int Column { get; } = column;
}
