using ShallowNet.Player.CommandLine;

return args is [HostProgram.Command, var pipe] ? await HostProgram.RunAsync(pipe) : await PlayerCommand.RunAsync(args);
