namespace ShallowNet.Player.Tests.CommandLine;

/// <summary>The player as a process of its own, as a user starts it.</summary>
internal sealed class PlayerRun : IDisposable
{
    private const string MarkName = "SHALLOWNET_TEST_RUN";

    private readonly Process _process;
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Task<string> _output, _errors;

    private PlayerRun(string folder, IEnumerable<string> args, string? mounts = null, string? locale = null)
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

    public static PlayerRun Start(string folder, params string[] args) => new(folder, args);

    public static async Task<Ended> ToItsEndAsync(string folder, params string[] args)
    {
        using var run = Start(folder, args);
        return await run.EndAsync();
    }

    /// <summary>Runs it to its end as on a machine of another language.</summary>
    public static async Task<Ended> InLocaleAsync(string locale, string folder, params string[] args)
    {
        using var run = new PlayerRun(folder, args, locale: locale);
        return await run.EndAsync();
    }

    /// <summary>Runs it to its end in a mount namespace prepared by a shell command; null if the machine cannot make one.</summary>
    public static async Task<Ended?> InOwnMountsAsync(string folder, string mounts, params string[] args)
    {
        using var probe = Process.Start(new ProcessStartInfo("unshare", ["-rm", "sh", "-c", mounts])
        {
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        await probe.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (probe.ExitCode != 0)
            return null;
        using var run = new PlayerRun(folder, args, mounts);
        return await run.EndAsync();
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
