using ShallowNet.Player.CommandLine;

namespace ShallowNet.Player.Tests.Kernels.DotNetInteractive;

public sealed class InteractiveToolTests
{
    [Fact]
    public void Find_Dll_IsRunByDotnet()
    {
        var dll = typeof(InteractiveToolTests).Assembly.Location;
        var tool = InteractiveTool.Find(dll);
        Assert.Equal("dotnet", Path.GetFileNameWithoutExtension(tool.Program));
        Assert.Equal([dll], tool.Arguments);
    }

    [Fact]
    public void Find_PathThatIsNotThere_NamesIt() => Expect.In(
        Assert.Throws<KernelStartException>(() => InteractiveTool.Find("no/such/tool")).Message, Path.GetFullPath("no/such/tool"));

    [Fact]
    public void FindIn_SeveralFolders_TakesTheFirstThatHasIt()
    {
        var executable = OperatingSystem.IsWindows() ? "dotnet-interactive.exe" : "dotnet-interactive";
        using TempFolder empty = new(), first = new(), second = new();
        var expected = first.Write(executable, "");
        second.Write(executable, "");
        Assert.Equal(expected,
            InteractiveTool.FindIn(string.Join(Path.PathSeparator, "", empty.Path, first.Path, second.Path))?.Program);
        Assert.Null(InteractiveTool.FindIn(empty.Path));
    }

    [Fact]
    public void Engine_EachName_GivesThatEngine()
    {
        Assert.IsType<EmbeddedEngine>(KernelChoice.Engine("embedded"));
        Assert.IsType<InteractiveEngine>(KernelChoice.Engine("dotnet-interactive=" + KernelTrial.StandIn.Arguments[0]));
    }

    [Theory]
    [InlineData("jupyter")]
    [InlineData("")]
    [InlineData("embedded=x")]
    [InlineData("dotnet-interactive=")]
    [InlineData("Embedded")]
    public void Engine_UnknownName_SaysWhichThereAre(string name) => Expect.In(
        Assert.Throws<KernelStartException>(() => KernelChoice.Engine(name)).Message,
        $"\"{name}\" is not known. Give embedded, dotnet-interactive or dotnet-interactive=path.");
}
