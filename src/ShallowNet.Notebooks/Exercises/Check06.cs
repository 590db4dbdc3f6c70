namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 6, derivatives of activation functions.</summary>
public static class Check06
{
    private const string Measured =
        "Right to some digits only: that is measured, not derived. Write the formula; a measured slope is there to compare it with.";

    private const string Corner = "Right on both sides of 0. At exactly z = 0, where g has a corner, the small slope is asked for.";
    /// <summary>A formula is right to the last digits, which a difference quotient never is.</summary>
    private const double FormulaTolerance = 1e-13;

    private static readonly (string Name, Func<double, double> F, double Z, double H)[] Functions =
        [("e^z", Math.Exp, 0.5, 0.1), ("tanh", Math.Tanh, -0.3, 0.01), ("z³", z => z * z * z, 2, 0.5), ("sin", Math.Sin, 1, 1e-3)];

    /// <summary>Checks exercise 6.1: the slope of the sigmoid, given a = σ(z).</summary>
    public static CheckResult SigmoidSlope(Func<double, double> answer) => Exercise.Check(answer,
        new("6.1", "the sigmoid's slope from a"), [0.5, 0.1, 0.9, 0.731, 1e-3],
        (a => a * (1 - a), "g'(z) = a (1 − a), and the argument is a itself."),
        (SigmoidSlopeAt, "You applied the sigmoid to the argument, but the argument is a = σ(z) already: g'(z) = a (1 − a)."),
        (a => 1 - a, "One factor is missing: the derivation ends in a product of two factors, a and 1 − a."),
        (a => 1 - a * a, "1 − a² is the slope of tanh. The sigmoid's is a (1 − a)."),
        (a => a * (a - 1), "The sign is wrong: the sigmoid rises everywhere, so its slope a (1 − a) is positive."));

    /// <summary>Checks exercise 6.2: the slope of tanh, given z.</summary>
    public static CheckResult TanhSlope(Func<double, double> answer) => Exercise.Check(answer,
        new("6.2", "the slope of tanh from z") { Tolerance = FormulaTolerance }, [0, 0.5, -0.5, 1.2, -3],
        (TanhSlopeAt, "g'(z) = 1 − a² with a = tanh(z)."),
        (z => 1 - z * z, "You squared z, but the formula squares a: g'(z) = 1 − a² with a = tanh(z)."),
        (z => 1 - Math.Tanh(z), "The square is missing: g'(z) = 1 − a², not 1 − a."),
        (z => Math.Tanh(z) * (1 - Math.Tanh(z)), "a (1 − a) is the slope of the sigmoid. That of tanh is 1 − a²."),
        (SigmoidSlopeAt, "a (1 − a) is the slope of the sigmoid. That of tanh is 1 − a², with a = tanh(z)."),
        (TanhSlopeAt, Measured));

    /// <summary>Checks exercise 6.3: the slope of leaky ReLU, given z and the small slope.</summary>
    public static CheckResult LeakySlope(Func<double, double, double> answer) => Exercise.Check(answer,
        new("6.3", "leaky ReLU with any slope", "z = {0}, slope = {1}"),
        [(2, 0.01), (-3, 0.01), (-0.5, 0.2), (7, 0.2), (-1e-9, 0.05), (0, 0.3)],
        ((z, slope) => z > 0 ? 1 : slope, "1 for z > 0, else the small slope itself: on each side g is a straight line."),
        ((z, slope) => z >= 0 ? 1 : slope, Corner),
        ((z, slope) => z > 0 ? 1 : z < 0 ? slope : 0, Corner),
        ((z, slope) => z > 0 ? 1 : z < 0 ? slope : (1 + slope) / 2,
            "At exactly z = 0 you give the mean of the two sides, as nudging does. The small slope is asked for."),
        ((z, _) => z > 0 ? 1 : 0, "That is plain ReLU, flat on the left. Leaky ReLU falls on the left with the small slope."),
        ((z, slope) => z > 0 ? z : slope * z, "That is the value g(z) = max(slope · z, z). The slope of the line c·z is c."),
        ((z, slope) => z > 0 ? 1 : slope * z, "Left of 0 you give the value slope · z. The slope of the line c·z is c."),
        ((z, _) => z > 0 ? 1 : 0.01, "The slope on the left is the second argument, not always 0.01."),
        ((z, slope) => z > 0 ? slope : 1, "The two sides are swapped: 1 for z > 0, the small slope for z < 0."));

    /// <summary>Checks exercise 6.4: the slope of swish, z · σ(z), given z.</summary>
    public static CheckResult SwishSlope(Func<double, double> answer) => Exercise.Check(answer,
        new("6.4", "derive one yourself") { Tolerance = FormulaTolerance }, [0, 1, -1, 4, -6],
        (SwishSlopeAt, "The product rule for z · σ(z): (first)' · second + first · (second)', with σ'(z) = σ(z) (1 − σ(z))."),
        (Sigmoid, "That is one half of the product rule. The other half is z · σ'(z)."),
        (z => z * SigmoidSlopeAt(z), "That is one half of the product rule. The other half is (z)' · σ(z) = σ(z)."),
        (SigmoidSlopeAt, "The derivative of a product is not the product of the derivatives: use (first)' · second + first · (second)'."),
        (z => Sigmoid(z) + SigmoidSlopeAt(z), "The second half of the product rule is z · σ'(z): its factor z is missing."),
        (z => z * Sigmoid(z), "That is the value of swish, not its slope: apply the product rule to it."),
        (SwishSlopeAt, Measured));

    /// <summary>Checks exercise 6.5: the central difference of a function f at z with step h.</summary>
    public static CheckResult CentralDifference(Func<Func<double, double>, double, double, double> answer) => Exercise.Check(answer,
        new("6.5", "the central difference", "f = {0}, z = {2}, h = {3}"), Functions, (difference, t) => difference(t.F, t.Z, t.H),
        (NumericalDerivative.Central, "(f(z + h) − f(z − h)) / (2h)"),
        ((f, z, h) => (f(z + h) - f(z)) / h,
            "That is the forward difference, with an error of order h. The central one steps to both sides: (f(z + h) − f(z − h)) / (2h)."),
        ((f, z, h) => (f(z + h) - f(z - h)) / h, "From z − h to z + h the run is 2h, not h."),
        ((f, z, h) => (f(z + h) - f(z - h)) / 2 * h, "C# reads a / 2 * h as (a / 2) · h: put 2 * h into parentheses."),
        ((f, z, h) => (f(z - h) - f(z + h)) / (2 * h), "The sign is reversed: f(z + h) comes first."));

    /// <summary>Checks exercise 6.6: the slopes of ½ (tanh(w x + b) − y)² along w and b, repaired.</summary>
    public static CheckResult Repaired(Func<double, double, double, double, (double dw, double db)> answer) => Exercise.Check(answer,
        new("6.6", "find the two wrong lines", "w = {0}, b = {1}, x = {2}, y = {3}") { Tolerance = FormulaTolerance },
        [(0.5, -0.3, 1.4, 1), (-0.8, 0.2, 0.6, -1), (0.4, 0.1, -1.2, 0.5), (1.5, -1, 0.7, 0)],
        (Slopes(TanhSlopeAt),
            "Nudge b: which lines does its slope pass through? Mend those first. Then nudge w: it passes through one line more."),
        (Slopes(z => 1 - z * z, timesW: true), "Both slopes are off, so look at what both pass through: a line before dw and db is wrong. "
            + "Then nudge again: one of the two has a mistake of its own."),
        (Slopes(TanhSlopeAt, timesW: true), "The slope along b is right now. Only the one along w is off, so the mistake is in its own "
            + "line: how far does z move if w moves?"),
        (Slopes(z => 1 - z * z), "Both are still off by the same factor: it is in a line that both pass through."),
        (Slopes(z => 1 - Math.Tanh(z)), "The square is missing: the slope of tanh is 1 − a², not 1 − a."),
        (Slopes(z => Math.Tanh(z) * (1 - Math.Tanh(z))), "a (1 − a) is the slope of the sigmoid. This unit is a tanh unit."),
        (Slopes(z => TanhSlopeAt(Math.Tanh(z))), "tanh was taken twice: 1 − a² with a = tanh(z), not with tanh(a)."),
        (Slopes(_ => 1), "The slope of the activation is missing: dz is (a − y) times g'(z)."),
        (Slopes(z => -TanhSlopeAt(z)), "Both signs are turned: the loss moves by a − y, not y − a, as far as a."),
        (Slopes(TanhSlopeAt), Measured));

    private static double Sigmoid(double z) => Activation.Sigmoid.Value(z);

    private static double SigmoidSlopeAt(double z) => Sigmoid(z) * (1 - Sigmoid(z));

    private static double SwishSlopeAt(double z) => Sigmoid(z) + z * SigmoidSlopeAt(z);

    private static double TanhSlopeAt(double z) => 1 - Math.Tanh(z) * Math.Tanh(z);

    private static Func<double, double, double, double, (double dw, double db)> Slopes(
        Func<double, double> slopeAt, bool timesW = false) => (w, b, x, y) =>
        {
            var dz = (Math.Tanh(w * x + b) - y) * slopeAt(w * x + b);
            return (dz * (timesW ? w : x), dz);
        };
}
