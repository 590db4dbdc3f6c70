using CsCheck;

namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

public sealed class InteractiveMessageTests
{
    [Fact]
    public void SubmitCode_AnyText_IsOneLineThatReadsBack() => Gen.Char.Array
        .Select(chars => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(chars))).Sample(code =>
        {
            var line = Encoding.UTF8.GetString(InteractiveMessage.SubmitCode("cell-1", "csharp", code));
            Expect.End(line, "\n");
            Assert.All(line[..^1], c => Assert.InRange(c, ' ', '~'));
            var expected = new { token = "cell-1", commandType = "SubmitCode", command = new { code, targetKernelName = "csharp" } };
            Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(expected), JsonNode.Parse(line)), line);
        });

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Gen.OneOf(Gen.String, Gen.String.Select(text => "{\"event\":" + text),
        Gen.String.Select(text => "{\"event\":{\"message\":" + text + "}}"))
        .Sample(line => InteractiveMessage.Read(line) is null or { EventType: not null });

    [Fact]
    public void Read_LineOfTheRealKernel_GivesItsParts()
    {
        const string line = """
            {"event":{"diagnostics":[{"linePositionSpan":{"start":{"line":5,"character":8},"end":{"line":5,"character":11}},"severity":"error","code":"CS0029","message":"Cannot implicitly convert type 'string' to 'int'"}],"formattedDiagnostics":[{"mimeType":"text/plain","value":"(3,9): error CS0029: Cannot implicitly convert type 'string' to 'int'","suppressDisplay":false}]},"eventType":"DiagnosticsProduced","command":{"token":"cell-1.5","commandType":"SubmitCode","command":{"code":"int q = \"a\";","parameters":{},"targetKernelName":"csharp","originUri":null,"destinationUri":null},"routingSlip":["kernel://pid-16167/?tag=arrived"]},"routingSlip":["kernel://pid-16167/csharp"]}
            """;
        var read = InteractiveMessage.Read(line);
        Assert.Equal((InteractiveEvent.Diagnosed, "cell-1.5"), (read?.EventType, read?.Command?.Token));
        Assert.Equal(new InteractiveEvent.Diagnostic(new(new(5, 8)), "error", "CS0029", "Cannot implicitly convert type 'string' to 'int'"),
            Assert.Single(read!.Event!.Diagnostics!));
    }

    [Theory]
    [InlineData("CommandSucceeded", "cell-1", true)]
    [InlineData("CommandFailed", "cell-1", true)]
    [InlineData("CommandSucceeded", "cell-1.2", false)]
    [InlineData("CommandSucceeded", "cell-12", false)]
    [InlineData("ReturnValueProduced", "cell-1", false)]
    public void Ends_EventOfACommand_OnlyWhenThatCommandHasEnded(string type, string token, bool ends) =>
        Assert.Equal(ends, new InteractiveEvent(type, null, new(token)).Ends("cell-1"));
}
