namespace SeminarArchive.Store.Search;

/// <summary>A seminar to go on with from another one, and why: the first of the reasons that is not empty.</summary>
/// <param name="By">Speakers of both, as the other one names them.</param>
/// <param name="Tags">Tags of both.</param>
/// <param name="About">Words that both use, the most telling first, as the first one prints them.</param>
/// <param name="Category">A category of both.</param>
public sealed record RelatedSeminar(SeminarRow Row, IReadOnlyList<string> By, IReadOnlyList<string> Tags, IReadOnlyList<string> About, string? Category);

/// <summary>Chooses what a visitor could read next.</summary>
internal sealed class Related(TextIndex index, Catalogue catalogue, Resemblance resemblance, Seminar seminar)
{
    private const int Most = 5;
    private const int Fewest = 3;

    // Of the speaker's other seminars, as long as others resemble this one too.
    private const int MostBySpeaker = 3;

    // What sharing a speaker, and a category, counts beside what the texts share.
    private const float Speaker = 0.3f;
    private const float Category = 0.02f;

    // Less than this is chance.
    private const float Least = 0.06f;

    private const int MostWords = 2;

    public async Task<IReadOnlyList<RelatedSeminar>> ChooseAsync(Archive archive, CancellationToken cancel)
    {
        var here = catalogue.PlaceOf(seminar.Id);
        if (here < 0 || seminar.Text is not { } text) return [];

        var speakers = catalogue.Of(Facet.Speaker, here).ToArray();
        var categories = catalogue.Of(Facet.Category, here).ToArray();
        var marks = Signature.Of(text.Title, seminar.Tags.Select(t => t.Name), text.Abstract).Marks;
        var likeness = resemblance.To(here, marks.Select(m => (m.Key, m.Value)));
        var own = seminar.Speakers.Count == 0 ? [] : index.Given([.. seminar.Speakers.Select(s => s.PersonId)]).Select(catalogue.PlaceOf).Where(p => p >= 0 && p != here).ToHashSet();
        foreach (var place in own) likeness[place] = likeness.GetValueOrDefault(place) + Speaker;

        var chosen = new List<int>();
        var bySpeaker = 0;
        foreach (var (place, _) in likeness.Where(l => l.Value >= Least)
            .OrderByDescending(l => l.Value + (catalogue.Of(Facet.Category, l.Key).ContainsAny(categories) ? Category : 0)).ThenBy(l => l.Key))
        {
            if (own.Contains(place) && ++bySpeaker > MostBySpeaker) continue;
            chosen.Add(place);
            if (chosen.Count == Most) break;
        }

        chosen.AddRange(own.Except(chosen).Order().Take(Most - chosen.Count));
        if (chosen.Count < Fewest && categories.Length > 0) chosen.AddRange(Near(here, categories, chosen).Take(Fewest - chosen.Count));
        var rows = await archive.RowsAsync([.. chosen.Select(p => catalogue.Ids[p])], cancel);
        return [.. rows.Zip(chosen, (row, place) => new RelatedSeminar(
            row,
            own.Contains(place) ? [.. row.Speakers.Where(s => seminar.Speakers.Exists(o => o.PersonSlug == s.Slug)).Select(s => s.Name)] : [],
            [.. seminar.Tags.Where(t => resemblance.Tells(Signature.OfTag(t.Name), place) > 0).Select(t => t.Name)],
            About(text, marks, place),
            catalogue.Of(Facet.Category, place).ToArray().Intersect(categories).Select(c => catalogue.Headings(Facet.Category)[c].Name).FirstOrDefault()))];
    }

    // The nearest in time within a category, the later one first of two that are equally far.
    private IEnumerable<int> Near(int here, int[] categories, List<int> chosen)
    {
        for (var distance = 1; distance < catalogue.Count; distance++)
        {
            foreach (var place in new[] { here - distance, here + distance })
            {
                if (place >= 0 && place < catalogue.Count && !chosen.Contains(place) && catalogue.Of(Facet.Category, place).ContainsAny(categories)) yield return place;
            }
        }
    }

    // The title's words count most here too.
    private IReadOnlyList<string> About(SeminarText text, IReadOnlyDictionary<uint, byte> marks, int place)
    {
        var words = new Dictionary<uint, (string Word, float Tells)>();
        var lexicon = new Lexicon();
        foreach (var (from, shortest) in new[] { (text.Title, 4), (text.Abstract, 5) })
        {
            foreach (var (token, mark) in Signature.Words(from, shortest, lexicon))
            {
                if (marks.TryGetValue(mark, out var weight) && !words.ContainsKey(mark) && resemblance.Tells(mark, place) is > 0 and var tells)
                {
                    words[mark] = (Printed(from.Substring(token.Start, token.Length)), weight * tells);
                }
            }
        }

        return [.. words.Values.OrderByDescending(w => w.Tells).ThenBy(w => w.Word, StringComparer.Ordinal).Take(MostWords).Select(w => w.Word)];
    }

    // Abbreviations keep their capitals.
    private static string Printed(string word) => word.Count(char.IsUpper) > 1 && (word.Length <= 5 || word.Any(char.IsLower)) ? word : word.ToLowerInvariant();
}
