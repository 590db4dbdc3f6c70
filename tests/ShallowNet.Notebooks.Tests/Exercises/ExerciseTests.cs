namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class ExerciseTests
{
    [Fact]
    public void Check_Answers_SayWhatIsRightOrWrong() => Assert.All(
    [
        (Square(z => z * z), "0.1: done. All 3 hidden cases agree."),
        (Transpose(X => X.Transpose()), "0.2: done. The hidden case agrees."),
        (Square(z => z + 1), "0.1: not yet. The answer differs. Input: −2 Expected: 4 Got: −1 Hint: z² = z · z"),
        (Square(z => 2 * z), "0.1: not yet. The answer differs. Input: −2 Expected: 4 Got: −4 Hint: That doubles z."),
        (Square(z => -2 * z), "0.1: not yet. The answer differs. Input: 3 Expected: 9 Got: −6 Hint: z² = z · z"),
        (Square(Math.Abs), "0.1: not yet. The answer differs. Input: −2 Expected: 4 Got: 2 Hint: That is the absolute value."),
        (Square(z => z > 1 ? throw new InvalidOperationException("boom") : z * z),
            "0.1: not yet. It threw InvalidOperationException: boom Input: 3 Expected: 9 Hint: z² = z · z"),
        (Square(z => z > 1 ? throw new InvalidOperationException("boom") : z),
            "0.1: not yet. The answer differs. Input: −2 Expected: 4 Got: −2 Hint: z² = z · z"),
        (Square(_ => double.NaN), "0.1: not yet. The answer is NaN (not a number): look for 0/0, ∞ − ∞ or the logarithm of a negative "
            + "number. Input: −2 Expected: 4 Got: NaN Hint: z² = z · z"),
        (Square(_ => double.PositiveInfinity), "0.1: not yet. The answer is infinite: look for a division by 0 or an exponential that "
            + "overflows. Input: −2 Expected: 4 Got: ∞ Hint: z² = z · z"),
        (Square(null), "0.1: not yet. There is nothing to check: the function is null. Hint: z² = z · z"),
        (Transpose(_ => null!), "0.2: not yet. The answer is null. Input: 2 × 3: [[1, 2, 3], [4, 5, 6]] Expected: 3 × 2: [[1, 4], [2, 5], "
            + "[3, 6]] Got: null Hint: rows become columns"),
        (Transpose(X => X), "0.2: not yet. The answer has the wrong shape. Input: 2 × 3: [[1, 2, 3], [4, 5, 6]] Expected: 3 × 2 Got: 2 × "
            + "3 (the transpose?) Hint: rows become columns"),
        (Transpose(X => X.Transpose().MapIndexed((i, j, x) => (i, j) == (2, 1) ? 7 : x)), "0.2: not yet. The answer at row 2, column 1 "
            + "differs. Input: 2 × 3: [[1, 2, 3], [4, 5, 6]] Expected: 3 × 2: [[1, 4], [2, 5], [3, 6]] Got: 3 × 2: [[1, 4], [2, 5], [3, 7]] "
            + "Hint: rows become columns"),
    ], row => Assert.Equal($"Exercise {row.Item2}", row.Item1.ToString().Replace("\n ", "", StringComparison.Ordinal)));

    [Fact]
    public void Check_InfinityExpected_NoOtherNumberIsIt()
    {
        var result = Exercise.Check<double, double>(_ => 7, new("0.3", "the inverse"), [0.0], (z => 1 / z, "1 divided by z"));

        Says.Message((result, "The answer differs."));
    }

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
    public void ToHtml_WrongAnswer_IsEscapedInRowsWithoutTheHostsStripes()
    {
        var html = Square(z => z > 1 ? throw new InvalidOperationException("<script>alert(1)</script>") : z * z).ToHtml();
        Expect.NotIn(html, "<script>");
        Expect.In(html, "&lt;script&gt;", "<tr ");
        Expect.NotIn(html, "<tr>");
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
