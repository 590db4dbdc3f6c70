namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>What cells can do, and how they show it.</summary>
public sealed class CellTests(CellTests.SharedKernel shared) : IClassFixture<CellTests.SharedKernel>
{
    [Fact]
    public async Task Cell_LastExpression_IsTheResult()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("var x = 20;\nx + 1");
        Assert.Null(run.Failure);
        Assert.Equal("21", run.Result!["text/plain"]);
        Assert.Contains("21", run.Result["text/html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("1 + 1; ")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("\"shown once\".Display()")]
    [InlineData("// only a comment")]
    [InlineData("using System.IO;")]
    [InlineData("return;")]
    [InlineData("{ int F() { return 1; } F(); }")]
    public async Task Cell_WithoutValue_HasNoResult(string code)
    {
        var trial = shared.KernelFixture;
        // A statement like "1 + 1;" is an error in C#: it has no result either.
        Assert.Null((await trial.RunAsync(code)).Result);
    }

    [Theory]
    [InlineData("(string)null", "<null>")]
    [InlineData("return 7;", "7")]
    [InlineData("await Task.FromResult(8)", "8")]
    [InlineData("new[] { 1, 2 }", "[ 1, 2 ]")]
    [InlineData("new[] { (1, 2.5), (3, 4.0) }", "[ ( 1, 2.5 ), ( 3, 4 ) ]")]
    public async Task Cell_Value_IsFormatted(string code, string expected)
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync(code);
        Assert.Null(run.Failure);
        Assert.Equal(expected, run.Result!["text/plain"]);
    }

    [Fact]
    public async Task Cell_ConsoleAndDisplays_KeepTheirOrder()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("Console.Write(\"a\"); display(1); Console.Write(\"b\\n\"); 2.Display(); Console.Write(\"c\"); 3");
        Assert.Equal("a[1]b\n[2]c(3)", run.Order);
    }

    [Fact]
    public async Task Cell_StandardError_IsKeptApart()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("Console.Error.Write(\"bad\"); Console.Write(\"good\");");
        Assert.Equal([new TextOutput("stderr", "bad"), new TextOutput("stdout", "good")], run.Outputs);
    }

    [Fact]
    public async Task Html_DisplayedOrReturned_IsNotEscaped()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("display(HTML(\"<b>x</b>\")); \"<i>y</i>\".DisplayAs(\"text/html\"); HTML(\"<u>z</u>\")");
        Assert.Equal("<b>x</b>", run.Displays[0]["text/html"]);
        Assert.Equal("<i>y</i>", run.Displays[1]["text/html"]);
        Assert.Equal("<u>z</u>", run.Result!["text/html"]);
    }

    [Fact]
    public async Task Display_WithMimeType_UsesThatTypeOnly()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("new[] { 1, 2 }.Display(\"application/json\");");
        Assert.Equal(new Dictionary<string, string> { ["application/json"] = "[1,2]" }, run.Displays[0]);
    }

    [Fact]
    public async Task Update_OfADisplay_KeepsItsPlace()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("var shown = display(1); shown.Update(2);");
        var displays = run.Outputs.Cast<DisplayOutput>().ToArray();
        Assert.Equal(displays[0].Id, displays[1].Id);
        Assert.Equal("2", displays[1].Data["text/plain"]);
    }

    [Fact]
    public async Task TypeFormatterSource_OfANotebookType_ShowsIt()
    {
        var trial = shared.KernelFixture;
        Assert.Null((await trial.RunAsync("""
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type type) => FormatterSourceType = type;
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
            class Html { public string MimeType => "text/html"; public bool Format(object o, System.IO.TextWriter w) { w.Write("<svg/>"); return true; } }
            class Plain { public string MimeType => "text/plain"; public bool Format(object o, System.IO.TextWriter w) { w.Write("a drawing"); return true; } }
            class Source { public IEnumerable<object> CreateTypeFormatters() => new object[] { new Html(), new Plain() }; }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html" })] class Drawing { }
            """)).Failure);
        var run = await trial.RunAsync("new Drawing()");
        Assert.Equal("<svg/>", run.Result!["text/html"]);
        Assert.Equal("a drawing", run.Result["text/plain"]);
    }

    [Fact]
    public async Task Usings_AreThoseOfTheRealHost()
    {
        await using var trial = await KernelFixture.StartAsync();
        Assert.Null((await trial
            .RunAsync("var b = new StringBuilder(); var l = new List<int>().Select(i => i); Task t = null; IEnumerable e = null;"))
                .Failure);
        var run = await trial.RunAsync("File.Exists(\"x\")");
        Assert.Equal("CompilationError", run.Failure!.Name);
        Assert.Contains("CS0103", run.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_ShareDeclarations_AndCanBeRunAgain()
    {
        var trial = shared.KernelFixture;
        const string declare = "int Twice(int x) => 2 * x; var k = 21; record Point(int X, int Y);";
        Assert.Null((await trial.RunAsync(declare)).Failure);
        Assert.Null((await trial.RunAsync(declare)).Failure);
        Assert.Equal("42", (await trial.RunAsync("Twice(k)")).Result!["text/plain"]);
        Assert.Null((await trial.RunAsync("using Microsoft.DotNet.Interactive.Formatting; k = 3;")).Failure);
        Assert.Equal("6", (await trial.RunAsync("Twice(k)")).Result!["text/plain"]);
    }

    [Fact]
    public async Task WorkingDirectory_IsTheNotebooksFolder()
    {
        var trial = shared.KernelFixture;
        trial.Folder.Write("data.txt", "found");
        Assert.Equal("found", (await trial.RunAsync("System.IO.File.ReadAllText(\"data.txt\")")).Result!["text/plain"]);
    }

    [Fact]
    public async Task Load_OfAScript_BringsItsDeclarations()
    {
        var trial = shared.KernelFixture;
        trial.Folder.Write("more.csx", "int Loaded() => 5;");
        var run = await trial.RunAsync("#load \"more.csx\"\nLoaded()");
        Assert.Null(run.Failure);
        Assert.Equal("5", run.Result!["text/plain"]);
    }

    [Fact]
    public async Task CompilationError_NamesLineAndColumn()
    {
        var trial = shared.KernelFixture;
        var failure = (await trial.RunAsync("var a = 1;\nvar b = a + nope;\n")).Failure!;
        Assert.Equal(("CompilationError", 2, 13), (failure.Name, failure.Line, failure.Column));
        Assert.Contains("(2,13): error CS0103: The name 'nope' does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_InAMethodOfAnEarlierCell_NamesTheCallingLine()
    {
        var trial = shared.KernelFixture;
        await trial.RunAsync("\nint F(int x) =>\n    10 / x;");
        var failure = (await trial.RunAsync("var zero = 0;\n\nF(zero)")).Failure!;
        Assert.Equal(("System.DivideByZeroException", 3), (failure.Name, failure.Line));
        Assert.Equal(["System.DivideByZeroException: Attempted to divide by zero.", $"   at F(Int32 x) in cell {trial.Cells - 1}, line 3",
            $"   at cell {trial.Cells}, line 3"], failure.Traceback);
    }

    [Fact]
    public async Task Exception_AfterAwaitAndOutput_KeepsTheOutput()
    {
        var trial = shared.KernelFixture;
        var run = await trial
            .RunAsync("Console.WriteLine(\"before\");\nawait Task.Delay(1);\nthrow new InvalidOperationException(\"own words\");");
        Assert.Equal("before\n", run.Console);
        Assert.Equal(("System.InvalidOperationException", "own words", 3), (run.Failure!.Name, run.Failure.Message, run.Failure.Line));
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "#!fsharp")]
    [InlineData("var x = 1;\n#!time\nx", "#!time")]
    [InlineData("#i \"nuget: https://example.org/index.json\"", "#i")]
    [InlineData("#r nuget: Foo", "#r nuget: Foo")]
    public async Task Directive_Unknown_IsAnErrorThatNamesIt(string code, string directive)
    {
        var trial = shared.KernelFixture;
        var failure = (await trial.RunAsync(code)).Failure!;
        Assert.Contains(failure.Name, (string[])["UnsupportedDirective", "CompilationError"]);
        Assert.Contains(directive[..2], failure.Name == "CompilationError" ? code : failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Line);
    }

    [Fact]
    public async Task Directive_InsideAString_IsText()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("#!csharp\nvar s = @\"\n#!fsharp\n#r \"\"nuget: X\"\"\";\ns.Length");
        Assert.Null(run.Failure);
        Assert.NotNull(run.Result);
    }

    [Fact]
    public async Task Language_OtherThanCSharp_IsAClearError()
    {
        var trial = shared.KernelFixture;
        var failure = (await trial.RunAsync("let x = 1", "fsharp")).Failure!;
        Assert.Equal("UnsupportedLanguage", failure.Name);
        Assert.Contains("\"fsharp\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_OfHalfACharacter_DoesNotBreakTheKernel()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("Console.WriteLine(\"\\ud800 \\0 \\u2028 课程 😀\"); \"\\udc00\"");
        Assert.Null(run.Failure);
        Assert.Equal("\ufffd \0 \u2028 课程 😀\n", run.Console);
        Assert.Null((await trial.RunAsync("1")).Failure);
    }

    [Fact]
    public async Task Cells_InGreatNumber_SeeWhatTheFirstDeclared()
    {
        await using var trial = await KernelFixture.StartAsync();
        await trial.RunAsync("var sum = 0;");
        for (var i = 0; i < 150; i++)
            await trial.RunAsync($"var x{i} = ++sum;");
        Assert.Equal("150", (await trial.RunAsync("sum")).Result!["text/plain"]);
    }

    [Fact]
    public async Task Culture_IsTheUsersOwn()
    {
        var trial = shared.KernelFixture;
        var run = await trial.RunAsync("System.Globalization.CultureInfo.CurrentCulture.Name");
        Assert.Equal(CultureInfo.CurrentCulture.Name, run.Result!["text/plain"]);
    }

    [Fact]
    public async Task Input_IsAtItsEnd()
    {
        var trial = shared.KernelFixture;
        Assert.Equal("True", (await trial.RunAsync("Console.ReadLine() is null")).Result!["text/plain"]);
    }

    /// <summary>One kernel for all tests of the class: none of them harms it.</summary>
    public sealed class SharedKernel : IAsyncLifetime
    {
        internal KernelFixture KernelFixture { get; private set; } = null!;

        public async ValueTask InitializeAsync() => KernelFixture = await KernelFixture.StartAsync();

        public ValueTask DisposeAsync() => KernelFixture.DisposeAsync();
    }
}
