using System.Numerics;

namespace SeminarArchive.Content;

/// <summary>Which names differ by so little that they may be slips for one another.</summary>
internal static class SimilarNames
{
    private const double Threshold = 0.85;

    /// <summary>
    /// Pairs of indexes into the list, the smaller first, in order. Exact for every pair, yet quick for ten thousand names:
    /// most are ruled out by their length or by the letters they do not share.
    /// </summary>
    /// <param name="slugs">Slugs of plain names: without titles, capitals and marks; each once.</param>
    public static IReadOnlyList<(int First, int Second)> Pairs(IReadOnlyList<string> slugs)
    {
        var order = Enumerable.Range(0, slugs.Count).Where(i => slugs[i].Length > 0).OrderBy(i => slugs[i].Length).ToArray();
        var letters = Array.ConvertAll(order, i => Letters(slugs[i]));
        var pairs = new List<(int, int)>();
        for (var i = 0; i < order.Length; i++)
        {
            var shorter = slugs[order[i]];
            for (var j = i + 1; j < order.Length; j++)
            {
                var longer = slugs[order[j]];
                var allowed = Allowed(longer.Length);
                if (longer.Length - shorter.Length > allowed) break;
                // One slip takes one letter away and brings one in.
                if (BitOperations.PopCount(letters[i] ^ letters[j]) > 2 * allowed || !Alike(shorter, longer)) continue;
                pairs.Add(order[i] < order[j] ? (order[i], order[j]) : (order[j], order[i]));
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>
    /// Whether 1 − slips ÷ letters is at least 0.85; two letters that changed places are one slip.
    /// Never when an initial or a number differs, which are written to tell people apart, nor when more than a third of one word does.
    /// </summary>
    public static bool Alike(string a, string b)
    {
        if (Spelling.Slips(a, b) > Allowed(Math.Max(a.Length, b.Length))) return false;
        var (first, second) = (a.Split('-'), b.Split('-'));
        if (first.Length != second.Length) return true;
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] == second[i]) continue;
            if (TellsApart(first[i]) || TellsApart(second[i]) || Spelling.Slips(first[i], second[i]) * 3 > Math.Max(first[i].Length, second[i].Length)) return false;
        }

        return true;
    }

    private static int Allowed(int length) => (int)(((1 - Threshold) * length) + 1e-9);

    private static bool TellsApart(string word) => word.Length == 1 || word.Any(char.IsDigit);

    // A bit for each letter that occurs, another for each that occurs twice.
    private static ulong Letters(string slug)
    {
        ulong once = 0, twice = 0;
        foreach (var c in slug)
        {
            var bit = 1UL << (c % 32);
            twice |= once & bit;
            once |= bit;
        }

        return once | (twice << 32);
    }
}
