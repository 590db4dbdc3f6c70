namespace ShallowNet;

/// <summary>A data file is not the table it should be.</summary>
public sealed class DataFormatException : FormatException
{
    /// <summary>Makes the exception; place and problem become the message.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1; 0 for the whole line.</param>
    /// <param name="problem">What came and what was expected.</param>
    public DataFormatException(string file, int line, int column, string problem)
        : base(column > 0 ? Invariant($"{file}, line {line}, column {column}: {problem}") : Invariant($"{file}, line {line}: {problem}"))
    {
        (File, Line, Column) = (file, line, column);
    }

    /// <summary>The file.</summary>
    public string File { get; }
    /// <summary>The line, from 1.</summary>
    public int Line { get; }
    /// <summary>The column, from 1; 0 for the whole line.</summary>
    public int Column { get; }
}
