namespace SeminarArchive.Store.Search;

/// <summary>A heading near to an address that leads nowhere.</summary>
public sealed record NearHeading(string Slug, string Name, int Count)
{
    private const int Most = 3;

    private const int Far = 3;

    /// <summary>Those that share the most words with a slug, with the fewest slips in them; the one with the fewest other words first, then the one with the most seminars.</summary>
    internal static IReadOnlyList<NearHeading> To(string slug, IEnumerable<NearHeading> headings)
    {
        var asked = WordsOf(slug.Length > SearchQuery.MaxLength ? slug[..SearchQuery.MaxLength] : slug);
        if (asked.Length == 0) return [];

        var near = new List<(NearHeading Heading, int Others, int Worth)>();
        foreach (var heading in headings)
        {
            var words = WordsOf(heading.Slug);
            var slips = Array.ConvertAll(asked, a => words.Length == 0 ? Far : words.Min(w => Slips(a, w)));
            var shared = slips.Count(s => s < Far);
            if (shared * 2 > asked.Length || (shared > 0 && shared * 2 > words.Length)) near.Add((heading, words.Length - shared, (shared * Far * asked.Length) - slips.Where(s => s < Far).Sum()));
        }

        var best = near.Count == 0 ? 0 : near.Max(n => n.Worth);
        return [.. near.Where(n => n.Worth == best)
            .OrderBy(n => n.Others).ThenByDescending(n => n.Heading.Count).ThenBy(n => n.Heading.Slug, StringComparer.Ordinal).Take(Most).Select(n => n.Heading)];
    }

    private static string[] WordsOf(string slug) => [.. slug.Split('-').Where(w => w.Length > 2 && !StopWords.Holds(w))];

    // Longer words may have more of them, as in a search.
    private static int Slips(string asked, string word)
    {
        if (asked == word || (asked[0] == word[0] && Porter.Stem(asked) == Porter.Stem(word))) return 0;

        var allowed = asked.Length < 4 ? 0 : asked.Length < 6 ? 1 : 2;
        return Math.Abs(asked.Length - word.Length) <= allowed && Vocabulary.Slips(asked, word, allowed) is var slips && slips <= allowed ? slips : Far;
    }
}
