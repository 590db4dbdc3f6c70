using Plotly.NET;

namespace ShallowNet.Notebooks;

/// <summary>What a notebook of the course asks first.</summary>
public static class Course
{
    private static readonly (string What, Func<Dataset> Load)[] Data =
        [("flower", Datasets.Flower), ("breast cancer", Datasets.BreastCancer), ("digits", Datasets.Digits)];

    /// <summary>
    /// Checks that everything the notebook needs is there; never throws: what is missing stands in the panel, with what to do. From here
    /// on, cells write numbers with a decimal point in every country, as the text beside them does.
    /// </summary>
    public static HtmlView Ready()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        VersoFormatter.Register();
        // The products of a notebook are small: threads cost them more than they save, most of all where a sweep keeps all cores busy.
        MathNet.Numerics.Control.UseSingleThread();
        var good = new List<(string Name, string Value)>
        {
            (".NET", Environment.Version.ToString()),
            ("MathNet.Numerics", Version(typeof(Matrix<double>))),
            ("Plotly.NET", Version(typeof(GenericChart))),
            ("ShallowNet", Version(typeof(Network))),
        };
        var missing = new List<string>();
        if (Environment.Version.Major < 10)
        {
            missing.Add($"This notebook runs on .NET {Environment.Version}, the course needs .NET 10: install the .NET 10 SDK and restart "
                + "the kernel.");
        }
        foreach (var (what, load) in Data)
        {
            try
            {
                var data = load();
                good.Add(("data, " + what, Invariant($"{data.M} examples, {data.Nx} inputs, {data.Classes.Count} classes")));
            }
            catch (Exception e) when (e is IOException or FormatException or ArgumentException or UnauthorizedAccessException)
            {
                missing.Add($"The data set \"{what}\" cannot be read: {e.Message}");
            }
        }
        return new HtmlView(Html(good, missing), PlainText(good, missing));
    }

    /// <summary>
    /// Puts plotly.js into the page, from the copy inside the Plotly.NET package, so that figures draw without a network. Run it once in a
    /// cell of its own (the notebook file grows by 3.6 MB if it is saved with this output); figures already on the page draw at once.
    /// </summary>
    public static HtmlView PutPlotlyInThePage()
    {
        // The function hides an AMD loader and CommonJS from plotly.js, which would otherwise hand itself to them and set no global.
        var source = Plotlyjs.Source().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        var script = "<script>(function(define,module,exports){" + source
            + "\n}).call(window);window.dispatchEvent(new Event(\"shallownet:plotly\"));</script>";
        const string Said = "plotly.js " + Plotlyjs.Version + " is in this page: figures draw without a network.";
        return new HtmlView($"<div class=\"sn-plotly\">{Said}{script}</div>", Said);
    }

    private static string Html(List<(string Name, string Value)> good, List<string> missing)
    {
        var color = missing.Count == 0 ? Palette.Green : Palette.Vermilion;
        var html = new StringBuilder();
        // Classic Jupyter takes the triangle from what folds; this panel is the first output of every notebook and gives it back.
        html.Append("<style>details>summary{display:list-item}</style>");
        html.Append("<div class=\"sn-ready\" style=\"border-left:4px solid ").Append(color);
        html.Append(";padding:2px 0 2px 12px;margin:.4em 0;font-size:14px;line-height:1.5\">");
        html.Append(missing.Count == 0 ? "<strong>Ready.</strong>" : "<strong>Something is missing.</strong>");
        foreach (var text in missing)
            html.Append("<div>").Append(HtmlEncode(text)).Append("</div>");
        html.Append("<div style=\"display:flex;flex-wrap:wrap;gap:0 18px\">");
        foreach (var (name, value) in good)
        {
            html.Append("<span><span style=\"opacity:.75\">").Append(HtmlEncode(name)).Append("</span> ");
            html.Append(HtmlEncode(value)).Append("</span>");
        }
        return html.Append("</div></div>").ToString();
    }

    private static string PlainText(List<(string Name, string Value)> good, List<string> missing)
    {
        var found = string.Join("; ", good.Select(pair => $"{pair.Name} {pair.Value}"));
        return (missing.Count == 0 ? "Ready. " : $"Something is missing. {string.Join(" ", missing)} ") + found + ".";
    }

    private static string Version(Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? type.Assembly.GetName().Version?.ToString() ?? "?";
        return version.Split('+')[0];
    }
}
