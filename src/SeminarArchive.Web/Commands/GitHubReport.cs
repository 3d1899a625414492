namespace SeminarArchive.Web.Commands;

/// <summary>For GitHub Actions: a command for each problem, which marks the line in the change; the sentence goes to the log.</summary>
internal static class GitHubReport
{
    public static void Write(Report report, Terminal terminal)
    {
        foreach (var problem in report.Problems)
        {
            terminal.Out.WriteLine(
                $"::{problem.Severity.ToString().ToLowerInvariant()} file={Property(problem.File)},line={problem.Line},col={problem.Column},title={Property(problem.Rule)}::{Text($"{problem.Cause}\nFix: {problem.Fix}")}");
        }

        terminal.Out.WriteLine(report.Summary);
    }

    private static string Text(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Text(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
