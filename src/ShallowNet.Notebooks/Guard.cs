namespace ShallowNet.Notebooks;

/// <summary>Checks of what a notebook passes. Each message says what came, what was expected and what to do.</summary>
internal static class Guard
{
    public static void That(bool holds, string argument, string message)
    {
        if (!holds)
            throw new ArgumentException(message, argument);
    }

    /// <summary>The items, none of them null, at least one.</summary>
    public static void Any<T>(IReadOnlyCollection<T> items, string what, string argument)
    {
        ArgumentNullException.ThrowIfNull(items, argument);
        That(items.Count > 0, argument, $"The figure got no {what}: give it at least one.");
        foreach (var item in items)
            ArgumentNullException.ThrowIfNull(item, argument);
    }

    /// <summary>At least one item, each with a name and a value.</summary>
    public static void Named<T>(IReadOnlyCollection<(string Name, T Value)> items, string what, string argument)
    {
        Any(items, what, argument);
        foreach (var (name, value) in items)
        {
            ArgumentNullException.ThrowIfNull(name, argument);
            ArgumentNullException.ThrowIfNull(value, argument);
        }
    }

    public static void SameLength(int x, int y, string name, string argument) =>
        That(x == y, argument, $"\"{name}\" has {x} abscissas but {y} ordinates: give as many of one as of the other.");
}
