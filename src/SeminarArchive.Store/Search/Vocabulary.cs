using System.Numerics;

namespace SeminarArchive.Store.Search;

/// <summary>Every word of the archive, to tell what a mistyped one was meant to be.</summary>
internal sealed class Vocabulary
{
    private const int Shortest = 3;

    private readonly (string Text, int Count, uint Letters)[] _words;

    public Vocabulary(TextIndex index) => _words = [.. index.Words().Where(w => w.Text.Length >= Shortest).Select(w => (w.Text, w.Count, LettersOf(w.Text)))];

    /// <summary>
    /// The word that is one slip away (two, in words of six letters and more), or two words that were written as one; null when there is none.
    /// Of several the nearest; then the one that begins the same, then the commonest.
    /// </summary>
    /// <param name="word">Folded.</param>
    public string? Closest(string word)
    {
        if (word.Length is < Shortest or > 40) return null;

        var allowed = word.Length < 6 ? 1 : 2;
        var letters = LettersOf(word);
        (string Text, int Count, int Slips, bool Same)? best = null;
        foreach (var (text, count, others) in _words)
        {
            // Each slip changes the set of letters by two at most.
            if (Math.Abs(text.Length - word.Length) > allowed || BitOperations.PopCount(letters ^ others) > 2 * allowed) continue;

            var slips = Slips(word, text, allowed);
            if (slips > allowed || slips == 0) continue;
            var same = text[0] == word[0];
            if (best is { } b && (slips != b.Slips ? slips > b.Slips : same != b.Same ? b.Same : count != b.Count ? count < b.Count : string.CompareOrdinal(text, b.Text) > 0)) continue;
            best = (text, count, slips, same);
        }

        if (best is { Slips: 1 }) return best.Value.Text;
        return Parted(word) ?? best?.Text;
    }

    // "compassionateleadership": both parts are words, the rarer of them as common as can be.
    private string? Parted(string word)
    {
        if (word.Length < (2 * Shortest) + 1) return null;

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, count, _) in _words)
        {
            if (text.Length <= word.Length - Shortest && (word.StartsWith(text, StringComparison.Ordinal) || word.EndsWith(text, StringComparison.Ordinal))) counts[text] = count;
        }

        return Enumerable.Range(Shortest, word.Length - (2 * Shortest) + 1)
            .Where(cut => counts.ContainsKey(word[..cut]) && counts.ContainsKey(word[cut..]))
            .OrderByDescending(cut => Math.Min(counts[word[..cut]], counts[word[cut..]])).ThenBy(cut => cut)
            .Select(cut => $"{word[..cut]} {word[cut..]}").FirstOrDefault();
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word) letters |= 1u << (c & 31);
        return letters;
    }

    // Letters to add, drop, change or swap with their neighbour; more than allowed when there are more.
    internal static int Slips(string a, string b, int allowed)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var slips = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) slips = Math.Min(slips, before[j - 2] + 1);
                now[j] = slips;
                least = Math.Min(least, slips);
            }

            if (least > allowed) return least;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return last[b.Length];
    }
}
