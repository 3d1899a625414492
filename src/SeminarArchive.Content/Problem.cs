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
    private const int Width = 160;

    /// <summary>
    /// The problem as a terminal shows it: a first line to click on, the offending line with a caret under the column, the fix.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: ");
        if (Severity != Severity.Error) text.Append(CultureInfo.InvariantCulture, $"{Severity.ToString().ToLowerInvariant()}: ");
        text.Append(Cause).Append('\n');
        if (Source is not null) AppendSource(text, Source, Math.Clamp(Column - 1, 0, Source.Length));
        return text.Append("  Fix: ").Append(Fix).ToString();
    }

    // A long line is shown around the column; what would steer a terminal is shown as a mark.
    private static void AppendSource(StringBuilder text, string source, int column)
    {
        var start = source.Length <= Width ? 0 : Math.Max(0, column - (Width / 2));
        var end = Math.Min(source.Length, start + Width);
        if (start > 0 && char.IsLowSurrogate(source[start])) start++;
        if (end < source.Length && char.IsHighSurrogate(source[end - 1])) end--;

        text.Append("    ");
        if (start > 0) text.Append('…');
        for (var i = start; i < end; i++) text.Append(PlainText.IsControl(source[i]) ? '\uFFFD' : source[i]);
        if (end < source.Length) text.Append('…');
        text.Append("\n    ");
        if (start > 0) text.Append(' ');
        for (var i = start; i < column; i++) text.Append(source[i] == '\t' ? '\t' : ' ');
        text.Append("^\n");
    }
}
