using System.Linq.Expressions;

namespace ShallowNet.Notebooks.Tests.Exercises;

/// <summary>What holds for every exercise of the course, whichever chapters there are.</summary>
public sealed class EveryCheckTests
{
    public static TheoryData<string, string> Checks =>
        [.. typeof(CheckResult).Assembly.GetTypes().Where(type => type.Name.StartsWith("Check0", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(check => (check.DeclaringType!.Name, check.Name))];

    [Fact]
    public void Checks_OfAllChapters_AreThere() => Assert.InRange(Checks.Count, 30, 60);

    [Theory, MemberData(nameof(Checks))]
    public void Check_WithoutAnAnswer_IsNotDone(string type, string name)
    {
        var stub = Ask(type, name, result => Expression.Throw(Expression.New(typeof(NotImplementedException)), result));
        Assert.False(stub.IsDone);
        Expect.Start(stub.Message, "Your turn");
        Assert.Null(stub.Hint);
        Assert.False(Ask(type, name, null).IsDone);
        Assert.False(Ask(type, name, Expression.Default).IsDone);
    }

    private static CheckResult Ask(string type, string name, Func<Type, Expression>? body)
    {
        var check = typeof(CheckResult).Assembly.GetType($"ShallowNet.Notebooks.{type}")!.GetMethod(name)!;
        return (CheckResult)check.Invoke(null, [body is null ? null : Function(check.GetParameters()[0].ParameterType, body)])!;
    }

    private static Delegate Function(Type type, Func<Type, Expression> body)
    {
        var call = type.GetMethod("Invoke")!;
        return Expression.Lambda(type, body(call.ReturnType), call.GetParameters().Select(p => Expression.Parameter(p.ParameterType)))
            .Compile();
    }
}
