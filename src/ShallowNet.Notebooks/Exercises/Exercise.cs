namespace ShallowNet.Notebooks;

/// <summary>One exercise of the course. A check asks the learner's function hidden cases and compares with the solution, whose hint names
/// the formula. An answer that agrees with a known slip, from the first wrong case on, gets that slip's hint instead. The input says how a
/// case is written in the panel: {0} stands for its first part, {1} for its second.</summary>
internal sealed class Exercise(string id, string title, string input = "{0}")
{
    /// <summary>Longest time that the learner's function may take over all cases together.</summary>
    public double Seconds { get; init; } = 5;
    /// <summary>Largest accepted difference, relative to the larger of 1 and the size of the expected number.</summary>
    public double Tolerance { get; init; } = 1e-9;
    /// <summary>Whether the function computes with the matrices of a layer: then errors of shapes and indices are explained.</summary>
    public bool OfLayers { get; init; }

    // For cases that are the arguments of the learner's function, one to four of them.
    public static CheckResult Check<T, TOut>(
        Func<T, TOut>? answer, Exercise exercise, T[] cases, (Func<T, TOut>, string) solution, params (Func<T, TOut>, string)[] slips) =>
        Check(answer, exercise, cases, (f, t) => f(Copy(t)), solution, slips);

    public static CheckResult Check<T1, T2, TOut>(Func<T1, T2, TOut>? answer, Exercise exercise, (T1, T2)[] cases,
        (Func<T1, T2, TOut>, string) solution, params (Func<T1, T2, TOut>, string)[] slips) =>
        Check(answer, exercise, cases, (f, t) => f(Copy(t.Item1), Copy(t.Item2)), solution, slips);

    public static CheckResult Check<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut>? answer, Exercise exercise, (T1, T2, T3)[] cases,
        (Func<T1, T2, T3, TOut>, string) solution, params (Func<T1, T2, T3, TOut>, string)[] slips) =>
        Check(answer, exercise, cases, (f, t) => f(Copy(t.Item1), Copy(t.Item2), Copy(t.Item3)), solution, slips);

    public static CheckResult Check<T1, T2, T3, T4, TOut>(Func<T1, T2, T3, T4, TOut>? answer, Exercise exercise, (T1, T2, T3, T4)[] cases,
        (Func<T1, T2, T3, T4, TOut>, string) solution, params (Func<T1, T2, T3, T4, TOut>, string)[] slips) =>
        Check(answer, exercise, cases, (f, t) => f(Copy(t.Item1), Copy(t.Item2), Copy(t.Item3), Copy(t.Item4)), solution, slips);

    /// <summary>For cases that are not the arguments themselves: <paramref name="ask"/> makes these of a case.</summary>
    public static CheckResult Check<TAnswer, TIn, TOut>(
        TAnswer? answer, Exercise exercise, TIn[] cases, Func<TAnswer, TIn, TOut> ask,
        (TAnswer Answer, string Hint) solution, params (TAnswer Answer, string Hint)[] slips) where TAnswer : Delegate =>
        CheckCases(answer, exercise, cases, ask, (t => ask(solution.Answer, t), solution.Hint),
            [.. slips.Select(slip => ((Func<TIn, TOut>)(t => ask(slip.Answer, t)), slip.Hint))]);

    /// <summary>For a solution and slips that are functions of the whole case.</summary>
    public static CheckResult CheckCases<TAnswer, TIn, TOut>(
        TAnswer? answer, Exercise exercise, TIn[] cases, Func<TAnswer, TIn, TOut> ask,
        (Func<TIn, TOut> Answer, string Hint) solution, params (Func<TIn, TOut> Answer, string Hint)[] slips) where TAnswer : Delegate =>
        exercise.Run(answer, cases, ask, solution, (got, wrong) => slips.FirstOrDefault(slip => cases[wrong..].Zip(got[wrong..])
            .All(pair => pair.Second is not null && Comparison.Find(slip.Answer(pair.First), pair.Second, 1e-6) is null)).Hint);

    /// <summary>For what is right in many forms: <paramref name="faultOf"/> is what came instead, and its hint; null if right.</summary>
    public static CheckResult Judge<TAnswer, TIn>(
        TAnswer? answer, Exercise exercise, TIn[] cases, (string Text, string Hint) wanted,
        Func<TAnswer, TIn, (string Got, string Hint)?> faultOf) where TAnswer : Delegate
    {
        List<(string Got, string Hint)> came = [];
        return exercise.Run(answer, cases, (f, t) =>
        {
            came.Add(faultOf(f, t) ?? wanted);
            return came[^1].Got;
        }, (_ => wanted.Text, wanted.Hint), (got, wrong) => got[wrong..].Distinct().Count() == 1 ? came[wrong].Hint : null);
    }

    /// <summary>Judges trained networks by the share of fresh examples that they get right.</summary>
    public static CheckResult JudgeNetworks<TIn>(
        Func<Dataset, Network>? answer, Exercise exercise, TIn[] cases, Func<TIn, (Dataset Training, Dataset Fresh)> data,
        (string Text, string Hint) wanted, Func<Network, double, Dataset, (string Got, string Hint)?> faultOf) =>
        Judge(answer, exercise, cases, wanted, (train, t) => data(t) is var (training, fresh) && train(training) is { } net
            ? faultOf(net, net.Accuracy(fresh.X, fresh.Y), fresh)
            : ("null: return the trained network", wanted.Hint));

    /// <summary>Asks every hidden case. Never throws: the panel says done, or the first case that went wrong and why.</summary>
    private CheckResult Run<TAnswer, TIn, TOut>(
        TAnswer? answer, TIn[] cases, Func<TAnswer, TIn, TOut> ask, (Func<TIn, TOut> Answer, string Hint) solution,
        Func<TOut[], int, string?> slipOf) where TAnswer : Delegate
    {
        if (answer is null)
            return new(id, title, "There is nothing to check: the function is null.") { Hint = solution.Hint };
        var got = new TOut[cases.Length];
        var reached = 0;
        Exception? thrown = null;
        var work = new Thread(Work) { IsBackground = true, Name = $"exercise {id}" };
        work.Start();
        if (!work.Join(TimeSpan.FromSeconds(Seconds)))
        {
            return NotYet(Math.Min(reached, cases.Length - 1), $"No answer after {ValueText.Of(Seconds)} s: is there a loop that never "
                + "ends? It still runs in the background; restart the kernel to stop it.");
        }
        if (thrown is NotImplementedException)
            return new(id, title, "Your turn: replace the throw in the cell above by your answer, run that cell, then this one.");
        for (var i = 0; i < cases.Length; i++)
        {
            var expected = solution.Answer(cases[i]);
            if (thrown is not null && i == reached)
                return NotYet(i, $"It threw {thrown.GetType().Name}: {thrown.Message}", ValueText.Of(expected));
            if (Comparison.Find(expected, got[i], Tolerance) is { } found)
                return NotYet(i, found.Message, found.Expected, found.Got, slipOf(got, i));
        }
        return new(id, title, cases.Length == 1 ? "The hidden case agrees." : $"All {cases.Length} hidden cases agree.") { IsDone = true };

        void Work()
        {
            try
            {
                for (; reached < cases.Length; reached++)
                    got[reached] = ask(answer, cases[reached]);
            }
            catch (Exception e)
            {
                thrown = OfLayers ? MatrixErrors.Explained(e) : e;
            }
        }

        CheckResult NotYet(int wrong, string message, string? expected = null, string? answered = null, string? hint = null) =>
            new(id, title, message) { Input = Describe(cases[wrong]), Expected = expected, Got = answered, Hint = hint ?? solution.Hint };
    }

    private string Describe(object? t) => string.Format(CultureInfo.InvariantCulture, input,
        t is ITuple parts ? [.. Enumerable.Range(0, parts.Length).Select(i => ValueText.Of(parts[i]))] : [ValueText.Of(t)]);

    /// <summary>So that a function that changes its arguments leaves the cases alone.</summary>
    private static T Copy<T>(T argument) => (T)(argument switch
    {
        Matrix<double> matrix => matrix.Clone(),
        Vector<double> vector => vector.Clone(),
        Array array => array.Clone(),
        _ => argument!,
    });
}
