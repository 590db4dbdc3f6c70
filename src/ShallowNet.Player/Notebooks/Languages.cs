namespace ShallowNet.Player.Notebooks;

/// <summary>Finds the language of a notebook and of its cells where the different editors write it.</summary>
internal static class Languages
{
    /// <summary>The language of cells that do not say their own; "csharp" where the notebook does not say either.</summary>
    public static string OfNotebook(JsonObject? metadata) =>
        Name(metadata?["polyglot_notebook"] as JsonObject, "kernelInfo", "defaultKernelName")
        ?? Name(metadata, "dotnet_interactive", "defaultKernelName")
        ?? Name(metadata, "kernelspec", "language")
        ?? Name(metadata, "language_info", "name")
        ?? "csharp";

    /// <summary>The language a code cell says it is in; null if it does not say.</summary>
    public static string? OfCell(JsonObject? metadata) =>
        Name(metadata, "polyglot_notebook", "kernelName")
        ?? Name(metadata, "dotnet_interactive", "language")
        ?? Name(metadata, "vscode", "languageId");

    /// <summary>The one name of a language that has several.</summary>
    public static string Known(string name) => name.ToLowerInvariant() switch
    {
        "c#" or "dotnet-interactive.csharp" => "csharp",
        "f#" => "fsharp",
        "powershell" => "pwsh",
        "md" => "markdown",
        var other => other,
    };

    private static string? Name(JsonObject? node, string outer, string inner) =>
        Known(Output.Text((node?[outer] as JsonObject)?[inner]).Trim()) is not ("" or "polyglot-notebook") and var name ? name : null;
}
