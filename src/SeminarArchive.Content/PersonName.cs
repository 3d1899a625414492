namespace SeminarArchive.Content;

/// <summary>
/// A person's name as printed, and the parts that sorting, citing and joining need. Two names are one person's when they have one
/// <see cref="Slug"/>: the same without titles before and degrees after, whatever their case, marks and punctuation; a Jr. or III is part of it. Initials, nicknames
/// and turned names are not joined; ORCID iDs and people files say more, see <see cref="WhoIsWho"/>.
/// </summary>
public sealed record PersonName
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "prof", "professor", "dr", "doctor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev", "reverend",
        "emeritus", "emerita", "associate", "assistant", "assoc", "asst", "hon", "dr.-ing", "ing", "mag", "dipl", "dipl.-ing", "herr", "frau",
    };

    // These precede another title only ("Associate Professor"); alone they may be a name.
    private static readonly HashSet<string> Qualifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "emeritus", "emerita", "associate", "assistant", "assoc", "asst",
    };

    // Given names too, when they stand without a full stop before one other word.
    private static readonly HashSet<string> GivenNames = new(StringComparer.OrdinalIgnoreCase) { "hon", "ing", "mag" };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "zur", "al", "el", "bin", "ibn", "af", "av",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "m.d", "obe", "cbe", "mbe", "kbe", "dbe", "frs", "frcp", "fba", "freng", "msc",
    };

    // Those that are part of the name; degrees and honours are not.
    private static readonly Dictionary<string, string> Generations = new(StringComparer.OrdinalIgnoreCase) { ["jr"] = "Jr.", ["sr"] = "Sr.", ["ii"] = "II", ["iii"] = "III", ["iv"] = "IV" };

    // In capitals only: "Ma" is a family.
    private static readonly HashSet<string> Degrees = new(StringComparer.Ordinal) { "BA", "MA", "RN" };

    private PersonName(string full, string plain, string family, string given) =>
        (Full, Plain, Family, Given) = (full, plain, family, given);

    /// <summary>As printed: <c>Professor Michael West</c>.</summary>
    public string Full { get; }

    /// <summary>Without titles before and letters after: <c>Michael West</c>. Two spellings with one plain name and one <see cref="Generation"/> are one person.</summary>
    public string Plain { get; }

    /// <summary>What a bibliography sorts by: <c>West</c>, <c>van der Berg</c>; the whole name where it cannot be parted.</summary>
    public string Family { get; }

    /// <summary>The rest of <see cref="Plain"/>; empty where it cannot be parted.</summary>
    public string Given { get; }

    /// <summary><c>Jr.</c>, <c>Sr.</c>, <c>II</c>, <c>III</c> or <c>IV</c>; empty for most.</summary>
    public string Generation => Given.Length == 0 || Full.EndsWith(Plain, StringComparison.Ordinal) || IsSuffix(Plain[(Plain.LastIndexOf(' ') + 1)..]) ? ""
        : Full.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Skip(1).Reverse().TakeWhile(IsSuffix)
            .Select(word => Generations.GetValueOrDefault(Bare(word))).OfType<string>().FirstOrDefault("");

    /// <summary>The address of the person's page.</summary>
    public string Slug => Content.Slug.From(InOrder);

    /// <summary><c>Michael West</c>, <c>Michael West Jr.</c></summary>
    public string InOrder => Generation.Length > 0 ? $"{Plain} {Generation}" : Plain;

    /// <summary><c>West, Michael</c>, or the whole name where it cannot be parted.</summary>
    public string FamilyFirst => Given.Length == 0 ? Family : $"{Family}, {Given}";

    /// <summary>Never fails: a name that is only a title, or in a script without spaces, is kept whole.</summary>
    public static PersonName Parse(string name)
    {
        var full = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var comma = full.IndexOf(',', StringComparison.Ordinal);
        var words = (comma < 0 ? full : Uncomma(full, comma)).Split(' ').ToList();

        while (words.Count > 1 && IsTitle(words[0]) && !(words.Count == 2 && GivenNames.Contains(words[0])) && !(Qualifiers.Contains(Bare(words[0])) && !IsTitle(words[1]))) words.RemoveAt(0);
        while (words.Count > 2 && IsSuffix(words[^1])) words.RemoveAt(words.Count - 1);

        var plain = string.Join(' ', words);
        if (words.Count == 1) return new PersonName(full, plain, plain, "");

        if (IsFamilyFirst(words)) return new PersonName(full, plain, words[0], string.Join(' ', words[1..]));

        var start = words.Count - 1;
        while (start > 1 && Particles.Contains(words[start - 1])) start--;
        return new PersonName(full, plain, string.Join(' ', words[start..]), string.Join(' ', words[..start]));
    }

    // "West, Michael" is turned round; "Michael West, PhD" loses what follows the comma.
    private static string Uncomma(string full, int comma)
    {
        var (before, after) = (full[..comma].Trim(), full[(comma + 1)..].Trim());
        var parts = after.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        parts.RemoveAll(part => IsSuffix(part.Split(' ')[0]));
        if (parts.Count == 0) return before.Length == 0 ? full : before;
        if (before.Length == 0) return parts[0];
        var isFamily = Array.TrueForAll(before.Split(' ')[..^1], Particles.Contains);
        if (!isFamily || parts.Count > 1) return full;
        return IsFamilyFirst([before, parts[0]]) ? $"{before} {parts[0]}" : $"{parts[0]} {before}";
    }

    // 大谷 翔平 is Mr Ōtani, 김 민수 Mr Kim. Names from elsewhere are written in katakana alone, the given name first.
    private static bool IsFamilyFirst(List<string> words) => words.Count > 1 && words.TrueForAll(word => word.Length > 0) && IsEastAsian(words[0][0]) && !IsKatakana(words[0][0]) && words.All(word => word.All(IsEastAsian));

    private static bool IsEastAsian(char c) => c is (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);

    private static bool IsKatakana(char c) => c is >= '\u30A0' and <= '\u30FF';

    private static bool IsSuffix(string word) => Suffixes.Contains(Bare(word)) || Degrees.Contains(Bare(word));

    private static bool IsTitle(string word) => Titles.Contains(Bare(word));

    private static string Bare(string word) => word.TrimEnd('.', ',');
}
