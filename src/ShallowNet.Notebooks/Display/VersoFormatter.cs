namespace ShallowNet.Notebooks;

/// <summary>Verso shows by itself what has a public ToHtml(); other types it asks of its formatters. This is one for the
/// <see cref="LibraryViews"/>: a proxy of Verso's interface, handed to the host that shows the running cell. All by reflection, and without
/// effect where Verso is not the host or is built otherwise.</summary>
internal static class VersoFormatter
{
    public const string Abstractions = "Verso.Abstractions";

    /// <summary>Call within a cell: only then is the host known.</summary>
    public static void Register()
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        if (CellHost.Type(Abstractions, "DisplayContext")?.GetProperty("Current", Any)?.GetValue(null)
                is not Delegate { Target: { } shows }
            || CellHost.Type(Abstractions, "IDataFormatter") is not { } formatter
            || CellHost.Type(Abstractions, "IExtensionHostContext") is not { } context)
        {
            return;
        }
        var host = shows.GetType().GetFields(Any).Select(field => field.GetValue(shows)).FirstOrDefault(context.IsInstanceOfType);
        try
        {
            (host?.GetType().GetMethod("LoadExtensionAsync")?.Invoke(host, [DispatchProxy.Create(formatter, typeof(Proxy))]) as Task)
                ?.GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is TargetInvocationException or ArgumentException or InvalidOperationException
            || e.GetType().Namespace?.StartsWith("Verso", StringComparison.Ordinal) == true)
        {
            // Registered before, or a host that has changed: then it shows our types in its own way, which must not cost the cell.
        }
    }

    /// <summary>Answers the members of Verso's IDataFormatter by their names.</summary>
    internal class Proxy : DispatchProxy
    {
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
        private static object Formatted(string html)
        {
            var type = CellHost.Type(Abstractions, "CellOutput")!;
            var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
            var output = constructor.Invoke(
                ["text/html", html, .. constructor.GetParameters().Skip(2).Select(parameter => parameter.DefaultValue)]);
            return typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(type).Invoke(null, [output])!;
        }
    }
}
