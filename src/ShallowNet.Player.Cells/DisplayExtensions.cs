using ShallowNet.Player.Cells;

// The namespace is the one where .NET Interactive has it: every cell imports System.
namespace System;

/// <summary>What a notebook cell can call on any value.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">The value; null is shown as such.</param>
    /// <param name="mimeTypes">MIME types to show it in; none means the preferred one of its type.</param>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows a text as content of a MIME type, for example "text/markdown".</summary>
    /// <param name="value">The content.</param>
    /// <param name="mimeType">Its MIME type.</param>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Kernel.Show(new Dictionary<string, string> { [mimeType] = value });
}
