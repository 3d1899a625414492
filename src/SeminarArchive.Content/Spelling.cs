namespace SeminarArchive.Content;

/// <summary>Finds the word that was probably meant.</summary>
public static class Spelling
{
    /// <summary>The candidate one or two slips away from the word; null when none is that close.</summary>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Length is < 3 or > 40) return null;
        var allowed = lower.Length < 5 ? 1 : 2;
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - lower.Length) <= allowed)
            .Select(candidate => (candidate, slips: Slips(lower, candidate)))
            .Where(pair => pair.slips <= allowed && pair.slips < pair.candidate.Length - 1)
            .OrderBy(pair => pair.slips)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    // Letters to add, drop, change or swap with their neighbour.
    private static int Slips(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
