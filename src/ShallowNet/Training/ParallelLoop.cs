using System.Runtime.ExceptionServices;

namespace ShallowNet;

internal static class ParallelLoop
{
    /// <summary>Parallel.For, but what one of the calls threw is thrown as it is, as if they had been made one by one.</summary>
    public static void Run(int count, ParallelOptions options, Action<int> body)
    {
        try
        {
            Parallel.For(0, count, options, body);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
