using ShallowNet.Player.Tests.Serving;

namespace ShallowNet.Player.Tests.CommandLine;

/// <summary>The program from outside: exit codes, messages, files.</summary>
public sealed class PlayerCommandTests
{
    private const int Interrupt = 2, Kill = 9, Terminate = 15;

    [Fact]
    public async Task Player_WithoutArguments_PlaysTheWholeCourse()
    {
        using var course = new TempCourse().With("01-one.ipynb", "md:# One", "1 + 1").With("02-two.ipynb", "\"<b>two</b>\"")
            .With("solutions/01-one.ipynb", "3");
        // It is found from the folders below it as well.
        var ended = await PlayerRun.ToItsEndAsync(Path.Combine(course.Root, "notebooks"), []);
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Expect.In(ended.Output, "3 notebooks", "Open  " + Path.Combine(course.Output, "index.html"));
        Expect.In(course.Written("01-one.ipynb"), "\"2\"");
        Expect.In(course.Written("solutions/01-one.ipynb"), "\"3\"");
        Assert.True(course.Has("index.html"));
        Expect.NotIn(File.ReadAllText(Path.Combine(course.Root, "notebooks", "01-one.ipynb")), "\"2\"");
    }

    [Fact]
    public async Task Player_WithAFailingCell_ShowsItAndExitsWith1()
    {
        using var course = new TempCourse().With("01-bad.ipynb", "md:# Bad", "var a = 1;", "var b = 2;\n  b = nothing;", "b")
            .With("02-good.ipynb", "7");
        var ended = await course.PlayAsync(1);
        Expect.In(ended.Output, "CS0103",
            "01-bad.ipynb, cell 3, line 2\n     2 |   b = nothing;\n       |       ^\n  CompilationError");
        Expect.In(course.Written("01-bad.ipynb"), "CompilationError");
        Expect.In(course.Written("02-good.ipynb"), "\"7\"");
        Assert.True(course.Has("01-bad.html"));
    }

    [Theory]
    [InlineData("de_DE.UTF-8", "2,5")]
    [InlineData("zh_CN.UTF-8", "2.5")]
    public async Task Player_InAFolderOfSpacesAndChineseLetters_PlaysInTheUsersCulture(string locale, string expected)
    {
        using var course = new TempCourse("ein Ordner/课程 №1").With("01-eins zwei.ipynb", "md:# Eins",
            $"#r \"nuget: MathNet.Numerics, {Repository.Version("MathNet.Numerics")}\"\n(2.5).ToString()\r\n");
        var ended = await PlayerRun.ToItsEndAsync(course.Root, ["--timeout", "99.5"], locale);
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Expect.In(course.Written("01-eins zwei.ipynb"), $"\"{expected}\"");
    }

    [Fact]
    public async Task Player_ThroughASymbolicLink_PlaysTheCourse()
    {
        using var course = new TempCourse("real").With("01-one.ipynb", "System.IO.File.ReadAllText(\"../ShallowNet.sln\").Length");
        var link = Path.Combine(Path.GetDirectoryName(course.Root)!, "link");
        Directory.CreateSymbolicLink(link, course.Root);
        var ended = await PlayerRun.ToItsEndAsync(link, ["notebooks/01-one.ipynb"]);
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
    }

    [Fact]
    public async Task Player_PlayingOneNotebook_KeepsTheOthersInTheBook()
    {
        using var course = new TempCourse().With("01-one.ipynb", "\"first of all\"").With("02-two.ipynb", "2");
        await course.PlayAsync(0);
        await course.PlayAsync(0, "02");
        Expect.In(course.Written("index.html"), "01-one.html");
    }

    [Theory]
    [InlineData("no-such-notebook", "There is no notebook \"no-such-notebook\"")]
    [InlineData("*.nothing", "No notebook matches \"*.nothing\"")]
    [InlineData("--timeout=-1", "--timeout is -1; it must be a number of seconds above 0")]
    [InlineData("--memory=x", "--memory is x; it must be a number of MB")]
    [InlineData("--port=70000", "--port is 70000; it must be a number above 0, at most 65535")]
    [InlineData("--kernel=cobol", "--kernel \"cobol\" is not known")]
    [InlineData("--nonsense", "--nonsense")]
    public async Task Player_WithABadArgument_SaysSoAndExitsWith2(string argument, string message)
    {
        using var course = new TempCourse().With("01-one.ipynb", "1");
        Expect.In((await course.PlayAsync(2, argument)).Errors, message);
    }

    [Fact]
    public async Task Player_UnreadableNotebook_HasAPageThatSaysWhyBesideTheOthersAndExitsWith2()
    {
        using var course = new TempCourse().With("01-one.ipynb", "\"first of all\"").With("02-two.ipynb", "2");
        await course.PlayAsync(0);
        course.WithText("01-one.ipynb", "{ \"cells\": [").WithText("03-never.ipynb", "[]").With("04-four.ipynb", "4");
        Expect.In((await course.PlayAsync(2)).Output, "01-one.ipynb, line 1");
        Assert.True(course.Has("04-four.ipynb"));
        Expect.In(course.Written("01-one.html"), "first of all", "01-one.ipynb, line 1");
        Expect.In(course.Written("03-never.html"), "a notebook is a JSON object");
        Assert.Equal(2, Regex.Count(course.Written("index.html"), "class=\"broken\""));
    }

    [Fact]
    public async Task Player_EarlierCopyThatCannotBeRead_PlaysAllTheSame()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Makes a pipe.");
        using var course = new TempCourse().With("01-one.ipynb", "1").With("02-two.ipynb", "2");
        Directory.CreateDirectory(course.Output);
        await TempFolder.PipeAsync(Path.Combine(course.Output, "01-one.ipynb"));
        await course.PlayAsync(0, "02");
    }

    [Fact]
    public async Task Player_NamesAndMessagesWithControlCharacters_ReachTheTerminalAsPictures()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Such names are not allowed there.");
        using var course = new TempCourse().With("01-a\u001b[31m\nb.ipynb", "throw new Exception(\"red \\x1b[31m text\");");
        var ended = await course.PlayAsync(1);
        Assert.DoesNotContain('\u001b', ended.Output + ended.Errors);
        Expect.In(ended.Output, "01-a␛[31m␊b.ipynb", "red ␛[31m text");
    }

    [Fact]
    public async Task Serve_PortTaken_SaysSoBeforeAnythingIsPlayed()
    {
        using var course = new TempCourse().With("01-one.ipynb", "1");
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;
        var ended = await course.PlayAsync(2, "--serve", "--port", $"{port}");
        Assert.Equal("", ended.Output);
        Expect.Start(ended.Errors, $"Port {port} cannot be used");
        Expect.In(ended.Errors, "--port");
        Assert.False(course.Has("01-one.ipynb"));
    }

    [Fact]
    public async Task Serve_WhateverIsSaved_GoesOnAndSaysSo()
    {
        using var course = new TempCourse().With("01-one.ipynb", "md:# One", "1").With("02-two.ipynb", "2");
        var port = CourseServerTests.FreePort();
        using var run = new PlayerRun(course.Root, ["--serve", "--port", $"{port}"]);
        using var client = new HttpClient();
        await UntilAsync(() => course.Has("index.html") || run.HasEnded);
        using var events = new StreamReader(await client.GetStreamAsync(new Uri($"http://127.0.0.1:{port}/live")));
        // The watcher begins after the first pages: what is saved is saved again until it is seen.
        async Task SavedUntilAsync(Action save, string expected)
        {
            save();
            for (var line = ""; !line.Contains(expected);)
            {
                var reading = events.ReadLineAsync();
                while (await Task.WhenAny(reading, Task.Delay(2000, TestContext.Current.CancellationToken)) != reading)
                    save();
                line = await reading ?? throw new InvalidOperationException("The server is gone.");
            }
        }

        await SavedUntilAsync(() => course.WithText("01-one.ipynb", "{ not json"), "01-one.ipynb cannot be read: ");
        await SavedUntilAsync(() => course.With("02-two.ipynb", "md:" + string.Concat(Enumerable.Repeat("> ", 3000)) + "deep", "3"),
            "event: reload");
        await SavedUntilAsync(() => course.With("01-one.ipynb", "md:# One again", "1"), "cell 1 of 1");
        await UntilAsync(() => course.Written("01-one.html").Contains("One again") || run.HasEnded);
        Assert.False(run.HasEnded);
        run.Signal(Interrupt);
        Assert.Equal("", (await run.EndAsync()).Errors);
    }

    [Fact]
    public async Task Player_List_PlaysNothing()
    {
        using var course = new TempCourse().With("02-two.ipynb", "2").With("01-one.ipynb", "1").With("solutions/01-one.ipynb", "1");
        Assert.Equal("01-one.ipynb\n02-two.ipynb\nsolutions/01-one.ipynb\n", (await course.PlayAsync(0, "--list")).Output);
        Assert.False(Directory.Exists(course.Output));
    }

    /// <summary>It names every option in its help, and its own course where there is no other.</summary>
    [Theory]
    [InlineData("--help", "notebooks", "--out", "--open", "--list", "--timeout", "--memory", "--kernel", "Exit code")]
    [InlineData("--list", "01-")]
    public async Task Player_FarFromAnyCourse_Says(string argument, params string[] words)
    {
        var ended = await PlayerRun.ToItsEndAsync(Path.GetTempPath(), [argument]);
        Assert.Equal(0, ended.ExitCode);
        Expect.In(ended.Output, words);
    }

    [Fact]
    public async Task Output_BelowAFile_IsAClearMessageAndExitCode2()
    {
        using var course = new TempCourse().With("01-one.ipynb", "1");
        var folder = Path.Combine(course.Root, "notebooks", "01-one.ipynb", "out");
        Expect.Start((await course.PlayAsync(2, "--out", folder)).Errors, $"Cannot write to {folder}: ");
    }

    [Theory]
    [InlineData("mount -t tmpfs -o ro none out", "Read-only file system")]
    [InlineData("mount -t tmpfs -o size=16k none out", "No space left on device")]
    public async Task Output_ReadOnlyOrFull_IsAClearMessageAndExitCode2(string mount, string reason)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Mounts file systems as Linux does.");
        using var course = new TempCourse().With("01-one.ipynb", "new string('x', 50000)");
        Directory.CreateDirectory(Path.Combine(course.Root, "out"));
        Assert.SkipUnless(await PlayerRun.CanMountAsync(course.Root, mount), "This machine does not let a user mount file systems.");
        var ended = await PlayerRun.ToItsEndAsync(course.Root, ["--out", "out"], mounts: mount);
        Assert.Equal(2, ended.ExitCode);
        Expect.Start(ended.Errors, "Cannot write to ");
        Expect.In(ended.Errors, reason);
    }

    [Fact]
    public async Task Output_OfAnotherPlayer_IsRefused()
    {
        using var course = new TempCourse().With("01-one.ipynb", "1");
        using (OutputFolder.Open(course.Output))
            Expect.In((await course.PlayAsync(2)).Errors, "Another player is writing to " + course.Output);
        await course.PlayAsync(0);
    }

    [Theory]
    [InlineData(Interrupt), InlineData(Terminate)]
    public async Task Player_Interrupted_WritesWhatWasPlayedAndLeavesNoProcess(int signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals.");
        using var course = new TempCourse().With("01-quick.ipynb", "1").With("02-endless.ipynb",
            "foreach (var sleep in (string[])[\"sleep 1000\", \"setsid sleep 1000\"]) System.Diagnostics.Process.Start(\"env\", "
                + "sleep);\nwhile (true) { }");
        using var run = new PlayerRun(course.Root, []);
        await UntilAsync(() => course.Has("01-quick.ipynb") && run.LeftBehind().Count >= 3);
        run.Signal(signal);
        var ended = await run.EndAsync();
        Assert.Equal(130, ended.ExitCode);
        Expect.In(ended.Errors, "Interrupted");
        Assert.Empty(run.LeftBehind());
        Assert.False(course.Has("02-endless.ipynb"));
        Assert.True(ended.Errors.Contains("but not all of its pages") || course.Written("index.html").Contains("01-quick.html"),
            "It says that the pages are written, but they are not.");
        Assert.Empty(Unfinished(course));
    }

    [Fact]
    public async Task Player_InterruptedInACellThatTakesLongToWrite_GoesAwayFromIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals.");
        using var course = new TempCourse().With("01-long.ipynb", "md:" + string.Concat(Enumerable.Repeat("$x$, ", 200_000)), "1");
        using var run = new PlayerRun(course.Root, []);
        await UntilAsync(() => course.Has("01-long.ipynb"));
        run.Signal(Interrupt);
        var ended = await run.EndAsync();
        Assert.Equal(130, ended.ExitCode);
        Expect.End(ended.Errors, "but not all of its pages.\n");
    }

    [Fact]
    public async Task Player_StoppedAtAnyMoment_LeavesWholeFilesAndNoProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals.");
        using var course = new TempCourse();
        for (var i = 1; i <= 4; i++)
            course.With($"0{i}-n.ipynb", "md:# N", "new string('x', 200000)", "System.Diagnostics.Process.Start(\"sleep\", \"1000\"); 2");
        int[] signals = [Kill, Interrupt, Terminate];
        var moments = int.Parse(Environment.GetEnvironmentVariable("SHALLOWNET_STOPS") ?? "6", CultureInfo.InvariantCulture);
        var random = new Random(1);
        for (var stop = 0; stop < moments; stop++)
        {
            using var run = new PlayerRun(course.Root, []);
            await Task.Delay(random.Next(200, 6000), TestContext.Current.CancellationToken);
            run.Signal(signals[stop % signals.Length]);
            await run.EndAsync();
            await UntilAsync(() => run.LeftBehind().Count == 0);
            foreach (var path in Written(course, "*.ipynb"))
                Expect.In(Notebook.Parse(path).Cells[1].Outputs.ToJsonString(), "xxx");
            foreach (var path in Written(course, "*.html"))
                Expect.End(File.ReadAllText(path).TrimEnd(), "</html>");
        }
        await course.PlayAsync(0);
        Assert.Empty(Unfinished(course));
    }

    [Theory]
    [InlineData(Kill), InlineData(Terminate)]
    public async Task Player_StoppedWhileACellStartsProcesses_LeavesNone(int signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals.");
        using var course = new TempCourse().With("01-n.ipynb", "while (true) { System.Diagnostics.Process.Start(\"sleep\", \"1000\"); }");
        using var run = new PlayerRun(course.Root, []);
        await UntilAsync(() => run.LeftBehind().Count >= 20);
        run.Signal(signal);
        await run.EndAsync();
        var end = DateTime.UtcNow.AddSeconds(20);
        await UntilAsync(() => run.LeftBehind().Count == 0 || DateTime.UtcNow > end);
        Assert.Empty(run.LeftBehind());
    }

    private static string[] Unfinished(TempCourse course) => Written(course, "*" + AtomicFile.TemporarySuffix);

    private static string[] Written(TempCourse course, string files) =>
        Directory.Exists(course.Output) ? Directory.GetFiles(course.Output, files, SearchOption.AllDirectories) : [];

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }
}
