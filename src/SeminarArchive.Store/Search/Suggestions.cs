using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store.Search;

/// <summary>What a visitor who types this may be after.</summary>
/// <param name="Kind">Null for a seminar.</param>
/// <param name="Count">Seminars under it; of a seminar, its year.</param>
/// <param name="Speakers">Of a seminar; may be empty.</param>
public sealed record Suggestion(Facet? Kind, string Text, string Slug, int Count, string Speakers);

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

        var names = new[] { Facet.Speaker, Facet.Category, Facet.Affiliation }.SelectMany(f => Names(f, words)).Take(MostNames).ToList();
        var titles = await TitlesAsync(archive, typed, Most - names.Count, cancel);
        return [.. names, .. titles];
    }

    // Every word begins a word of the name, in whichever order; names that begin so come first, then those with the most seminars.
    private IEnumerable<Suggestion> Names(Facet facet, List<string> words) => catalogue.Headings(facet)
        .Where(h => words.TrueForAll(w => h.Words.Contains(" " + w, StringComparison.Ordinal)))
        .OrderByDescending(h => h.Words.StartsWith(" " + words[0], StringComparison.Ordinal)).ThenByDescending(h => h.Count).ThenBy(h => h.Slug, StringComparer.Ordinal)
        .Take(MostNames - 1).Select(h => new Suggestion(facet, h.Name, h.Slug, h.Count, ""));

    private async Task<IEnumerable<Suggestion>> TitlesAsync(Archive archive, SearchQuery typed, int most, CancellationToken cancel)
    {
        var asked = new Question(typed, index, catalogue.Count);
        if (asked.Every is null || (typed.Text.Length < 2 && asked.Loosely is null)) return [];

        // The pairs of scripts without spaces are not kept apart by column.
        var match = asked.Loosely is null ? $"{{Title}} : ({asked.Every})" : asked.Every;
        var places = index.Latest(match, Candidates).Select(catalogue.PlaceOf).Where(p => p >= 0).Order().ToList();
        var ids = places.ConvertAll(p => catalogue.Ids[p]);
        var found = await archive.Seminars.Where(s => ids.Contains(s.Id))
            .Select(s => new { s.Id, s.Title, s.Slug, s.Year, Speakers = s.Speakers.OrderBy(p => p.Position).Select(p => p.Name).ToList() }).ToListAsync(cancel);
        var start = Spellings.Fold(typed.Text.Split(' ')[0]);
        return found.OrderByDescending(f => Content.Slug.From(f.Title).StartsWith(start, StringComparison.Ordinal)).ThenBy(f => ids.IndexOf(f.Id)).Take(most)
            .Select(f => new Suggestion(null, f.Title, f.Slug, f.Year, string.Join(", ", f.Speakers)));
    }
}
