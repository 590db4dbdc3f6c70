namespace ShallowNet;

/// <summary>Text that reads the same in every culture.</summary>
internal static class Text
{
    public static string Of(FormattableString text) => FormattableString.Invariant(text);
}
