namespace ShallowNet;

/// <summary>Why a cost became NaN or infinite, where that can be told from the network as it was before the training.</summary>
internal static class DivergenceCause
{
    /// <summary>A sentence without its full stop, or null.</summary>
    public static string? Find(Network net, Matrix<double> X)
    {
        var pass = net.Forward(X);
        return Of(net.Hidden, pass.Z1) ?? Of(net.Output, pass.Z2);
    }

    private static string? Of(Activation g, Matrix<double> Z)
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
}
