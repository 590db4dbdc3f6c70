namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class ExerciseTests
{
    private static readonly Exercise<double, double> Square = new("0.1", "the Square")
    {
        Cases = [-2, 0, 3],
        Solution = z => z * z,
        Hint = "z² = z · z",
        Mistakes = [(z => 2 * z, "That doubles z."), (Math.Abs, "That is the absolute value.")],
        TimeLimit = TimeSpan.FromMilliseconds(300),
    };

    private static readonly Exercise<Matrix<double>, Matrix<double>> Transpose = new("0.2", "the Transpose")
    {
        Cases = [Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } })],
        Solution = X => X.Transpose(),
        Hint = "rows become columns",
    };

    [Fact]
    public void Check_RightAnswer_IsDone()
    {
        var result = Square.Check(z => z * z);

        Assert.True(result.IsDone);
        Assert.Contains("done", result.ToString(), StringComparison.Ordinal);
        Assert.Null(result.Hint);
    }

    [Fact]
    public void Check_RightAnswer_CountsItsCases()
    {
        Assert.Equal("All 3 hidden cases agree.", Square.Check(z => z * z).Message);
        Assert.Equal("The hidden case agrees.", Transpose.Check(X => X.Transpose()).Message);
    }

    [Fact]
    public void Check_UnfinishedStub_SaysYourTurnAndGivesNoHint()
    {
        var result = Square.Check(_ => throw new NotImplementedException());

        Assert.False(result.IsDone);
        Assert.StartsWith("Your turn", result.Message, StringComparison.Ordinal);
        Assert.Null(result.Hint);
    }

    [Fact]
    public void Check_WrongNumber_NamesInputExpectedAndGot()
    {
        var result = Square.Check(z => z + 1);

        Assert.False(result.IsDone);
        Assert.Equal(("−2", "4", "−1"), (result.Input, result.Expected, result.Got));
        Assert.Equal("z² = z · z", result.Hint);
    }

    [Theory]
    [InlineData(2.0, "That doubles z.")]
    [InlineData(-2.0, "z² = z · z")]
    public void Check_KnownMistake_GetsItsOwnHint(double factor, string hint) =>
        Assert.Equal(hint, Square.Check(z => factor * z).Hint);

    [Fact]
    public void Check_KnownMistakeThatAgreesOnTheFirstCases_IsStillRecognized() =>
        Assert.Equal("That is the absolute value.", Square.Check(Math.Abs).Hint);

    [Fact]
    public void Check_Exception_IsNamedAndNotThrown()
    {
        var result = Square.Check(z => z > 1 ? throw new InvalidOperationException("boom") : z * z);

        Assert.False(result.IsDone);
        Assert.Contains("InvalidOperationException: boom", result.Message, StringComparison.Ordinal);
        Assert.Equal("3", result.Input);
    }

    [Fact]
    public void Check_WrongBeforeItThrows_ShowsTheWrongCaseFirst() =>
        Assert.Equal("−2", Square.Check(z => z > 1 ? throw new InvalidOperationException("boom") : z).Input);

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "infinite")]
    public void Check_NotFinite_HasItsOwnMessage(double answer, string word) =>
        Assert.Contains(word, Square.Check(_ => answer).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_EndlessLoop_IsGivenUpAfterTheTimeLimit()
    {
        using var stop = new ManualResetEventSlim();

        var result = Square.Check(z =>
        {
            stop.Wait(TimeSpan.FromSeconds(30));
            return z;
        });
        stop.Set();

        Assert.False(result.IsDone);
        Assert.Contains("No answer after 0.3 s", result.Message, StringComparison.Ordinal);
        Assert.Contains("loop", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_EndlessLoopWhereNumbersHaveADecimalComma_SaysTheLimitWithAPoint()
    {
        using var stop = new ManualResetEventSlim();
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            var result = Square.Check(z =>
            {
                stop.Wait(TimeSpan.FromSeconds(30));
                return z;
            });

            Assert.Contains("No answer after 0.3 s", result.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            stop.Set();
        }
    }

    [Fact]
    public void Check_NullFunction_SaysSo() => Assert.Contains("null", Square.Check(null).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_NullResult_SaysSo() => Assert.Contains("null", Transpose.Check(_ => null!).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_WrongShape_GivesBothShapesAndSuspectsTheTranspose()
    {
        var result = Transpose.Check(X => X);

        Assert.Contains("shape", result.Message, StringComparison.Ordinal);
        Assert.Equal("3 × 2", result.Expected);
        Assert.Equal("2 × 3 (the transpose?)", result.Got);
    }

    [Fact]
    public void Check_OneWrongEntry_SaysWhere()
    {
        var result = Transpose.Check(X =>
        {
            var answer = X.Transpose();
            answer[2, 1] = 7;
            return answer;
        });

        Assert.Contains("row 2, column 1", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_AnswerWithMarkup_IsEscaped()
    {
        var html = Square.Check(_ => throw new InvalidOperationException("<script>alert(1)</script>")).ToHtml();

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_RowsOfAWrongAnswer_HaveNoStripesOfTheHost()
    {
        var html = Square.Check(_ => 0).ToHtml();

        Assert.Contains("<tr", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<tr>", html, StringComparison.Ordinal);
    }
}
