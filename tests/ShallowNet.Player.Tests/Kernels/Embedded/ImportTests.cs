namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>#!import of .dib files and notebooks.</summary>
public sealed class ImportTests : KernelTrial
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
        Folder.Write("setup.dib", SetUp.ReplaceLineEndings("\r\n"));
        var import = await SucceedAsync("#!import setup.dib");
        Assert.Equal("Some *text*.", Assert.Single(import.Displays)["text/markdown"]);
        Assert.Null(import.Result);
        Assert.Equal("42", await ValueAsync("File.Exists(\"x\") ? 0 : Twice(21)"));
    }

    [Theory]
    [InlineData("pipe.dib", null)]
    [InlineData("pipe.ipynb", null)]
    [InlineData("device.dib", "/dev/zero")]
    public async Task Import_PipeOrDevice_IsRefusedUnread(string name, string? target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Makes a pipe.");
        var path = Path.Combine(Folder.Path, name);
        if (target is null)
            await TempFolder.PipeAsync(path);
        else
            File.CreateSymbolicLink(path, target);
        var failure = await FailAsync($"#!import {name}", "is empty, or a pipe or a device: give a file.");
        Assert.Equal("ImportError", failure.Name);
    }

    [Fact]
    public async Task Import_AmongCode_RunsInItsPlace()
    {
        Folder.Write("a.dib", "var y = x + 1; Console.Write($\"[{y}]\");");
        var run = await SucceedAsync("var x = 1;\n#!import \"a.dib\"\nvar text = \"\"\"\n#!import b.dib\n\"\"\";\ny + text.Length");
        Assert.Equal("[2](16)", run.Order);
        Assert.Equal(3, (await FailAsync("\n#!import a.dib\nint.Parse(\"no\")")).Line);
    }

    [Fact]
    public async Task Notebook_Imported_RunsItsCodeCells()
    {
        Folder.Notebook("helpers.ipynb", "md:# Helpers", "int Thrice(int x) => 3 * x;", "Thrice(4)");
        var run = await SucceedAsync("#!import helpers.ipynb");
        Assert.Equal("# Helpers", Assert.Single(run.Displays)["text/markdown"]);
        Assert.Equal("12", run.Result!["text/plain"]);
    }

    [Fact]
    public async Task RelativePaths_InAnImportedFile_StartFromTheNotebooksFolder()
    {
        Folder.Write("more.csx", "int Loaded() => 5;");
        Folder.Write("parts/inner.dib", "#!csharp\nvar inner = Loaded();");
        Folder.Write("parts/outer.dib", "#load \"more.csx\"\n#!import parts/inner.dib");
        await SucceedAsync("#!import parts/outer.dib");
        Assert.Equal("5", await ValueAsync("inner"));
    }

    [Theory]
    [InlineData(" ../artifacts/setup.dib", "no file ../artifacts/setup.dib", "dotnet build -c Release, then play again")]
    [InlineData(" nowhere/no.dib", "no file nowhere/no.dib", "begins at the notebook's folder")]
    [InlineData("", "names no file", "#!import ../folder/file.dib")]
    [InlineData(" more.csx", "only .dib and .ipynb", "#load")]
    [InlineData(" fsharp.dib", "\"fsharp\"", "runs C# only")]
    [InlineData(" circle.dib", "circle.dib imports back.dib imports circle.dib", "Take one #!import out")]
    [InlineData(" link.dib", "link.dib is too large to import: 17 MB", "at most 16 MB")]
    [InlineData(" large.dib", "large.dib is too large to import: 17 MB", "at most 16 MB")]
    [InlineData(" no.ipynb", "no.ipynb cannot be imported", "not valid JSON")]
    [InlineData(" folder.dib", "folder.dib", "")]
    [InlineData(" wrong.dib", "In wrong.dib: (3,1): error CS0103", "oops")]
    public async Task Import_ThatCannotBe_SaysWhyAndWhere(string file, string problem, string hint)
    {
        Folder.Write("more.csx", "1");
        Folder.Write("fsharp.dib", "#!fsharp\nlet x = 1\n");
        Folder.Write("circle.dib", "#!import back.dib\n");
        Folder.Write("back.dib", "#!csharp\n#!import ./circle.dib\n");
        Folder.Write("no.ipynb", "cells");
        Folder.Write("wrong.dib", "#!csharp\n\noops");
        Folder.Write("folder.dib/file", "");
        using (var large = File.Create(Path.Combine(Folder.Path, "large.dib")))
            large.SetLength(17 << 20);
        File.CreateSymbolicLink(Path.Combine(Folder.Path, "link.dib"), "large.dib");
        var failure = await FailAsync("\n#!import" + file, problem, hint);
        Assert.Equal((2, 1), (failure.Line, failure.Column));
        await SucceedAsync("1");
    }

    [Fact]
    public async Task Exception_InImportedCode_NamesTheFileAndLine()
    {
        Folder.Write("setup.dib", SetUp);
        await SucceedAsync("#!import setup.dib");
        var failure = await FailAsync("\nFail(0)");
        Assert.Equal(2, failure.Line);
        Assert.Contains(failure.Traceback, line => line.EndsWith("in imported setup.dib, line 11", StringComparison.Ordinal));
    }
}
