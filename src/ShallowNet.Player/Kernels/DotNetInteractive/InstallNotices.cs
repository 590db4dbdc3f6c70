namespace ShallowNet.Player.Kernels.DotNetInteractive;

/// <summary>
/// Knows the notices that .NET Interactive shows while it installs packages. They speak of this machine (its package folder, how long it
/// took), not of the notebook, so they do not belong on its page.
/// </summary>
internal sealed class InstallNotices
{
    private readonly HashSet<string> _ids = [];

    /// <summary>Whether the event is such a notice, or an update of one.</summary>
    public bool Contain(InteractiveEvent shown)
    {
        if (shown is not
            {
                EventType: InteractiveEvent.Displayed or InteractiveEvent.Updated,
                Event: { ValueId: { } id, FormattedValues: [var value, ..] }
            })
        {
            return false;
        }
        if (IsNotice(value))
            _ids.Add(id);
        return _ids.Contains(id);
    }

    private static bool IsNotice(InteractiveEvent.FormattedValue shown) => shown switch
    {
        { MimeType: "text/html", Value: { } html } =>
            html.StartsWith("<div><div></div><div><strong>Installing Packages</strong>", StringComparison.Ordinal),
        { MimeType: "text/plain", Value: { } text } => text.StartsWith("Loading extensions from `", StringComparison.Ordinal)
            || text.StartsWith("Loading extension script from `", StringComparison.Ordinal),
        _ => false,
    };
}
