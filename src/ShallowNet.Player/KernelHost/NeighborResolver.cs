using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace ShallowNet.Player.KernelHost;

/// <summary>Finds the dll of a #r line, and what it needs in turn beside it; never the player's own dlls.</summary>
internal sealed class NeighborResolver(string folder) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver _paths = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        _paths.ResolveReference(reference, baseFilePath, properties);

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        definition is PortableExecutableReference { FilePath: { } path }
        && !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)
        && Path.Combine(Path.GetDirectoryName(path)!, referenceIdentity.Name + ".dll") is var neighbor && File.Exists(neighbor)
            ? MetadataReference.CreateFromFile(neighbor)
            : null;

    public override bool Equals(object? other) => other is NeighborResolver resolver && resolver._paths.Equals(_paths);

    public override int GetHashCode() => _paths.GetHashCode();
}
