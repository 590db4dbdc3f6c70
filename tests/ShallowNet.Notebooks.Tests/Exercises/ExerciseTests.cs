namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class ExerciseTests
{
    [Fact]
    public void Check_RightAnswer_IsDoneAndCountsItsCases()
    {
        var result = Square(z => z * z);

        Assert.True(result.IsDone);
        Assert.Contains("done", result.ToString(), StringComparison.Ordinal);
        Assert.Null(result.Hint);
        Assert.Equal("All 3 hidden cases agree.", result.Message);
        Assert.Equal("The hidden case agrees.", Transpose(X => X.Transpose()).Message);
    }

    [Fact]
    public void Check_WrongNumber_NamesInputExpectedAndGot()
    {
        var result = Square(z => z + 1);

        Assert.False(result.IsDone);
        Assert.Equal(("−2", "4", "−1", "z² = z · z"), (result.Input, result.Expected, result.Got, result.Hint));
    }

    [Fact]
    public void Check_KnownSlip_GetsItsOwnHint()
    {
        Assert.Equal("That doubles z.", Square(z => 2 * z).Hint);
        Assert.Equal("z² = z · z", Square(z => -2 * z).Hint);
        Assert.Equal("That is the absolute value.", Square(Math.Abs).Hint);
    }

    [Fact]
    public void Check_Exception_IsNamedAndNotThrown()
    {
        var result = Square(z => z > 1 ? throw new InvalidOperationException("boom") : z * z);

        Assert.False(result.IsDone);
        Assert.Contains("InvalidOperationException: boom", result.Message, StringComparison.Ordinal);
        Assert.Equal("3", result.Input);
    }

    [Fact]
    public void Check_WrongBeforeItThrows_ShowsTheWrongCaseFirst() =>
        Assert.Equal("−2", Square(z => z > 1 ? throw new InvalidOperationException("boom") : z).Input);

    [Fact]
    public void Check_NotAnAnswer_SaysSo() => Says.Message(
        (Square(_ => double.NaN), "NaN"),
        (Square(_ => double.PositiveInfinity), "infinite"),
        (Square(null), "null"),
        (Transpose(_ => null!), "null"));

    [Fact]
    public void Check_EndlessLoop_IsGivenUpAfterTheTimeLimitWhateverTheDecimalSign()
    {
        using var stop = new ManualResetEventSlim();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("") { NumberFormat = { NumberDecimalSeparator = "," } };
        var result = Square(z =>
        {
            stop.Wait(TimeSpan.FromSeconds(30));
            return z;
        });
        CultureInfo.CurrentCulture = before;
        stop.Set();

        Says.Message((result, "No answer after 0.3 s"), (result, "loop"));
    }

    [Fact]
    public void Check_WrongShape_GivesBothShapesAndSuspectsTheTranspose()
    {
        var result = Transpose(X => X);

        Assert.Contains("shape", result.Message, StringComparison.Ordinal);
        Assert.Equal(("3 × 2", "2 × 3 (the transpose?)"), (result.Expected, result.Got));
    }

    [Fact]
    public void Check_OneWrongEntry_SaysWhere() => Says.Message(
        (Transpose(X => X.Transpose().MapIndexed((i, j, x) => (i, j) == (2, 1) ? 7 : x)), "row 2, column 1"));

    [Fact]
    public void ToHtml_WrongAnswer_IsEscapedInRowsWithoutTheHostsStripes()
    {
        var html = Square(z => z > 1 ? throw new InvalidOperationException("<script>alert(1)</script>") : z * z).ToHtml();

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<tr ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<tr>", html, StringComparison.Ordinal);
    }

    private static CheckResult Square(Func<double, double>? answer) => Exercise.Check(answer,
        new("0.1", "the square") { Seconds = 0.3 }, [-2, 0, 3],
        (z => z * z, "z² = z · z"),
        (z => 2 * z, "That doubles z."),
        (Math.Abs, "That is the absolute value."));

    private static CheckResult Transpose(Func<Matrix<double>, Matrix<double>> answer) => Exercise.Check(answer,
        new("0.2", "the transpose"), [Matrix<double>.Build.DenseOfRowArrays([1, 2, 3], [4, 5, 6])],
        (X => X.Transpose(), "rows become columns"));
}
