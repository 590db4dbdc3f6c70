"""Plants one mistake at a time into the library and checks that its tests notice.

    python3 tests/mutants.py            # all, some 20 minutes; survivors are listed at the end, exit code 1 if there are any
    python3 tests/mutants.py 3 17       # some

Works on a copy of src/ and tests/ in a temporary folder; the repository is left as it is.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
N, A, T, D, E = "Numerics/", "Activations/", "Training/", "Data/", "Evaluation/"
MUTANTS = [
    # (file under src/ShallowNet, what stands there, what the mutant has)
    (N + "KernelsOfLanes.cs", "s01 = V.MultiplyAdd(w0, x1, s01);", "s01 = V.MultiplyAdd(w0, x0, s01);"),
    (N + "KernelsOfLanes.cs", "V s00 = V.All(b[i]), s10 = V.All(b[i + 1])", "V s00 = V.All(b[i]), s10 = V.All(b[i])"),
    (N + "KernelsOfLanes.cs", "Unsafe.Add(ref weight, 3 * inputs)", "Unsafe.Add(ref weight, 2 * inputs)"),
    (N + "KernelsOfLanes.cs", "for (; i < units; i++)", "for (; i + 1 < units; i++)"),
    (N + "KernelsOfLanes.cs", "AddProduct(dZ, units, A, inputs, dW, inputs, 1, width);", "AddProduct(dZ, units, A, inputs, dW, 1, inputs, width);"),
    (N + "KernelsOfLanes.cs", "AddProduct(A, inputs, dZ, units, dW, 1, inputs, width);", "AddProduct(A, inputs, dZ, units, dW, inputs, 1, width);"),
    (N + "KernelsOfLanes.cs", "row < 4 && p + row < ps", "row < 4 && p + row < ps - 1"),
    (N + "KernelsOfLanes.cs", "sums[column * 4 + row]", "sums[row]"),
    (N + "KernelsOfLanes.cs", "sums[i] += V.Sum(s0 + s1);", "sums[i] += V.Sum(s0);"),
    (N + "KernelsOfLanes.cs", "s31 = V.MultiplyAdd(b, f, s31);", "s31 = V.MultiplyAdd(b, e, s31);"),
    (N + "KernelsOfLanes.Elementwise.cs", "V.Store((a - y) * s,", "V.Store((a - y) * V.All(shares[0]),"),
    (N + "KernelsOfLanes.Elementwise.cs", "V.IfGreater(s, V.All(0), u, V.All(0))", "u"),
    (N + "KernelsOfLanes.Elementwise.cs", "const int Most = 512;", "const int Most = 8192;"),
    (N + "KernelsOfLanes.Elementwise.cs", "return sum == 1 ? all : Math.Log(sum) * (all / (sum - 1));", "return Math.Log(sum);"),
    (N + "KernelsOfLanes.Elementwise.cs", "odds[i] += odds[half + i] * (1 + odds[i]);", "odds[i] += odds[half + i];"),
    (N + "KernelsOfLanes.Elementwise.cs", "var d = f.Of(a, w2 * e);", "var d = f.Of(a, e);"),
    (N + "KernelsOfLanes.Elementwise.cs", "sums += d;", "sums += e;"),
    (N + "KernelsOfLanes.Elementwise.cs", "for (var o = 1; o < outputs; o++)", "for (var o = 1; o + 1 < outputs; o++)"),
    (N + "KernelsOfLanes.Elementwise.cs", "x.CopyTo(fullX);", ""),
    (N + "Kernels.cs", "error * error * share / 2", "error * error * share"),
    (N + "Kernels.cs", "shares[i % shares.Length]", "shares[0]"),
    (N + "Kernels.cs", "W[i] -= learningRate * dW[i];", "W[i] += learningRate * dW[i];"),
    (N + "Rows.cs", "from + Math.Min(j, columns - 1)", "from + Math.Min(j, columns - 1) / 2 * 2"),
    (N + "ExpConstants.cs", "MaxForTanh = 20", "MaxForTanh = 10"),
    (N + "VectorMath.cs", "var lost = (sum - one) - h;", "var lost = V.All(0);"),
    (N + "ExpConstants.cs", "2.7557244372813074e-06", "2.7557144372813074e-06"),
    (N + "VectorMath.cs", "var lost = (sum - one) - u;", "var lost = V.All(0);"),
    (N + "VectorMath.cs", "V.MultiplyAdd(n, V.All(c.MinusLn2Low), ", "(V.All(0) + "),
    (N + "Twice.cs", "V.Load(ref start, offset + V.Count));", "V.Load(ref start, offset));"),
    (A + "LaneActivation.cs", "if (sums.db2.Length == 1)", "if (sums.db2.Length <= 2)"),
    (A + "TanhActivation.cs", "(V.All(1) - a * a) * e", "(V.All(1) - a) * e"),
    (A + "SigmoidActivation.cs", "a * (V.All(1) - a) * e", "a * (V.All(1) + a) * e"),
    (A + "ReLUActivation.cs", "z > 0 ? 1 : 0", "z >= 0 ? 1 : 0"),
    (A + "LeakyReLUActivation.cs", "V.IfGreater(a, V.All(0), e, V.All(slope) * e)", "V.IfGreater(a, V.All(0), e, V.All(0) * e)"),
    (A + "CustomActivation.cs", "dZ[i] *= derivative(Z[i]);", "dZ[i] *= derivative(A[i]);"),
    (T + "Shard.cs", "        Array.Clear(db2);\n", ""),
    (T + "Shard.cs", "                net.Output.TimesSlope(Z2, A2, dZ2);\n", ""),
    (T + "Workspace.cs", "            cost += shard.Cost;", "            cost = shard.Cost;"),
    (T + "Workspace.cs", "Kernels.Update(b2, shard.db2, learningRate);", ""),
    (T + "Crew.cs", "while (Volatile.Read(ref done) < shards.Length)", "while (Volatile.Read(ref done) < shards.Length - 1)"),
    (T + "Trainer.cs", "if (!double.IsFinite(cost))", "if (double.IsNaN(cost))"),
    (T + "Recorder.cs", "epoch - bestEpoch >= trainer.Patience", "epoch - bestEpoch > trainer.Patience"),
    (T + "Recorder.cs", "cost < best - trainer.MinImprovement", "cost < best"),
    (T + "Recorder.cs", "if (reason is not null || epoch % trainer.RecordEvery == 0)", "if (epoch % trainer.RecordEvery == 0)"),
    ("Initializer.cs", "Math.Sqrt(2.0 / (inputs + outputs))", "Math.Sqrt(1.0 / inputs)"),
    ("Network.cs", "a > 0.5 ? 1.0 : 0.0", "a >= 0.4 ? 1.0 : 0.0"),
    ("Network.cs", "Parameters = Parameters, EpochsTrained", "EpochsTrained"),
    (D + "Standardizer.cs", "(row - mean[i]).PointwisePower(2).Average()", "row.PointwisePower(2).Average()"),
    (D + "Dataset.cs", "train.AddRange(columns[testCount..]);", "train.AddRange(columns);"),
    (D + "CsvTable.cs", "i < label ? i : i + 1", "i"),
    (E + "RocCurve.cs", "(truePositiveRate[i] + truePositiveRate[i - 1]) / 2", "truePositiveRate[i]"),
    (E + "ConfusionMatrix.cs", "Sum(p => counts[c, p])", "Sum(p => counts[p, c])"),
]


def run(command, folder, **more):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, **more)


def main(chosen):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mutants-"))
    for name in ("src/ShallowNet", "tests/ShallowNet.Tests", "tests/Shared", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("bin", "obj"))
    for name in ("Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", ".gitattributes", "tests/README.md"):
        shutil.copy(ROOT / name, folder / name)
    build = ["dotnet", "build", "-c", "Release", "-v", "q", "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false"]
    tests = folder / "artifacts/bin/ShallowNet.Tests/release"
    # The widths have processes of their own and would test the same mutants three times more.
    check = ["dotnet", "exec", str(tests / "ShallowNet.Tests.dll"), "-stopOnFail", "-class-", "ShallowNet.Tests.WidthTests"]
    environment = {**os.environ, "CsCheck_Iter": "300"}
    assert run(build + ["tests/ShallowNet.Tests"], folder).returncode == 0, "the tests do not build"
    assert run(check, folder, env=environment).returncode == 0, "the tests fail without a mutant"
    survivors = []
    for number in chosen:
        name, old, new = MUTANTS[number - 1]
        path = folder / "src/ShallowNet" / name
        text = path.read_text()
        assert old in text, f"mutant {number}: {name} has no {old!r} any more"
        path.write_text(text.replace(old, new, 1))
        built = run(build + ["src/ShallowNet"], folder)
        if built.returncode == 0:
            shutil.copy(folder / "artifacts/bin/ShallowNet/release/ShallowNet.dll", tests)
            try:
                killed = run(check, folder, env=environment).returncode != 0
            except subprocess.TimeoutExpired:
                killed = True
            verdict = "killed" if killed else "SURVIVED"
        else:
            killed, verdict = False, "DOES NOT BUILD " + built.stdout[-300:]
        print(f"{number:2} {verdict}: {name}: {old.strip()} -> {new.strip() or 'nothing'}", flush=True)
        if not killed:
            survivors.append(number)
        path.write_text(text)
    shutil.rmtree(folder)
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} mutants killed" + (f"; survivors: {survivors}" if survivors else ""))
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main([int(a) for a in sys.argv[1:]] or range(1, len(MUTANTS) + 1)))
