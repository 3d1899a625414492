using System.Collections.Frozen;
using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>The other ways in which a word may be typed, or stand in a text.</summary>
internal static class Spellings
{
    private static readonly (string Here, string There)[] English = [("is", "iz"), ("iz", "is"), ("our", "or"), ("or", "our"), ("tre", "ter"), ("ter", "tre")];

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

    /// <summary>A word as the other side of the Atlantic writes it (<c>organisation</c> ↔ <c>organization</c>, <c>centre</c> ↔ <c>center</c>); most are written alike.</summary>
    /// <param name="word">Folded.</param>
    public static IEnumerable<string> Overseas(string word)
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
