using ShallowNet.Player.Documents;

namespace ShallowNet.Player.Pages;

/// <summary>A notebook that becomes a page of the book.</summary>
/// <param name="SourcePath">The notebook file it was read from; pictures are looked for beside it.</param>
/// <param name="RelativePath">Where its executed copy stands in the output folder, with forward slashes: "05-activation-functions.ipynb", "solutions/05-solutions.ipynb".</param>
/// <param name="Document">The notebook with the outputs of the cells that were played.</param>
/// <param name="Failure">Why it could not be played to its end; null if it was.</param>
/// <param name="TrustsFile">True if this player wrote the outputs that were in the file already, so that their scripts may run too.</param>
public sealed record PlayedNotebook(
    string SourcePath, string RelativePath, NotebookDocument Document, PlayFailure? Failure = null, bool TrustsFile = false);

/// <summary>Why a notebook was not played to its end.</summary>
/// <param name="Cell">Number of the cell that failed, counted from 1 over all cells; null if no cell is to blame.</param>
/// <param name="Message">What happened, in one or a few plain lines.</param>
public sealed record PlayFailure(int? Cell, string Message);
