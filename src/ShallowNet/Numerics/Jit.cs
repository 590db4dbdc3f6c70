namespace ShallowNet;

internal static class Jit
{
    /// <summary>For what is called inside the hot loops.</summary>
    public const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    /// <summary>For the hot loops themselves and what calls them: the first training is as fast as the next.</summary>
    public const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
