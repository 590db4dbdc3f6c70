namespace ShallowNet.Player.Tests.CommandLine;

/// <summary>The player as a process of its own, as a user starts it.</summary>
internal sealed class PlayerRun : IDisposable
{
    private const string MarkName = "SHALLOWNET_TEST_RUN";

    private readonly Process _process;
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Task<string> _output, _errors;

    /// <param name="folder">Where it is started.</param>
    /// <param name="args">Its command line.</param>
    /// <param name="locale">The language of the machine.</param>
    /// <param name="mounts">A shell command that prepares a mount namespace of its own.</param>
    public PlayerRun(string folder, string[] args, string? locale = null, string? mounts = null)
    {
        string[] player = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "ShallowNet.Player.dll"), .. args];
        // A shell starts its background jobs with SIGINT ignored, and that is inherited: the player is started as from a terminal.
        var command = mounts is not null ? ["unshare", "-rm", "sh", "-c", mounts + " && exec \"$@\"", "sh", .. player]
            : OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. player]
            : player;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [MarkName] = _mark, ["NO_COLOR"] = "1" },
        };
        if (locale is not null)
            start.Environment["LC_ALL"] = locale;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    public static async Task<Ended> ToItsEndAsync(string folder, string[] args, string? locale = null, string? mounts = null)
    {
        using var run = new PlayerRun(folder, args, locale, mounts);
        return await run.EndAsync();
    }

    /// <summary>Whether this machine can make such a mount namespace.</summary>
    public static async Task<bool> CanMountAsync(string folder, string mounts)
    {
        using var probe = Process.Start(
            new ProcessStartInfo("unshare", ["-rm", "sh", "-c", mounts]) { RedirectStandardError = true, WorkingDirectory = folder })!;
        await probe.WaitForExitAsync(TestContext.Current.CancellationToken);
        return probe.ExitCode == 0;
    }

    public void Signal(int signal)
    {
        using var kill = Process.Start("kill", FormattableString.Invariant($"-{signal} {_process.Id}"));
        kill.WaitForExit();
    }

    public async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(_process.ExitCode, await _output, await _errors);
    }

    /// <summary>Ids of all processes that this run started and that are still there, itself excepted.</summary>
    public IReadOnlyList<string> LeftBehind()
    {
        var mark = Encoding.UTF8.GetBytes($"{MarkName}={_mark}\0");
        return [.. Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out var id) && id != _process.Id && Carries(folder))];

        bool Carries(string folder)
        {
            try
            {
                return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(mark) >= 0;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    internal sealed record Ended(int ExitCode, string Output, string Errors);
}
