namespace ShallowNet.Notebooks;

/// <summary>
/// Lets trainings know when the reader stops the cell, and say in its output how far they are. .NET Interactive has a token for each cell;
/// Verso shows what is written to the console only when the cell has ended, so there the text goes through its own Display. Both are asked
/// by reflection: no host is referenced.
/// </summary>
internal static class CellHost
{
    private const string Interactive = "Microsoft.DotNet.Interactive";
    private const string Verso = "Verso.Abstractions";

    public static void Serve()
    {
        TrainingHost.Stop = Stop;
        TrainingHost.Say = Say;
    }

    private static CancellationToken Stop()
    {
        var cell = Type(Interactive, "KernelInvocationContext")?.GetProperty("Current")?.GetValue(null);
        return cell?.GetType().GetProperty("CancellationToken")?.GetValue(cell) as CancellationToken? ?? default;
    }

    private static void Say(string text)
    {
        var display = Type(Verso, "DisplayExtensions")?.GetMethods().FirstOrDefault(method =>
            method.Name == "Display" && method.GetParameters() is [{ ParameterType: var shown }, ..] && shown == typeof(object));
        if (display is null)
        {
            Console.WriteLine(text);
        }
        else
        {
            display.Invoke(null, BindingFlags.DoNotWrapExceptions, null,
                [text, .. display.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue)], null);
        }
    }

    private static Type? Type(string assembly, string name) => AppDomain.CurrentDomain.GetAssemblies()
        .FirstOrDefault(loaded => loaded.GetName().Name == assembly)?.GetType($"{assembly}.{name}");
}
