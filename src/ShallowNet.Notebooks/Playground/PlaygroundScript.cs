namespace ShallowNet.Notebooks;

/// <summary>The modules of Assets/ as one script: readers and the type checker want modules, but an output can import no file.</summary>
internal static partial class PlaygroundScript
{
    // Each before those that import it.
    private static readonly string[] Modules = ["random", "engine", "picture", "text", "model", "view", "main"];

    private static readonly string Version = typeof(PlaygroundScript).Module.ModuleVersionId.ToString("N");

    /// <summary>Defines window.shallowNet.playground once a page.</summary>
    public static string Text { get; } = "(()=>{\"use strict\";const page=window.shallowNet=window.shallowNet||{};"
        + $"if(page.playground&&page.playground.version===\"{Version}\")return;\n"
        + string.Join('\n', Modules.Select(name => Joined(FigureHtml.Resource($"playground/{name}.js"))))
        + $"\npage.playground=Object.assign(start,{{version:\"{Version}\"}});}})();";

    public static string Style { get; } = FigureHtml.Resource("playground/playground.css").ReplaceLineEndings("");

    /// <summary>A module as part of a longer script. No string of a module runs over a line's end.</summary>
    private static string Joined(string module) => FigureHtml.Compact(OfModules.Replace(module, ""));

    /// <summary>Comments, imports, and the word before what is exported.</summary>
    [GeneratedRegex(@"/\*\*[\s\S]*?\*/|^import [^\n]*|^export ", RegexOptions.Multiline)] private static partial Regex OfModules { get; }
}
