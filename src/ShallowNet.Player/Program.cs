using ShallowNet.Player.Terminal;
using ShallowNet.Player.Worker;

return args is [WorkerProgram.Command, var pipe] ? await WorkerProgram.RunAsync(pipe) : await PlayerCommand.RunAsync(args);
