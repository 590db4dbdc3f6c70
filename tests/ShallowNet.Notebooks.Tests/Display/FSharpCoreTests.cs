using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ShallowNet.Notebooks.Tests;

public sealed class FSharpCoreTests
{
    public FSharpCoreTests() => RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);

    [Fact]
    public void Load_NewerVersionThanThereIs_GivesTheCopyThatIsLoaded()
    {
        var here = typeof(Microsoft.FSharp.Core.Unit).Assembly;
        var newer = new AssemblyName(here.FullName!) { Version = new Version(99, 0, 0, 0) };

        Assert.Same(here, Assembly.Load(newer));
    }

    [Fact]
    public void Answer_OtherAssembly_LeavesItToOthers() =>
        Assert.Null(FSharpCore.Answer(AssemblyLoadContext.Default, new AssemblyName("Another.Core")));

    [Fact]
    public void Answer_ContextWithItsOwnCopy_GivesThatCopy()
    {
        var context = new AssemblyLoadContext("own", isCollectible: true);
        var own = context.LoadFromAssemblyPath(typeof(Microsoft.FSharp.Core.Unit).Assembly.Location);

        Assert.Same(own, FSharpCore.Answer(context, new AssemblyName("FSharp.Core")));
        context.Unload();
    }
}
