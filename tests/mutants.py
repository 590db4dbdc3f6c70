"""Changes one operator at a time in the library and counts the changes that its tests notice.

    python3 tests/mutants.py        # 100 changes, drawn with seed 1; those not noticed are listed
    python3 tests/mutants.py 20 7   # 20 changes, drawn with seed 7

Works on a copy of src/ and tests/ in a temporary folder; the repository is left as it is. A change may mean the same as before (a bound
that is never met, work that is only divided in another way): so not all can be noticed.
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SWAPS = {" + ": " - ", " - ": " + ", " * ": " / ", " / ": " * ", " < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " == ": " != ",
         " != ": " == ", " && ": " || ", " || ": " && ", " += ": " -= ", " -= ": " += ", "Math.Min(": "Math.Max(", "Math.Max(": "Math.Min("}
OPERATOR = re.compile("|".join(map(re.escape, SWAPS)))


def places(folder):
    for path in sorted((folder / "src/ShallowNet").rglob("*.cs")):
        for number, line in enumerate(path.read_text().split("\n")):
            if not line.lstrip().startswith("//") and '"' not in line:
                for match in OPERATOR.finditer(line.split("//")[0]):
                    yield path, number, match


def run(command, folder, **more):
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, **more).returncode
    except subprocess.TimeoutExpired:
        return -1


def main(count, seed):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mutants-"))
    for name in ("src/ShallowNet", "tests/ShallowNet.Tests", "tests/Shared", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("bin", "obj"))
    for name in ("Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", ".gitattributes", "tests/README.md"):
        shutil.copy(ROOT / name, folder / name)
    build = ["dotnet", "build", "-c", "Release", "-v", "q", "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false"]
    tests = folder / "artifacts/bin/ShallowNet.Tests/release"
    # The widths have processes of their own and would test the same change three times more.
    check = ["dotnet", "exec", str(tests / "ShallowNet.Tests.dll"), "-stopOnFail", "-class-", "ShallowNet.Tests.WidthTests"]
    environment = {**os.environ, "CsCheck_Iter": "100"}
    assert run(build + ["tests/ShallowNet.Tests"], folder) == 0, "the tests do not build"
    assert run(check, folder, env=environment) == 0, "the tests fail without a change"
    tried = noticed = 0
    every = list(places(folder))
    for path, number, match in random.Random(seed).sample(every, len(every)):
        if tried == count:
            break
        text = path.read_text()
        lines = text.split("\n")
        old = lines[number]
        lines[number] = old[:match.start()] + SWAPS[match.group()] + old[match.end():]
        path.write_text("\n".join(lines))
        if run(build + ["src/ShallowNet"], folder) == 0:
            tried += 1
            shutil.copy(folder / "artifacts/bin/ShallowNet/release/ShallowNet.dll", tests)
            if run(check, folder, env=environment) != 0:
                noticed += 1
            else:
                print(f"not noticed: {path.relative_to(folder)}({number + 1}): {lines[number].strip()}", flush=True)
        path.write_text(text)
    shutil.rmtree(folder)
    print(f"{noticed} of {tried} changes noticed")


if __name__ == "__main__":
    main(*(int(a) for a in (sys.argv[1:] + ["100", "1"][len(sys.argv) - 1:])))
