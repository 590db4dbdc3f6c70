using ShallowNet.Player.Book;

namespace ShallowNet.Player.Tests.Book;

/// <summary>A small course as the player leaves it: two chapters and a solution with all that a page must show.</summary>
internal static class SampleCourse
{
    private const string Figure = """
        <figure><figcaption>The slope of tanh is largest at 0</figcaption><div id="sample-figure" role="img" aria-label="A curve" style="height:320px"></div>
        <script>
        window.sampleRuns = (window.sampleRuns || 0) + 1;
        Plotly.newPlot("sample-figure", [{ x: [-2, -1, 0, 1, 2], y: [-0.96, -0.76, 0, 0.76, 0.96], name: "a < b & c" }], { margin: { l: 40, r: 10, t: 10, b: 40 } }, { responsive: true });
        </script></figure>
        """;

    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>Writes the sources (with a picture) and the pages below a folder; gives the folder of the pages.</summary>
    public static string Write(string folder)
    {
        var sources = Path.Combine(folder, "notebooks");
        Directory.CreateDirectory(Path.Combine(sources, "images"));
        File.WriteAllBytes(Path.Combine(sources, "images", "dot.png"), Convert.FromBase64String(Pixel));
        var output = Path.Combine(folder, "course");
        var failure = new PlayFailure(8, "ArgumentException: Matrix dimensions must agree: op(A) is 3x2, op(B) is 3x4.");
        BookWriter.Write([In("05-activation-functions.ipynb", First()) with { Failure = failure }, In("06-derivatives.ipynb", Second()),
            In("solutions/05-solutions.ipynb", Solution())], output);
        return output;

        PlayedNotebook In(string name, Notebook notebook) => new(Path.Combine(sources, name), name, notebook);
    }

    /// <summary>A notebook of C# cells; text that begins with "md:" becomes Markdown.</summary>
    public static Notebook With(params string[] cells) => Notebook.Parse(Encoding.UTF8.GetBytes(TempFolder.Json(cells)), "sample.ipynb");

    public static PlayedNotebook Played(string name, Notebook document) => new(Path.Combine(Path.GetTempPath(), name), name, document);

    public static PlayedNotebook Played(string name, params string[] cells) => Played(name, With(cells));

    private static Notebook First()
    {
        var notebook = With(
            """
            md:# 5 Activation functions

            Without $g$ a network of two layers is a straight line. This chapter shows what $g(z)$ does to the *slope*, and why `tanh` often learns faster than the sigmoid.

            **You will be able to**

            - derive $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$,
            - say when a unit is *saturated*, and what its gradient is then.
            """,
            "#r \"nuget: MathNet.Numerics, 5.0.0\"\n#r \"../artifacts/bin/ShallowNet.Notebooks/release/ShallowNet.dll\"\nusing "
                + "MathNet.Numerics.LinearAlgebra;\nusing ShallowNet;",
            """
            md:## 5.1 The sigmoid and its slope

            The sigmoid squeezes any number into $(0, 1)$:

            $$
            \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \sigma'(z) = \sigma(z)\bigl(1 - \sigma(z)\bigr)
            $$

            **Predict.** At which $z$ is the slope largest, and how large is it? Write the number down before you play the cell.

            | $g$ | range | $g'(0)$ | at $z = 5$ |
            |:--|:--:|--:|--:|
            | sigmoid | $(0, 1)$ | 0.25 | 0.0066 |
            | tanh | $(-1, 1)$ | 1 | 0.00018 |
            | ReLU | $[0, \infty)$ | 0 | 1 |

            ![A dot](images/dot.png)
            """,
            """
            // The slope, by hand: two sides of one formula.
            static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
            double[] zs = [-5, -1, 0, 1, 5];
            foreach (var z in zs)
            {
                var a = Sigmoid(z);
                Console.WriteLine($"z = {z,3}   g(z) = {a:F4}   g'(z) = {a * (1 - a):F4}");
            }
            Figures.Function("The slope of the sigmoid is never above 0.25, and this title is long so that the line has to be scrolled on any screen", "g'(z)", -6, 6, ("sigmoid", z => Sigmoid(z) * (1 - Sigmoid(z))))
            """,
            """
            md:**What you see.** The largest slope is 0.25, at 0. See [chapter 6](06-derivatives.ipynb#6.1-By-hand), the [solution](solutions/05-solutions.ipynb), or [the paper](https://example.org/).

            ### A quiz

            <details><summary>Why is $0.25$ a problem with many layers?</summary>

            Each layer multiplies by at most 0.25: $0.25^{10} \approx 10^{-6}$.

            </details>

            <script>window.injected = 1</script><img src="x" onerror="window.injected = 1"><a href="javascript:window.injected=1">link</a>
            """,
            "HTML(\"rich\")",
            "md:## 5.2 An error\n\nWhat a shape that does not fit looks like.",
            "var C = A * B;",
            "Console.WriteLine(\"never played\");");
        notebook.Cells[1].SetResult(1, []);
        notebook.Cells[3].SetResult(2, [
            Output.Stream("stdout", "z =  -5   g(z) = 0.0067   g'(z) = 0.0066\nz =   0   g(z) = 0.5000   g'(z) = 0.2500\n"
                + "\u001b[31mred\u001b[0m <b>not bold</b>\n"),
            Output.ExecuteResult(2, [new("text/html", Figure), new("text/plain", "[Figure] A curve")])]);
        notebook.Cells[5].SetResult(3, [
            Output.DisplayData([new("text/html",
                "<table><thead><tr><th></th><th>units</th><th>accuracy</th></tr></thead><tbody><tr><th>sigmoid</th><td>4</td><td>0.87</td></tr></tbody></table>")]),
            Output.ExecuteResult(3, [new("text/plain", "<script>window.injected = 2</script>")])]);
        notebook.Cells[7].SetResult(4, [Output.Error("ArgumentException", "Matrix dimensions must agree: op(A) is 3x2, op(B) is 3x4.",
            ["   at cell 8, line 1: var C = A * B;"])]);
        notebook.Cells[8].SetResult(null, []);
        return notebook;
    }

    private static Notebook Second()
    {
        var notebook = With(
            "md:# 6 Derivatives of activation functions\n\nFour slopes, each worked out with the quotient rule and checked by a difference.",
            "md:## 6.1 By hand\n\nThe quotient rule. "
                + string.Join(' ', Enumerable.Repeat("One sentence more so that the page scrolls.", 80)),
            "1 + 1",
            "md:## 6.2 By a difference\n\nThe central difference $\\frac{g(z+h)-g(z-h)}{2h}$ finds saturation too. "
                + string.Join(' ', Enumerable.Repeat("And another.", 300)));
        notebook.Cells[2].SetResult(1, [Output.ExecuteResult(1, [new("text/plain", "2")])]);
        return notebook;
    }

    private static Notebook Solution()
    {
        var notebook = With("md:# Solutions to chapter 5\n\nBack to [the chapter](../05-activation-functions.ipynb).",
            "double TanhFromSigmoid(double z) => 2 * Sigmoid(2 * z) - 1;");
        notebook.Cells[1].SetResult(1, []);
        return notebook;
    }
}
