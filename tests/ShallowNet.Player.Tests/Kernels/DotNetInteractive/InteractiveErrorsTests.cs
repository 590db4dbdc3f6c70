namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

public sealed class InteractiveErrorsTests
{
    [Theory]
    [InlineData("System.Exception: one\n   at Submission#1", "System.Exception", "one")]
    [InlineData("System.Exception: one\ntwo: three\n   at Submission#1", "System.Exception", "one\ntwo: three")]
    [InlineData("System.AggregateException: outer (inner)\n ---> System.Exception: inner\n   at X", "System.AggregateException",
        "outer (inner)")]
    [InlineData("ShallowNet.DataFormatException: line 3", "ShallowNet.DataFormatException", "line 3")]
    [InlineData("Submission#2+MyException: own\r\n   at Y", "Submission#2+MyException", "own")]
    [InlineData("No kernel found for fsharq", "CommandFailed", "No kernel found for fsharq")]
    [InlineData("error: Exception: seen", "CommandFailed", "error: Exception: seen")]
    [InlineData("", "CommandFailed", "reported before", "reported before")]
    public void Failure_Message_GivesNameAndText(string message, string name, string text, string? before = null)
    {
        var errors = new InteractiveErrors();
        if (before is not null)
            errors.Add(Event(InteractiveEvent.Error, before));
        var failure = errors.Failure(Event(InteractiveEvent.Failed, message));
        Assert.Equal((name, text), (failure?.Name, failure?.Message));
    }

    [Fact]
    public void Failure_SuccessAndNoError_IsNull() => Assert.Null(new InteractiveErrors().Failure(Event(InteractiveEvent.Succeeded, null)));

    private static InteractiveEvent Event(string type, string? message) =>
        new(type, new(message, null, null, null), new("cell-1"));
}
