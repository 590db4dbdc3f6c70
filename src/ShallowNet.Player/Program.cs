using ShallowNet.Player.CommandLine;
using ShallowNet.Player.KernelHost;

return args is [HostProgram.Command, var pipe] ? await HostProgram.RunAsync(pipe) : await PlayerCommand.RunAsync(args);
