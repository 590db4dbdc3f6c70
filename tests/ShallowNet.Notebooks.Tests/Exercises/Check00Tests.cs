using static ShallowNet.Notebooks.Check00;
using static ShallowNet.Notebooks.Tests.Exercises.Says;

namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check00Tests
{
    [Fact]
    public void RightAnswers_AreDone() => Done(
        Parameters((nx, nh, ny) => nh * nx + nh + ny * nh + ny),
        Unit((w, x, b) => Math.Tanh(w.DotProduct(x) + b)),
        Labels(a => [.. a.Select(p => p <= 0.5 ? 0.0 : 1.0)]),
        Flower(data => Trained(new(2, 4), data, 1.2, 2000)));

    [Fact]
    public void WrongAnswers_GetTheirReason() => Hint(
        (Parameters((nx, nh, ny) => nh * nx + ny * nh), "add nh + ny"),
        (Parameters((nx, nh, ny) => nh * (nx + 1) + ny * nh), "outputs have biases"),
        (Parameters((nx, nh, ny) => nx + nh + ny), "counted the circles"),
        (Parameters((_, _, _) => 17), "W1 has nh"),
        (Unit((w, x, b) => w * x + b), "That is z"),
        (Unit((w, x, _) => Math.Tanh(w * x)), "bias is missing"),
        (Unit((w, x, b) => Math.Tanh(w * x) + b), "belongs inside"),
        (Unit((w, x, b) => 1 / (1 + Math.Exp(-(w * x) - b))), "not the sigmoid"),
        (Labels(a => [.. a.Select(p => p >= 0.5 ? 1.0 : 0.0)]), "At exactly 0.5"),
        (Labels(a => [.. a.Select(p => p > 0.5 ? 0.0 : 1.0)]), "The wrong way around"),
        (Labels(a => a), "probabilities themselves"),
        (Flower(_ => new(2, 4)), "learned next to nothing"),
        (Flower(data => Trained(new(2, 1), data, 1.2, 2000)), "cannot follow the petals"),
        (Flower(_ => null!), "Raise hiddenUnits"));
}
