namespace ShallowNet;

/// <summary>Recognizes the usual reasons why a training that ran to its end did not learn, and says what to do.</summary>
internal static class TrainingAdvice
{
    /// <summary>Inputs as far from 0 as this saturate sigmoid and tanh units whatever their weights.</summary>
    private const double LargeInput = 100;
    /// <summary>Inputs as near to 0 as this are as good as none beside the biases.</summary>
    private const double SmallInput = 1e-3;
    /// <summary>A cost that rises by less, as a share of it, stands still.</summary>
    private const double Rounding = 1e-12;

    /// <param name="net">The network after the training.</param>
    /// <param name="X">Its inputs.</param>
    /// <param name="before">Epochs it was trained before.</param>
    /// <param name="first">The cost at the start.</param>
    /// <param name="last">The cost at the end.</param>
    /// <param name="epochs">Updates made.</param>
    public static string? For(Network net, Matrix<double> X, int before, double first, double last, int epochs)
    {
        if (epochs == 0)
            return null;
        List<string> all = [];
        if (X.Enumerate().Max(Math.Abs) is var largest && largest > LargeInput)
        {
            all.Add(Invariant($"the inputs reach {largest:G6}: ") +
                "standardize them first (Standardizer.Fit on the training part, then Apply)");
        }
        else if (largest == 0)
        {
            all.Add("all inputs are 0, so the examples are all the same: look at where X comes from");
        }
        else if (largest < SmallInput)
        {
            all.Add(Invariant($"the largest input is {largest:G6}: ") +
                "standardize them first (Standardizer.Fit on the training part, then Apply)");
        }
        if (first - last < 1e-3 * first && new[] { net.Hidden, net.Output }.OfType<CustomActivation>().FirstOrDefault() is { } own)
            all.Add($"check the derivative of {own} with GradientCheck.Run");
        var equal = UnitsAreEqual(net);
        if (equal)
            all.Add("all hidden units are equal and stay so: start from random weights, such as Initializer.Gaussian()");
        if (last - first > Rounding * first)
            all.Add("the cost rose: take a smaller learning rate, ten times less to begin with");
        else if (!equal && first - last < 1e-3 * first)
            all.Add("the cost hardly moved: take more epochs, a larger learning rate, or another Initializer");
        if (before > 0)
            all.Add(Invariant($"the network went on from {before} earlier epochs: make a new one to start afresh"));
        return all.Count == 0 ? null : string.Join("; ", all);
    }

    private static bool UnitsAreEqual(Network net) =>
        net.Nh > 1 && Enumerable.Range(1, net.Nh - 1).All(i =>
            net.W1.Row(i).Equals(net.W1.Row(0)) && net.b1[i] == net.b1[0] && net.W2.Column(i).Equals(net.W2.Column(0)));
}
