using BenchmarkDotNet.Running;
using ShallowNet.Benchmarks;

switch (args)
{
    case ["--quick", ..]:
        return SideBySide.Run();
    case ["--profile", ..]:
        return Profile.Run();
    case ["--scaling", ..]:
        return Scaling.Run();
    case ["--growth", ..]:
        return Growth.Run();
    case ["--hostile", ..]:
        return Hostile.Run();
    case ["--course", ..]:
        return Course.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TrainingBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
        return 0;
}
