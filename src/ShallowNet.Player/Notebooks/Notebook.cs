using System.Text;
using System.Text.Unicode;

namespace ShallowNet.Player.Notebooks;

/// <summary>
/// A notebook file of nbformat 4. What is not set here (metadata, unknown fields, attachments, the order of keys, even white space)
/// is written back byte for byte.
/// </summary>
public sealed class Notebook
{
    /// <summary>Larger files are refused: a notebook is read whole into memory.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    private readonly byte[] _bytes;

    private Notebook(string name, byte[] bytes)
    {
        Name = name;
        _bytes = bytes;
        var (minor, language, cells) = new NotebookReader(name, bytes).Read();
        FormatMinor = minor;
        Language = language;
        Cells = cells;
    }

    /// <summary>Path or name the notebook was read from, as messages show it.</summary>
    public string Name { get; }

    /// <summary>The 5 of nbformat 4.5.</summary>
    public int FormatMinor { get; }

    /// <summary>Language of cells that do not say their own, in lower case: "csharp" for C#.</summary>
    public string Language { get; }

    /// <summary>All cells in their order.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Reads a notebook file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4.</exception>
    /// <exception cref="IOException">The file is missing or cannot be opened.</exception>
    public static Notebook Parse(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > MaxBytes)
            throw TooLarge(path, length);
        return Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a notebook from its bytes.</summary>
    /// <param name="bytes">The whole file: UTF-8, with or without a byte order mark (which is dropped).</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="NotebookFormatException">The bytes are not a notebook of nbformat 4.</exception>
    public static Notebook Parse(byte[] bytes, string name)
    {
        if (bytes.Length > MaxBytes)
            throw TooLarge(name, bytes.Length);
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        var invalid = InvalidUtf8(bytes);
        if (invalid >= 0)
            throw new JsonSpans(name, bytes).Problem(invalid, "the bytes are not UTF-8 text; save the notebook as UTF-8.");
        return new(name, bytes);
    }

    /// <summary>The notebook as a file's bytes.</summary>
    public byte[] ToBytes() => NotebookWriter.Write(_bytes, Cells);

    /// <summary>Writes the notebook whole or not at all.</summary>
    /// <param name="path">The file to write; its folder is created if need be.</param>
    /// <exception cref="IOException">The file could not be written; the old one, if any, is unchanged.</exception>
    public void Save(string path) => AtomicFile.Write(path, ToBytes());

    private static int InvalidUtf8(byte[] bytes)
    {
        if (Utf8.IsValid(bytes))
            return -1;
        for (var at = 0; ;)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var length) != System.Buffers.OperationStatus.Done)
                return at;
            at += length;
        }
    }

    private static NotebookFormatException TooLarge(string name, long length) => new(
        name, 1, 1, $"the file has {length / 1024 / 1024} MB; at most {MaxBytes / 1024 / 1024} MB can be read. Clear its outputs in an editor.");
}
