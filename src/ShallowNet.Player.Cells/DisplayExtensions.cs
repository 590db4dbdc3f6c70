using ShallowNet.Player.Cells;

// The namespace is the one where .NET Interactive has it: every cell imports System.
namespace System;

/// <summary>What a notebook cell can call on any value.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value, null as such, below the cell: in the MIME types given, or in the preferred one of its type.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows a text as content of a MIME type, for example "text/markdown".</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Kernel.Show(new Dictionary<string, string> { [mimeType] = value });
}
