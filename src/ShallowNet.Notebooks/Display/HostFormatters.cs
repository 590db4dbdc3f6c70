namespace ShallowNet.Notebooks;

/// <summary>Registers the <see cref="LibraryViews"/> with .NET Interactive, by reflection: no host is referenced.</summary>
internal static class HostFormatters
{
    private const string FormattingAssembly = "Microsoft.DotNet.Interactive.Formatting";

    private static readonly HashSet<Assembly> Served = [];

    /// <summary>Registers with every copy of the formatting library that is loaded now or later, each load context's own.</summary>
    public static void Watch()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Serve(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Serve(assembly);
    }

    private static void Serve(Assembly assembly)
    {
        if (assembly.GetName().Name != FormattingAssembly)
            return;
        lock (Served)
        {
            if (!Served.Add(assembly))
                return;
        }
        var register = assembly.GetType(FormattingAssembly + ".Formatter")?.GetMethod(
            "Register", BindingFlags.Public | BindingFlags.Static, [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]);
        foreach (var (type, view) in LibraryViews.All)
        {
            Action<object, TextWriter> html = (value, writer) => writer.Write(view(value).ToHtml());
            Action<object, TextWriter> text = (value, writer) => writer.Write(view(value).ToString());
            try
            {
                register?.Invoke(null, [type, html, "text/html"]);
                register?.Invoke(null, [type, text, "text/plain"]);
            }
            catch (TargetInvocationException)
            {
                // A host that refuses the registration shows the type in its own way; loading its library must not fail for that.
            }
        }
    }
}
