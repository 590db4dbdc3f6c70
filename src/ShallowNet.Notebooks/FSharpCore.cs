using System.Runtime.Loader;

namespace ShallowNet.Notebooks;

/// <summary>Plotly.NET asks for a newer FSharp.Core than some notebook kernels have loaded, and a load context holds one copy only. The
/// older copy serves Plotly.NET as well, so it is handed out when the wanted version is not found.</summary>
internal static class FSharpCore
{
    private const string Name = "FSharp.Core";

    public static void AnswerForMissingVersion()
    {
        AssemblyLoadContext.Default.Resolving += Answer;
        if (AssemblyLoadContext.GetLoadContext(typeof(FSharpCore).Assembly) is { } own && own != AssemblyLoadContext.Default)
            own.Resolving += Answer;
    }

    internal static Assembly? Answer(AssemblyLoadContext context, AssemblyName wanted)
    {
        if (wanted.Name != Name)
            return null;
        if (context.Assemblies.Concat(AssemblyLoadContext.Default.Assemblies).FirstOrDefault(a => a.GetName().Name == Name) is { } loaded)
            return loaded;
        var beside = Path.Combine(Path.GetDirectoryName(typeof(FSharpCore).Assembly.Location) ?? ".", Name + ".dll");
        return File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : null;
    }
}
