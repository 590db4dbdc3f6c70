using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;
using ShallowNet.Player.Cells;

namespace ShallowNet.Player.KernelHost;

/// <summary>Runs cells one after the other as C# script submissions: each sees what the ones before it declared. Roslyn compiles them; they
/// are loaded here and not by Roslyn's own loader, so that each assembly exists once and errors point into the cell.</summary>
internal sealed class CSharpSession(HostChannel channel)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly NotebookLoadContext _context = new();
    private readonly List<PackageRequest> _packages = [];
    private readonly string _startFolder = Environment.CurrentDirectory;
    private bool _knowsPlotly;
    private ScriptOptions _options = DefaultOptions();
    private Script<object>? _last;
    private object?[] _states = new object?[64];
    private int _submissions;

    /// <summary>Runs one cell; what it shows goes to the player. Says why it failed; null if it did not.</summary>
    public async Task<CellFailure?> RunAsync(CellRequest cell)
    {
        try
        {
            await RunAsync(CellErrors.FileName(cell.Number), cell.Code, []);
            return null;
        }
        catch (Exception e)
        {
            return CellErrors.Describe(e, cell.Number);
        }
    }

    private async Task RunAsync(string name, string code, ImmutableStack<string> importing)
    {
        foreach (var part in Directives.Read(code, ParseOptions))
        {
            AddPackages(part.Packages);
            if (!string.IsNullOrWhiteSpace(part.Code) && Compile(name, part.Code) is var (run, hasValue))
            {
                var value = await run();
                if (hasValue && value is not DisplayedValue)
                    channel.Send(new ResultOutput(Bundle.Of(value, [])));
            }
            if (part.Import is { } import)
                await ImportAsync(import, importing);
        }
    }

    /// <summary>Runs a file's blocks like cells: as in .NET Interactive, relative paths in it begin at the notebook's folder.</summary>
    private async Task ImportAsync(Directives.Import import, ImmutableStack<string> importing)
    {
        const string error = "ImportError";
        try
        {
            if (import.File.Length == 0)
                throw new CellException(error, "#!import names no file: write #!import ../folder/file.dib.");
            var path = Path.GetFullPath(import.File, Folder());
            if (importing.Contains(path))
            {
                var circle = string.Join(" imports ", importing.Reverse().Append(path).Select(Path.GetFileName));
                throw new CellException(error, $"{import.File} imports itself: {circle}. Take one #!import out.");
            }
            foreach (var block in ImportedFile.Read(import.File, path))
            {
                if (block.Language == "csharp")
                    await RunAsync(block.Name, block.Text, importing.Push(path));
                else
                    channel.Send(new DisplayOutput(new Dictionary<string, string> { ["text/markdown"] = block.Text.Trim('\n') }));
            }
        }
        catch (CellException e)
        {
            throw new CellException(e.Failure.Name, e.Failure.Name == error ? e.Message : $"In {import.File}: {e.Message}", import.Line, 1);
        }
    }

    private static ScriptOptions DefaultOptions()
    {
        var framework = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        Type[] shared = [typeof(Formatter), typeof(Microsoft.AspNetCore.Html.IHtmlContent), typeof(Kernel)];
        return ScriptOptions.Default
            .WithReferences(trusted.Where(path => Path.GetDirectoryName(path) == framework)
                .Concat(shared.Select(type => type.Assembly.Location)).Select(path => MetadataReference.CreateFromFile(path)))
            .WithImports("System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
                "System.Linq", typeof(Kernel).FullName!)
            .WithLanguageVersion(LanguageVersion.Latest).WithEmitDebugInformation(true).WithFileEncoding(Encoding.UTF8);
    }

    private void AddPackages(IReadOnlyList<PackageRequest> asked)
    {
        var added = asked.Select(PlotlyInteractive.Replace).DistinctBy(package => (package.Id, package.Version)).Where(IsNew).ToList();
        if (added.Count > 0)
        {
            var assets = PackageResolver.Resolve([.. _packages, .. added], Folder());
            _packages.AddRange(added);
            _context.Add(assets);
            var known = _options.MetadataReferences.OfType<PortableExecutableReference>().Select(r => r.FilePath);
            _options = _options.AddReferences(assets.Compile.Except(known).Select(path => MetadataReference.CreateFromFile(path!)));
        }
        if (asked.FirstOrDefault(PlotlyInteractive.IsAskedFor) is { } plotly && !_knowsPlotly)
        {
            _knowsPlotly = true;
            PlotlyInteractive.Register(_context);
            channel.Send(new NoteOutput(PlotlyInteractive.Note(plotly)));
        }
    }

    private bool IsNew(PackageRequest package)
    {
        var known = _packages.Find(p => p.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase))?.Version;
        if (known is not null && known != package.Version)
        {
            var problem = $"{package.Id} {package.Version} is asked for, but the notebook has {known} loaded already.";
            throw new CellException("PackageError", problem + " Ask for the same version in all cells.", package.Line, 1);
        }
        return known is null;
    }

    /// <summary>The working directory; a cell may have changed it, or even deleted it.</summary>
    private string Folder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return _startFolder;
        }
    }

    /// <summary>Compiles and loads code; null where there is nothing to run, only directives or comments.</summary>
    private (Func<Task<object>> Run, bool HasValue)? Compile(string name, string code)
    {
        var folder = Folder();
        _options = _options
            .WithFilePath(Path.Combine(folder, name))
            .WithMetadataResolver(new NeighborResolver(folder)).WithSourceResolver(new SourceFileResolver([], folder));
        var script = _last?.ContinueWith<object>(code, _options) ?? CSharpScript.Create<object>(code, _options);
        var compilation = script.GetCompilation();
        using MemoryStream assembly = new(), symbols = new();
        var result = compilation.Emit(assembly, symbols, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            throw CellErrors.Compilation(result.Diagnostics);
        foreach (var reference in compilation.DirectiveReferences.OfType<PortableExecutableReference>())
            _context.Add(reference.FilePath!);
        _last = script;
        // Without an error and without success: there is no code.
        if (!result.Success)
            return null;
        var entry = compilation.GetEntryPoint(CancellationToken.None)!;
        (assembly.Position, symbols.Position) = (0, 0);
        var factory = _context.LoadFromStream(assembly, symbols)
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
        // One place for each submission, and the first for the host object that there is not.
        if (++_submissions >= _states.Length)
            Array.Resize(ref _states, 2 * _states.Length);
        return (() => factory(_states), HasValue(compilation));
    }

    /// <summary>A submission has a value when it ends in an expression without semicolon, or returns something.</summary>
    private static bool HasValue(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var statements = root.DescendantNodes(node =>
            node is CompilationUnitSyntax or GlobalStatementSyntax or (StatementSyntax and not LocalFunctionStatementSyntax));
        return statements.OfType<ReturnStatementSyntax>().Any(statement => statement.Expression is not null)
            || (root.Members.OfType<GlobalStatementSyntax>().LastOrDefault()?.Statement
                    is ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var last }
                && compilation.GetSemanticModel(tree).GetTypeInfo(last).ConvertedType is { SpecialType: not SpecialType.System_Void });
    }
}
