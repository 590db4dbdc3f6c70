namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 0, the warm-up.</summary>
public static class Check00
{
    private const double AccuracyWanted = 0.85;

    private const string Reached = "at least 85% of the flower's points right";
    private const string Guessing = "fewer than 60% of the flower's points right";
    private const string HalfWay = "between 60% and 85% of the flower's points right";

    private static readonly Exercise<(int Nx, int Nh, int Ny), int> ParametersExercise = new("0.1", "count the parameters")
    {
        Cases = [(2, 4, 1), (30, 8, 1), (64, 20, 10), (1, 1, 1)],
        Solution = t => t.Nh * (t.Nx + 1) + t.Ny * (t.Nh + 1),
        Hint = "W1 has nh · nx entries, b1 has nh, W2 has ny · nh, b2 has ny. Add them up.",
        Describe = t => $"a {t.Nx}-{t.Nh}-{t.Ny} network",
        Mistakes =
        [
            (t => t.Nh * t.Nx + t.Ny * t.Nh, "Those are the weights. Every hidden unit and every output also has a bias: add nh + ny."),
            (t => t.Nh * (t.Nx + 1) + t.Ny * t.Nh, "The outputs have biases too: b2 has ny entries."),
            (t => t.Nh * t.Nx + t.Ny * (t.Nh + 1), "The hidden units have biases too: b1 has nh entries."),
            (t => t.Nx + t.Nh + t.Ny,
                "You counted the circles of the drawing. Parameters are its lines (the weights), and one bias for each hidden unit and "
                + "output."),
            (t => t.Nx * t.Nh * t.Ny,
                "Weights run from one layer to the next: nh · nx of them into the hidden layer plus ny · nh out of it, then the biases."),
        ],
    };

    private static readonly Exercise<(Vector<double> Weights, Vector<double> X, double Bias), double> UnitExercise =
        new("0.2", "one hidden unit")
        {
            Cases = [(V(1, 2), V(0.5, 0.25), 0.1), (V(-1, 0.5), V(2, 3), 0), (V(0.2, -0.4, 0.6), V(1, 1, 1), -0.3), (V(3), V(-0.1), 1)],
            Solution = t => Math.Tanh(t.Weights * t.X + t.Bias),
            Hint = "z = w1·x1 + w2·x2 + … + b, then a = tanh(z). In MathNet w * x of two vectors is the sum of the products.",
            Describe = t => $"w = {ValueText.Of(t.Weights)}, x = {ValueText.Of(t.X)}, b = {ValueText.Of(t.Bias)}",
            Mistakes =
        [
            (t => t.Weights * t.X + t.Bias, "That is z. The unit passes on a = tanh(z)."),
            (t => Math.Tanh(t.Weights * t.X), "The bias is missing: z = w · x + b."),
            (t => Math.Tanh(t.Weights * t.X) + t.Bias, "The bias belongs inside: add it to w · x before you take tanh."),
            (t => Activation.Sigmoid.Value(t.Weights * t.X + t.Bias), "z is right, but this unit uses tanh, not the sigmoid."),
            (t => Math.Tanh((t.Weights + t.X).Sum() + t.Bias), "Multiply each weight by its input, then add the products: w * x."),
        ],
        };

    private static readonly Exercise<double[], double[]> LabelsExercise = new("0.3", "from probabilities to labels")
    {
        Cases = [[0.9, 0.2, 0.51, 0.49], [0.5], [0, 1, 0.5001]],
        Solution = a => [.. a.Select(p => p > 0.5 ? 1.0 : 0.0)],
        Hint = "1 where the probability is above 0.5, else 0.",
        Mistakes =
        [
            (a => [.. a.Select(p => p >= 0.5 ? 1.0 : 0.0)],
                "At exactly 0.5 the course answers 0: 1 only where the probability is above 0.5."),
            (a => [.. a.Select(p => p > 0.5 ? 0.0 : 1.0)], "The wrong way around: a high probability means label 1."),
            (a => a, "Those are the probabilities themselves. Make each a label: 1 above 0.5, else 0."),
            (a => [.. a.Select(p => p > 0 ? 1.0 : 0.0)], "The border between the two labels is 0.5, not 0."),
        ],
    };

    private static readonly Exercise<string, string> FlowerExercise = new("0.4", "turn the dials")
    {
        Cases = ["the 400 points of the flower"],
        Solution = _ => Reached,
        Hint = "Raise hiddenUnits first, then epochs. The learning rate of this chapter, 1.2, is good here.",
        TimeLimit = TimeSpan.FromSeconds(20),
        Mistakes =
        [
            (_ => Guessing, "The network has learned next to nothing. Was it trained, on the data that came in, for some hundred epochs "
                + "at least?"),
            (_ => HalfWay, "Nearly. One or two hidden units cannot follow the petals; and too few epochs leave the cost high."),
        ],
    };

    /// <summary>Checks exercise 0.1: how many parameters a network has, given nx, nh and ny.</summary>
    public static CheckResult Parameters(Func<int, int, int, int> answer) =>
        ParametersExercise.Check(answer is null ? null : t => answer(t.Nx, t.Nh, t.Ny));

    /// <summary>Checks exercise 0.2: the output of one tanh unit, given its weights, its inputs and its bias.</summary>
    public static CheckResult Unit(Func<Vector<double>, Vector<double>, double, double> answer) =>
        UnitExercise.Check(answer is null ? null : t => answer(t.Weights.Clone(), t.X.Clone(), t.Bias));

    /// <summary>Checks exercise 0.3: labels 0 or 1, given probabilities.</summary>
    public static CheckResult Labels(Func<double[], double[]> answer) => LabelsExercise.Check(answer is null ? null : a => answer([.. a]));

    /// <summary>Checks exercise 0.4: a network trained on the flower that gets at least 85% of its points right.</summary>
    public static CheckResult Flower(Func<Dataset, Network> answer)
    {
        return FlowerExercise.Check(answer is null ? null : _ => Judge(answer(Datasets.Flower())));

        static string Judge(Network? net)
        {
            var data = Datasets.Flower();
            return net?.Accuracy(data.X, data.Y) switch
            {
                null => "null: return the trained network",
                >= AccuracyWanted => Reached,
                < 0.6 => Guessing,
                _ => HalfWay,
            };
        }
    }

    private static Vector<double> V(params double[] numbers) => Vector<double>.Build.Dense(numbers);
}
