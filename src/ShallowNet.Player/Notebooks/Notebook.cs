namespace ShallowNet.Player.Notebooks;

/// <summary>A notebook file of nbformat 4. Playing replaces outputs and execution counts; every other byte of the file stays.</summary>
internal sealed class Notebook
{
    /// <summary>Larger files are refused: a notebook is read whole into memory.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    private readonly byte[] _bytes;
    private readonly JsonPlaces _places;

    private Notebook(byte[] bytes, string name, CancellationToken cancellation)
    {
        _bytes = bytes;
        var reader = new NotebookReader(name, bytes, cancellation);
        (_places, Cells) = (reader.Places, reader.Cells());
    }

    public IReadOnlyList<Cell> Cells { get; }

    public static Notebook Empty() => Parse("{\"cells\":[],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}"u8.ToArray(), "");

    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4, or too large.</exception>
    /// <exception cref="IOException">The file is missing, cannot be opened, or is a pipe or a device.</exception>
    public static Notebook Parse(string path, CancellationToken cancellation = default) =>
        Parse(RegularFile.Read(path, MaxBytes, cancellation) ?? throw new NotebookFormatException(path, 1, 1,
            $"the file has {RegularFile.Length(path) >> 20} MB; at most {MaxBytes >> 20} MB can be read. Clear its outputs in an editor."),
            path, cancellation);

    /// <summary>Reads a notebook from the bytes of a file, called by a name in messages; a byte order mark is dropped.</summary>
    /// <exception cref="NotebookFormatException">The bytes are not a notebook of nbformat 4.</exception>
    public static Notebook Parse(byte[] bytes, string name, CancellationToken cancellation = default) =>
        new(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes, name, cancellation);

    public byte[] ToBytes() => NotebookWriter.Write(_bytes, _places, Cells);

    /// <summary>Writes the notebook whole or not at all, creating its folder if need be.</summary>
    /// <exception cref="IOException">The file could not be written; the old one, if any, is unchanged.</exception>
    public void Save(string path) => AtomicFile.Write(path, ToBytes());
}
