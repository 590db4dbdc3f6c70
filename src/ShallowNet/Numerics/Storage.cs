using System.Runtime.InteropServices;

namespace ShallowNet;

/// <summary>Memory for numbers, all 0 at first.</summary>
/// <remarks>
/// What lasts for a training begins where a line of the processor's cache begins, and the garbage collector does not move it: lanes
/// that lie across two lines cost two reads each. For a single call that is not worth a pinned array.
/// </remarks>
internal readonly struct Storage
{
    private const int Line = 64 / sizeof(double);

    private readonly double[] numbers;
    private readonly int start;

    /// <param name="length">How many numbers.</param>
    /// <param name="lasting">Whether they are for a whole training.</param>
    public Storage(int length, bool lasting)
    {
        Length = length;
        if (lasting)
        {
            numbers = GC.AllocateArray<double>(length + Line - 1, pinned: true);
            var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0) / sizeof(double) % Line);
            start = (Line - past) % Line;
        }
        else
        {
            numbers = new double[length];
        }
    }

    public int Length { get; }

    public Span<double> Span => numbers.AsSpan(start, Length);
}
