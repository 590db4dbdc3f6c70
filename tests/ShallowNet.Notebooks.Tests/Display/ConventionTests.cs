using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace ShallowNet.Notebooks.Tests;

/// <summary>
/// What is shown is shown by both conventions: a stand-in host that only reflects, and .NET Interactive's own formatting library.
/// </summary>
public sealed class ConventionTests
{
    public ConventionTests() => RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);

    public static TheoryData<object> Shown =>
        [Gallery.Figures["curves"], Gallery.Trained(out _).ToDrawing(), Table.Of(Matrix<double>.Build.DenseIdentity(2))];

    [Theory, MemberData(nameof(Shown))]
    public void OurTypes_AskedByAnyHost_GiveHtmlAndText(object value)
    {
        Expect.Start((string)value.GetType().GetMethod("ToHtml", [])!.Invoke(value, null)!, "<");
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(value.GetType()).Order());
        var reflected = ReflectedBundle(value);
        Assert.Equal(["text/html", "text/plain"], reflected.Keys.Order());
        foreach (var (html, text) in new[] { (reflected["text/html"], reflected["text/plain"]),
            (value.ToDisplayString("text/html"), value.ToDisplayString("text/plain")) })
        {
            Expect.Start(html, "<");
            Assert.Equal(value.ToString(), text);
        }
    }

    [Fact]
    public void PublicTypes_ThatWriteHtml_AllCarryTheAttribute() => Assert.All(
        typeof(Figure).Assembly.GetExportedTypes().Where(type => type.GetMethod("ToHtml", []) is not null),
        type => Assert.NotNull(type.GetCustomAttribute<TypeFormatterSourceAttribute>()));

    public static TheoryData<object, string, object?> Foreign => new()
    {
        { new[] { Gallery.Figures["curves"] }, "sn-figure", null },
        { Matrix<double>.Build.Dense(3, 2), "sn-table", null },
        { Vector<double>.Build.Dense(3), "sn-table", null },
        { Gallery.Chart(), "sn-figure", null },
        { new Network(2, 4), "<svg", new Network(2, 4).ToDrawing() },
        { Datasets.Moons(10), "sn-table", Datasets.Moons(10).ToTable() },
    };

    [Theory, MemberData(nameof(Foreign))]
    public void FormattingLibrary_WhatIsNotOurs_IsShownByOurViews(object value, string html, object? text)
    {
        Expect.In(value.ToDisplayString("text/html"), html);
        Assert.True(text is null || value.ToDisplayString("text/plain") == text.ToString());
    }

    [Fact]
    public void LibraryViews_EveryPublicTypeOfOurs_HasOne()
    {
        var types = new[] { typeof(Network).Assembly, typeof(Figure).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsEnum && !(type.IsAbstract && type.IsSealed) && !typeof(Exception).IsAssignableFrom(type)
                && type.GetMethod("ToHtml", []) is null);
        Assert.Empty(types.Except(LibraryViews.All.Select(view => view.Type)));
    }

    public static TheoryData<object> Objects()
    {
        var (net, data) = (Gallery.Trained(out var history), Gallery.Moons);
        return
        [
            Activation.Tanh, net.Parameters, net.Gradients(data.X, data.Y), net.Forward(data.X), GradientCheck.Run(net, data.X, data.Y),
            new Trainer(), history, new Snapshot(3, 0.5, net.Parameters), Initializer.Xavier, ConfusionMatrix.Of(net, data),
            RocCurve.Of([0.2, 0.7], [0, 1]), Standardizer.Fit(data.X), data, net, new Series("cost", [1, 2], [3, 4]), data.Split(),
        ];
    }

    [Theory, MemberData(nameof(Objects))]
    public void FormattingLibrary_ObjectOfTheLibrary_IsATableAFigureOrALine(object value)
    {
        Expect.NotIn(value.ToDisplayString("text/html"), "dni-treeview");
        Expect.NotIn(value.ToDisplayString("text/plain"), "DenseMatrix");
        Assert.DoesNotContain('\n', value.ToString()!);
    }

    /// <summary>
    /// Finds formatters as .NET Interactive does: the attribute by its name, the source and the formatters by their members.
    /// </summary>
    private static Dictionary<string, string> ReflectedBundle(object value)
    {
        static object Property(object of, string name) => of.GetType().GetProperty(name)!.GetValue(of)!;
        var attribute = value.GetType().GetCustomAttributes(true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var preferred = (string[])Property(attribute, "PreferredMimeTypes");
        var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType"))!;
        var formatters = (System.Collections.IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        string Written(object formatter)
        {
            using var writer = new StringWriter();
            Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer]));
            return writer.ToString();
        }
        return formatters.Cast<object>().Where(formatter => preferred.Contains(Property(formatter, "MimeType")))
            .ToDictionary(formatter => (string)Property(formatter, "MimeType"), Written);
    }
}
