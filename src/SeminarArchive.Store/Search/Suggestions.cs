using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>What a visitor who types this may be after.</summary>
/// <param name="Kind">Null for a seminar.</param>
/// <param name="Count">Seminars under it; of a seminar, its year.</param>
/// <param name="Speakers">Of a seminar; may be empty.</param>
/// <param name="EventStatus">Of a seminar.</param>
public sealed record Suggestion(Facet? Kind, string Text, string Slug, int Count, string Speakers, EventStatus EventStatus = EventStatus.Scheduled);

/// <summary>Names and titles that begin like what is typed.</summary>
internal sealed class Suggestions(TextIndex index, Catalogue catalogue)
{
    private const int Most = 8;

    // So that names never push out all titles.
    private const int MostNames = 4;

    // Titles looked at: of many that match, the ones taken in last.
    private const int Candidates = 40;

    public async Task<IReadOnlyList<Suggestion>> OfAsync(Archive archive, SearchQuery typed, CancellationToken cancel)
    {
        var words = typed.Terms.Where(t => !t.Excluded).SelectMany(t => t.Tokens.Select((_, i) => Spellings.Fold(t[i]))).Where(w => w.Length > 0).ToList();
        if (words.Count == 0) return [];

        var names = new[] { Facet.Speaker, Facet.Category, Facet.Affiliation, Facet.Author }.SelectMany(f => Names(f, words)).Take(MostNames).ToList();
        var titles = await TitlesAsync(archive, typed, Most - names.Count, cancel);
        return [.. names, .. titles];
    }

    /// <summary>Those who post seminars and have all the words of the query in their names, those with the most seminars first.</summary>
    public IReadOnlyList<Suggestion> Posters(SearchQuery query)
    {
        if (!query.Terms.All(t => t is { Column: null, Excluded: false })) return [];

        var words = query.Terms.SelectMany(t => t.Tokens.Select((_, i) => Spellings.Fold(t[i]))).Where(w => !StopWords.Holds(w) && w is not ("" or "posted")).ToList();
        return words.Count == 0 ? [] : [.. Names(Facet.Author, words).Where(s => words.TrueForAll(Content.Slug.From(s.Text).Split('-').Contains))];
    }

    // Every word begins a word of the name, in whichever order; names that begin so come first, then those with the most seminars.
    private IEnumerable<Suggestion> Names(Facet facet, List<string> words) => catalogue.Headings(facet)
        .Where(h => words.TrueForAll(w => h.Words.Contains(" " + w, StringComparison.Ordinal)))
        .OrderByDescending(h => h.Words.StartsWith(" " + words[0], StringComparison.Ordinal)).ThenByDescending(h => h.Count).ThenBy(h => h.Slug, StringComparer.Ordinal)
        .Take(MostNames - 1).Select(h => new Suggestion(facet, h.Name, h.Slug, h.Count, ""));

    private async Task<IEnumerable<Suggestion>> TitlesAsync(Archive archive, SearchQuery typed, int most, CancellationToken cancel)
    {
        // A single letter begins too many words to be looked for; of the titles with the words before it, some have one.
        var letter = typed.Terms.Count > 1 && typed.Terms[^1] is { IsWord: true, IsPhrase: false, Excluded: false, Column: null } last && last[0].Length == 1 ? last : null;
        if (letter is not null) typed = SearchQuery.Parse(typed.Text[..letter.Tokens[0].Start]);
        var asked = new Question(typed, index, catalogue.Count);
        if (asked.Every is null || (typed.Text.Length < 2 && asked.Loosely is null)) return [];

        // The pairs of scripts without spaces are not kept apart by column.
        var match = asked.Loosely is null ? $"{{Title}} : ({asked.Every})" : asked.Every;
        var places = index.Latest(match, Candidates).Select(catalogue.PlaceOf).Where(p => p >= 0).Order().ToList();
        var ids = places.ConvertAll(p => catalogue.Ids[p]);
        var found = await archive.Seminars.Where(s => ids.Contains(s.Id))
            .Select(s => new { s.Id, s.Title, s.Slug, s.Year, s.EventStatus, Speakers = s.Speakers.OrderBy(p => p.Position).Select(p => p.Name).ToList() }).ToListAsync(cancel);
        var start = Spellings.Fold(typed.Text.Split(' ')[0]);
        if (letter is not null) found.RemoveAll(f => !("-" + Content.Slug.From(f.Title)).Contains("-" + Spellings.Fold(letter[0]), StringComparison.Ordinal));
        return found.OrderByDescending(f => Content.Slug.From(f.Title).StartsWith(start, StringComparison.Ordinal)).ThenBy(f => ids.IndexOf(f.Id)).Take(most)
            .Select(f => new Suggestion(null, f.Title, f.Slug, f.Year, string.Join(", ", f.Speakers), f.EventStatus));
    }
}
