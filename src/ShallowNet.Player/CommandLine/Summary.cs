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
            var (result, of) = report.Failure is null ? ("[green]played[/]", "") : ("[red]FAILED[/]", $" of {report.CodeCells}");
            Row(Markup.Escape(Printable.Line(report.File.RelativePath)), result, report.Played, of, report.Charts, report.Duration);
        }
        table.AddEmptyRow();
        Row($"{reports.Count} notebook{(reports.Count == 1 ? "" : "s")}", "", reports.Sum(r => r.Played), "", reports.Sum(r => r.Charts),
            duration);
        AnsiConsole.Write(table);

        var failures = reports.Where(report => report.Failure is not null).Select(report => FailureText.Of(report.File, report.Failure!));
        foreach (var failure in failures)
            Console.WriteLine("\n" + failure);
        if (failures.Any())
            Console.WriteLine();
        foreach (var note in reports.SelectMany(report => report.Notes).Distinct())
            AnsiConsole.WriteLine("Note: " + Printable.Text(note));

        void Row(string name, string result, int cells, string of, int charts, TimeSpan time) =>
            table.AddRow(name, result, $"{cells}{of}", $"{charts}", Invariant($"{time.TotalSeconds:0.0}"));
    }
}
