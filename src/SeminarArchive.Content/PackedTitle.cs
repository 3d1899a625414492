using System.Globalization;
using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>A title that still holds what other fields say, as titles from old sites do.</summary>
internal static partial class PackedTitle
{
    /// <summary>What does not belong there: the full name of a speaker, or a day of the year in which it was held; null when there is nothing.</summary>
    public static string? Find(SeminarFile seminar)
    {
        var title = seminar.Title;
        foreach (var name in seminar.Speakers.Select(speaker => PersonName.Parse(speaker.Name).Plain).Where(name => name.Contains(' ', StringComparison.Ordinal)))
        {
            var at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(title, name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace, out var length);
            if (at >= 0 && IsEdge(title, at - 1) && IsEdge(title, at + length)) return title.Substring(at, length);
        }

        if (!title.Any(char.IsAsciiDigit)) return null;
        return Day().Matches(title).Select(match => match.Value)
            .FirstOrDefault(day => DateAdvice.Suggest(day) is [var meant, ..] && meant.StartsWith(seminar.Date.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>
    /// The word by which the title says that the seminar was cancelled or postponed: in brackets, parted by a dash or colon, or in capitals where the rest is not.
    /// Null when there is none.
    /// </summary>
    public static string? StatusIn(SeminarFile seminar) => Status().Match(seminar.Title) is { Success: true } match ? match.Groups["word"].Value : null;

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);

    [GeneratedRegex(@"\b(\d{1,2}(st|nd|rd|th)?\s+(of\s+)?\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex("""
        ^[\[(*]+\s*((seminar|talk|event)\s+)?(?<word>cancell?ed|postponed)(\s*[\])*:,!]|\s+(due|because|until|to)\b)[^\])*]*[\])*]*\s*\S
        | \S\s*[\[(*]+\s*((seminar|talk|event)\s+)?(?<word>cancell?ed|postponed)(\s*[\])*:,!]|\s+(due|because|until|to)\b)[^\])*]*[\])*]*\s*$
        | ^(?<word>cancell?ed|postponed)\s*([:|!–—]|\s-|-\s)
        | (\s[-–—|]|:)\s*(?<word>cancell?ed|postponed)(\s+(due|because|until|to)\b.*)?[^\w?]*$
        | (?-i:^\W*(?<word>CANCELL?ED|POSTPONED)\b(?=.*\p{Ll}))
        | (?-i:\p{Ll}.*\b(?<word>CANCELL?ED|POSTPONED)\W*$)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Status();
}
