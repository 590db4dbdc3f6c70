using System.Runtime.InteropServices;

namespace ShallowNet;

/// <summary>Memory for a whole training, all 0 at first. It begins at a line of the processor's cache, and the garbage collector does not
/// move it: a vector that lies across two lines costs two reads. For a single call a pinned array is not worth it.</summary>
internal static class AlignedBuffer
{
    public static (double[] Numbers, int Start) Allocate(int length)
    {
        const int line = 64 / sizeof(double);
        var numbers = GC.AllocateArray<double>(length + line - 1, pinned: true);
        var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0) / sizeof(double) % line);
        return (numbers, (line - past) % line);
    }
}
