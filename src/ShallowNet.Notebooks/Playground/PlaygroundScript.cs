namespace ShallowNet.Notebooks;

/// <summary>
/// The JavaScript modules of Assets/ as one script: they are written as modules for readers and for the type checker, but a notebook's
/// output can import no file.
/// </summary>
internal static partial class PlaygroundScript
{
    // Each before those that import it.
    private static readonly string[] Modules = ["random", "engine", "picture", "text", "model", "view", "main"];

    private static readonly string Version = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Defines window.shallowNet.playground once a page.</summary>
    public static string Text { get; } =
        $"(()=>{{\"use strict\";const page=window.shallowNet=window.shallowNet||{{}};if(page.playground&&page.playground.version===\"{Version}\")return;\n"
        + string.Join('\n', Modules.Select(name => Joined(Resource(name + ".js"))))
        + $"\npage.playground=Object.assign(start,{{version:\"{Version}\"}});}})();";

    public static string Style { get; } = Resource("playground.css").ReplaceLineEndings("");

    /// <summary>
    /// A module as part of a longer script: without imports, exports, comments and indentation. No string of a module runs over a line's
    /// end.
    /// </summary>
    private static string Joined(string module)
    {
        var lines = Comments().Replace(module.ReplaceLineEndings("\n"), "").Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("import ", StringComparison.Ordinal)
                && !line.StartsWith("//", StringComparison.Ordinal))
            .Select(line => line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line);
        return string.Join('\n', lines);
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PlaygroundScript).Assembly.GetManifestResourceStream("playground/" + name)!,
            Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"/\*\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
