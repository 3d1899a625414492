using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary>For people: each problem with its line and what to write instead, a blank line between two, a sentence at the end.</summary>
internal static class TextReport
{
    public static void Write(Report report, Terminal terminal)
    {
        foreach (var problem in report.Problems)
        {
            terminal.Out.WriteLine(terminal.HasColour ? Coloured(problem) : problem.ToString());
            terminal.Out.WriteLine();
        }

        terminal.Out.WriteLine(report.Summary);
    }

    // The place in the severity's colour, what to write in bold; the text between them as it is.
    private static string Coloured(Problem problem)
    {
        var lines = problem.ToString().Split('\n');
        var cause = lines[0].LastIndexOf(problem.Cause, StringComparison.Ordinal);
        var colour = problem.Severity switch { Severity.Error => 31, Severity.Warning => 33, _ => 36 };
        lines[0] = $"\u001b[{colour}m{lines[0][..cause]}\u001b[0m{lines[0][cause..]}";
        lines[^1] = $"\u001b[1m{lines[^1]}\u001b[0m";
        return string.Join('\n', lines);
    }
}
