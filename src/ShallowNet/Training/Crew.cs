namespace ShallowNet;

/// <summary>
/// Threads that share the shards of a pass. Whoever is free takes the next shard, so that a thread which the system has put
/// aside holds nobody up, and the result does not depend on who did what. Nothing is allocated from pass to pass.
/// </summary>
internal sealed class Crew : IDisposable
{
    /// <summary>How often an idle helper looks for work before it sleeps: some 50 µs.</summary>
    private const int Looks = 1000;

    private readonly Shard[] shards;
    private readonly Action<Shard> run;
    private readonly Thread[] helpers;
    private readonly object bed = new();
    private int next, done, asleep;
    private volatile bool dismissed;
    private volatile Exception? failure;

    /// <param name="threads">Threads, the caller's included.</param>
    /// <param name="shards">What there is to do in each pass.</param>
    /// <param name="run">Does one of them.</param>
    public Crew(int threads, Shard[] shards, Action<Shard> run)
    {
        (this.shards, this.run, next) = (shards, run, shards.Length);
        helpers = new Thread[threads - 1];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Help) { IsBackground = true, Name = "ShallowNet training" };
            helpers[i].Start();
        }
    }

    /// <summary>Runs every shard once and returns when all are done.</summary>
    public void RunAll()
    {
        done = 0;
        Interlocked.Exchange(ref next, 0);
        if (Volatile.Read(ref asleep) > 0)
        {
            WakeAll();
        }
        while (RunNext())
        {
        }
        var wait = default(SpinWait);
        while (Volatile.Read(ref done) < shards.Length)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
        if (failure is { } thrown)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }
    }

    public void Dispose()
    {
        dismissed = true;
        WakeAll();
        foreach (var helper in helpers)
        {
            helper.Join();
        }
    }

    private bool RunNext()
    {
        // Looking first keeps the count from running on while there is nothing to do.
        var mine = Volatile.Read(ref next) < shards.Length ? Interlocked.Increment(ref next) - 1 : shards.Length;
        if (mine >= shards.Length)
        {
            return false;
        }
        try
        {
            run(shards[mine]);
        }
        catch (Exception e)
        {
            failure = e;
        }
        Interlocked.Increment(ref done);
        return true;
    }

    private void Help()
    {
        for (var look = 0; !dismissed; look++)
        {
            if (RunNext())
            {
                look = 0;
            }
            else if (look < Looks)
            {
                Thread.SpinWait(10);
            }
            else
            {
                Sleep();
                look = 0;
            }
        }
    }

    private void Sleep()
    {
        lock (bed)
        {
            // Said before looking once more, so that whoever brings work either is seen or sees the sleeper.
            Interlocked.Increment(ref asleep);
            while (Volatile.Read(ref next) >= shards.Length && !dismissed)
            {
                Monitor.Wait(bed);
            }
            Interlocked.Decrement(ref asleep);
        }
    }

    private void WakeAll()
    {
        lock (bed)
        {
            Monitor.PulseAll(bed);
        }
    }
}
