using System.Text;
using DotNetInteractiveStandIn;

// Speaks as `dotnet-interactive stdio` does, so that the player can be tested where .NET Interactive is not installed.
if (args is ["sleep"])
    Thread.Sleep(Timeout.Infinite);
if (args is not ["stdio"])
{
    Console.Error.WriteLine($"The stand-in knows \"stdio\" only, not \"{string.Join(' ', args)}\".");
    return 1;
}
Console.OutputEncoding = Encoding.UTF8;
Console.WriteLine("Welcome to a stand-in of .NET Interactive!");
Console.WriteLine("---------");
StandIn.Write("KernelReady", token: null, new { kernelInfos = Array.Empty<object>() });
while (Console.In.ReadLine() is { } line && StandIn.TryPlay(line))
    continue;
return 0;
