namespace ShallowNet.Notebooks;

internal static class ModuleStart
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification =
        "A notebook must not have to call anything before its first chart: the answer for FSharp.Core has to be in place earlier.")]
    internal static void Run()
    {
        FSharpCore.AnswerForMissingVersion();
        HostFormatters.Watch();
        CellHost.Serve();
        VersoFormatter.Register();
    }
}
