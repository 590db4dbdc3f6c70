namespace ShallowNet.Player.Tests.Course;

/// <summary>A word, a symbol or a call of the library that a reader must be told before it is used.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pattern">A regular expression for its uses.</param>
/// <param name="Section">The section that explains it, as its heading begins; the first digit is the chapter.</param>
/// <param name="Explanation">The words there that do, without the stars of bold type.</param>
/// <param name="InCode">Whether code cells count as well.</param>
internal sealed record Term(string Name, string Pattern, string Section, string Explanation, bool InCode = false)
{
    public string Chapter => Section[..1];

    public static IReadOnlyList<Term> All { get; } =
    [
        new("cost", @"\bcosts?\b", "0.1", "the cost, a number that says how wrong the network is"),
        new("epoch", @"\bepochs?\b", "0.1", "the epochs, the passes over the data"),
        new("seed", @"\bseeds?\b", "0.2", "A seed fixes the random numbers"),
        new("weight", @"\bweights?\b", "0.3", "Each line is a weight"),
        new("hidden unit", @"\bhidden units?\b", "0.3",
            "Each circle in the middle, the hidden layer, and on the right, the output, is a unit."),
        new("hidden layer", @"\bhidden layers?\b", "0.3",
            "Each circle in the middle, the hidden layer"),
        new("bias", @"\bbias(es)?\b", "0.3", "a number of its own, the bias"),
        new("activation function", @"\bactivation functions?\b", "0.3", "passes the sum $z$ through an activation function"),
        new("tanh", @"\btanh\b", "0.3", "A hidden unit uses tanh, a smooth step from −1 to 1."),
        new("sigmoid", @"\bsigmoids?\b|σ|\\sigma\b", "0.3", "the sigmoid, written σ, a smooth step from 0 to 1"),
        new("parameter", @"\bparameters?\b", "0.3", "17 numbers, the parameters of the network"),

        new("Gaussian", @"\bGaussians?\b", "1 Set-up", "Their points are drawn from a Gaussian, the bell curve."),
        new("variance", @"\bvariances?\b", "1 Set-up", "The variance is the mean squared distance from it"),
        new("standard deviation", @"\bstandard deviations?\b", "1 Set-up", "is the standard deviation."),
        new("loss", @"\bloss(es)?\b", "1.2", "The loss of the example is"),
        new("ln", @"\\ln\b", "1.2", @"$\ln$ is the natural logarithm"),
        new("slope", @"\bslopes?\b", "1.3", "The slope of a curve tells how much it rises"),
        new("∂", @"\\partial\b|∂", "1.3", "the *partial* derivative"),
        new("dv", @"(?<![\\\w])d[vwbzWZA](?=[_^\s$,.)])", "1.3", @"$dv$ means $\partial J/\partial v$"),
        new("learning rate", @"\blearning rates?\b|α|\\alpha\b", "1.3", @"The learning rate $\alpha$ says how far."),
        new("chain rule", @"\bchain rule\b", "1.4", "Reminder: the chain rule."),
        new("gradient descent", @"\bgradient descent\b", "1.5", "Repeating it is gradient descent"),
        new("gradient", @"\bgradients?\b", "1.5", "the *gradient* is the list of all slopes"),
        new("diverge", @"\bdiverge[sd]?\b", "1.6", "Then the training has diverged"),
        new("NaN", @"\bNaN\b", "1.6", "`NaN`, *not a number*"),
        new("logistic regression", @"\blogistic regression\b", "1.7", "has an old name: logistic regression"),
        new("matrix", @"\bmatri(x|ces)\b", "1.9", "gives a matrix, $W$, of 4 rows and 2 columns"),
        new("transpose", @"\btransposed?\b|\\top\b", "1.9", "Reminder: the transpose."),
        new("forward pass", @"\bforward pass(es)?\b", "1.9", "This is the forward pass."),

        new("standardized", @"\bstandardi[sz]\w+", "5 Set-up", "they are standardized"),
        new("median", @"\bmedians?\b", "5 Set-up", "the median over its seeds: the middle one"),
        new("Initializer.Gaussian", @"\bInitializer\.Gaussian\b", "5 Set-up", "`Initializer.Gaussian(0.5)` draws them", InCode: true),
        new("Xavier", @"\bXavier\b", "5 Set-up", "`Initializer.Xavier` chooses the $s$ that suits tanh", InCode: true),
        new("He", @"\bInitializer\.He\b", "5 Set-up", "`Initializer.He` the one that suits ReLU", InCode: true),
        new("Sweep.Run", @"\bSweep\.Run\b", "5 Set-up",
            "`Sweep.Run(settings, seeds, f)` calls `f(setting, seed)` for each pair", InCode: true),
        new("Runs.Medians", @"\bRuns\.Medians\b", "5 Set-up", "`Runs.Medians` shows a row for each setting", InCode: true),
        new("ReLU", @"\bReLUs?\b", "5.1", @"| ReLU | $\max(0, z)$ |"),
        new("leaky ReLU", @"\bleaky ReLUs?\b", "5.1", @"| leaky ReLU | $\max(0.01 z, z)$ |"),
        new("band", @"\bbands?\b", "5.3", "the band runs from the lowest to the highest"),
        new("squared error", @"\bsquared errors?\b", "5.7", @"With the squared error $\frac12 (a - y)^2$"),
        new("saturated", @"\bsaturat\w+", "5.4", "A unit out there is called saturated."),
        new("silent", @"\bsilent\b", "5.6", "Call it silent"),
        new("cross-entropy", @"\bcross-entropy\b", "5.7", "the cross-entropy of one example is"),
        new("softplus", @"\bsoftplus\b", "5.9", @"\text{softplus}(z) - z\,y"),
        new("softmax", @"\bsoftmax\b", "5.7", "the *softmax* $a_k"),

        new("central difference", @"\bcentral differences?\b", "6.1", "This is the central difference."),
        new("back-propagation", @"\bback-?propagation\b", "6.5", "is called back-propagation"),
        new("forward difference", @"\bforward differences?\b", "6.5", "the forward difference."),
        new("truncation", @"\btruncation\b", "6.5", "This is the truncation error."),
        new("gradient check", @"\bGradientCheck\b|\bgradient checks?\b", "6.5",
            "`GradientCheck.Run` nudges each parameter in turn", InCode: true),
        new("relative error", @"\brelative errors?\b", "6.5", @"\text{relative error} ="),

        new("elementwise product", @"\\odot\b|⊙", "7.3", @"multiply entry by entry, which is written $\odot$"),
        new("curvature", @"\bcurvatures?\b", "7.4", @"The number $\lambda$ is the curvature"),
        new("mini-batch", @"\bmini-?batch(es)?\b", "7.5", "cut them into mini-batches"),
        new("stochastic", @"\bstochastic\b", "7.5", "called *stochastic* gradient descent"),
        new("momentum", @"\bmomentum\b", "7.6", "This is momentum"),
        new("Adam", @"\bAdam\b", "7.6", "The step in wide use today is Adam"),
        new("eigenvalue", @"\beigenvalues?\b", "7.7", "its largest *eigenvalue* is the curvature in the sharpest direction"),
        new("symmetry", @"\bsymmetry\b", "8.1", "This is called symmetry."),
        new("validation", @"\bvalidat(e|ion)\b", "9.2", "validation: we compare settings on them"),
        new("overfitting", @"\boverfit\w*", "9.4", "This is *overfitting*"),
        new("confusion matrix", @"\bconfusion matri(x|ces)\b", "9.5", "The figure is a confusion matrix"),
        new("recall", @"\brecall\b", "9.5", "*Recall* is the share of the malignant tumors that were found"),
        new("precision", @"\bprecision\b", "9.5", "*precision* the share of the alarms that were right"),
        new("ROC curve", @"\bROC\b", "9.6", "The *ROC curve* has a point for every threshold"),
        new("AUC", @"\bAUC\b", "9.6", "The area under the curve (AUC)"),
        new("weight decay", @"\bweight decay\b", "9.10", "*weight decay*"),
    ];

    public override string ToString() => Name;
}
