using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShallowNet.Player.Tests;

/// <summary>What the folders of the player and of the library know of each other, as the compiler sees it.</summary>
public sealed class StructureTests
{
    private const string Root = "ShallowNet.Player";

    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO;
        global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        """;

    [Fact]
    public void Namespaces_OfThePlayer_KnowEachOtherInOneDirectionOnly()
    {
        var knows = Edges();
        Assert.Contains("CommandLine", knows.Keys);
        Assert.Contains("Kernels", knows["CommandLine"]);
        AssertNoCircle(knows);
    }

    [Fact]
    public void Folders_OfTheLibrary_KnowEachOtherInOneDirectionOnly()
    {
        var knows = LibraryEdges();
        Assert.Equal(["", "Activations", "Data", "Evaluation", "Numerics", "Training"], knows.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Numerics", knows["Activations"]);
        Assert.Contains("", knows["Training"]);
        AssertNoCircle(knows);
    }

    [Theory]
    [InlineData("Numerics")]
    [InlineData("Activations", "Numerics")]
    public void Folder_OfTheLibrary_KnowsNoMoreThan(string from, params string[] known) =>
        Assert.Equal(known, LibraryEdges()[from].Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Book", "Notebooks")]
    [InlineData("Notebooks")]
    [InlineData("Kernels")]
    [InlineData("KernelHost", "Kernels", "Notebooks", "Processes")]
    [InlineData("Playing", "Kernels", "Notebooks")]
    public void Namespace_OfThePlayer_KnowsNoMoreThan(string from, params string[] known) =>
        Assert.Equal(known, Edges()[from].Order(StringComparer.Ordinal));

    [Fact]
    public void Files_OfThePlayer_HoldOneTypeNamedAsTheFileInTheFolderNamedAsItsNamespace()
    {
        foreach (var path in Sources().Where(path => Path.GetFileName(path) != "Program.cs"))
        {
            var root = Parse(path).GetCompilationUnitRoot(TestContext.Current.CancellationToken);
            var space = Assert.IsType<FileScopedNamespaceDeclarationSyntax>(Assert.Single(root.Members));
            var folder = Path.GetRelativePath(Folder, Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Equal($"{Root}.{folder}", space.Name.ToString());
            var type = Assert.IsAssignableFrom<BaseTypeDeclarationSyntax>(Assert.Single(space.Members));
            Assert.Equal(Path.GetFileNameWithoutExtension(path), type.Identifier.Text);
        }
    }

    private static string Folder { get; } = Path.Combine(Repository.Root, "src", Root);

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories);

    private static void AssertNoCircle(Dictionary<string, HashSet<string>> knows)
    {
        while (knows.FirstOrDefault(pair => !pair.Value.Any(knows.ContainsKey)) is { Key: { } leaf })
            knows.Remove(leaf);
        Assert.True(knows.Count == 0,
            "A circle: " + string.Join("; ",
            knows.Select(pair => $"{pair.Key} knows {string.Join(", ", pair.Value.Where(knows.ContainsKey))}")));
    }

    /// <summary>For each namespace below the player's: the others that its code names.</summary>
    private static Dictionary<string, HashSet<string>> Edges() => Edges(
        Root, Sources(), ImplicitUsings,
        symbol => symbol.ContainingNamespace.ToDisplayString() is var space && space.StartsWith(Root + ".", StringComparison.Ordinal)
            ? space[(Root.Length + 1)..]
            : null);

    /// <summary>For each folder of the library, "" for the library's own: the others that its code names.</summary>
    private static Dictionary<string, HashSet<string>> LibraryEdges()
    {
        const string usings = ImplicitUsings + """

            global using MathNet.Numerics.LinearAlgebra; global using static System.FormattableString;
            """;
        var folder = Path.Combine(Repository.Root, "src", "ShallowNet");
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);
        return Edges("ShallowNet", sources, usings, symbol =>
            Path.GetRelativePath(folder, Path.GetDirectoryName(symbol.DeclaringSyntaxReferences[0].SyntaxTree.FilePath)!).TrimStart('.'));
    }

    /// <summary>What each part of an assembly names of the others, where a type's part is told by its symbol.</summary>
    private static Dictionary<string, HashSet<string>> Edges(
        string assembly, IEnumerable<string> sources, string usings, Func<INamedTypeSymbol, string?> part)
    {
        var token = TestContext.Current.CancellationToken;
        var trees = sources.Select(Parse).ToArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != assembly + ".dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(assembly, [.. trees, Tree(usings)], references);
        var edges = new Dictionary<string, HashSet<string>>();
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var type in tree.GetRoot(token).DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(type, token) is not { } symbol || part(symbol) is not { } from)
                    continue;
                var known = edges.TryGetValue(from, out var earlier) ? earlier : edges[from] = [];
                var named = type.DescendantNodes().OfType<SimpleNameSyntax>()
                    .Select(name => model.GetSymbolInfo(name, token).Symbol)
                    .Select(found => found as INamedTypeSymbol ?? found?.ContainingType)
                    .Where(found => found is not null && SymbolEqualityComparer.Default.Equals(found.ContainingAssembly,
                        compilation.Assembly))
                    .Select(found => part(found!));
                known.UnionWith(named.OfType<string>().Where(name => name != from));
            }
        }
        return edges;
    }

    private static SyntaxTree Parse(string path) => Tree(File.ReadAllText(path), path);

    private static SyntaxTree Tree(string code, string path = "") =>
        CSharpSyntaxTree.ParseText(code, path: path, cancellationToken: TestContext.Current.CancellationToken);
}
