namespace ShallowNet.Player.Book;

/// <summary>Where the pages get KaTeX, which typesets TeX: a folder "katex" in the output folder if there is one (the folder "dist" of the
/// npm package), else the network, pinned by version and hash. Without either the TeX source stays readable.</summary>
internal sealed record Katex(string Root, bool IsLocal)
{
    public const string Version = "0.19.1";
    public const string ScriptHash = "sha384-a1WQdjRj162i159OYq041X6I4K8NenkrI09LlPmiHg0YOb7CR+wJOraXwK9abpnE";
    public const string StyleHash = "sha384-WwGtaC6ywCHxA5cstpj/3+xIZvTez8dq2IcBQaXRkenHZ7FVVq1ZROtURwfbtTlG";

    public static Katex For(string outputFolder) => File.Exists(Path.Combine(outputFolder, "katex", "katex.min.js"))
        ? new("katex/", true) : new($"https://cdn.jsdelivr.net/npm/katex@{Version}/dist/", false);

    /// <summary>Attributes for the page's element, from which its script loads KaTeX; toRoot is the way to the output folder.</summary>
    public string Attributes(string toRoot) => IsLocal
        ? $"data-katex=\"{toRoot}{Root}\""
        : $"data-katex=\"{Root}\" data-katex-script=\"{ScriptHash}\" data-katex-style=\"{StyleHash}\"";
}
