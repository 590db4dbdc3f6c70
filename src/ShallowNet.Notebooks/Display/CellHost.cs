namespace ShallowNet.Notebooks;

/// <summary>Lets trainings know when the reader stops the cell, and say in its output how far they are. .NET Interactive has a token for
/// each cell; Verso shows what is written to the console only when the cell has ended, so there the text goes through its own Display. Both
/// are asked by reflection: no host is referenced.</summary>
internal static class CellHost
{
    public static void Serve() => (TrainingHost.Stop, TrainingHost.Say) = (Stop, Say);

    /// <summary>A type of a host; null where the host is another one.</summary>
    public static Type? Type(string assembly, string name) => AppDomain.CurrentDomain.GetAssemblies()
        .FirstOrDefault(loaded => loaded.GetName().Name == assembly)?.GetType($"{assembly}.{name}");

    private static CancellationToken Stop()
    {
        var cell = Type("Microsoft.DotNet.Interactive", "KernelInvocationContext")?.GetProperty("Current")?.GetValue(null);
        return cell?.GetType().GetProperty("CancellationToken")?.GetValue(cell) as CancellationToken? ?? default;
    }

    private static void Say(string text)
    {
        var display = Type(VersoFormatter.Abstractions, "DisplayExtensions")?.GetMethods().FirstOrDefault(method =>
            method.Name == "Display" && method.GetParameters() is [{ ParameterType: var shown }, ..] && shown == typeof(object));
        var more = display?.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue) ?? [];
        if (display is null)
            Console.WriteLine(text);
        else
            display.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text, .. more], null);
    }
}
