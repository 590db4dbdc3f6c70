namespace ShallowNet.Notebooks;

/// <summary>What a notebook of the course asks first.</summary>
public static class Course
{
    private static readonly (string What, Func<Dataset> Load)[] Data =
        [("flower", Datasets.Flower), ("breast cancer", Datasets.BreastCancer), ("digits", Datasets.Digits)];

    /// <summary>Checks that everything the notebook needs is there; never throws: what is missing stands in the panel, with what to do.
    /// From here on, cells write numbers with a decimal point in every country, as the text beside them does.</summary>
    public static HtmlView Ready()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        VersoFormatter.Register();
        // The products of a notebook are small: threads cost them more than they save, most of all where a sweep keeps all cores busy.
        MathNet.Numerics.Control.UseSingleThread();
        List<(string Name, string Value)> found =
        [
            (".NET", Environment.Version.ToString()), ("MathNet.Numerics", Version(typeof(Matrix<double>))),
            ("Plotly.NET", Version(typeof(GenericChart))), ("ShallowNet", Version(typeof(Network))),
        ];
        List<string> missing = [];
        foreach (var (what, load) in Data)
        {
            try
            {
                var data = load();
                found.Add(("data, " + what, Invariant($"{data.M} examples, {data.Nx} inputs, {data.Classes.Count} classes")));
            }
            catch (Exception e) when (e is IOException or FormatException or ArgumentException or UnauthorizedAccessException)
            {
                missing.Add($"The data set \"{what}\" cannot be read: {e.Message}");
            }
        }
        var (color, verdict) = missing.Count == 0 ? (Palette.Green, "Ready.") : (Palette.Vermilion, "Something is missing.");
        // Classic Jupyter takes the triangle from what folds; this panel is the first output of every notebook and gives it back.
        var html = $"<style>details>summary{{display:list-item}}</style><div class=\"sn-ready\" style=\"border-left:4px solid {color};"
            + $"padding:2px 0 2px 12px;margin:.4em 0;font-size:14px;line-height:1.5\"><strong>{verdict}</strong>"
            + string.Concat(missing.Select(text => $"<div>{HtmlEncode(text)}</div>"))
            + "<div style=\"display:flex;flex-wrap:wrap;gap:0 18px\">"
            + string.Concat(found.Select(one =>
                $"<span><span style=\"opacity:.75\">{HtmlEncode(one.Name)}</span> {HtmlEncode(one.Value)}</span>"))
            + "</div></div>";
        var versions = string.Join("; ", found.Select(one => $"{one.Name} {one.Value}"));
        return new HtmlView(html, string.Join(" ", [verdict, .. missing, versions]) + ".");
    }

    /// <summary>Puts plotly.js into the page, from the copy inside the Plotly.NET package, so that figures draw without a network. Run it
    /// once in a cell of its own (the notebook file grows by 3.6 MB if it is saved with this output); figures already on the page draw at
    /// once.</summary>
    public static HtmlView PutPlotlyInThePage()
    {
        // The function hides an AMD loader and CommonJS from plotly.js, which would otherwise hand itself to them and set no global.
        var source = Plotlyjs.Source().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        const string Said = "plotly.js " + Plotlyjs.Version + " is in this page: figures draw without a network.";
        return new HtmlView($"<div class=\"sn-plotly\">{Said}<script>(function(define,module,exports){{{source}\n}}).call(window);"
            + "window.dispatchEvent(new Event(\"shallownet:plotly\"));</script></div>", Said);
    }

    private static string Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
