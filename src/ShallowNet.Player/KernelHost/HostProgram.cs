using System.IO.Pipes;
using ShallowNet.Player.Cells;

namespace ShallowNet.Player.KernelHost;

/// <summary>The program that runs the cells of one notebook: reads requests from a pipe and answers on it.</summary>
internal static class HostProgram
{
    /// <summary>The hidden command that starts it.</summary>
    public const string Command = "kernel-host";

    public static async Task<int> RunAsync(string pipeName)
    {
        ProcessTree.BeginGroup();
        // Ctrl+C in a terminal may reach this process too; the player decides what becomes of it.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        // What a cell starts shall not inherit the limit that is meant for this process.
        Environment.SetEnvironmentVariable("DOTNET_GCHeapHardLimit", null);
        const PipeOptions options = PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly;
        // Closed by the end of the process alone: earlier, it would say that the player is gone before the runtime said what is wrong.
        var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, options);
        await pipe.ConnectAsync(10_000);
        var channel = new HostChannel(pipe);
        Console.SetIn(TextReader.Null);
        Console.SetOut(new CellConsole(channel, "stdout"));
        Console.SetError(new CellConsole(channel, "stderr"));
        Kernel.Shown = (data, id) => channel.Send(new DisplayOutput(data, id));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => channel.Flush();

        // A thread of its own, so that the end of the player ends this process even if a cell holds every thread of the pool.
        var requests = Channel.CreateUnbounded<CellRequest>();
        new Thread(() => Listen(pipe, requests.Writer)) { IsBackground = true, Name = "player" }.Start();
        var session = new CSharpSession(channel);
        await foreach (var request in requests.Reader.ReadAllAsync())
            channel.SendEnd(await Task.Run(() => session.RunAsync(request)));
        return 0;
    }

    private static void Listen(Stream pipe, ChannelWriter<CellRequest> requests)
    {
        try
        {
            using var reader = new StreamReader(pipe, new UTF8Encoding(false), leaveOpen: true);
            while (reader.ReadLine() is { } line)
                requests.TryWrite(HostLine.Read<CellRequest>(line));
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // The player is gone.
        }
        ProcessTree.KillSelf();
    }
}
