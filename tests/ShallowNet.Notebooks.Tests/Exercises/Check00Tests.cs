namespace ShallowNet.Notebooks.Tests.Exercises;

public sealed class Check00Tests
{
    [Fact]
    public void EveryCheck_RightAnswer_IsDone()
    {
        Assert.True(Check00.Parameters((nx, nh, ny) => nh * nx + nh + ny * nh + ny).IsDone);
        Assert.True(Check00.Unit((w, x, b) => Math.Tanh(w.DotProduct(x) + b)).IsDone);
        Assert.True(Check00.Labels(a => [.. a.Select(p => p <= 0.5 ? 0.0 : 1.0)]).IsDone);
        Assert.True(Check00.Flower(data => Trained(data, 4, 2000)).IsDone);
    }

    [Fact]
    public void Parameters_WrongAnswers_GetTheirReason()
    {
        Refused(Check00.Parameters((nx, nh, ny) => nh * nx + ny * nh), "add nh + ny");
        Refused(Check00.Parameters((nx, nh, ny) => nh * (nx + 1) + ny * nh), "outputs have biases");
        Refused(Check00.Parameters((nx, nh, ny) => nx + nh + ny), "counted the circles");
        Refused(Check00.Parameters((_, _, _) => 17), "W1 has nh");
    }

    [Fact]
    public void Unit_WrongAnswers_GetTheirReason()
    {
        Refused(Check00.Unit((w, x, b) => w * x + b), "That is z");
        Refused(Check00.Unit((w, x, _) => Math.Tanh(w * x)), "bias is missing");
        Refused(Check00.Unit((w, x, b) => Math.Tanh(w * x) + b), "belongs inside");
        Refused(Check00.Unit((w, x, b) => 1 / (1 + Math.Exp(-(w * x) - b))), "not the sigmoid");
    }

    [Fact]
    public void Labels_WrongAnswers_GetTheirReason()
    {
        Refused(Check00.Labels(a => [.. a.Select(p => p >= 0.5 ? 1.0 : 0.0)]), "At exactly 0.5");
        Refused(Check00.Labels(a => [.. a.Select(p => p > 0.5 ? 0.0 : 1.0)]), "The wrong way around");
        Refused(Check00.Labels(a => a), "probabilities themselves");
    }

    [Fact]
    public void Flower_WrongNetworks_GetTheirReason()
    {
        Refused(Check00.Flower(_ => new Network(2, 4)), "learned next to nothing");
        Refused(Check00.Flower(data => Trained(data, 1, 2000)), "cannot follow the petals");
        Refused(Check00.Flower(_ => null!), "Raise hiddenUnits");
    }

    private static Network Trained(Dataset data, int hiddenUnits, int epochs)
    {
        var net = new Network(2, hiddenUnits);
        new Trainer { LearningRate = 1.2, Epochs = epochs }.Train(net, data);
        return net;
    }

    private static void Refused(CheckResult result, string reason)
    {
        Assert.False(result.IsDone);
        Assert.Contains(reason, result.Hint, StringComparison.Ordinal);
    }
}
