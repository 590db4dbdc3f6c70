namespace ShallowNet;

/// <summary>Recognizes the usual reasons why a training did not learn or diverged, and says what to do.</summary>
internal static class TrainingAdvice
{
    /// <summary>Inputs as far from 0 as this saturate sigmoid and tanh units whatever their weights.</summary>
    private const double LargeInput = 100;
    /// <summary>Inputs as near to 0 as this are as good as none beside the biases.</summary>
    private const double SmallInput = 1e-3;
    /// <summary>A cost that rises by less, as a share of it, stands still.</summary>
    private const double Rounding = 1e-12;

    /// <summary>For a trained network: <c>before</c> are the epochs of earlier trainings, first and last the costs of this one.</summary>
    public static string? For(Network net, Matrix<double> X, int before, double first, double last, int epochs)
    {
        if (epochs == 0)
            return null;
        const string standardize = "standardize them first (Standardizer.Fit on the training part, then Apply)";
        var (largest, equal) = (X.Enumerate().Max(Math.Abs), UnitsAreEqual(net));
        var (rose, stands) = (last - first > Rounding * first, first - last < 1e-3 * first);
        var own = new[] { net.Hidden, net.Output }.OfType<CustomActivation>().FirstOrDefault();
        (bool Holds, string Advice)[] all =
        [
            (largest > LargeInput, Invariant($"the inputs reach {largest:G6}: {standardize}")),
            (largest == 0, "all inputs are 0, so the examples are all the same: look at where X comes from"),
            (largest is > 0 and < SmallInput, Invariant($"the largest input is {largest:G6}: {standardize}")),
            (stands && own is not null, $"check the derivative of {own} with GradientCheck.Run"),
            (equal, "all hidden units are equal and stay so: start from random weights, such as Initializer.Gaussian()"),
            (rose, "the cost rose: take a smaller learning rate, ten times less to begin with"),
            (stands && !rose && !equal, "the cost hardly moved: take more epochs, a larger learning rate, or another Initializer"),
            (before > 0, Invariant($"the network went on from {before} earlier epochs: make a new one to start afresh")),
        ];
        return all.Any(one => one.Holds) ? string.Join("; ", all.Where(one => one.Holds).Select(one => one.Advice)) : null;
    }

    /// <summary>Why a cost became NaN or infinite, if the network before the training tells; a sentence without its full stop.</summary>
    public static string? DivergenceCause(Network net, Matrix<double> X)
    {
        var pass = net.Forward(X);
        return Cause(net.Hidden, pass.Z1) ?? Cause(net.Output, pass.Z2);
    }

    private static string? Cause(Activation g, Matrix<double> Z)
    {
        if (g is not CustomActivation)
            return null;
        foreach (var z in Z.Enumerate().Where(double.IsFinite))
        {
            if (!double.IsFinite(g.Value(z)))
                return Invariant($"the activation {g} gives {g.Value(z)} at z = {z}: it must give a finite number for every z");
            if (!double.IsFinite(g.Derivative(z)))
                return Invariant($"the derivative of {g} is {g.Derivative(z)} at z = {z}: it must be a finite number for every z");
        }
        return Invariant($"the steps are too long, or the derivative of {g} is wrong: GradientCheck.Run tells");
    }

    private static bool UnitsAreEqual(Network net) =>
        net.Nh > 1 && Enumerable.Range(1, net.Nh - 1).All(i =>
            net.W1.Row(i).Equals(net.W1.Row(0)) && net.b1[i] == net.b1[0] && net.W2.Column(i).Equals(net.W2.Column(0)));
}
