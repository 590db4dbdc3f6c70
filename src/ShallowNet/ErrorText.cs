namespace ShallowNet;

/// <summary>The message of an error, in every culture alike; that of a check is put together only where it failed.</summary>
[InterpolatedStringHandler]
internal ref struct ErrorText
{
    private DefaultInterpolatedStringHandler _text;

    public ErrorText(int literalLength, int formattedCount, bool isMet, out bool isWanted)
    {
        isWanted = !isMet;
        _text = isWanted ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public ErrorText(int literalLength, int formattedCount) : this(literalLength, formattedCount, isMet: false, out _) { }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

    public string ToStringAndClear() => _text.ToStringAndClear();
}
