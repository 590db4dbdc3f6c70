namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 5, activation functions.</summary>
public static class Check05
{
    private static readonly double[] Tiny = [1e-9, -3.7e-8, 2.3e-7, 1.1e-6];

    /// <summary>Checks exercise 5.1: tanh written with the sigmoid, given z.</summary>
    public static CheckResult TanhFromSigmoid(Func<double, double> answer)
    {
        var result = Exercise.Check(answer, new("5.1", "tanh from the sigmoid"), [0.25, -0.5, 0, 2, -3, 800, -800],
            (Math.Tanh, "tanh(z) = 2 σ(2z) − 1: stretch the input, stretch the output, then shift."),
            (z => 2 * Sigmoid(z) - 1, "You stretched the output but not the input: 2 σ(z) − 1 is tanh(z/2). The formula is 2 σ(2z) − 1."),
            (z => Sigmoid(2 * z) - 1, "The output runs from −1 to 0. Stretch it by 2 before you shift it: 2 σ(2z) − 1."),
            (z => Sigmoid(z) - 0.5, "Shifting alone gives values between −0.5 and 0.5: 2 σ(2z) − 1 also stretches both ways."),
            (z => 2 * (Sigmoid(2 * z) - 1), "Shift by 1 after the stretch, not before: 2 σ(2z) − 1 is not 2 (σ(2z) − 1)."),
            (Sigmoid, "That is the sigmoid itself. Use it at 2z: 2 σ(2z) − 1."),
            (z => (Math.Exp(z) - Math.Exp(-z)) / (Math.Exp(z) + Math.Exp(-z)), "That is the textbook formula: at z = 800 it is ∞ / ∞. Only "
                + "Sigmoid and arithmetic are asked for, and they have no such trouble."));
        // 2 σ(2z) − 1 loses digits where z is tiny, as anything made from σ does; tanh itself does not.
        return result.IsDone && Tiny.All(z => answer(z) == Math.Tanh(z))
            ? new(result.Exercise, result.Title, "The values are right, but they come from a ready-made tanh.")
            {
                Hint = "Use nothing but Sigmoid and arithmetic: which two stretches and which shift make tanh of it?",
            }
            : result;
    }

    /// <summary>Checks exercise 5.2: the value of leaky ReLU, given z and the slope left of 0.</summary>
    public static CheckResult Leaky(Func<double, double, double> answer) => Exercise.Check(answer,
        new("5.2", "leaky ReLU", "z = {0}, slope = {1}"), [(2, 0.01), (-3, 0.01), (-0.5, 0.2), (0, 0.2), (7, 0.3)],
        ((z, slope) => Math.Max(slope * z, z),
            "g(z) = max(slope · z, z): for a slope below 1 the second wins on the right of 0, the first on the left."),
        ((z, _) => Math.Max(0, z), "That is plain ReLU: it loses the sign and size of a negative z. Replace the 0 by slope · z."),
        ((z, _) => Math.Max(0.01 * z, z), "Use the argument slope: it is not always 0.01."),
        ((z, slope) => z > 0 ? 1 : slope, "That is the slope g'(z). Asked is the value g(z) = max(slope · z, z)."),
        ((z, slope) => Math.Min(slope * z, z), "The smaller of the two is the mirror image: g(z) = max(slope · z, z)."),
        ((z, slope) => Math.Max(-slope * z, z), "The minus makes negative inputs positive: g(z) = max(slope · z, z) keeps their sign."));

    /// <summary>Checks exercise 5.3: how many rows of Z1 (units) have no positive entry.</summary>
    public static CheckResult SilentUnits(Func<Matrix<double>, int> answer) => Exercise.Check(answer, new("5.3", "count the silent units"),
        [Matrix<double>.Build.DenseOfRowArrays([1, -2, 3], [-1, -2, -3], [-4, 0, -1], [-5, -6, 0.1]),
            Matrix<double>.Build.DenseOfRowArrays([-1, 2], [3, -4]), Matrix<double>.Build.Dense(5, 4, -1),
            Matrix<double>.Build.Dense(2, 6, 1)],
        (Z1 => Z1.EnumerateRows().Count(row => row.Maximum() <= 0),
            "A row of Z1 is a unit, a column is an example. A unit is silent if the largest entry of its row is not above 0."),
        (Z1 => Z1.EnumerateColumns().Count(column => column.Maximum() <= 0),
            "You counted columns, which are examples. Units are the rows of Z1."),
        (Z1 => Z1.EnumerateRows().Count(row => row.Maximum() < 0),
            "ReLU's slope at 0 is 0 too, so a unit whose largest entry is exactly 0 is silent: compare with <= 0."),
        (Z1 => Z1.EnumerateRows().Count(row => row.Minimum() <= 0),
            "One negative entry is no harm. A unit is silent only if its largest entry is not above 0."),
        (Z1 => Z1.EnumerateRows().Count(row => row.Maximum() > 0), "You counted the units that still speak. Asked are the others."),
        (Z1 => Z1.Enumerate().Count(z => z <= 0), "You counted entries. Asked are units: whole rows without a positive entry."));

    /// <summary>Checks exercise 5.4: W' and b' of the linear function that a linear hidden layer and W2 and b2 compute.</summary>
    public static CheckResult Collapse(Func<Network, (Matrix<double> W, Vector<double> b)> answer) => Exercise.Check(answer,
        new("5.4", "collapse a linear network", "a {0}-{1}-{2} network, linear hidden"), [(2, 3, 1), (3, 5, 2), (1, 1, 1)], AskLinear,
        (net => (net.W2 * net.W1, net.W2 * net.b1 + net.b2),
            "Put Z1 = W1 X + b1 into Z2 = W2 Z1 + b2 and multiply out: W' = W2 W1, b' = W2 b1 + b2."),
        (net => (net.W2 * net.W1, net.b2),
            "W' is right. In b' the first layer's bias is missing: it passes through W2 too, b' = W2 b1 + b2."),
        (net => (net.W2 * net.W1, net.W2 * net.b1), "W' is right. In b' the output's own bias is missing: b' = W2 b1 + b2."),
        (net => (net.W2 * net.W1, net.b1.Sum() + net.b2), "W' is right. b1 must pass through W2 before it is added: b' = W2 b1 + b2."));

    /// <summary>Checks exercise 5.5: softplus as an activation, its value and its slope.</summary>
    public static CheckResult Softplus(Func<Activation> answer) => Exercise.CheckCases(answer,
        new("5.5", "an activation of your own", "z = {0} (value, then slope)"), [0, 1, -1, 3.5, -20, 800, -800], ValueAndSlope,
        (z => (Softplus(z), Sigmoid(z)),
            "g(z) = ln(1 + e^z) has the slope g'(z) = σ(z). For large z write it as max(z, 0) + ln(1 + e^−|z|)."),
        (z => (Math.Log(1 + Math.Exp(z)), Sigmoid(z)),
            "e^z overflows for large z. Write ln(1 + e^z) as max(z, 0) + ln(1 + e^−|z|): the same number, and it never overflows."),
        (z => (Softplus(z), Sigmoid(z) * (1 - Sigmoid(z))),
            "The values are right. σ(1 − σ) is the slope of the sigmoid. The chain rule on ln(1 + e^z) gives e^z / (1 + e^z) = σ(z)."),
        (z => (Softplus(z), z > 0 ? 1 : 0), "The values are right. The slope is that of ReLU, but softplus bends smoothly: g'(z) = σ(z)."),
        (z => (Softplus(z), Math.Exp(z) / (1 + Math.Exp(z))),
            "The values are right, and so is the slope on paper. But e^z / (1 + e^z) is ∞/∞ for large z: write it as 1 / (1 + e^−z)."),
        (z => (Softplus(z), Sigmoid(-z)), "The values are right. The slope is mirrored: softplus rises to the right, so its slope goes to "
            + "1 there. e^z / (1 + e^z) is σ(z), not σ(−z)."),
        (z => (Math.Max(0, z), z > 0 ? 1 : 0), "That is ReLU. Softplus is its smooth cousin: g(z) = ln(1 + e^z)."));

    /// <summary>Checks exercise 5.6: a network trained on the circles that it is handed, judged on fresh ones.</summary>
    public static CheckResult Circles(Func<Dataset, Network> answer) => Exercise.JudgeNetworks(answer,
        new("5.6", "bend the boundary", "circles drawn with seed {0}; judged on 1000 fresh points") { Seconds = 20 },
        [1, 2], seed => (Datasets.Circles(seed: seed), Datasets.Circles(1000, seed: seed + 100)),
        ("at least 95% of the fresh points right", "A circle needs a bent boundary: a hidden activation that is not linear, a few units, "
            + "and enough epochs at a rate that lets the cost fall."),
        (net, right, fresh) => right switch
        {
            >= 0.95 => null,
            < 0.7 when net.Hidden != Activation.Identity && Math.Abs(net.Cost(fresh.X, fresh.Y) - Math.Log(2)) < 0.01 =>
                ("the network still answers about ½ everywhere: its cost is ln 2 = 0.69", "The training has not left its start. new "
                    + "Network starts at Gaussian × 0.01 unless told otherwise, and such small weights stay there for very long: pass "
                    + "initializer: Initializer.He for ReLU, Initializer.Xavier for tanh."),
            < 0.7 => ("fewer than 70% of the fresh points right", "That is about what a straight line gets on the circles. Is the hidden "
                + "layer linear, or is there only one unit, or did the cost not fall at all?"),
            _ => ("between 70% and 95% of the fresh points right", "The boundary bends, but not enough: more hidden units, more epochs, or "
                + "a larger learning rate. ReLU was the fastest on the circles in 5.7."),
        });

    private static T AskLinear<T>(Func<Network, T> collapse, (int Nx, int Nh, int Ny) t) =>
        collapse(new(t.Nx, t.Nh, t.Ny, Activation.Identity, initializer: Initializer.Gaussian(1), seed: 5, bias: 0.5));

    private static (double G, double Slope) ValueAndSlope(Func<Activation> answer, double z) => answer() is { } own
        ? (own.Value(z), own.Derivative(z))
        : throw new InvalidOperationException("null came back: return Activation.Custom(name, g, slope).");

    private static double Sigmoid(double z) => Activation.Sigmoid.Value(z);

    private static double Softplus(double z) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
}
