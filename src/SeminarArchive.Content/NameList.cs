using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Several people written in one line, perhaps with their affiliations.</summary>
internal static partial class NameList
{
    // What parts names; a hyphen only with a space before it.
    private static readonly SearchValues<char> Marks = SearchValues.Create(";,&+(@–—|");

    // A part with one of these, or with one of NameWords, is no person's name, or not only one.
    private static readonly FrozenSet<string> NotNames =
        new[] { "and", "of", "for", "the", "at", "with", "from", "host", "hosted", "others", "et", "al.", "uk", "usa", "us" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LowerCaseParts = new[]
    {
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "zur", "al", "el", "bin", "ibn", "af", "av", "y", "e",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The people of one line. It is parted at <c>;</c>, <c>,</c>, <c>&amp;</c> and <c>and</c> only when every part is plainly a full name
    /// (two to four words, capitalised or in a script without capitals, none of them a word such as University or Team), or belongs to the name
    /// before it: degrees and posts stay with it, an institution is its affiliation, after a comma, a dash, a colon, an at-sign or "at". Otherwise it is one name, whole.
    /// </summary>
    public static IReadOnlyList<SpeakerEntry> Read(string line)
    {
        if (!HasParts(line)) return [new SpeakerEntry(line)];

        var people = new List<SpeakerEntry>();
        foreach (var clause in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsTurned(clause)) people.Add(new SpeakerEntry(clause));
            else if (AllTurned(clause) is { } turned) people.AddRange(turned);
            else if (Parted(clause) is { } some) people.AddRange(some);
            else return [new SpeakerEntry(line)];
        }

        return people.Count > 0 ? people : [new SpeakerEntry(line)];
    }

    /// <summary>Whether one name looks as if it were several, or more than a name, which nobody can part for certain.</summary>
    public static bool MayBeSeveral(string name) => LooksLikeSeveral(name) || (HasParts(name) && InSmallLetters(name) is var small && small != name && (Read(small).Count > 1 || LooksLikeSeveral(small)));

    private static bool LooksLikeSeveral(string name) =>
        name.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length > 1
        || (name.Split('/', StringSplitOptions.TrimEntries) is { Length: > 1 } parts && Array.TrueForAll(parts, IsFullName))
        || (Role().Match(name) is { Success: true } role && IsFullName(name[role.Length..]))
        || (HasParts(name) && !IsTurned(name) && Parted(name) is null && Pieces(name) is { Count: > 1 } pieces && pieces.Exists(piece => IsPerson(piece.Text, out _)));

    /// <summary>Whether of two people who were parted at a comma the second may be none: <c>Bea Roe, Johns Hopkins</c>.</summary>
    public static bool MayBeOne(string line, IReadOnlyList<SpeakerEntry> people) =>
        people is [{ Affiliation: null }, { Affiliation: null }] && Pieces(line) is [_, (var before, var second)] && before.Trim() == ","
        && !Array.Exists(second.Split(' '), word => PersonName.IsTitle(word) || word.TrimEnd('.').Length == 1 || word.StartsWith('('));

    // Most lines are one name.
    private static bool HasParts(string line) =>
        line.AsSpan().ContainsAny(Marks) || line.Contains(" and ", StringComparison.OrdinalIgnoreCase) || line.Contains(" with ", StringComparison.Ordinal) || line.Contains(" at ", StringComparison.Ordinal) || line.Contains(": ", StringComparison.Ordinal) || line.Contains(" -", StringComparison.Ordinal);

    // "JANE DOE and JOHN ROE", "Jane MARTIN and Jean DUPONT"; among small letters, three capitals are rather a place of work.
    private static string InSmallLetters(string name)
    {
        var least = name.Replace(" and ", " ", StringComparison.Ordinal).Any(char.IsLower) ? 4 : 2;
        return Capitals().Replace(name, match => match.Length < least || NameWords.IsInstitutionWord(match.Value) ? match.Value : match.Value == "AND" ? "and" : match.Value[..1] + match.Value[1..].ToLowerInvariant());
    }

    // Null where a part is neither a person nor plainly said of one.
    private static List<SpeakerEntry>? Parted(string clause)
    {
        var pieces = Pieces(clause);
        var people = new List<SpeakerEntry>();
        // Those whose affiliation is still to come, and what has come of it.
        var (first, joined, affiliation) = (0, true, "");
        foreach (var (i, (before, text)) in pieces.Index())
        {
            var isBeside = IsBeside(before);
            if (isBeside && (before.EndsWith("with ", StringComparison.Ordinal) || !IsPlace(text) || NameWords.IsPost(text))) return null;
            // "Jane Doe and John Reader" are two.
            if (!isBeside && IsPerson(text, out var person, mayBePost: people.Count == 0 || IsAnd(before)))
            {
                if (affiliation.Length > 0)
                {
                    // "University of Leeds and John Roe" may be one institution, if no other follows.
                    if (!IsAnd(before) || i + 1 == pieces.Count || !IsPlace(pieces[i + 1].Text)) return null;
                    (first, affiliation) = (people.Count, "");
                }

                joined = people.Count == first || IsAnd(before);
                people.Add(person);
            }
            else if (people.Count == 0)
            {
                return null;
            }
            else if (affiliation.Length == 0 && (Array.TrueForAll(text.Split(' '), PersonName.IsSuffix) || NameWords.IsPost(text)))
            {
                people[^1] = people[^1] with { Name = people[^1].Name + before + text };
            }
            else if (isBeside || NameWords.IsInstitution(text) ? joined && (affiliation.Length > 0 || !IsAnd(before)) : affiliation.Length > 0 && !IsAnd(before))
            {
                var said = affiliation;
                affiliation = said.Length == 0 ? text : said + before + text;
                for (var p = first; p < people.Count; p++)
                {
                    if (people[p].Affiliation is null || people[p].Affiliation == said) people[p] = people[p] with { Affiliation = affiliation };
                }
            }
            else
            {
                return null;
            }
        }

        return people;
    }

    private static bool IsAnd(string between) => between.EndsWith("and ", StringComparison.Ordinal) || between.AsSpan().ContainsAny('&', '+');

    // A dash, a colon, an at-sign, "at" or "with".
    private static bool IsBeside(string between) => between.Length > 0 && !IsAnd(between) && !between.Contains(',', StringComparison.Ordinal);

    private static bool IsPlace(string text) => NameWords.IsInstitution(text.Split(',')[0]) || (text.Length > 1 && text.All(char.IsUpper) && !PersonName.IsSuffix(text));

    // What stands between commas, "&" and "and" outside brackets, and between a full name and what a dash, a colon, an at-sign, "at" or "with" puts beside it; each with what parts it from the one before.
    private static List<(string Before, string Text)> Pieces(string line) => Pieces(line, Between());

    private static List<(string Before, string Text)> Pieces(string line, Regex parting)
    {
        var outside = Brackets().Replace(line, match => new string('(', match.Length));
        var pieces = new List<(string, string)>();
        var (before, start) = ("", 0);
        foreach (var match in parting.EnumerateMatches(outside))
        {
            var between = line.Substring(match.Index, match.Length);
            if (IsBeside(between) && !IsFullName(line[start..match.Index])) continue;
            pieces.Add((before, line[start..match.Index]));
            (before, start) = (between, match.Index + match.Length);
        }

        pieces.Add((before, line[start..]));
        return pieces;
    }

    // "Jane Doe (UCL)" says where; other words in brackets stay with the name.
    private static bool IsPerson(string text, out SpeakerEntry person, bool mayBePost = false)
    {
        person = new SpeakerEntry(text);
        if (Brackets().Match(text) is not { Success: true } brackets || brackets.Index + brackets.Length < text.Length) return IsFullName(text) || (mayBePost && NameWords.MayBeName(text) && AreNames(text));
        var (name, inside) = (text[..brackets.Index], text[brackets.Index..].Trim(' ', '(', ')'));
        if (IsPlace(inside)) person = new SpeakerEntry(name, inside);
        return IsFullName(name);
    }

    // "Lovelace, Ada (Cambridge) and Somerville, Mary"; null where not every part is such a name.
    private static List<SpeakerEntry>? AllTurned(string clause)
    {
        var people = new List<SpeakerEntry>();
        foreach (var (_, text) in Pieces(clause, And()))
        {
            IsPerson(text, out var person);
            if (!IsTurned(person.Name)) return null;
            people.Add(person);
        }

        return people.Count > 1 ? people : null;
    }

    // "Lovelace, Ada", "van der Berg, Jan", "Doe, Jane, MD"; not "Ada Lovelace, Cambridge".
    private static bool IsTurned(string part)
    {
        if (part.Split(',', StringSplitOptions.TrimEntries) is not [var family, var given, .. var rest]) return false;
        var (before, after) = (family.Split(' '), WithoutSuffixes(given.Split(' '), 1));
        return after.Length <= 3 && Array.TrueForAll(after, IsNameWord) && IsNameWord(before[^1]) && !LowerCaseParts.Contains(before[^1]) && Array.TrueForAll(before[..^1], LowerCaseParts.Contains)
            && Array.TrueForAll(rest, more => Array.TrueForAll(more.Split(' '), PersonName.IsSuffix));
    }

    /// <summary>Whether it is plainly a person's name: two to four words that may be a part of one, besides titles and degrees.</summary>
    public static bool IsFullName(string part) => AreNames(part) && !NameWords.IsPost(part);

    private static bool AreNames(string part)
    {
        var words = WithoutSuffixes(part.Split(' ', StringSplitOptions.RemoveEmptyEntries), 2);
        return words.Length >= 2 && words.SkipWhile(PersonName.IsTitle).Count() <= 4 && Array.TrueForAll(words, IsNameWord) && !LowerCaseParts.Contains(words[^1]);
    }

    private static string[] WithoutSuffixes(string[] words, int least)
    {
        var count = words.Length;
        while (count > least && PersonName.IsSuffix(words[count - 1])) count--;
        return words[..count];
    }

    private static bool IsNameWord(string word)
    {
        if (word.Length == 0 || NotNames.Contains(word) || NameWords.IsInstitutionWord(word) || PersonName.IsSuffix(word)) return false;
        if (LowerCaseParts.Contains(word)) return true;
        if (CharUnicodeInfo.GetUnicodeCategory(word, 0) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter)) return false;
        // "UCL" and "NAG" are places of work, "J" and "MC" initials.
        if (word.Length > 2 && word.All(char.IsUpper)) return false;
        return word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }

    [GeneratedRegex(@"\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s+[&+]\s+|\s+(-+|[–—|])\s+|\s*:\s+|\s+@\s*|\s+at\s+(the\s+)?|\s+(in (conversation|dialogue|discussion) )?with\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();

    // "Discussant: Jane Doe", "Keynote – Jane Doe"
    [GeneratedRegex(@"^\w+\s*(:|\s[–—-])\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Role();

    [GeneratedRegex(@"\b\p{Lu}{2,}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\s+(and|[&+])\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex And();

    [GeneratedRegex(@"\s*\([^()]*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();
}
