using System.Reflection;
using MathNet.Numerics.LinearAlgebra;
using Plotly.NET;

namespace ShallowNet.Notebooks;

/// <summary>
/// Types that are not ours (matrices, vectors, charts) or that know nothing of notebooks (the core library's) cannot carry the display
/// conventions. Where .NET Interactive's formatting library is in the process, their HTML and text are registered with it, by reflection.
/// </summary>
internal static class HostFormatters
{
    private const string FormattingAssembly = "Microsoft.DotNet.Interactive.Formatting";

    private static readonly HashSet<Assembly> Served = [];

    private static readonly (Type Type, Func<object, IHtml> View)[] Views =
    [
        (typeof(Matrix<double>), value => Table.Of((Matrix<double>)value)),
        (typeof(Vector<double>), value => Table.Of((Vector<double>)value)),
        (typeof(GenericChart), value => new Figure((GenericChart)value)),
        (typeof(Network), value => ((Network)value).ToDrawing()),
        (typeof(Dataset), value => ((Dataset)value).ToTable()),
    ];

    /// <summary>Registers with every copy of the formatting library that is loaded now or later, each load context's own.</summary>
    public static void Watch()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Serve(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            Serve(assembly);
        }
    }

    private static void Serve(Assembly assembly)
    {
        if (assembly.GetName().Name != FormattingAssembly)
        {
            return;
        }
        lock (Served)
        {
            if (!Served.Add(assembly))
            {
                return;
            }
        }
        if (assembly.GetType(FormattingAssembly + ".Formatter")?.GetMethod(
            "Register", BindingFlags.Public | BindingFlags.Static, [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]) is not { } register)
        {
            return;
        }
        foreach (var (type, view) in Views)
        {
            try
            {
                register.Invoke(null, [type, (Action<object, TextWriter>)((value, writer) => writer.Write(view(value).ToHtml())), Mime.Html]);
                register.Invoke(null, [type, (Action<object, TextWriter>)((value, writer) => writer.Write(view(value).ToString())), Mime.Text]);
            }
            catch (TargetInvocationException)
            {
                // A host that refuses the registration shows the type in its own way; loading its library must not fail for that.
            }
        }
    }
}
