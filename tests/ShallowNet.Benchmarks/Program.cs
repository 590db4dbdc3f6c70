using BenchmarkDotNet.Running;
using ShallowNet.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Action run = args switch
{
    ["--quick", ..] => SideBySide.Run,
    ["--profile", ..] => Profile.Run,
    ["--scaling", ..] => Scaling.Run,
    ["--growth", ..] => Growth.Run,
    ["--hostile", ..] => Hostile.Run,
    ["--course", ..] => Course.Run,
    _ => () => BenchmarkSwitcher.FromAssembly(typeof(TrainingBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args),
};
run();
