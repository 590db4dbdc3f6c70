namespace ShallowNet.Player.KernelHost;

/// <summary>Reads what #!import names: a notebook, or a .dib, where lines such as "#!csharp" and "#!markdown" begin the blocks.</summary>
internal static partial class ImportedFile
{
    /// <summary>Larger files are refused: what is imported is a few helpers.</summary>
    private const int MaxBytes = 16 << 20;

    /// <summary>Gives the blocks that are not empty; messages name the file as the cell does.</summary>
    /// <exception cref="CellException">There is no such file, it cannot be read, or a block of it cannot be run here.</exception>
    public static IReadOnlyList<Block> Read(string file, string path)
    {
        try
        {
            var extension = Path.GetExtension(path).ToLowerInvariant();
            if (extension is not (".dib" or ".ipynb"))
            {
                throw Problem($"\"{file}\" cannot be imported: only .dib and .ipynb files can."
                    + " A C# script is taken in by #load \"file.csx\".");
            }
            if (RegularFile.Length(path) is > MaxBytes and var size)
            {
                throw Problem($"{file} is too large to import: {size >> 20} MB; at most {MaxBytes >> 20} MB."
                    + " Clear its outputs, or import a smaller file.");
            }
            var name = "imported " + Path.GetFileName(path);
            var all = extension == ".dib" ? Blocks(name, path) : Notebook.Parse(path).Cells
                .Select(cell => new Block(Invariant($"{name} cell {cell.Number}"), cell.Language, cell.Source));
            var blocks = all.Where(block => block.Language != "raw" && !string.IsNullOrWhiteSpace(block.Text)).ToArray();
            return Array.Find(blocks, block => block.Language is not ("csharp" or "markdown")) is { } other
                ? throw Problem($"{file} holds a block of \"{other.Language}\"; the embedded engine runs C# only."
                    + " Take the block out, or play the notebook on .NET Interactive.")
                : blocks;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            var hint = path.Replace('\\', '/').EndsWith("artifacts/setup.dib", StringComparison.Ordinal)
                ? "The build writes it: dotnet build -c Release, then play again."
                : "A relative path begins at the notebook's folder.";
            throw Problem($"There is no file {file} to import (looked for {path}). {hint}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            throw Problem($"{file} cannot be imported: {e.Message}");
        }
    }

    private static IEnumerable<Block> Blocks(string name, string path)
    {
        using var reader = new StreamReader(new MemoryStream(RegularFile.Read(path, MaxBytes)!));
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        var begins = lines.Index().Where(line => BlockBegin.IsMatch(line.Item)).Select(line => line.Index);
        int[] bounds = [-1, .. begins, lines.Length];
        return bounds.Zip(bounds.Skip(1), (begin, end) =>
        {
            var language = begin < 0 ? "csharp" : Languages.Known(BlockBegin.Match(lines[begin]).Groups["language"].Value);
            return new Block(name, language, new string('\n', begin + 1) + string.Join('\n', lines[(begin + 1)..end]));
        }).Where(block => block.Language != "meta");
    }

    private static CellException Problem(string message) => new("ImportError", message);

    [GeneratedRegex(@"^#!(?<language>meta|csharp|c#|C#|markdown|md|fsharp|f#|F#|pwsh|powershell|html|javascript|js|mermaid|sql|kql|http|value|python|r|R|vscode)\s*$")]
    private static partial Regex BlockBegin { get; }

    /// <summary>A cell of an imported file: what stack traces call it, and its text on the lines that it has there.</summary>
    internal sealed record Block(string Name, string Language, string Text);
}
