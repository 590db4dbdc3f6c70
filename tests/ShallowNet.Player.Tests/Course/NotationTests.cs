namespace ShallowNet.Player.Tests.Course;

/// <summary>One symbol has one meaning in all notebooks, and one meaning one symbol.</summary>
public sealed class NotationTests
{
    public static TheoryData<string> All => [.. CourseFile.All];

    [Theory]
    [MemberData(nameof(All))]
    public void ElementwiseProduct_OfANotebook_IsACircledDot(string name) => Nowhere(name, @"\\circ\b|\\ast\b|\\star\b|[∘∗]");

    [Theory]
    [MemberData(nameof(All))]
    public void Transpose_OfANotebook_IsTopInBraces(string name) =>
        Nowhere(name, @"\\mathsf|\\intercal|\\mathrm\{T\}|\^\{?(\[\d\])?\s*T\b|\^\\top");

    [Theory]
    [MemberData(nameof(All))]
    public void Logarithm_OfANotebook_IsLn(string name) => Nowhere(name, @"\\log\b");

    [Theory]
    [MemberData(nameof(All))]
    public void Sigma_OfANotebook_IsTheSigmoidOnly(string name) => Nowhere(name, @"(\\sigma|σ)(_|\^2|²)");

    private static void Nowhere(string name, string pattern) => Assert.All(
        CourseFile.Read(name).Cells, cell => Assert.DoesNotMatch(cell.Kind == CellKind.Markdown ? pattern : "[∘∗]", cell.Source));
}
