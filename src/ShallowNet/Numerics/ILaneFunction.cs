namespace ShallowNet;

/// <summary>A function of two numbers, written once for lanes of every width.</summary>
internal interface ILaneFunction
{
    V Of<V>(V x, V y)
        where V : struct, ILanes<V>;
}
