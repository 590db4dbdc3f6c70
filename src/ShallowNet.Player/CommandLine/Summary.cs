using System.Globalization;
using ShallowNet.Player.Playing;
using Spectre.Console;

namespace ShallowNet.Player.CommandLine;

/// <summary>What is said when all has been played: a table, the failures, the notes, and what to open.</summary>
internal static class Summary
{
    public static void Write(IReadOnlyList<NotebookReport> reports, TimeSpan duration, string? indexPath)
    {
        // Where the output is no terminal, its width is a guess: rather too wide than names broken into lines.
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 200;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn("notebook").AddColumn("result");
        foreach (var name in (string[])["cells", "charts", "seconds"])
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var report in reports)
        {
            var cells = report.Failure is null ? Number(report.Played) : Number(report.Played) + " of " + Number(report.CodeCells);
            table.AddRow(Markup.Escape(report.File.RelativePath), report.Failure is null ? "[green]played[/]" : "[red]FAILED[/]", cells, Number(report.Charts), Seconds(report.Duration));
        }

        table.AddEmptyRow();
        table.AddRow(Plural(reports.Count, "notebook"), "", Number(reports.Sum(r => r.Played)), Number(reports.Sum(r => r.Charts)), Seconds(duration));
        AnsiConsole.Write(table);

        foreach (var report in reports.Where(report => report.Failure is not null))
        {
            Console.WriteLine("\n" + FailureText.Of(report.File, report.Failure!));
        }

        if (reports.Any(report => report.Failure is not null))
        {
            Console.WriteLine();
        }

        foreach (var note in reports.SelectMany(report => report.Notes).Distinct())
        {
            Console.WriteLine("Note: " + note);
        }

        if (indexPath is not null)
        {
            Console.WriteLine("Open  " + indexPath);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Plural(int number, string what) => Number(number) + " " + what + (number == 1 ? "" : "s");
}
