using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace ShallowNet.Player.Cells;

/// <summary>Members of this class can be called in a notebook cell without its name, as .NET Interactive has them.</summary>
public static class Kernel
{
    private static int _shown;

    /// <summary>Receives what is shown: the data and the id of the place.</summary>
    internal static Action<Dictionary<string, string>, string>? Shown { get; set; }

    /// <summary>Shows a value, null as such, below the cell: in the MIME types given, or in the preferred one of its type.</summary>
#pragma warning disable IDE1006, CA1707 // The name is .NET Interactive's.
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(Bundle.Of(value, mimeTypes), mimeTypes);
#pragma warning restore IDE1006, CA1707

    /// <summary>Marks a text as HTML, so that it is shown as such and not escaped.</summary>
    public static IHtmlContent HTML(string content) => content.ToHtmlContent();

    internal static DisplayedValue Show(Dictionary<string, string> data, params string[] mimeTypes)
    {
        var id = FormattableString.Invariant($"d{Interlocked.Increment(ref _shown)}");
        Shown?.Invoke(data, id);
        return new DisplayedValue(updated => Shown?.Invoke(Bundle.Of(updated, mimeTypes), id));
    }
}
