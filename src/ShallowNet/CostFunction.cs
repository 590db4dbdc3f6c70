namespace ShallowNet;

/// <summary>What training makes small.</summary>
public enum CostFunction
{
    /// <summary>-[y log a + (1 - y) log(1 - a)], summed over outputs, averaged over examples. For sigmoid outputs, labels 0 or 1.</summary>
    BinaryCrossEntropy,
    /// <summary>(a - y)² / 2, summed over the outputs, averaged over the examples. For any output activation.</summary>
    SquaredError,
}
