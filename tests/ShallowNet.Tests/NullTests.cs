using System.Reflection;

namespace ShallowNet.Tests;

/// <summary>Every public member says which of its arguments is missing.</summary>
public sealed class NullTests
{
    private static readonly Dataset Moons = Datasets.Moons(20);
    private static readonly Network Net = new(2, 3);

    private static readonly object[] Samples =
    [
        Moons, Net, Moons.X, Moons.Y.Row(0), Net.Forward(Moons.X), Net.Gradients(Moons.X, Moons.Y), Net.Parameters, Activation.Tanh,
        Standardizer.Fit(Moons.X), new Trainer { Epochs = 1 }, Initializer.He, new Random(1), "text", new[] { 0, 1 }, new[] { 0.1, 0.2 },
        new[] { "a", "b" }, (double z) => z, (int x) => x, (int x, int seed) => x, (int x, CancellationToken token) => x,
        (TrainingProgress told) => { }, 0.5, 1, CancellationToken.None,
    ];

    public static TheoryData<string, int> Arguments => [.. Members.SelectMany(member => member.Value.GetParameters()
        .Where(p => !p.IsOut && !p.ParameterType.IsValueType && IsNeeded(p)).Select(p => (member.Key, p.Position)))];

    /// <summary>What takes arguments and judges them: not what holds them only, such as a record.</summary>
    private static Dictionary<string, MethodBase> Members { get; } = typeof(Network).Assembly.GetExportedTypes()
        .Where(type => !type.IsAssignableTo(typeof(Exception)) && type != typeof(TrainingHistory) && type.GetMethod("<Clone>$") is null)
        .SelectMany(type => type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
        .OfType<MethodBase>()
        .Select(member => member is MethodInfo { IsGenericMethod: true } open
            ? open.MakeGenericMethod([.. open.GetGenericArguments().Select(_ => typeof(int))]) : member)
        .ToDictionary(member => $"{member.DeclaringType!.Name}: {member}");

    [Theory, MemberData(nameof(Arguments))]
    public void Member_ArgumentIsNull_NamesIt(string member, int position)
    {
        var called = Members[member];
        object?[] arguments = [.. called.GetParameters().Select(p => p.Position == position ? null
            : p.HasDefaultValue ? Type.Missing : Samples.First(p.ParameterType.IsInstanceOfType))];
        var target = called.IsStatic || called.IsConstructor ? null : Samples.First(called.DeclaringType!.IsInstanceOfType);

        var thrown = Assert.Throws<TargetInvocationException>(
            () => called is ConstructorInfo make ? make.Invoke(arguments) : called.Invoke(target, arguments));

        // A setter may speak of its value or of the property.
        string?[] names = [called.GetParameters()[position].Name, called.Name.Replace("set_", "", StringComparison.Ordinal)];
        Assert.Contains(Assert.IsType<ArgumentNullException>(thrown.InnerException).ParamName, names);
    }

    private static bool IsNeeded(ParameterInfo parameter) =>
        !parameter.HasDefaultValue && new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.NotNull;
}
