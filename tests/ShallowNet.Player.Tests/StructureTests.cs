using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShallowNet.Player.Tests;

/// <summary>What the folders of the player and of the library know of each other, as the compiler sees it.</summary>
public sealed class StructureTests
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks; global using static System.FormattableString;
        global using MathNet.Numerics.LinearAlgebra; global using ShallowNet.Player.Book; global using ShallowNet.Player.KernelHost;
        global using ShallowNet.Player.Kernels; global using ShallowNet.Player.Notebooks; global using ShallowNet.Player.Playing;
        global using ShallowNet.Player.Processes; global using ShallowNet.Player.Serving;
        """;

    [Fact]
    public void Namespaces_OfThePlayer_KnowEachOtherInOneDirectionOnly()
    {
        var knows = Edges("ShallowNet.Player");
        Assert.Contains("CommandLine", knows.Keys);
        Assert.Contains("Kernels", knows["CommandLine"]);
        AssertNoCircle(knows);
    }

    [Fact]
    public void Folders_OfTheLibrary_KnowEachOtherInOneDirectionOnly()
    {
        var knows = Edges("ShallowNet");
        Assert.Equal(["", "Activations", "Data", "Evaluation", "Numerics", "Training"], knows.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Numerics", knows["Activations"]);
        Assert.Contains("", knows["Training"]);
        AssertNoCircle(knows);
    }

    [Theory]
    [InlineData("ShallowNet", "Numerics")]
    [InlineData("ShallowNet", "Activations", "Numerics")]
    [InlineData("ShallowNet.Player", "Book", "Notebooks")]
    [InlineData("ShallowNet.Player", "Notebooks")]
    [InlineData("ShallowNet.Player", "Kernels")]
    [InlineData("ShallowNet.Player", "KernelHost", "Kernels", "Notebooks", "Processes")]
    [InlineData("ShallowNet.Player", "Playing", "Kernels", "Notebooks")]
    public void Folder_OfAProject_KnowsNoMoreThan(string project, string from, params string[] known) =>
        Assert.Equal(known, Edges(project)[from].Order(StringComparer.Ordinal));

    [Fact]
    public void Files_OfThePlayer_HoldOneTypeNamedAsTheFileInTheFolderNamedAsItsNamespace()
    {
        foreach (var path in Sources("ShallowNet.Player").Where(path => Path.GetFileName(path) != "Program.cs"))
        {
            var root = Tree(File.ReadAllText(path)).GetCompilationUnitRoot();
            var space = Assert.IsType<FileScopedNamespaceDeclarationSyntax>(Assert.Single(root.Members));
            Assert.Equal($"ShallowNet.Player.{Part("ShallowNet.Player", path)}", space.Name.ToString());
            var type = Assert.IsAssignableFrom<BaseTypeDeclarationSyntax>(Assert.Single(space.Members));
            Assert.Equal(Path.GetFileNameWithoutExtension(path), type.Identifier.Text);
        }
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories);

    private static void AssertNoCircle(Dictionary<string, HashSet<string>> knows)
    {
        while (knows.FirstOrDefault(pair => !pair.Value.Any(knows.ContainsKey)) is { Key: { } leaf })
            knows.Remove(leaf);
        Assert.True(knows.Count == 0, "A circle: " + string.Join("; ",
            knows.Select(pair => $"{pair.Key} knows {string.Join(", ", pair.Value.Where(knows.ContainsKey))}")));
    }

    /// <summary>The folder of a file within its project, as a namespace names it; "" for the project's own.</summary>
    private static string Part(string project, string path) =>
        Path.GetRelativePath(Path.Combine(Repository.Root, "src", project), Path.GetDirectoryName(path)!).TrimStart('.')
            .Replace(Path.DirectorySeparatorChar, '.');

    /// <summary>For each folder of a project: the others that its code names.</summary>
    private static Dictionary<string, HashSet<string>> Edges(string project)
    {
        var trees = Sources(project).Select(path => Tree(File.ReadAllText(path), path)).ToArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != project + ".dll").Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(project, [.. trees, Tree(Usings)], references);
        return trees.Where(tree => Path.GetFileName(tree.FilePath) != "Program.cs").GroupBy(tree => Part(project, tree.FilePath))
            .ToDictionary(group => group.Key, group => group.SelectMany(tree => Named(tree)).Where(part => part != group.Key).ToHashSet());

        IEnumerable<string> Named(SyntaxTree tree)
        {
            var model = compilation.GetSemanticModel(tree);
            return tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                .SelectMany(type => type.DescendantNodes().OfType<SimpleNameSyntax>())
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Select(symbol => symbol as INamedTypeSymbol ?? symbol?.ContainingType)
                .Where(type => SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, compilation.Assembly))
                .Select(type => Part(project, type!.DeclaringSyntaxReferences[0].SyntaxTree.FilePath));
        }
    }

    private static SyntaxTree Tree(string code, string path = "") => CSharpSyntaxTree.ParseText(code, path: path);
}
