using System.Globalization;
using System.Text;

namespace SeminarArchive.Store.Search;

/// <summary>A word of a text: where it stands.</summary>
/// <param name="IsUnspaced">True for a run in a script that puts no spaces between words.</param>
internal readonly record struct Token(int Start, int Length, bool IsUnspaced)
{
    public int End => Start + Length;

    // Han and kana, Hangul (whose particles cling to words), Thai, Lao, Myanmar, Khmer.
    private static readonly (int First, int Last)[] Unspaced =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3031, 0x318F),
        (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC), (0x20000, 0x3FFFF),
    ];

    /// <summary>Maximal runs of letters, digits and their marks, as the index has them; but a run that changes between scripts with and without spaces is several.</summary>
    public static Tokens Of(string text) => new(text);

    /// <summary>
    /// A run without spaces as the index is asked for it: every two neighbouring letters, and the last one alone
    /// (<c>日本語</c> → <c>日本 本語 語</c>), so that any part of it is found as a phrase.
    /// </summary>
    public static string Pairs(ReadOnlySpan<char> run, bool last)
    {
        var letters = new List<string>(run.Length);
        foreach (var rune in run.EnumerateRunes())
        {
            if (IsMark(rune) && letters.Count > 0) letters[^1] += rune.ToString();
            else letters.Add(rune.ToString());
        }

        var pairs = new StringBuilder(run.Length * 3);
        for (var i = 0; i + 1 < letters.Count; i++) pairs.Append(letters[i]).Append(letters[i + 1]).Append(' ');
        if (last || letters.Count == 1) pairs.Append(letters[^1]);
        return pairs.ToString().TrimEnd();
    }

    internal static bool IsUnspacedScript(int value)
    {
        if (value < 0x0E00) return false;

        foreach (var (first, last) in Unspaced)
        {
            if (value >= first && value <= last) return true;
        }

        return false;
    }

    internal static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    internal static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
