namespace ShallowNet.Player.Tests.Kernels.Embedded;

/// <summary>What cells can do, and how they show it. One kernel for all tests of the class: none of them harms it.</summary>
public sealed class CellTests(KernelTrial kernel) : IClassFixture<KernelTrial>
{
    [Theory]
    [InlineData("var x = 20;\nx + 1", "(21)")]
    [InlineData("(string)null", "(<null>)")]
    [InlineData("return 7;", "(7)")]
    [InlineData("await Task.FromResult(8)", "(8)")]
    [InlineData("new[] { 1, 2 }", "([ 1, 2 ])")]
    [InlineData("new[] { (1, 2.5), (3, 4.0) }", "([ ( 1, 2.5 ), ( 3, 4 ) ])")]
    [InlineData("Console.ReadLine() is null", "(True)")]
    [InlineData("#!csharp\nvar s = @\"\n#!fsharp\n#r \"\"nuget: X\"\"\";\ns.Length", "(23)")]
    [InlineData("Console.Write(\"a\"); display(1); Console.Write(\"b\\n\"); 2.Display(); Console.Write(\"c\"); 3", "a[1]b\n[2]c(3)")]
    [InlineData("Console.WriteLine(\"\\ud800 \\0 \\u2028 课程 😀\"); \"\\udc00\"", "\ufffd \0 \u2028 课程 😀\n(\ufffd)")]
    [InlineData("\"shown once\".Display()", "[shown once]")]
    [InlineData("var x = 1;", "")]
    [InlineData("Console.Write(\"\")", "")]
    [InlineData("// only a comment", "")]
    [InlineData("using System.IO;", "")]
    [InlineData("return;", "")]
    [InlineData("{ int F() { return 1; } F(); }", "")]
    public async Task Cell_ThatSucceeds_ShowsWhatItWroteAndItsValueInOrder(string code, string shown) =>
        Assert.Equal(shown, (await kernel.SucceedAsync(code)).Order);

    [Theory]
    [InlineData("var a = 1;\nvar b = a + nope;\n", "CompilationError", 2, 13, "(2,13): error CS0103: The name 'nope' does not exist")]
    [InlineData("1 + 1; ", "CompilationError", 1, 1, "CS0201")]
    [InlineData("Console.WriteLine(\"before\");\nawait Task.Delay(1);\nthrow new InvalidOperationException(\"own words\");",
        "System.InvalidOperationException", 3, 1, "own words", "before\n")]
    [InlineData("#!fsharp\nlet x = 1", "UnsupportedDirective", 1, 1, "#!fsharp")]
    [InlineData("var x = 1;\n#!time\nx", "UnsupportedDirective", 2, 1, "#!time")]
    [InlineData("#i \"nuget: https://example.org/index.json\"", "UnsupportedDirective", 1, 1, "#i")]
    [InlineData("#r nuget: Foo", "CompilationError", 1, 4, "CS7010")]
    public async Task Cell_ThatFails_SaysWhyAndWhereAfterWhatItShowed(
        string code, string name, int line, int column, string message, string shown = "")
    {
        var run = await kernel.RunAsync(code);
        Assert.Equal((name, line, column), (run.Failure?.Name, run.Failure?.Line, run.Failure?.Column));
        Expect.In(run.Failure!.Message, message);
        Assert.Equal(shown, run.Order);
    }

    [Fact]
    public async Task Cell_StandardError_IsKeptApart() =>
        Assert.Equal([new TextOutput("stderr", "bad"), new TextOutput("stdout", "good")],
            (await kernel.RunAsync("Console.Error.Write(\"bad\"); Console.Write(\"good\");")).Outputs);

    [Fact]
    public async Task Html_DisplayedOrReturned_IsNotEscaped()
    {
        var run = await kernel.RunAsync("display(HTML(\"<b>x</b>\")); \"<i>y</i>\".DisplayAs(\"text/html\"); HTML(\"<u>z</u>\")");
        Assert.Equal(["<b>x</b>", "<i>y</i>", "<u>z</u>"], run.Displays.Append(run.Result!).Select(data => data["text/html"]));
    }

    [Fact]
    public async Task Result_OfANumber_HasHtmlToo() =>
        Expect.In((await kernel.RunAsync("20 + 1")).Result!["text/html"], "21");

    [Fact]
    public async Task Display_WithMimeType_UsesThatTypeOnly() =>
        Assert.Equal(new Dictionary<string, string> { ["application/json"] = "[1,2]" },
            (await kernel.RunAsync("new[] { 1, 2 }.Display(\"application/json\");")).Displays[0]);

    [Fact]
    public async Task Update_OfADisplay_KeepsItsPlace()
    {
        var run = await kernel.RunAsync("var shown = display(1); shown.Update(2);");
        Assert.Equal("[1][2]", run.Order);
        Assert.Single(run.Outputs.Cast<DisplayOutput>().Select(display => display.Id).Distinct());
    }

    [Fact]
    public async Task TypeFormatterSource_OfANotebookType_ShowsIt()
    {
        await kernel.SucceedAsync("""
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
            """);
        var run = await kernel.RunAsync("new Drawing()");
        Assert.Equal(("<svg/>", "a drawing"), (run.Result!["text/html"], run.Result["text/plain"]));
    }

    [Fact]
    public async Task Usings_AreThoseOfTheRealHost()
    {
        await using var fresh = new KernelTrial();
        await fresh.SucceedAsync(
            "var b = new StringBuilder(); var l = new List<int>().Select(i => i); Task t = null; IEnumerable e = null;");
        Assert.Equal("CompilationError", (await fresh.FailAsync("File.Exists(\"x\")", "CS0103")).Name);
    }

    [Fact]
    public async Task Cells_ShareDeclarations_AndCanBeRunAgain()
    {
        for (var i = 0; i < 2; i++)
            await kernel.SucceedAsync("int Twice(int x) => 2 * x; var k = 21; record Point(int X, int Y);");
        Assert.Equal("42", await kernel.ValueAsync("Twice(k)"));
        await kernel.SucceedAsync("using Microsoft.DotNet.Interactive.Formatting; k = 3;");
        Assert.Equal("6", await kernel.ValueAsync("Twice(k)"));
    }

    [Fact]
    public async Task Cells_InGreatNumber_SeeWhatTheFirstDeclared()
    {
        await kernel.RunAsync("var sum = 0;");
        for (var i = 0; i < 150; i++)
            await kernel.RunAsync($"var x{i} = ++sum;");
        Assert.Equal("150", await kernel.ValueAsync("sum"));
    }

    [Theory]
    [InlineData("data.txt", "found", "System.IO.File.ReadAllText(\"data.txt\")", "found")]
    [InlineData("more.csx", "int Loaded() => 5;", "#load \"more.csx\"\nLoaded()", "5")]
    public async Task File_InTheNotebooksFolder_IsFoundByItsName(string name, string content, string code, string value)
    {
        kernel.Folder.Write(name, content);
        Assert.Equal(value, await kernel.ValueAsync(code));
    }

    [Fact]
    public async Task Exception_InAMethodOfAnEarlierCell_NamesTheCallingLine()
    {
        await kernel.RunAsync("\nint F(int x) =>\n    10 / x;");
        var failure = await kernel.FailAsync("var zero = 0;\n\nF(zero)");
        Assert.Equal(("System.DivideByZeroException", 3), (failure.Name, failure.Line));
        Assert.Equal(["System.DivideByZeroException: Attempted to divide by zero.", $"   at F(Int32 x) in cell {kernel.Cells - 1}, line 3",
            $"   at cell {kernel.Cells}, line 3"], failure.Traceback);
    }

    [Fact]
    public async Task Language_OtherThanCSharp_IsAClearError()
    {
        var failure = (await kernel.RunAsync("let x = 1", "fsharp")).Failure!;
        Assert.Equal("UnsupportedLanguage", failure.Name);
        Expect.In(failure.Message, "\"fsharp\"");
    }

    [Fact]
    public async Task Culture_IsTheUsersOwn() =>
        Assert.Equal(CultureInfo.CurrentCulture.Name, await kernel.ValueAsync("System.Globalization.CultureInfo.CurrentCulture.Name"));
}
