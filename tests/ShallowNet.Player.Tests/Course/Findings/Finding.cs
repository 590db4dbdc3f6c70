namespace ShallowNet.Player.Tests.Course.Findings;

/// <summary>A sentence of a chapter that states what an experiment showed, and what must hold in the chapter's cells for it.</summary>
/// <param name="Sentence">The words of the chapter, to the letter but for formulas' spaces and line ends.</param>
/// <param name="Condition">A C# expression over the variables of the chapter's cells, true where the sentence is.</param>
/// <param name="Cell">The id of the cell after which the condition is asked; null for the last one above the sentence.</param>
internal sealed record Finding(string Sentence, string Condition, string? Cell = null)
{
    /// <summary>All findings, by the file name of their chapter.</summary>
    public static IReadOnlyDictionary<string, Finding[]> Course { get; } = new Dictionary<string, Finding[]>
    {
        ["00-start-here.ipynb"] = Chapter00.Findings,
        ["01-from-one-unit-to-a-network.ipynb"] = Chapter01.Findings,
        ["05-activation-functions.ipynb"] = Chapter05.Findings,
        ["06-derivatives-of-activation-functions.ipynb"] = Chapter06.Findings,
        ["07-gradient-descent.ipynb"] = Chapter07.Findings,
        ["08-random-initialization.ipynb"] = Chapter08.Findings,
        ["09-real-data.ipynb"] = Chapter09.Findings,
    };
}
