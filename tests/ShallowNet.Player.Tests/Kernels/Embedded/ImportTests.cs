namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>#!import of .dib files and notebooks.</summary>
public sealed class ImportTests
{
    private const string SetUp = """
        #!meta
        {"kernelInfo":{"defaultKernelName":"csharp"}}

        #!csharp
        using System.IO;
        int Twice(int x) => 2 * x;
        #!markdown
        Some *text*.

        #!c#
        int Fail(int zero) => 1 / zero;
        """;

    [Fact]
    public async Task Dib_Imported_SharesDeclarationsUsingsAndText()
    {
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Write("setup.dib", SetUp.ReplaceLineEndings("\r\n"));
        var import = await trial.RunAsync("#!import setup.dib");
        Assert.Null(import.Failure);
        Assert.Equal("Some *text*.", Assert.Single(import.Displays)["text/markdown"]);
        Assert.Null(import.Result);
        Assert.Equal("42", (await trial.RunAsync("File.Exists(\"x\") ? 0 : Twice(21)")).Result!["text/plain"]);
    }

    [Theory]
    [InlineData("pipe.dib", null)]
    [InlineData("pipe.ipynb", null)]
    [InlineData("device.dib", "/dev/zero")]
    public async Task Import_PipeOrDevice_IsRefusedUnread(string name, string? target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Makes a pipe.");
        await using var trial = await KernelFixture.StartAsync();
        var path = Path.Combine(trial.Folder.Path, name);
        if (target is null)
            await TempFolder.PipeAsync(path);
        else
            File.CreateSymbolicLink(path, target);
        var failure = (await trial.RunAsync($"#!import {name}")).Failure!;
        Assert.Equal("ImportError", failure.Name);
        Assert.Contains("is empty, or a pipe or a device: give a file.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AmongCode_RunsInItsPlace()
    {
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Write("a.dib", "var y = x + 1; Console.Write($\"[{y}]\");");
        var run = await trial.RunAsync("var x = 1;\n#!import \"a.dib\"\nvar text = \"\"\"\n#!import b.dib\n\"\"\";\ny + text.Length");
        Assert.Null(run.Failure);
        Assert.Equal("[2](16)", run.Order);
        Assert.Equal(3, (await trial.RunAsync("\n#!import a.dib\nint.Parse(\"no\")")).Failure!.Line);
    }

    [Fact]
    public async Task Notebook_Imported_RunsItsCodeCells()
    {
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Notebook("helpers.ipynb", "md:# Helpers", "int Thrice(int x) => 3 * x;", "Thrice(4)");
        var run = await trial.RunAsync("#!import helpers.ipynb");
        Assert.Null(run.Failure);
        Assert.Equal("# Helpers", Assert.Single(run.Displays)["text/markdown"]);
        Assert.Equal("12", run.Result!["text/plain"]);
    }

    [Fact]
    public async Task RelativePaths_InAnImportedFile_StartFromTheNotebooksFolder()
    {
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Write("more.csx", "int Loaded() => 5;");
        trial.Folder.Write("parts/inner.dib", "#!csharp\nvar inner = Loaded();");
        trial.Folder.Write("parts/outer.dib", "#load \"more.csx\"\n#!import parts/inner.dib");
        Assert.Null((await trial.RunAsync("#!import parts/outer.dib")).Failure);
        Assert.Equal("5", (await trial.RunAsync("inner")).Result!["text/plain"]);
    }

    [Theory]
    [InlineData("\n#!import ../artifacts/setup.dib", "no file ../artifacts/setup.dib", "dotnet build -c Release, then play again")]
    [InlineData("\n#!import nowhere/no.dib", "no file nowhere/no.dib", "begins at the notebook's folder")]
    [InlineData("\n#!import", "names no file", "#!import ../folder/file.dib")]
    [InlineData("\n#!import more.csx", "only .dib and .ipynb", "#load")]
    [InlineData("\n#!import fsharp.dib", "\"fsharp\"", "runs C# only")]
    [InlineData("\n#!import circle.dib", "circle.dib imports back.dib imports circle.dib", "Take one #!import out")]
    [InlineData("\n#!import link.dib", "link.dib is too large to import: 17 MB", "at most 16 MB")]
    [InlineData("\n#!import large.dib", "large.dib is too large to import: 17 MB", "at most 16 MB")]
    [InlineData("\n#!import no.ipynb", "no.ipynb cannot be imported", "not valid JSON")]
    [InlineData("\n#!import folder.dib", "folder.dib", "")]
    [InlineData("\n#!import wrong.dib", "In wrong.dib: (3,1): error CS0103", "oops")]
    public async Task Import_ThatCannotBe_SaysWhyAndWhere(string code, string problem, string hint)
    {
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Write("more.csx", "1");
        trial.Folder.Write("fsharp.dib", "#!fsharp\nlet x = 1\n");
        trial.Folder.Write("circle.dib", "#!import back.dib\n");
        trial.Folder.Write("back.dib", "#!csharp\n#!import ./circle.dib\n");
        trial.Folder.Write("no.ipynb", "cells");
        trial.Folder.Write("wrong.dib", "#!csharp\n\noops");
        Directory.CreateDirectory(Path.Combine(trial.Folder.Path, "folder.dib"));
        using (var large = File.Create(Path.Combine(trial.Folder.Path, "large.dib")))
            large.SetLength(17 << 20);
        File.CreateSymbolicLink(Path.Combine(trial.Folder.Path, "link.dib"), "large.dib");

        var failure = (await trial.RunAsync(code)).Failure!;
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.Contains(hint, failure.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1), (failure.Line, failure.Column));
        Assert.Null((await trial.RunAsync("1")).Failure);
    }

    [Fact]
    public async Task Exception_InImportedCode_NamesTheFileAndLine()
    {
        await using var trial = await KernelFixture.StartAsync();
        trial.Folder.Write("setup.dib", SetUp);
        Assert.Null((await trial.RunAsync("#!import setup.dib")).Failure);
        var failure = (await trial.RunAsync("\nFail(0)")).Failure!;
        Assert.Equal(2, failure.Line);
        Assert.Contains(failure.Traceback, line => line.EndsWith("in imported setup.dib, line 11", StringComparison.Ordinal));
    }
}
