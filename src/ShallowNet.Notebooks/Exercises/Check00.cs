namespace ShallowNet.Notebooks;

/// <summary>Checks the exercises of chapter 0, the warm-up.</summary>
public static class Check00
{
    /// <summary>Checks exercise 0.1: how many parameters a network has, given nx, nh and ny.</summary>
    public static CheckResult Parameters(Func<int, int, int, int> answer) => Exercise.Check(answer,
        new("0.1", "count the parameters", "a {0}-{1}-{2} network"), [(2, 4, 1), (30, 8, 1), (64, 20, 10), (1, 1, 1)],
        ((nx, nh, ny) => nh * (nx + 1) + ny * (nh + 1), "W1 has nh · nx entries, b1 has nh, W2 has ny · nh, b2 has ny. Add them up."),
        ((nx, nh, ny) => nh * nx + ny * nh, "Those are the weights. Every hidden unit and every output also has a bias: add nh + ny."),
        ((nx, nh, ny) => nh * (nx + 1) + ny * nh, "The outputs have biases too: b2 has ny entries."),
        ((nx, nh, ny) => nh * nx + ny * (nh + 1), "The hidden units have biases too: b1 has nh entries."),
        ((nx, nh, ny) => nx + nh + ny, "You counted the circles of the drawing. Parameters are its lines (the weights), and one bias for "
            + "each hidden unit and output."),
        ((nx, nh, ny) => nx * nh * ny,
            "Weights run from one layer to the next: nh · nx of them into the hidden layer plus ny · nh out of it, then the biases."));

    /// <summary>Checks exercise 0.2: the output of one tanh unit, given its weights, its inputs and its bias.</summary>
    public static CheckResult Unit(Func<Vector<double>, Vector<double>, double, double> answer) => Exercise.Check(answer,
        new("0.2", "one hidden unit", "w = {0}, x = {1}, b = {2}"),
        [(V(1, 2), V(0.5, 0.25), 0.1), (V(-1, 0.5), V(2, 3), 0), (V(0.2, -0.4, 0.6), V(1, 1, 1), -0.3), (V(3), V(-0.1), 1)],
        ((w, x, b) => Math.Tanh(w * x + b),
            "z = w1·x1 + w2·x2 + … + b, then a = tanh(z). In MathNet w * x of two vectors is the sum of the products."),
        ((w, x, b) => w * x + b, "That is z. The unit passes on a = tanh(z)."),
        ((w, x, _) => Math.Tanh(w * x), "The bias is missing: z = w · x + b."),
        ((w, x, b) => Math.Tanh(w * x) + b, "The bias belongs inside: add it to w · x before you take tanh."),
        ((w, x, b) => Activation.Sigmoid.Value(w * x + b), "z is right, but this unit uses tanh, not the sigmoid."),
        ((w, x, b) => Math.Tanh((w + x).Sum() + b), "Multiply each weight by its input, then add the products: w * x."));

    /// <summary>Checks exercise 0.3: labels 0 or 1, given probabilities.</summary>
    public static CheckResult Labels(Func<double[], double[]> answer) => Exercise.Check(answer,
        new("0.3", "from probabilities to labels"), [[0.9, 0.2, 0.51, 0.49], [0.5], [0, 1, 0.5001]],
        (a => OneWhere(a, p => p > 0.5), "1 where the probability is above 0.5, else 0."),
        (a => OneWhere(a, p => p >= 0.5), "At exactly 0.5 the course answers 0: 1 only where the probability is above 0.5."),
        (a => OneWhere(a, p => p <= 0.5), "The wrong way around: a high probability means label 1."),
        (a => a, "Those are the probabilities themselves. Make each a label: 1 above 0.5, else 0."),
        (a => OneWhere(a, p => p > 0), "The border between the two labels is 0.5, not 0."));

    /// <summary>Checks exercise 0.4: a network trained on the flower that gets at least 85% of its points right.</summary>
    public static CheckResult Flower(Func<Dataset, Network> answer) => Exercise.JudgeNetworks(answer,
        new("0.4", "turn the dials") { Seconds = 20 }, ["the 400 points of the flower"], _ => (Datasets.Flower(), Datasets.Flower()),
        ("at least 85% of the flower's points right",
            "Raise hiddenUnits first, then epochs. The learning rate of this chapter, 1.2, is good here."),
        (_, right, _) => right switch
        {
            >= 0.85 => null,
            < 0.6 => ("fewer than 60% of the flower's points right",
                "The network has learned next to nothing. Was it trained, on the data that came in, for some hundred epochs at least?"),
            _ => ("between 60% and 85% of the flower's points right",
                "Nearly. One or two hidden units cannot follow the petals; and too few epochs leave the cost high."),
        });

    private static double[] OneWhere(double[] a, Func<double, bool> isOne) => [.. a.Select(p => isOne(p) ? 1.0 : 0.0)];

    private static Vector<double> V(params double[] numbers) => Vector<double>.Build.Dense(numbers);
}
