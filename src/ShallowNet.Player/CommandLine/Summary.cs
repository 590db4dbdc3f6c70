using ShallowNet.Player.Playing;
using Spectre.Console;

namespace ShallowNet.Player.CommandLine;

/// <summary>What is said when all has been played: a table, the failures, the notes, and what to open.</summary>
internal static class Summary
{
    public static void Write(IReadOnlyList<NotebookReport> reports, TimeSpan duration)
    {
        // Where the output is no terminal, its width is a guess: rather too wide than names broken into lines.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 200;
        var table = new Table().Border(TableBorder.Rounded).AddColumn("notebook").AddColumn("result");
        foreach (var name in (string[])["cells", "charts", "seconds"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var report in reports)
        {
            var (result, of) = report.Failure is null ? ("[green]played[/]", "") : ("[red]FAILED[/]", Invariant($" of {report.CodeCells}"));
            var name = Markup.Escape(Printable.Line(report.File.RelativePath));
            table.AddRow(name, result, Invariant($"{report.Played}{of}"), Invariant($"{report.Charts}"), Seconds(report.Duration));
        }
        table.AddEmptyRow();
        var (cells, charts) = (reports.Sum(r => r.Played), reports.Sum(r => r.Charts));
        table.AddRow(Plural(reports.Count, "notebook"), "", Invariant($"{cells}"), Invariant($"{charts}"), Seconds(duration));
        AnsiConsole.Write(table);

        foreach (var report in reports.Where(report => report.Failure is not null))
            Console.WriteLine("\n" + FailureText.Of(report.File, report.Failure!));
        if (reports.Any(report => report.Failure is not null))
            Console.WriteLine();
        foreach (var note in reports.SelectMany(report => report.Notes).Distinct())
            AnsiConsole.WriteLine("Note: " + Printable.Text(note));
    }

    private static string Seconds(TimeSpan time) => Invariant($"{time.TotalSeconds:0.0}");

    private static string Plural(int number, string what) => Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
