namespace ShallowNet.Player.Tests.Course.Findings;

/// <summary>
/// A sentence of a chapter that states what an experiment showed, and what must hold in the chapter's own cells for it to be true.
/// </summary>
/// <param name="Sentence">The words of the chapter, to the letter but for formulas' spaces and line ends.</param>
/// <param name="Condition">A C# expression over the variables of the chapter's cells, true where the sentence is.</param>
/// <param name="AfterCell">The id of the cell whose values the condition reads: it is asked right after this cell, before another gives its
/// variables new values.</param>
internal sealed record Finding(string Sentence, string Condition, string AfterCell);
