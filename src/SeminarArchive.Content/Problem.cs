using System.Globalization;
using System.Text;

namespace SeminarArchive.Content;

/// <summary>How much a problem matters: an error keeps the file from being published, a warning and a notice do not.</summary>
public enum Severity
{
    Notice,
    Warning,
    Error,
}

/// <summary>One thing an editor should put right, at the place where it stands.</summary>
/// <param name="File">Path from the content folder's parent on, with forward slashes: <c>content/seminars/knots.md</c>.</param>
/// <param name="Line">Counted from 1; the opening <c>---</c> is line 1.</param>
/// <param name="Column">Counted from 1, in characters as an editor's cursor counts them.</param>
/// <param name="Rule">The rule's name in kebab case, as listed in <c>content/README.md</c>.</param>
/// <param name="Cause">One sentence in plain words that quotes what was found.</param>
/// <param name="Fix">What to write instead; never empty.</param>
/// <param name="Source">The offending line as it stands in the file, or null when no line is to blame.</param>
public sealed record Problem(
    string File, int Line, int Column, Severity Severity, string Rule, string Cause, string Fix, string? Source)
{
    /// <summary>
    /// The problem as a terminal shows it: a first line to click on, the offending line with a caret under the column, the fix.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: ");
        if (Severity != Severity.Error) text.Append(CultureInfo.InvariantCulture, $"{Severity.ToString().ToLowerInvariant()}: ");
        text.Append(Cause).Append('\n');
        if (Source is not null)
        {
            text.Append("    ").Append(Source).Append('\n');
            var indent = Source.AsSpan(0, Math.Clamp(Column - 1, 0, Source.Length));
            text.Append("    ");
            foreach (var c in indent) text.Append(c == '\t' ? '\t' : ' ');
            text.Append("^\n");
        }

        return text.Append("  Fix: ").Append(Fix).ToString();
    }
}
