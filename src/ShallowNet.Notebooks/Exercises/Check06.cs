namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 6, derivatives of activation functions.</summary>
public static class Check06
{
    private const string Measured =
        "Right to some digits only: that is measured, not derived. Write the formula; a measured slope is there to compare it with.";

    /// <summary>A formula is right to the last digits, which a difference quotient never is.</summary>
    private const double FormulaTolerance = 1e-13;

    private static readonly Exercise<double, double> SigmoidSlopeExercise = new("6.1", "the sigmoid's slope from a")
    {
        Cases = [0.5, 0.1, 0.9, 0.731, 1e-3],
        Solution = a => a * (1 - a),
        Hint = "g'(z) = a (1 − a), and the argument is a itself.",
        Mistakes =
        [
            (a => Sigmoid(a) * (1 - Sigmoid(a)),
                "You applied the sigmoid to the argument, but the argument is a = σ(z) already: g'(z) = a (1 − a)."),
            (a => 1 - a, "One factor is missing: the derivation ends in a product of two factors, a and 1 − a."),
            (a => 1 - a * a, "1 − a² is the slope of tanh. The sigmoid's is a (1 − a)."),
            (a => a * (a - 1), "The sign is wrong: the sigmoid rises everywhere, so its slope a (1 − a) is positive."),
        ],
    };

    private static readonly Exercise<double, double> TanhSlopeExercise = new("6.2", "the slope of tanh from z")
    {
        Cases = [0, 0.5, -0.5, 1.2, -3],
        Solution = z => 1 - Math.Tanh(z) * Math.Tanh(z),
        Tolerance = FormulaTolerance,
        Hint = "g'(z) = 1 − a² with a = tanh(z).",
        Mistakes =
        [
            (z => 1 - z * z, "You squared z, but the formula squares a: g'(z) = 1 − a² with a = tanh(z)."),
            (z => 1 - Math.Tanh(z), "The square is missing: g'(z) = 1 − a², not 1 − a."),
            (z => Math.Tanh(z) * (1 - Math.Tanh(z)), "a (1 − a) is the slope of the sigmoid. That of tanh is 1 − a²."),
            (z => Sigmoid(z) * (1 - Sigmoid(z)), "a (1 − a) is the slope of the sigmoid. That of tanh is 1 − a², with a = tanh(z)."),
            (z => 1 - Math.Tanh(z) * Math.Tanh(z), Measured),
        ],
    };

    private static readonly Exercise<(double Z, double Slope), double> LeakySlopeExercise = new("6.3", "the slope of leaky ReLU")
    {
        Cases = [(2, 0.01), (-3, 0.01), (-0.5, 0.2), (7, 0.2), (-1e-9, 0.05), (0, 0.3)],
        Solution = t => t.Z > 0 ? 1 : t.Slope,
        Hint = "1 for z > 0, else the small slope itself: on each side g is a straight line.",
        Describe = t => $"z = {ValueText.Of(t.Z)}, slope = {ValueText.Of(t.Slope)}",
        Mistakes =
        [
            (t => t.Z >= 0 ? 1 : t.Slope,
                "Right on both sides of 0. At exactly z = 0, where g has a corner, the small slope is asked for."),
            (t => t.Z > 0 ? 1 : t.Z < 0 ? t.Slope : 0,
                "Right on both sides of 0. At exactly z = 0, where g has a corner, the small slope is asked for."),
            (t => t.Z > 0 ? 1 : t.Z < 0 ? t.Slope : (1 + t.Slope) / 2,
                "At exactly z = 0 you give the mean of the two sides, as nudging does. The small slope is asked for."),
            (t => t.Z > 0 ? 1 : 0, "That is plain ReLU, flat on the left. Leaky ReLU falls on the left with the small slope."),
            (t => t.Z > 0 ? t.Z : t.Slope * t.Z, "That is the value g(z) = max(slope · z, z). The slope of the line c·z is c."),
            (t => t.Z > 0 ? 1 : t.Slope * t.Z, "Left of 0 you give the value slope · z. The slope of the line c·z is c."),
            (t => t.Z > 0 ? 1 : 0.01, "The slope on the left is the second argument, not always 0.01."),
            (t => t.Z > 0 ? t.Slope : 1, "The two sides are swapped: 1 for z > 0, the small slope for z < 0."),
        ],
    };

    private static readonly Exercise<double, double> SwishSlopeExercise = new("6.4", "a derivative of your own: swish")
    {
        Cases = [0, 1, -1, 4, -6],
        Solution = SwishSlopeByFormula,
        Tolerance = FormulaTolerance,
        Hint = "The product rule for z · σ(z): (first)' · second + first · (second)', with σ'(z) = σ(z) (1 − σ(z)).",
        Mistakes =
        [
            (Sigmoid, "That is one half of the product rule. The other half is z · σ'(z)."),
            (z => z * Sigmoid(z) * (1 - Sigmoid(z)), "That is one half of the product rule. The other half is (z)' · σ(z) = σ(z)."),
            (z => Sigmoid(z) * (1 - Sigmoid(z)),
                "The derivative of a product is not the product of the derivatives: use (first)' · second + first · (second)'."),
            (z => Sigmoid(z) + Sigmoid(z) * (1 - Sigmoid(z)),
                "The second half of the product rule is z · σ'(z): its factor z is missing."),
            (z => z * Sigmoid(z), "That is the value of swish, not its slope: apply the product rule to it."),
            (SwishSlopeByFormula, Measured),
        ],
    };

    private static readonly Exercise<(string Name, Func<double, double> F, double Z, double H), double> CentralExercise =
        new("6.5", "the central difference")
        {
            Cases =
        [
            ("e^z", Math.Exp, 0.5, 0.1),
            ("tanh", Math.Tanh, -0.3, 0.01),
            ("z³", z => z * z * z, 2, 0.5),
            ("sin", Math.Sin, 1, 1e-3),
        ],
            Solution = t => NumericalDerivative.Central(t.F, t.Z, t.H),
            Hint = "(f(z + h) − f(z − h)) / (2h)",
            Describe = t => $"f = {t.Name}, z = {ValueText.Of(t.Z)}, h = {ValueText.Of(t.H)}",
            Mistakes =
        [
            (t => (t.F(t.Z + t.H) - t.F(t.Z)) / t.H,
                "That is the forward difference, with an error of order h. The central one steps to both sides: (f(z + h) − f(z − h)) / "
                + "(2h)."),
            (t => (t.F(t.Z + t.H) - t.F(t.Z - t.H)) / t.H, "From z − h to z + h the run is 2h, not h."),
            (t => (t.F(t.Z + t.H) - t.F(t.Z - t.H)) / 2 * t.H, "C# reads a / 2 * h as (a / 2) · h: put 2 * h into parentheses."),
            (t => (t.F(t.Z - t.H) - t.F(t.Z + t.H)) / (2 * t.H), "The sign is reversed: f(z + h) comes first."),
        ],
        };

    private static readonly Exercise<(double W, double B, double X, double Y), (double, double)> RepairExercise =
        new("6.6", "find the two wrong lines")
        {
            Cases = [(0.5, -0.3, 1.4, 1), (-0.8, 0.2, 0.6, -1), (0.4, 0.1, -1.2, 0.5), (1.5, -1, 0.7, 0)],
            Solution = t => Slopes(t, TanhSlopeAt, t.X),
            Tolerance = FormulaTolerance,
            Hint = "Nudge b: which lines does its slope pass through? Mend those first. Then nudge w: it passes through one line more.",
            Describe = t => $"w = {ValueText.Of(t.W)}, b = {ValueText.Of(t.B)}, x = {ValueText.Of(t.X)}, y = {ValueText.Of(t.Y)}",
            Mistakes =
        [
            (t => Slopes(t, z => 1 - z * z, t.W),
                "Both slopes are off, so look at what both pass through: a line before dw and db is wrong. Then nudge again: one of the "
                + "two has a mistake of its own."),
            (t => Slopes(t, TanhSlopeAt, t.W),
                "The slope along b is right now. Only the one along w is off, so the mistake is in its own line: how far does z move if "
                + "w moves?"),
            (t => Slopes(t, z => 1 - z * z, t.X), "Both are still off by the same factor: it is in a line that both pass through."),
            (t => Slopes(t, z => 1 - Math.Tanh(z), t.X), "The square is missing: the slope of tanh is 1 − a², not 1 − a."),
            (t => Slopes(t, z => Math.Tanh(z) * (1 - Math.Tanh(z)), t.X),
                "a (1 − a) is the slope of the sigmoid. This unit is a tanh unit."),
            (t => Slopes(t, z => TanhSlopeAt(Math.Tanh(z)), t.X), "tanh was taken twice: 1 − a² with a = tanh(z), not with tanh(a)."),
            (t => Slopes(t, _ => 1, t.X), "The slope of the activation is missing: dz is (a − y) times g'(z)."),
            (t => Slopes(t, z => -TanhSlopeAt(z), t.X), "Both signs are turned: the loss moves by a − y, not y − a, as far as a."),
            (t => Slopes(t, TanhSlopeAt, t.X), Measured),
        ],
        };

    /// <summary>Checks exercise 6.1: the slope of the sigmoid, given a = σ(z).</summary>
    public static CheckResult SigmoidSlope(Func<double, double> answer) => SigmoidSlopeExercise.Check(answer);

    /// <summary>Checks exercise 6.2: the slope of tanh, given z.</summary>
    public static CheckResult TanhSlope(Func<double, double> answer) => TanhSlopeExercise.Check(answer);

    /// <summary>Checks exercise 6.3: the slope of leaky ReLU, given z and the small slope.</summary>
    public static CheckResult LeakySlope(Func<double, double, double> answer) =>
        LeakySlopeExercise.Check(answer is null ? null : t => answer(t.Z, t.Slope));

    /// <summary>Checks exercise 6.4: the slope of swish, z · σ(z), given z.</summary>
    public static CheckResult SwishSlope(Func<double, double> answer) => SwishSlopeExercise.Check(answer);

    /// <summary>Checks exercise 6.5: the central difference of a function f at z with step h.</summary>
    public static CheckResult CentralDifference(Func<Func<double, double>, double, double, double> answer) =>
        CentralExercise.Check(answer is null ? null : t => answer(t.F, t.Z, t.H));

    /// <summary>Checks exercise 6.6: the slopes of ½ (tanh(w x + b) − y)² along w and b, repaired.</summary>
    public static CheckResult Repaired(Func<double, double, double, double, (double dw, double db)> answer) =>
        RepairExercise.Check(answer is null ? null : t => answer(t.W, t.B, t.X, t.Y));

    private static double Sigmoid(double z) => Activation.Sigmoid.Value(z);

    private static double SwishSlopeByFormula(double z) => Sigmoid(z) + z * Sigmoid(z) * (1 - Sigmoid(z));

    private static double TanhSlopeAt(double z) => 1 - Math.Tanh(z) * Math.Tanh(z);

    private static (double, double) Slopes((double W, double B, double X, double Y) t, Func<double, double> slopeAt, double factor)
    {
        var z = t.W * t.X + t.B;
        var dz = (Math.Tanh(z) - t.Y) * slopeAt(z);
        return (dz * factor, dz);
    }
}
