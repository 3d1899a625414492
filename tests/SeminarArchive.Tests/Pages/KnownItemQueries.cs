using System.Globalization;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Pages;

/// <summary>A query, and the addresses of which one is looked for.</summary>
internal sealed record KnownItemQuery(string Kind, string Text, IReadOnlyCollection<string> Wanted);

/// <summary>
/// Queries of people who know what they look for, made by rule from what the archive publishes. Chance is a hash of the slug: the same
/// queries every time, none of them picked by hand. A query is used only when what it says is true of one item alone (<see cref="Memory.Fits"/>).
/// </summary>
internal sealed class KnownItemQueries(IReadOnlyList<KnownItem> items)
{
    /// <summary>The goals are set for these.</summary>
    public static readonly IReadOnlyList<string> Goal = ["surname + title word", "three title words", "title with one typo", "affiliation + year"];

    /// <summary>Reported beside them.</summary>
    public static readonly IReadOnlyList<string> Beyond = ["two title words + year", "surname alone", "affiliation + title word"];

    private const int OfEachKind = 60;

    // A query longer than this is cut by the site.
    private const int Longest = 200;

    private readonly Dictionary<string, int> _titlesWith = items.SelectMany(i => i.Folded).CountBy(word => word).ToDictionary();

    /// <summary>The first two of every source and script, then of all, by chance.</summary>
    public IEnumerable<KnownItemQuery> Of(string kind) => items.OrderBy(item => item.Chance(kind)).Select(item => (Item: item, Query: Ask(kind, item))).Where(x => x.Query is not null)
        .DistinctBy(x => x.Item.Identity).GroupBy(x => (x.Item.Source, x.Item.Script)).SelectMany(group => group.Select((x, place) => (x.Item, x.Query, Late: place >= 2)))
        .OrderBy(x => x.Late).ThenBy(x => x.Item.Chance(kind)).Take(OfEachKind).Select(x => x.Query!);

    private KnownItemQuery? Ask(string kind, KnownItem item)
    {
        if (Remember(kind, item) is not var (text, memory) || text.Length > Longest) return null;

        var fitting = items.Where(memory.Fits).ToList();
        return fitting.TrueForAll(other => other.Identity == item.Identity) ? new KnownItemQuery(kind, text, [.. fitting.Select(i => i.Address)]) : null;
    }

    private (string Text, Memory Memory)? Remember(string kind, KnownItem item)
    {
        var words = Telling(item, kind);
        var year = item.Year.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            "surname + title word" when words is [var word, ..] && Surname(item) is { } name => ($"{name} {word}", new Memory([word], Surname: name)),
            "three title words" when words.Count >= 3 && InOrder(item, words.Take(3)) is var three => (string.Join(' ', three), new Memory(three)),
            "title with one typo" when Typo.In(item.Title, item.Chance("slip")) is { } title => (title, new Memory(item.TitleWords)),
            "affiliation + year" when Affiliation(item) is { } place => ($"{place} {year}", new Memory([], Affiliation: place, Year: item.Year)),
            "two title words + year" when words.Count >= 2 && InOrder(item, words.Take(2)) is var two => ($"{string.Join(' ', two)} {year}", new Memory(two, Year: item.Year)),
            "surname alone" when Surname(item) is { } name => (name, new Memory([], Surname: name)),
            "affiliation + title word" when words is [var word, ..] && Affiliation(item) is { } place => ($"{place} {word}", new Memory([word], Affiliation: place)),
            _ => null,
        };
    }

    /// <summary>Words of the title that tell it from others, by chance: long enough, in fewer than one title in fifty, without a digit, and no name of a speaker's.</summary>
    private List<string> Telling(KnownItem item, string purpose)
    {
        var words = item.TitleWords.Where(w => Words.Tells(w) && !w.Any(char.IsDigit) && !item.SpeakerWords.Contains(Slug.From(w)) && _titlesWith[Slug.From(w)] * 50 < items.Count);
        return [.. words.DistinctBy(Slug.From).OrderBy(w => item.Chance($"{purpose}/{w}"))];
    }

    private static List<string> InOrder(KnownItem item, IEnumerable<string> words)
    {
        var chosen = words.ToHashSet(StringComparer.Ordinal);
        return [.. item.TitleWords.Where(chosen.Contains).Distinct()];
    }

    /// <summary>The first speaker's, when it is a plain name that could be parted, or needs no parting.</summary>
    private static string? Surname(KnownItem item) => item.Speakers is [{ Person: { Family: var name } person }, ..] && name.Count(char.IsLetter) >= 2
        && name.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '’') && (person.Given.Length > 0 || Words.ScriptOf(name) is not "Latin") ? name : null;

    private static string? Affiliation(KnownItem item) => item.Speakers.Select(s => s.Affiliation).FirstOrDefault(a => a is not null && a.Any(char.IsLetter));
}
