using System.Text.RegularExpressions;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Pages;

/// <summary>A slip of the hand, the same for the same <c>chance</c>.</summary>
internal static partial class Typo
{
    /// <summary>
    /// The text with one edit in one word of at least five letters: two neighbours swapped, a letter dropped, doubled, or replaced by another
    /// of the text's own and of the same script, at any place of the word, the first included. Null when there is no such word.
    /// </summary>
    public static string? In(string text, ulong chance)
    {
        var words = LongWord().Matches(text);
        if (words.Count == 0) return null;

        var word = words[(int)(chance % (ulong)words.Count)];
        chance /= (ulong)words.Count;
        // One that leaves the word as it was ("ll" swapped) is no typo: the next is taken.
        for (var turn = 0UL; turn < 100; turn++)
        {
            var slip = chance + turn;
            var at = (int)(slip / 4 % (ulong)word.Length);
            var letters = text.Where(c => char.IsLetter(c) && Words.ScriptOf(c.ToString()) == Words.ScriptOf(word.Value[at].ToString())).Select(char.ToLowerInvariant).Distinct().ToList();
            var edited = text[..word.Index] + Edit(word.Value, (int)(slip % 4), at, letters[(int)(slip / 64 % (ulong)letters.Count)]) + text[(word.Index + word.Length)..];
            if (Slug.From(edited) != Slug.From(text)) return edited;
        }

        return null;
    }

    private static string Edit(string word, int kind, int at, char letter) => kind switch
    {
        0 when at + 1 < word.Length => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        0 => $"{word[..(at - 1)]}{word[at]}{word[at - 1]}",
        1 => word.Remove(at, 1),
        2 => word.Insert(at, word[at].ToString()),
        _ => $"{word[..at]}{letter}{word[(at + 1)..]}",
    };

    [GeneratedRegex(@"\p{L}{5,}")]
    private static partial Regex LongWord();
}
