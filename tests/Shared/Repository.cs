using System.Xml.Linq;

namespace ShallowNet.TestTools;

/// <summary>Where the course lies that these tests belong to.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();
    public static string Notebooks { get; } = Path.Combine(Root, "notebooks");

    /// <summary>The version of a package, from the only place that states it.</summary>
    public static string Version(string package) => XDocument.Load(Path.Combine(Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").Single(element => (string?)element.Attribute("Include") == package).Attribute("Version")!.Value;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ShallowNet.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException(
            $"ShallowNet.sln lies in no folder above {AppContext.BaseDirectory}: run the tests where they were built.");
    }
}
