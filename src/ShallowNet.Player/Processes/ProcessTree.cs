using System.ComponentModel;

namespace ShallowNet.Player.Processes;

/// <summary>Ends a kernel host with everything its cells started.</summary>
internal static class ProcessTree
{
    /// <summary>Environment variable that every process of one kernel host inherits; its value names the kernel host.</summary>
    public const string MarkerVariable = "SHALLOWNET_PLAYER_HOST";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Ends the process, its descendants, and (on Linux) those that left the tree but still carry the marker.</summary>
    public static void Kill(Process process, string marker)
    {
        ProcessGroup.Kill(process.Id);
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
        KillMarked(marker, except: Environment.ProcessId);
    }

    /// <summary>Ends every process whose environment carries the marker, but not <paramref name="except"/>.</summary>
    public static void KillMarked(string marker, int except)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var wanted = Encoding.UTF8.GetBytes($"{MarkerVariable}={marker}\0");
        // A cell may start processes faster than they can be found: what is in the kernel host's group ends with that.
        var patience = Stopwatch.StartNew();
        for (var found = true; found;)
        {
            found = false;
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (patience.Elapsed >= Patience)
                    return;
                if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id != except
                    && Carries(folder, wanted) && TryKill(id))
                {
                    found = true;
                }
            }
        }
    }

    private static bool Carries(string folder, byte[] wanted)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(wanted) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool TryKill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
