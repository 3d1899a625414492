using System.Globalization;

namespace SeminarArchive.Benchmarks;

/// <summary>Addresses that visitors of a search may ask for, by kind; the same ones for the same archive.</summary>
internal sealed class SearchMix(Vocabulary archive)
{
    /// <summary>Not a page but what a search field shows while one types.</summary>
    public const string Suggestions = "suggestions";

    private static readonly Dictionary<string, Func<SearchMix, Random, int, string>> Makers = new(StringComparer.Ordinal)
    {
        ["one common word"] = (mix, _, i) => Search(mix.Frequent(i)),
        ["one rare word"] = (mix, _, i) => Search(mix.Infrequent(i)),
        ["two words"] = (mix, dice, _) => Search(string.Join(' ', mix.Together(dice, 2))),
        ["three words"] = (mix, dice, _) => Search(string.Join(' ', mix.Together(dice, 3))),
        ["phrase"] = (mix, dice, _) => Search($"\"{mix.Phrase(dice)}\""),
        ["last word as prefix"] = (mix, dice, _) => mix.Together(dice, 2) is var two ? Search($"{two[0]} {two[1][..3]}") : "",
        ["surname, then name"] = (mix, _, i) => Search(mix.Name(i)),
        ["a typo"] = (mix, dice, i) => Search(i % 2 == 0 ? Misspelt(mix.Together(dice, 1)[0], dice) : mix.Together(dice, 2) is var two ? $"{Misspelt(two[0], dice)} {two[1]}" : ""),
        ["nothing found"] = (_, dice, _) => Search($"{Nonsense(dice)} {Nonsense(dice)}"),
        ["common word + year"] = (mix, dice, _) => Search(mix.Common(dice), $"&year={mix.Year(dice)}"),
        ["common word + 2-4 facets"] = (mix, dice, _) => Search(mix.Common(dice), mix.Facets(dice, 2 + dice.Next(3))),
        ["speaker: field"] = (mix, _, i) => Search($"speaker:{Field(mix.Name(i))}"),
        ["year: field"] = (mix, dice, _) => Search($"{mix.Common(dice)} year:{mix.Year(dice)}"),
        ["sort=newest"] = (mix, _, i) => Search(mix.Frequent(i), "&sort=newest"),
        ["page 5 of a common word"] = (mix, _, i) => $"/search/page/5/?q={Uri.EscapeDataString(mix.Frequent(i))}",
        ["facets, no query"] = (mix, dice, _) => Search("", mix.Facets(dice, 1 + dice.Next(3))),
        ["hostile"] = (mix, dice, i) => Search(mix.Hostile(dice, i)),
        [Suggestions] = (mix, dice, i) => $"/search/suggest.json?q={Uri.EscapeDataString(mix.Beginning(dice, 2 + (i % 7)))}",
    };

    private static readonly string[] StopWords = ["the", "of", "and", "to", "in", "a", "is", "for", "on", "with", "that", "by", "as", "at", "it"];

    public static IReadOnlyList<string> Kinds { get; } = [.. Makers.Keys];

    /// <summary>So many addresses of a kind, no two the same; fewer where the archive has no more.</summary>
    public IReadOnlyList<string> Of(string kind, int count)
    {
        var dice = new Random(Kinds.ToList().IndexOf(kind));
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; addresses.Count < count && i < count * 20; i++) addresses.Add(Makers[kind](this, dice, i));
        return [.. addresses];
    }

    private static string Search(string words, string more = "") => $"/search/?q={Uri.EscapeDataString(words)}{more}";

    private static string Field(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;

    private static string Misspelt(string word, Random dice)
    {
        var at = dice.Next(word.Length - 1);
        return dice.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }

    private static string Nonsense(Random dice) => new(dice.GetItems<char>("bcdfghjklmnpqrstvwxz", 7));

    private static T Pick<T>(IReadOnlyList<T> from, Random dice, int most = int.MaxValue) => from[dice.Next(Math.Min(from.Count, most))];

    private string Frequent(int place) => archive.Common[place % archive.Common.Count];

    private string Infrequent(int place) => archive.Rare[place % archive.Rare.Count];

    private string Common(Random dice) => Pick(archive.Common, dice, 100);

    private string Name(int place) => archive.Names[place % archive.Names.Count];

    private string Year(Random dice) => Pick(archive.Years, dice).ToString(CultureInfo.InvariantCulture);

    // Long words of one seminar, so that there is something to find.
    private string[] Together(Random dice, int count)
    {
        while (true)
        {
            var words = Pick(archive.Texts, dice).Where(w => w.Length >= 5).Distinct(StringComparer.Ordinal).ToArray();
            if (words.Length < count) continue;
            dice.Shuffle(words);
            return words[..count];
        }
    }

    private string Phrase(Random dice)
    {
        while (true)
        {
            var text = Pick(archive.Texts, dice);
            if (text.Length < 3) continue;
            var at = dice.Next(text.Length - 2);
            return string.Join(' ', text[at..(at + 2 + dice.Next(2))]);
        }
    }

    private string Facets(Random dice, int count)
    {
        string[] facets =
        [
            $"&year={Year(dice)}", Facet("category", archive.Categories), Facet("speaker", archive.Speakers), Facet("affiliation", archive.Affiliations), $"&has={(dice.Next(2) == 0 ? "slides" : "recording")}",
        ];
        dice.Shuffle(facets);
        return string.Concat(facets.Where(f => f.Length > 0).Take(count));

        string Facet(string name, IReadOnlyList<string> slugs) => slugs.Count == 0 ? "" : $"&{name}={Uri.EscapeDataString(Pick(slugs, dice, 50))}";
    }

    private string Hostile(Random dice, int turn) => (turn % 6) switch
    {
        0 => $"\0{Common(dice)}\0{turn}",
        1 => string.Join(' ', Enumerable.Range(turn, 2000).Select(_ => Common(dice)))[..10_000],
        2 => $"\"{Common(dice)} \"\" {Common(dice)}\" -\"{turn}",
        3 => $"NEAR({Common(dice)} {Common(dice)}, {turn}",
        4 => $"{Common(dice)}* OR year:{turn} AND (speaker:\" NOT -{Common(dice)}",
        _ => string.Join(' ', dice.GetItems(StopWords, 12)),
    };

    private string Beginning(Random dice, int length)
    {
        while (true)
        {
            var word = Pick(archive.Common, dice);
            if (word.Length >= length) return word[..length];
        }
    }
}
