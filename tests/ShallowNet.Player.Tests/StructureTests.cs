using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShallowNet.Player.CommandLine;
using Xunit;

namespace ShallowNet.Player.Tests;

/// <summary>What the folders of the player know of each other, as the compiler sees it.</summary>
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

        while (knows.FirstOrDefault(pair => !pair.Value.Any(knows.ContainsKey)) is { Key: { } leaf })
        {
            knows.Remove(leaf);
        }

        Assert.True(knows.Count == 0,
            "A circle: " + string.Join("; ",
            knows.Select(pair => $"{pair.Key} knows {string.Join(", ", pair.Value.Where(knows.ContainsKey))}")));
    }

    [Theory]
    [InlineData("Book", "Notebooks")]
    [InlineData("Notebooks")]
    [InlineData("Kernels")]
    [InlineData("KernelHost", "Notebooks", "Processes")]
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

    /// <summary>For each namespace below the player's: the others that its code names.</summary>
    private static Dictionary<string, HashSet<string>> Edges()
    {
        var trees = Sources().Select(Parse).ToArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path != typeof(PlayerCommand).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(Root, [.. trees, Tree(ImplicitUsings)], references);
        var edges = new Dictionary<string, HashSet<string>>();
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            var from = tree.GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members
                .OfType<FileScopedNamespaceDeclarationSyntax>().SingleOrDefault()?.Name.ToString();
            if (from is null)
            {
                continue;
            }

            var known = edges.TryGetValue(Short(from), out var earlier) ? earlier : edges[Short(from)] = [];
            var named = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol)
                .Where(symbol => symbol is { Kind: not SymbolKind.Namespace }
                    && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly))
                .Select(symbol => symbol!.ContainingNamespace.ToDisplayString());
            known.UnionWith(named.Where(name => name != from && name.StartsWith(Root + ".", StringComparison.Ordinal)).Select(Short));
        }

        return edges;
    }

    private static SyntaxTree Parse(string path) => Tree(File.ReadAllText(path));

    private static SyntaxTree Tree(string code) =>
        CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken);

    private static string Short(string name) => name[(Root.Length + 1)..];
}
