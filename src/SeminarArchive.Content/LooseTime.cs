using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Times that are no times to the archive, but can be meant in one way only: <c>14.30</c>, <c>14h30</c>, <c>2-3.30 pm</c>.</summary>
internal static partial class LooseTime
{
    /// <summary>The time with colons, as the archive reads it; null when it is none.</summary>
    public static string? Spell(string text)
    {
        var colons = Hours().Replace(Point().Replace(text.Trim(), ":"), ":00");
        return DateText.ParseTime(colons) is null ? null : colons;
    }

    /// <summary>A text without the one time of day in it, and that time as it is written behind a day, with a space before it; empty when there is none, or more than one.</summary>
    public static (string Without, string Time) Take(string text)
    {
        if (Times().Match(text) is not { Success: true } match || match.NextMatch().Success || Spell(match.Groups["time"].Value) is not { } time) return (text, "");
        return ($"{text[..match.Index]} {text[(match.Index + match.Length)..]}".Trim(' ', ',', ';', '(', ')', 'T'), $" {time}");
    }

    [GeneratedRegex(@"(?<=\b[0-9]{1,2})\s?[.hH]\s?(?=[0-9]{2}(?![0-9]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Point();

    [GeneratedRegex(@"(?<=\b[0-9]{1,2})\s?[hH]\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hours();

    private const string Half = @"\s?[ap]\.?m\b\.?";

    private const string One = @"([0-9]{1,2}([:.h][0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(" + Half + @")?|h|" + Half + @"))";

    // Of two times, the first may be a mere number: "2-3.30 pm".
    [GeneratedRegex(@"(?<![0-9.:/-])(?<time>(" + One + @"|[0-9]{1,2}(?=\s*(-|–|—|to|until)\s*[0-9]{1,2}([:.][0-9]{2})?" + Half + @"))(\s*(-|–|—|to|until)\s*" + One + @")?(\s*(Z|UTC|GMT)\b|\s?[+-][0-9]{2}:?[0-9]{2}|\s[A-Z][a-z]+/[A-Za-z_/]+)?)(?![.:/-]?[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();
}
