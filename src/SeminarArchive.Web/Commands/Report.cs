using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary>What a check has found, by file, line and column.</summary>
internal sealed record Report(IReadOnlyList<Problem> Problems, int Files)
{
    public int Count(Severity severity) => Problems.Count(problem => problem.Severity == severity);

    /// <summary>One sentence: <c>12 files: 1 error, 2 warnings and 3 notices.</c></summary>
    public string Summary
    {
        get
        {
            List<string> parts = [.. new[] { Severity.Error, Severity.Warning, Severity.Notice }.Where(severity => Count(severity) > 0).Select(severity => Number(Count(severity), severity.ToString().ToLowerInvariant()))];
            var found = parts.Count switch { 0 => "nothing to mend", 1 => parts[0], _ => $"{string.Join(", ", parts[..^1])} and {parts[^1]}" };
            return $"{Number(Files, "file")}: {found}.";
        }
    }

    private static string Number(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
