namespace ShallowNet.Player.Cells;

/// <summary>A value that was shown; it can be shown anew in the same place.</summary>
public sealed class DisplayedValue
{
    private readonly string _id;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string id, string[] mimeTypes) => (_id, _mimeTypes) = (id, mimeTypes);

    /// <summary>Replaces what is shown.</summary>
    /// <param name="updatedValue">The new value.</param>
    public void Update(object? updatedValue) => Kernel.Show(Bundle.Of(updatedValue, _mimeTypes), _id);
}
