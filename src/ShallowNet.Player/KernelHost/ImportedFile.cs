using ShallowNet.Player.Notebooks;

namespace ShallowNet.Player.KernelHost;

/// <summary>Reads what #!import names: a notebook, or a .dib, where lines such as "#!csharp" and "#!markdown" begin the blocks.</summary>
internal static partial class ImportedFile
{
    /// <summary>Larger files are refused: what is imported is a few helpers.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Gives the blocks that are not empty.</summary>
    /// <param name="file">The path as the cell has it, for messages.</param>
    /// <param name="path">The full path.</param>
    /// <exception cref="CellException">There is no such file, it cannot be read, or a block of it cannot be run here.</exception>
    public static IReadOnlyList<ImportedBlock> Read(string file, string path)
    {
        try
        {
            var notebook = IsKind(path, ".ipynb");
            if (!notebook && !IsKind(path, ".dib"))
            {
                throw Problem($"\"{file}\" cannot be imported: only .dib and .ipynb files can."
                    + " A C# script is taken in by #load \"file.csx\".");
            }
            if (RegularFile.Length(path) is > MaxBytes and var size)
            {
                throw Problem($"{file} is too large to import: {size >> 20} MB; at most {MaxBytes >> 20} MB."
                    + " Clear its outputs, or import a smaller file.");
            }
            var blocks = (notebook ? Cells(path) : Blocks(path))
                .Where(block => block.Language != "raw" && !string.IsNullOrWhiteSpace(block.Text)).ToArray();
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

    private static IEnumerable<ImportedBlock> Cells(string path) => Notebook.Parse(path).Cells
        .Select(cell => new ImportedBlock($"imported {Path.GetFileName(path)} cell {cell.Number}", cell.Language, cell.Source));

    private static List<ImportedBlock> Blocks(string path)
    {
        var name = "imported " + Path.GetFileName(path);
        var blocks = new List<ImportedBlock>();
        var (language, text) = ("csharp", new StringBuilder());
        using var reader = new StreamReader(new MemoryStream(RegularFile.Read(path, MaxBytes)!));
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Begin().Match(lines[i]) is { Success: true } begin)
            {
                Close();
                (language, text) = (Languages.Known(begin.Groups["language"].Value), new StringBuilder().Append('\n', i + 1));
            }
            else
            {
                text.Append(lines[i]).Append('\n');
            }
        }
        Close();
        return blocks;

        void Close()
        {
            // Describes the kernels for editors.
            if (language != "meta")
                blocks.Add(new ImportedBlock(name, language, text.ToString()));
        }
    }

    private static bool IsKind(string path, string extension) =>
        Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static CellException Problem(string message) => new("ImportError", message);

    [GeneratedRegex(@"^#!(?<language>meta|csharp|c#|C#|markdown|md|fsharp|f#|F#|pwsh|powershell|html|javascript|js|mermaid|sql|kql|http|value|python|r|R|vscode)\s*$")]
    private static partial Regex Begin();
}
