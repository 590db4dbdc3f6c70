using System.Collections;

namespace ShallowNet.Notebooks;

/// <summary>How a notebook shows what cannot carry the display conventions: types that are not ours (matrices, vectors, charts) and those
/// of the core library, which knows nothing of notebooks. Every public type of ours has a view here or writes HTML itself; none is shown as
/// a tree of its members.</summary>
internal static class LibraryViews
{
    private static readonly (Type Type, Func<object, IHtml> View)[] Special =
    [
        For<double>(number => Line(ValueText.Whole(number))),
        For<int>(number => Line(ValueText.Whole(number))),
        For<ITuple>(tuple => Line(ValueText.Whole(tuple))),
        For<Matrix<double>>(M => Table.Of(M)),
        For<Vector<double>>(v => Table.Of(v)),
        For<double[,]>(numbers => numbers.Length == 0 ? Line(Invariant($"{numbers.GetLength(0)} × {numbers.GetLength(1)}"))
            : Table.Of(Matrix<double>.Build.DenseOfArray(numbers))),
        For<GenericChart>(chart => new Figure(chart)),
        For<Network>(net => net.ToDrawing()),
        For<Dataset>(data => data.ToTable()),
        For<Parameters>(p => OfParameters($"{p}", p)),
        For<Gradients>(g => Shapes($"{g}", ("dW1", g.dW1), ("db1", g.db1.ToColumnMatrix()), ("dW2", g.dW2),
            ("db2", g.db2.ToColumnMatrix()))),
        For<ForwardPass>(pass => Shapes($"{pass}", ("Z1", pass.Z1), ("A1", pass.A1), ("Z2", pass.Z2), ("A2", pass.A2))),
        For<Snapshot>(snapshot => OfParameters($"{snapshot}", snapshot.Parameters)),
        For<Activation>(OfActivation),
        For<Initializer>(start => Table.Of(start.Weights(3, 4, new Random(1)), $"{start}: weights of 3 units with 4 inputs")),
        For<Trainer>(OfTrainer),
        For<TrainingHistory>(history => WithLine(history, history.ToFigure())),
        For<GradientCheck>(check => check.ToTable()),
        For<ConfusionMatrix>(matrix => WithLine(matrix, matrix.ToFigure())),
        For<RocCurve>(roc => WithLine(roc, Figures.Roc("ROC curve", ("model", roc)))),
        For<Standardizer>(s => Table.Rows(["input", "mean", "standard deviation"],
            s.Mean.Zip(s.StandardDeviation).Select((row, i) => (object?[])[$"x{i + 1}", row.First, row.Second]), $"{s}")),
    ];

    /// <summary>A type, which derived types are shown as too, and its view: one line of text for types that have no view above.</summary>
    public static IReadOnlyList<(Type Type, Func<object, IHtml> View)> All { get; } =
    [
        .. Special,
        .. new[] { typeof(Network).Assembly, typeof(Figure).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsEnum && !type.IsAbstract && !type.IsAssignableTo(typeof(IHtml))
                && !type.IsAssignableTo(typeof(Exception)))
            .Except(Special.Select(view => view.Type))
            .Select(type => (type, (Func<object, IHtml>)(value => Line(value.ToString() ?? "")))),
    ];

    /// <summary>The view of a value, or of a sequence of such values; null if it is not for us to show.</summary>
    public static IHtml? Of(object? value) => value as IHtml
        ?? All.FirstOrDefault(view => view.Type.IsInstanceOfType(value)).View?.Invoke(value!) ?? OfSequence(value);

    private static Table? OfSequence(object? value) =>
        value is IEnumerable items and not string && items.Cast<object?>().Select(Of).ToArray() is { Length: > 0 } views
            && !views.Contains(null)
            ? Table.Rows(["index", "value"], views.Select((view, i) => (object?[])[i, view])) : null;

    private static (Type Type, Func<object, IHtml> View) For<T>(Func<T, IHtml> view) => (typeof(T), value => view((T)value));

    private static HtmlView Line(string text) => new(HtmlEncode(text), text);

    /// <summary>A figure whose text is the line that the object says of itself, rather than what is drawn.</summary>
    private static HtmlView WithLine(object value, Figure figure) => new(figure.ToHtml, value.ToString() ?? "");

    private static Table OfParameters(string caption, Parameters p) =>
        Shapes(caption, ("W1", p.W1), ("b1", p.b1.ToColumnMatrix()), ("W2", p.W2), ("b2", p.b2.ToColumnMatrix()));

    private static Table Shapes(string caption, params (string Name, Matrix<double> Values)[] parts) => Table.Rows(
        ["", "rows × columns", "smallest", "mean", "largest"], parts.Select(part => (object?[])
        [
            part.Name, Invariant($"{part.Values.RowCount} × {part.Values.ColumnCount}"),
            part.Values.Enumerate().Min(), part.Values.Enumerate().Average(), part.Values.Enumerate().Max(),
        ]), caption);

    private static Table OfActivation(Activation g)
    {
        double[] zs = [-2, -1, 0, 1, 2];
        return Table.Rows(["z", .. zs.Select(z => z.ToString(CultureInfo.InvariantCulture))],
            [["g(z)", .. zs.Select(z => (object)g.Value(z))], ["g′(z)", .. zs.Select(z => (object)g.Derivative(z))]], $"{g}");
    }

    private static Table OfTrainer(Trainer trainer) => Table.Rows(["setting", "value"],
    [
        ["LearningRate", NumberFormat.One(trainer.LearningRate)], ["Epochs", trainer.Epochs], ["RecordEvery", trainer.RecordEvery],
        ["SnapshotEvery", trainer.SnapshotEvery], ["StopBelow", trainer.StopBelow is { } cost ? NumberFormat.One(cost) : null],
        ["Patience", trainer.Patience], ["MinImprovement", NumberFormat.One(trainer.MinImprovement)], ["Threads", trainer.Threads],
    ], "gradient descent");
}
