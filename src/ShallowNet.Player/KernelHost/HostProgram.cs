using System.IO.Pipes;
using ShallowNet.Player.Cells;
using ShallowNet.Player.Processes;

namespace ShallowNet.Player.KernelHost;

/// <summary>The program that runs the cells of one notebook: reads requests from a pipe and answers on it.</summary>
internal static class HostProgram
{
    /// <summary>The hidden command that starts it.</summary>
    public const string Command = "kernel-host";

    public static async Task<int> RunAsync(string pipeName)
    {
        ProcessGroup.Begin();
        // Ctrl+C in a terminal may reach this process too; the player decides what becomes of it.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        // What a cell starts shall not inherit the limit that is meant for this process.
        Environment.SetEnvironmentVariable("DOTNET_GCHeapHardLimit", null);
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync(10_000);
        var channel = new HostChannel(pipe);
        using var reader = new StreamReader(pipe, new UTF8Encoding(false));
        Console.SetIn(TextReader.Null);
        Console.SetOut(new CellConsole(channel, "stdout"));
        Console.SetError(new CellConsole(channel, "stderr"));
        Kernel.Shown = (data, id) => channel.Send(new HostMessage(HostMessage.Display) { Data = data, Name = id });
        var session = new CSharpSession(channel);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => channel.Flush();
        channel.Send(new HostMessage(HostMessage.Ready));

        // A thread of its own, so that the end of the player ends this process even if a cell holds every thread of the pool.
        var requests = System.Threading.Channels.Channel.CreateUnbounded<HostMessage>();
        var listener = new Thread(() => Listen(reader, requests.Writer)) { IsBackground = true, Name = "player" };
        listener.Start();
        await foreach (var request in requests.Reader.ReadAllAsync())
        {
            await Task.Run(() => session.RunAsync(request.Cell, request.Value!));
            channel.SendDone(request.Cell);
        }
        return 0;
    }

    private static void Listen(StreamReader reader, System.Threading.Channels.ChannelWriter<HostMessage> requests)
    {
        try
        {
            while (reader.ReadLine() is { } line)
                requests.TryWrite(HostMessage.FromJson(line));
        }
        catch (IOException)
        {
            // The player is gone.
        }
        if (Environment.GetEnvironmentVariable(ProcessTree.MarkerVariable) is { } marker)
            ProcessTree.KillMarked(marker, except: Environment.ProcessId);
        ProcessGroup.Kill(Environment.ProcessId);
        System.Diagnostics.Process.GetCurrentProcess().Kill();
    }
}
