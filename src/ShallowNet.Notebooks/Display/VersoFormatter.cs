namespace ShallowNet.Notebooks;

/// <summary>
/// Verso shows by itself what has a public ToHtml(); other types it asks of its formatters. This is one for the <see cref="LibraryViews"/>:
/// a proxy of Verso's interface, handed to the host that shows the running cell. All by reflection, and without effect where Verso is not
/// the host or is built otherwise.
/// </summary>
internal static class VersoFormatter
{
    private const string Abstractions = "Verso.Abstractions";

    /// <summary>Call within a cell: only then is the host known.</summary>
    public static void Register()
    {
        var verso = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == Abstractions);
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        if (verso?.GetType(Abstractions + ".DisplayContext")?.GetProperty("Current", Any)?.GetValue(null)
            is not Delegate { Target: { } shows }
            || verso.GetType(Abstractions + ".IDataFormatter") is not { } formatter
                || verso.GetType(Abstractions + ".IExtensionHostContext") is not { } context)
        {
            return;
        }
        var host = shows.GetType().GetFields(Any).Select(field => field.GetValue(shows)).FirstOrDefault(context.IsInstanceOfType);
        if (host?.GetType().GetMethod("LoadExtensionAsync") is not { } load)
            return;
        try
        {
            var proxy = (Proxy)DispatchProxy.Create(formatter, typeof(Proxy));
            proxy.Output = verso.GetType(Abstractions + ".CellOutput");
            ((Task)load.Invoke(host, [proxy])!).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is TargetInvocationException or ArgumentException or InvalidOperationException || e.GetType()
            .Namespace?.StartsWith("Verso", StringComparison.Ordinal) == true)
        {
            // Registered before, or a host that has changed: then it shows our types in its own way, which must not cost the cell.
        }
    }

    /// <summary>Answers the members of Verso's IDataFormatter by their names.</summary>
    internal class Proxy : DispatchProxy
    {
        public Type? Output { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
        {
            "get_ExtensionId" => Invariant($"shallownet.views.{typeof(Proxy).Module.ModuleVersionId:N}"),
            "get_Name" or "get_Description" => "ShallowNet's views",
            "get_Version" => "1.0.0",
            "get_Priority" => 30,
            "get_SupportedTypes" => new[] { typeof(object) },
            "CanFormat" => args is [{ } value, ..] && LibraryViews.Of(value) is not null,
            "FormatAsync" => Formatted(LibraryViews.Of(args![0]!)!.ToHtml()),
            "OnLoadedAsync" or "OnUnloadedAsync" => Task.CompletedTask,
            _ => null,
        };

        /// <summary>A finished Task of Verso's CellOutput.</summary>
        private object Formatted(string html)
        {
            var constructor = Output!.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
            var output = constructor.Invoke([Mime.Html, html, .. constructor.GetParameters().Skip(2)
                .Select(parameter => parameter.DefaultValue)]);
            return typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(Output).Invoke(null, [output])!;
        }
    }
}
