using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Several people written in one line.</summary>
internal static partial class NameList
{
    // A part with one of these is no person's name, or not only one.
    private static readonly FrozenSet<string> NotNames = new[]
    {
        "university", "université", "universität", "universidad", "università", "college", "school", "institute", "institut", "institution", "department", "dept", "faculty",
        "team", "group", "lab", "laboratory", "labs", "centre", "center", "hospital", "trust", "society", "academy", "council", "committee", "foundation", "network", "consortium",
        "ltd", "inc", "llc", "gmbh", "plc", "corporation", "company", "research", "and", "of", "for", "the", "at", "with", "from", "host", "hosted", "chair", "others", "et", "al.",
        "museum", "library", "archive", "staff", "students", "panel", "project", "programme", "program", "workshop", "uk", "usa", "us", "phd", "md", "jr", "sr", "jr.", "sr.", "frs", "obe",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LowerCaseParts = new[]
    {
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "zur", "al", "el", "bin", "ibn", "af", "av", "y", "e",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The people of one line. It is parted at <c>;</c>, <c>,</c>, <c>&amp;</c> and <c>and</c> only when every part is plainly a full name
    /// (two to four words, capitalised or in a script without capitals, none of them a word such as University or Team);
    /// otherwise it is one name, whole.
    /// </summary>
    public static IReadOnlyList<string> Split(string line)
    {
        if (line.Contains(';', StringComparison.Ordinal))
        {
            var people = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (people.Length > 1 && Array.TrueForAll(people, part => IsFullName(part) || IsTurned(part))) return people;
        }

        if (!line.AsSpan().ContainsAny(";,&") && !line.Contains(" and ", StringComparison.Ordinal)) return [line];
        var parts = Between().Split(line).Select(part => part.Trim()).ToList();
        return parts.Count > 1 && parts.TrueForAll(IsFullName) ? parts : [line];
    }

    /// <summary>Whether one name looks as if it were several, which nobody can part for certain.</summary>
    public static bool MayBeSeveral(string name) =>
        name.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length > 1
        || (name.Split('/', StringSplitOptions.TrimEntries) is { Length: > 1 } parts && Array.TrueForAll(parts, IsFullName));

    // "Lovelace, Ada", "van der Berg, Jan"; not "Ada Lovelace, Cambridge".
    private static bool IsTurned(string part)
    {
        if (part.Split(',', StringSplitOptions.TrimEntries) is not [var family, var given]) return false;
        var (before, after) = (family.Split(' '), given.Split(' '));
        return after.Length <= 3 && Array.TrueForAll(after, IsNameWord) && IsNameWord(before[^1]) && !LowerCaseParts.Contains(before[^1]) && Array.TrueForAll(before[..^1], LowerCaseParts.Contains);
    }

    /// <summary>Whether it is plainly a person's name: two to four words that may be a part of one.</summary>
    public static bool IsFullName(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && Array.TrueForAll(words, IsNameWord) && !LowerCaseParts.Contains(words[^1]);
    }

    private static bool IsNameWord(string word)
    {
        if (word.Length == 0 || NotNames.Contains(word)) return false;
        if (LowerCaseParts.Contains(word)) return true;
        if (CharUnicodeInfo.GetUnicodeCategory(word, 0) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter)) return false;
        // "UCL" and "NAG" are places of work, "J" and "MC" initials.
        if (word.Length > 2 && word.All(char.IsUpper)) return false;
        return word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }

    [GeneratedRegex(@"\s*;\s*|\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s+&\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();
}
