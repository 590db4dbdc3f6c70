using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ShallowNet.Notebooks.Tests;

public sealed class FSharpCoreTests
{
    private static readonly Assembly Here = typeof(Microsoft.FSharp.Core.Unit).Assembly;

    public FSharpCoreTests() => RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);

    [Fact]
    public void Load_NewerVersionThanThereIs_GivesTheCopyThatIsLoaded() =>
        Assert.Same(Here, Assembly.Load(new AssemblyName(Here.FullName!) { Version = new Version(99, 0, 0, 0) }));

    [Fact]
    public void Answer_OtherAssembly_LeavesItToOthers() =>
        Assert.Null(FSharpCore.Answer(AssemblyLoadContext.Default, new AssemblyName("Another.Core")));

    [Fact]
    public void Answer_ContextWithItsOwnCopy_GivesThatCopy()
    {
        var context = new AssemblyLoadContext("own", isCollectible: true);
        var own = context.LoadFromAssemblyPath(Here.Location);
        Assert.Same(own, FSharpCore.Answer(context, new AssemblyName("FSharp.Core")));
        context.Unload();
    }
}
