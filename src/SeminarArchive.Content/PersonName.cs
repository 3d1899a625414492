using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>
/// A person's name as printed, and the parts that sorting, citing and joining need. Two names are one person's when they have one
/// <see cref="Slug"/>: the same without titles before and what follows after (degrees, brackets, a post or a place of work after a comma), whatever their case, marks
/// and punctuation; a Jr. or III is part of it, and <c>West, Michael</c> is <c>Michael West</c>. Initials, nicknames and the same words in another order are not joined;
/// ORCID iDs and people files say more, see <see cref="WhoIsWho"/>.
/// </summary>
public sealed record PersonName
{
    /// <summary>Titles that some write before a name and others leave out, whatever their case, without full stops.</summary>
    public static IReadOnlySet<string> CommonTitles { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "prof", "professor", "dr", "doctor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev", "reverend",
    };

    private static readonly HashSet<string> Titles = new(CommonTitles, StringComparer.OrdinalIgnoreCase)
    {
        "emeritus", "emerita", "associate", "assistant", "assoc", "asst", "hon", "honourable", "rt", "revd", "rev'd", "rev’d", "drs", "dr.-ing", "ing", "mag", "dipl", "dipl.-ing", "herr", "frau",
        "baron", "baroness", "viscount", "cllr", "councillor", "brigadier", "colonel", "col", "lieutenant", "lt", "captain", "capt", "major", "maj", "commodore", "commander", "admiral", "sister", "father",
        "د", "أ.د",
    };

    // Behind a doctor's title, in small letters: "Dr. med.", "Dr. rer. nat."
    private static readonly HashSet<string> Doctorates = new(StringComparer.Ordinal)
    {
        "med", "dent", "vet", "rer", "nat", "phil", "jur", "iur", "theol", "oec", "pol", "agr", "techn", "mont", "sc", "h.c", "hc", "habil",
    };

    // These precede another title only ("Associate Professor"); alone they may be a name.
    private static readonly HashSet<string> Qualifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "emeritus", "emerita", "associate", "assistant", "assoc", "asst", "rt", "right", "very", "most", "lieutenant", "air", "wing", "group", "squadron", "rear", "vice", "surgeon",
    };

    // Given names too, when they stand without a full stop before one other word.
    private static readonly HashSet<string> GivenNames = new(StringComparer.OrdinalIgnoreCase) { "hon", "ing", "mag", "baron", "col", "major", "captain", "sister", "father" };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "zur", "al", "el", "bin", "ibn", "bint", "af", "av", "an",
        "Ní", "Nic", "Ó", "Mac", "St", "St.", "De", "Du", "La", "Le", "Van", "Von", "Al", "El", "Abu",
        "بن", "ابن", "آل",
    };

    // One name with the word that follows, wherever they stand: "servant of", "father of".
    private static readonly HashSet<string> Binding = new(StringComparer.Ordinal) { "عبد", "أبو", "ابو" };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "m.d", "obe", "cbe", "mbe", "kbe", "dbe", "frs", "frcp", "fba", "freng", "msc",
    };

    // Those that are part of the name; degrees and honours are not.
    private static readonly Dictionary<string, string> Generations = new(StringComparer.OrdinalIgnoreCase) { ["jr"] = "Jr.", ["sr"] = "Sr.", ["ii"] = "II", ["iii"] = "III", ["iv"] = "IV" };

    // Written so only: "Ma" is a family.
    private static readonly FrozenSet<string> Degrees =
        """
        BA MA BSc BEng MEng MSci MPhil MRes MPH MPA MBA MEd BEd MFA MSW LLB LLM JD DPhil EdD DSc ScD DBA DPH DrPH DNP PharmD PGCE PGDip
        MB ChB BCh MBBS MBChB MBBCh BMBS BDS BVSc RN RGN RMN RM
        FRCS FRCSEd FRCSI FRCPE FRCPEd FRCPI FRCPath FRCR FRCA FRCOG FRCPCH FRCPsych FRCGP FRCN FRCEM MRCP MRCS MRCGP MRCPsych MRCOG FFPH MFPH FFFMLM FACP FACS
        FMedSci FRSE FRSA FRSB FRSC FRSS FRGS FRHistS FHEA SFHEA PFHEA FAcSS FBPsS FInstP FIET FCIPD FCA CEng CPsychol
        QC KC MP MEP MSP MS DL JP OM CH CB KCB DCB GCB CMG KCMG DCMG GCMG CVO KCVO DCVO LVO MVO GBE BEM AO AC
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private PersonName(string full, string plain, string family, string given, string generation = "") =>
        (Full, Plain, Family, Given, Generation) = (full, plain, family, given, generation);

    /// <summary>As printed: <c>Professor Michael West</c>.</summary>
    public string Full { get; }

    /// <summary>Without titles before and letters after: <c>Michael West</c>. Two spellings with one plain name and one <see cref="Generation"/> are one person.</summary>
    public string Plain { get; }

    /// <summary>What a bibliography sorts by: <c>West</c>, <c>van der Berg</c>; the whole name where it cannot be parted.</summary>
    public string Family { get; }

    /// <summary>The rest of <see cref="Plain"/>; empty where it cannot be parted.</summary>
    public string Given { get; }

    /// <summary><c>Jr.</c>, <c>Sr.</c>, <c>II</c>, <c>III</c> or <c>IV</c>; empty for most.</summary>
    public string Generation { get; }

    /// <summary>No person's name but an institution's or a group's: <c>NHS Leadership Academy</c>.</summary>
    public bool IsOrganisation { get; private init; }

    /// <summary>The address of the person's page.</summary>
    public string Slug => Content.Slug.From(InOrder);

    /// <summary><c>Michael West</c>, <c>Michael West Jr.</c></summary>
    public string InOrder => Generation.Length > 0 ? $"{Plain} {Generation}" : Plain;

    /// <summary><c>West, Michael</c>, <c>West, Michael, Jr.</c>, or the whole name where it cannot be parted.</summary>
    public string FamilyFirst => Given.Length == 0 ? Family : Generation.Length > 0 ? $"{Family}, {Given}, {Generation}" : $"{Family}, {Given}";

    /// <summary>Never fails: a name that is only a title, in a script without spaces, an organisation's or several people's is kept whole.</summary>
    public static PersonName Parse(string name)
    {
        var full = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var named = WithoutArticle(WithoutBrackets(full));
        var comma = named.IndexOf(',', StringComparison.Ordinal);
        if (NameWords.IsInstitution(comma < 0 ? named : named[..comma])) return new PersonName(full, full, full, "") { IsOrganisation = true };

        var suffixes = new List<string>();
        var words = (comma < 0 ? named : Uncomma(named, comma, suffixes)).Split(' ').ToList();

        for (var before = ""; words.Count > 1 && IsLeftOut(words, before); words.RemoveAt(0)) before = Bare(words[0]);
        TakeSuffixes(words, 2, suffixes);

        var plain = string.Join(' ', words);
        if (words.Count == 1 || plain.AsSpan().ContainsAny(',', ';') || words.Exists(word => word is "&" or "and" or "/")) return new PersonName(full, plain, plain, "");
        if (words.Count == 2 && IsNumeral(words[1])) return new PersonName(full, plain, plain, "");

        if (IsFamilyFirst(words)) return new PersonName(full, plain, words[0], string.Join(' ', words[1..]));

        var start = FamilyIn(words);
        if (start == 0) return new PersonName(full, plain, plain, "");
        var generation = suffixes.Select(word => Generations.GetValueOrDefault(Bare(word))).OfType<string>().FirstOrDefault("");
        return new PersonName(full, plain, string.Join(' ', words[start..]), string.Join(' ', words[..start]), generation);
    }

    // Of a title before a name.
    private static bool IsLeftOut(List<string> words, string before)
    {
        var word = Bare(words[0]);
        if (before.Length > 0 && (Doctorates.Contains(word) || word is "Emeritus" or "Emerita" or "emeritus" or "emerita")) return true;
        if (Qualifiers.Contains(word)) return IsTitle(words[1]);
        return IsTitle(word) && !(words.Count == 2 && GivenNames.Contains(words[0]));
    }

    // "The Rt Hon. Jane Roe"; "The King's Fund" is called so.
    private static string WithoutArticle(string name) =>
        name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && name.Split(' ') is [_, var first, _, ..] && Bare(first).ToLowerInvariant() is "rt" or "right" or "hon" or "honourable" or "rev" or "revd" or "reverend" or "very" or "most" ? name[4..] : name;

    // Where it begins: "van der Berg", "Darzi of Denham", "Torre y Silva", "عبد الله".
    private static int FamilyIn(List<string> words)
    {
        var of = words.IndexOf("of");
        var start = of > 0 && of < words.Count - 1 ? of - 1 : words.Count - 1;
        if (start > 2 && words[start - 1] == "y") start -= 2;
        while (start > 0 && (Binding.Contains(words[start - 1]) || (start > 1 && Particles.Contains(words[start - 1])))) start--;
        return start;
    }

    // "Jane Doe (Chair)" is Jane Doe.
    private static string WithoutBrackets(string full) =>
        full.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open && full.IndexOf(')', open) == full.Length - 1 ? full[..open] : full;

    private static void TakeSuffixes(List<string> words, int least, List<string> suffixes)
    {
        while (words.Count > least && IsSuffix(words[^1]))
        {
            suffixes.Add(words[^1]);
            words.RemoveAt(words.Count - 1);
        }
    }

    // "West, Michael" is turned round; "Michael West, PhD" loses what follows the comma.
    private static string Uncomma(string full, int comma, List<string> suffixes)
    {
        var (before, after) = (full[..comma].Trim(), full[(comma + 1)..].Trim());
        var parts = after.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var isFamily = Array.TrueForAll(before.Split(' ')[..^1], Particles.Contains);
        suffixes.AddRange(parts.Where(IsSuffixes).SelectMany(part => part.Split(' ')));
        parts.RemoveAll(part => IsSuffixes(part) || IsBeside(part) || (!isFamily && IsAcronym(part) && !IsAcronym(before)));
        if (parts.Count == 0) return before.Length == 0 ? full : before;
        if (before.Length == 0) return parts[0];
        if (!isFamily || parts.Count > 1) return full;
        var given = parts[0].Split(' ').ToList();
        TakeSuffixes(given, 1, suffixes);
        return IsFamilyFirst([before, parts[0]]) ? $"{before} {parts[0]}" : $"{string.Join(' ', given)} {before}";

        static bool IsSuffixes(string part) => IsSuffix(part.Split(' ')[0]);
    }

    // What somebody is or where they work; where an "and" stands, another person may.
    private static bool IsBeside(string part) => (NameWords.IsPost(part) || NameWords.IsInstitution(part)) && !part.Split(' ').Any(word => word is "&" or "and");

    private static bool IsAcronym(string words) => words.Length > 1 && words.All(c => char.IsUpper(c) || c is ' ');

    // "Elizabeth II", "Henry VIII"; one letter is an initial.
    private static bool IsNumeral(string word) => Suffixes.Contains(Bare(word)) || (word.Length > 1 && word.All(c => c is 'I' or 'V' or 'X'));

    // 大谷 翔平 is Mr Ōtani, 김 민수 Mr Kim. Names from elsewhere are written in katakana alone, the given name first.
    private static bool IsFamilyFirst(List<string> words) => words.Count > 1 && words.TrueForAll(word => word.Length > 0) && IsEastAsian(words[0][0]) && !IsKatakana(words[0][0]) && words.All(word => word.All(IsEastAsian));

    private static bool IsEastAsian(char c) => c is (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);

    private static bool IsKatakana(char c) => c is >= '\u30A0' and <= '\u30FF';

    internal static bool IsSuffix(string word) => Suffixes.Contains(Bare(word)) || Degrees.Contains(Bare(word));

    internal static bool IsTitle(string word) => Titles.Contains(Bare(word));

    private static string Bare(string word) => word.TrimEnd('.', ',');
}
