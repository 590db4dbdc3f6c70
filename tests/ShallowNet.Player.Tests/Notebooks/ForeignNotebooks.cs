namespace ShallowNet.Player.Tests.Notebooks;

/// <summary>Notebooks as other editors and languages write them, with all that the player must leave alone.</summary>
internal static class ForeignNotebooks
{
    /// <summary>Name and bytes of each.</summary>
    public static readonly IReadOnlyList<(string Name, byte[] Bytes)> All =
    [
        .. ((string[])["Jupyter", "Colab", "VS Code"]).Select(name => (name, Sample(name))),
        ("Windows line ends", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sample("Jupyter")).ReplaceLineEndings("\r\n"))),
        ("tabs", Encoding.UTF8.GetBytes(
            Regex.Replace(Encoding.UTF8.GetString(Sample("VS Code")), "(?m)^ +", spaces => new string('\t', spaces.Length)))),
        ("one line", Encoding.UTF8.GetBytes(JsonNode.Parse(Sample("Colab"))!.ToJsonString())),
    ];

    /// <summary>A file of the folder Samples.</summary>
    public static byte[] Sample(string name) => CommittedFile.Bytes(
        Path.Combine(Repository.Root, "tests", "ShallowNet.Player.Tests", "Notebooks", "Samples", name + ".ipynb"), Repository.Root);
}
