namespace ShallowNet.Player.Cells;

/// <summary>A value that was shown; it can be shown anew in the same place.</summary>
public sealed class DisplayedValue
{
    private readonly Action<object?> _update;

    internal DisplayedValue(Action<object?> update) => _update = update;

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? updatedValue) => _update(updatedValue);
}
