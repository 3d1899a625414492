using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>The other ways in which a word may be typed, or stand in a text.</summary>
internal static class Spellings
{
    private static readonly (string Here, string There)[] English = [("is", "iz"), ("iz", "is"), ("our", "or"), ("or", "our"), ("tre", "ter"), ("ter", "tre")];

    // What is written before a word with a hyphen or without one.
    private static readonly string[] Prefixes = ["co", "inter", "multi", "non", "post", "pre", "self"];
    private const int ShortestRest = 5;

    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-‐‑");
    private const int LongestJoined = 30;
    private const int ShortestHalf = 3;

    private static readonly FrozenSet<string> Endings = new[] { "", "s", "e", "ed", "es", "ing", "er", "ers", "ation", "ations", "al", "able", "ful" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lower case and without marks, as words are counted and compared (<c>Łódź</c> → <c>lodz</c>).</summary>
    public static string Fold(string word) => Ascii.IsValid(word) ? word.ToLowerInvariant() : Slug.From(word);

    /// <summary>
    /// Forms of a word that the index does not take for the same: in plain letters where a letter has no mark to lose
    /// (<c>Søren</c> → <c>soren</c>), and with the vowel that an umlaut stands for (<c>Müller</c> → <c>mueller</c>).
    /// </summary>
    public static IEnumerable<string> Others(string word)
    {
        if (Ascii.IsValid(word)) yield break;

        var lower = word.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var plain = Slug.From(lower);
        if (Ascii.IsValid(plain) && plain != WithoutMarks(lower)) yield return plain;

        var vowels = lower.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal);
        if (vowels != lower) yield return vowels;
    }

    /// <summary>
    /// Words that will do as well, though the index has them under another stem: as the other side of the Atlantic writes it, and of what the word comes from
    /// or comes of it, since a stem may have a stem itself (<c>compassionate</c> → <c>compassion</c> → <c>compass</c>).
    /// </summary>
    /// <param name="word">Folded.</param>
    public static IEnumerable<string> Akin(string word)
    {
        foreach (var other in Overseas(word)) yield return other;
        if (word == "sept") yield return "sep";

        var stem = Porter.Stem(word);
        if (stem == word) yield break;
        if (Porter.Stem(stem) != stem) yield return stem;
        // Whatever has the word itself for its stem; "ate" is one of the endings that lead there.
        var derived = word + "ate";
        if (Porter.Stem(derived) == word) yield return derived;
    }

    /// <summary>An Arabic word without its article, or with it; none for any other.</summary>
    public static IEnumerable<string> WithArticleOrWithout(string word)
    {
        if (word.Length < 3 || word[0] is < '\u0621' or > '\u064A') yield break;

        const string article = "ال";
        if (!word.StartsWith(article, StringComparison.Ordinal)) yield return article + word;
        else if (word.Length > article.Length + 2) yield return word[article.Length..];
    }

    /// <summary>Whether two texts are written with the same letters, but for marks, capitals and the form that a letter has at the end of a word.</summary>
    public static bool AreAlike(string one, string other) => Bare(one) == Bare(other);

    private static string Bare(string text) => WithoutMarks(text.ToLowerInvariant()).Replace('ς', 'σ');

    /// <summary>The two words that stand where others write one (<c>coproduction</c> → <c>co-production</c>); null for most.</summary>
    /// <param name="word">Folded.</param>
    public static (string First, string Second)? Parted(string word) =>
        Array.Find(Prefixes, p => word.Length >= p.Length + ShortestRest && word.StartsWith(p, StringComparison.Ordinal)) is { } prefix ? (prefix, word[prefix.Length..]) : null;

    /// <summary>Every two words that a word may be made of, of three letters and more.</summary>
    /// <param name="word">Folded.</param>
    public static IEnumerable<(string First, string Second)> Halves(string word)
    {
        for (var cut = ShortestHalf; cut <= word.Length - ShortestHalf && word.Length <= LongestJoined; cut++)
        {
            if (!char.IsLowSurrogate(word[cut])) yield return (word[..cut], word[cut..]);
        }
    }

    /// <summary>A word as the other side of the Atlantic writes it (<c>organisation</c> ↔ <c>organization</c>, <c>centre</c> ↔ <c>center</c>); most are written alike.</summary>
    /// <param name="word">Folded.</param>
    private static IEnumerable<string> Overseas(string word)
    {
        foreach (var (here, there) in English)
        {
            var at = word.LastIndexOf(here, StringComparison.Ordinal);
            if (at >= 3 && Endings.Contains(word[(at + here.Length)..])) yield return word[..at] + there + word[(at + here.Length)..];
        }
    }

    /// <summary>What the index holds of a seminar beside its texts: the other forms of their words, and the pairs of scripts without spaces.</summary>
    public static void AddOthers(StringBuilder also, string text)
    {
        if (!HoldsOtherLetters(text)) return;

        var end = -1;
        var tokens = Token.Of(text).GetEnumerator();
        for (var more = tokens.MoveNext(); more;)
        {
            var token = tokens.Current;
            more = tokens.MoveNext();
            var clings = token.Start == end || (more && tokens.Current.Start == token.End);
            end = token.End;
            var word = text.AsSpan(token.Start, token.Length);
            if (token.IsUnspaced)
            {
                also.Append(' ').Append(Token.Pairs(word, last: true));
                continue;
            }

            // The index takes "2020年" for one word.
            if (clings) also.Append(' ').Append(word);
            if (Ascii.IsValid(word)) continue;
            foreach (var other in Others(word.ToString())) also.Append(' ').Append(other);
        }
    }

    /// <summary>Whether words beside it are written as one too.</summary>
    public static bool IsHyphen(char c) => Hyphens.Contains(c);

    /// <summary>The words that stand in a text as two with a hyphen, as one (<c>well-being</c> → <c>wellbeing</c>, <c>COVID-19</c> → <c>COVID19</c>); not three and more, nor numbers.</summary>
    public static void AddJoined(StringBuilder also, string text)
    {
        for (var (from, at) = (0, text.AsSpan().IndexOfAny(Hyphens)); at >= 0;)
        {
            var (start, end) = (at, at + 1);
            while (start > from && char.IsLetterOrDigit(text[start - 1])) start--;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            var isTwo = (start == 0 || !IsHyphen(text[start - 1])) && (end == text.Length || !IsHyphen(text[end]));
            if (isTwo && start < at && end > at + 1 && end - start <= LongestJoined && char.IsLetter(text[start])) also.Append(' ').Append(text, start, at - start).Append(text, at + 1, end - at - 1);
            from = end;
            at = text.AsSpan(end).IndexOfAny(Hyphens) is >= 0 and var next ? end + next : -1;
        }
    }

    // Most texts have typographic quotation marks and dashes, and nothing else beyond ASCII.
    private static bool HoldsOtherLetters(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyExceptInRange('\0', '\x7F'); at >= 0 && at < text.Length; at++)
        {
            var c = text[at];
            if (!char.IsAscii(c) && !char.IsPunctuation(c) && !char.IsWhiteSpace(c)) return true;
        }

        return false;
    }

    private static string WithoutMarks(string lower)
    {
        var plain = new StringBuilder(lower.Length);
        foreach (var c in lower.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) plain.Append(c);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
