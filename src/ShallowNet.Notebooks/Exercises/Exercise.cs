namespace ShallowNet.Notebooks;

/// <summary>
/// One exercise of the course: the hidden cases, the right answer, the hint that names the formula, and the mistakes that are so common
/// that each has a hint of its own.
/// </summary>
/// <typeparam name="TIn">What one case hands to the learner's function; a tuple where it takes several arguments.</typeparam>
/// <typeparam name="TOut">What the learner's function returns.</typeparam>
internal sealed class Exercise<TIn, TOut>(string id, string title)
{
    /// <summary>Longest time that the learner's function may take over all cases together.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    public required IReadOnlyList<TIn> Cases { get; init; }

    public required Func<TIn, TOut> Solution { get; init; }

    /// <summary>Names the formula without writing the code.</summary>
    public required string Hint { get; init; }

    /// <summary>Answers that learners give often: an answer that agrees with one on every case gets that one's hint.</summary>
    public IReadOnlyList<(Func<TIn, TOut> Answer, string Hint)> Mistakes { get; init; } = [];

    /// <summary>Largest accepted difference, relative to the larger of 1 and the size of the expected number.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>How a case is written in the panel; by default its value.</summary>
    public Func<TIn, string> Describe { get; init; } = input => ValueText.Of(input);

    /// <summary>Runs the learner's function on every hidden case.</summary>
    /// <returns>A panel that says done, or the first case that went wrong and why. Never throws.</returns>
    public CheckResult Check(Func<TIn, TOut>? answer)
    {
        if (answer is null)
            return NotYet("There is nothing to check: the function is null.", null, null, null, Hint);
        TIn[] cases = [.. Cases];
        var got = new TOut[cases.Length];
        var reached = 0;
        Exception? thrown = null;
        var work = new Thread(() =>
        {
            try
            {
                for (; reached < cases.Length; reached++)
                    got[reached] = answer(cases[reached]);
            }
            catch (Exception e)
            {
                thrown = e;
            }
        })
        {
            IsBackground = true,
            Name = $"exercise {id}",
        };
        work.Start();
        if (!work.Join(TimeLimit))
        {
            var limit = TimeLimit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            return NotYet(
                $"No answer after {limit} s: is there a loop that never ends? It still runs in the background; restart the kernel to "
                    + "stop it.",
                Describe(cases[Math.Min(reached, cases.Length - 1)]), null, null, Hint);
        }
        if (thrown is NotImplementedException)
            return CheckResult.NotStarted(id, title);
        for (var i = 0; i < cases.Length; i++)
        {
            var expected = Solution(cases[i]);
            if (thrown is not null && i == reached)
            {
                return NotYet($"It threw {thrown.GetType().Name}: {thrown.Message}", Describe(cases[i]), ValueText.Of(expected), null,
                    Hint);
            }
            if (Comparison.Find(expected, got[i], Tolerance) is { } difference)
                return NotYet(difference.Message, Describe(cases[i]), difference.Expected, difference.Got, HintFor(cases, got, i));
        }
        return CheckResult.Done(id, title, cases.Length == 1 ? "The hidden case agrees." : $"All {cases.Length} hidden cases agree.");
    }

    private string HintFor(TIn[] cases, TOut[] got, int firstWrong)
    {
        foreach (var (mistake, hint) in Mistakes)
        {
            var alike = true;
            for (var i = 0; i < cases.Length && alike; i++)
                alike = i < firstWrong || (got[i] is not null && Comparison.Find(mistake(cases[i]), got[i], 1e-6) is null);
            if (alike)
                return hint;
        }
        return Hint;
    }

    private CheckResult NotYet(string message, string? input, string? expected, string? got, string hint) =>
        CheckResult.NotYet(id, title, message, input, expected, got, hint);
}
