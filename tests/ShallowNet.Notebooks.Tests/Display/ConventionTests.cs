using Microsoft.DotNet.Interactive.Formatting;

namespace ShallowNet.Notebooks.Tests;

/// <summary>
/// What is shown is shown by both conventions: a stand-in host that only reflects, and .NET Interactive's own formatting library.
/// </summary>
public sealed class ConventionTests
{
    public static TheoryData<string> Shown => ["figure", "view", "table"];

    private static object Make(string what) => what switch
    {
        "figure" => Gallery.Figures["curves"],
        "view" => Gallery.Trained(out _).ToDrawing(),
        _ => Table.Of(Matrix<double>.Build.DenseIdentity(2)),
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void TypeFormatterSource_ReadByReflection_WritesHtmlAndText(string what)
    {
        var value = Make(what);

        var bundle = ReflectedBundle(value);

        Assert.Equal(["text/html", "text/plain"], bundle.Keys.Order());
        Assert.StartsWith("<", bundle["text/html"], StringComparison.Ordinal);
        Assert.Equal(value.ToString(), bundle["text/plain"]);
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void ToHtml_FoundByReflection_IsPublicAndParameterless(string what) =>
        Assert.StartsWith("<", (string)Make(what).GetType()
            .GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, [])!.Invoke(Make(what), null)!, StringComparison.Ordinal);

    [Fact]
    public void PublicTypes_ThatWriteHtml_AllCarryTheAttribute() =>
        Assert.All(typeof(Figure).Assembly.GetExportedTypes().Where(type => type.GetMethod("ToHtml", []) is not null),
            type => Assert.Contains(type.GetCustomAttributes(true), attribute => attribute.GetType()
                .Name == "TypeFormatterSourceAttribute"));

    [Theory]
    [MemberData(nameof(Shown))]
    public void FormattingLibrary_OurTypes_PrefersHtmlAndKnowsText(string what)
    {
        var value = Make(what);

        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(value.GetType()).Order());
        Assert.StartsWith("<", value.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal(value.ToString(), value.ToDisplayString("text/plain"));
    }

    [Fact]
    public void FormattingLibrary_FigureInAList_ShowsTheFigure() =>
        Assert.Contains("sn-figure", new[] { Gallery.Figures["curves"] }.ToDisplayString("text/html"), StringComparison.Ordinal);

    [Fact]
    public void FormattingLibrary_MatrixVectorAndChart_AreShownByOurViews()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);

        Assert.Contains("sn-table", Matrix<double>.Build.Dense(3, 2).ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Contains("sn-table", Vector<double>.Build.Dense(3).ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Contains("sn-figure", Gallery.Chart().ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void FormattingLibrary_NetworkAndDataset_AreShownByOurViews()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);
        var net = new Network(2, 4);
        var data = Datasets.Moons(10);

        Assert.Contains("<svg", net.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal(net.ToDrawing().ToString(), net.ToDisplayString("text/plain"));
        Assert.Contains("sn-table", data.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal(data.ToTable().ToString(), data.ToDisplayString("text/plain"));
    }

    [Fact]
    public void LibraryViews_EveryPublicTypeOfOurs_HasOne()
    {
        var shown = LibraryViews.All.Select(view => view.Type).ToArray();
        var types = new[] { typeof(Network).Assembly, typeof(Figure).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsEnum && !(type.IsAbstract && type.IsSealed) && !typeof(Exception).IsAssignableFrom(type)
                && type.GetMethod("ToHtml", []) is null);
        Assert.All(types, type => Assert.Contains(type, shown));
    }

    public static TheoryData<string> Objects => [.. Examples().Keys];

    [Theory]
    [MemberData(nameof(Objects))]
    public void FormattingLibrary_ObjectOfTheLibrary_IsATableAFigureOrALine(string what)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);
        var value = Examples()[what];

        Assert.DoesNotContain("dni-treeview", value.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.DoesNotContain("DenseMatrix", value.ToDisplayString("text/plain"), StringComparison.Ordinal);
        Assert.InRange(value.ToString()!.Split('\n').Length, 1, 1);
    }

    private static Dictionary<string, object> Examples()
    {
        var (net, data) = (Gallery.Trained(out var history), Gallery.Moons);
        return new()
        {
            ["activation"] = Activation.Tanh,
            ["parameters"] = net.Parameters,
            ["gradients"] = net.Gradients(data.X, data.Y),
            ["forward pass"] = net.Forward(data.X),
            ["gradient check"] = GradientCheck.Run(net, data.X, data.Y),
            ["trainer"] = new Trainer(),
            ["history"] = history,
            ["snapshot"] = new Snapshot(3, 0.5, net.Parameters),
            ["initializer"] = Initializer.Xavier,
            ["confusion matrix"] = ConfusionMatrix.Of(net, data),
            ["ROC curve"] = RocCurve.Of([0.2, 0.7], [0, 1]),
            ["standardizer"] = Standardizer.Fit(data.X),
            ["data set"] = data,
            ["network"] = net,
            ["series"] = new Series("cost", [1, 2], [3, 4]),
            ["split"] = data.Split(),
        };
    }

    /// <summary>
    /// Finds formatters as .NET Interactive does: the attribute by its name, the source and the formatters by their members.
    /// </summary>
    private static Dictionary<string, string> ReflectedBundle(object value)
    {
        var attribute = value.GetType().GetCustomAttributes(true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var preferred = (string[])Property(attribute, "PreferredMimeTypes");
        var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType"))!;
        var formatters = (System.Collections.IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        return formatters.Cast<object>().Where(formatter => preferred.Contains((string)Property(formatter, "MimeType"))).ToDictionary(
            formatter => (string)Property(formatter, "MimeType"),
            formatter =>
            {
                using var writer = new StringWriter();
                Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer]));
                return writer.ToString();
            });
    }

    private static object Property(object of, string name) => of.GetType().GetProperty(name)!.GetValue(of)!;
}
