namespace SeminarArchive.Store.Search;

/// <summary>
/// Finds seminars by words and facets. Answers from the state of the archive that it is given; what that takes beside the index
/// is kept in memory for the newest state that was asked about.
/// </summary>
public sealed class Finder
{
    // Of more than these, only those with the words in their titles are weighed; the others stand newest first.
    private const int MostWeighed = 600;

    // Words in more than these find nothing by their titles either.
    private const int MostTitled = 20_000;

    // Results that lack some of the words.
    private const int MostPartial = 50;

    // Words that are looked up for a slip.
    private const int MostCorrected = 8;

    // What a seminar of the newest year gains over one of long ago.
    private const double Recency = 0.1;

    private readonly PerState<Catalogue> _catalogue = new((index, before) => new Catalogue(index, before));
    private readonly PerState<Vocabulary> _vocabulary = new((index, _) => new Vocabulary(index));
    private readonly PerState<Resemblance> _resemblance;

    public Finder() => _resemblance = new((index, _) => new Resemblance(index, _catalogue.Of(index)));

    /// <summary>Gathers what the first search, the first list and the first seminar's page would otherwise wait for.</summary>
    public void WarmUp(Archive archive) => _resemblance.Of(new TextIndex(archive));

    /// <summary>What is filed where in the state of the archive that is given.</summary>
    internal Catalogue CatalogueOf(Archive archive) => _catalogue.Of(new TextIndex(archive));

    /// <summary>One page of what matches the query and passes the filters.</summary>
    public async Task<SearchResults> FindAsync(
        Archive archive, SearchQuery query, SearchFilters filters, SearchOrder order, int number, int size, CancellationToken cancel = default)
    {
        var index = new TextIndex(archive);
        var catalogue = _catalogue.Of(index);
        var (every, partial, counts, asked, corrected) = Sift(index, catalogue, query, filters, order, size);
        var total = every.Count + partial.Count;
        var there = query.ReadingWhatIsThere();
        var isReading = there is not null && corrected == there.Text;
        var shown = number < 1 || (long)(number - 1) * size >= total ? [] : every.Concat(partial).Skip((number - 1) * size).Take(size).Select(p => catalogue.Ids[p]).ToList();
        return new SearchResults(await DescribeAsync(archive, index, asked, shown, cancel), number, size, total)
        {
            WithEveryWord = every.Count,
            InArchive = catalogue.Count,
            Corrected = isReading || corrected is null || Spellings.AreAlike(corrected, query.Text) ? null : corrected,
            Read = isReading ? corrected : null,
            Offered = there is not null && corrected is null && Match(new Question(there, index, catalogue.Count), index, catalogue, SearchOrder.Newest).Every > 0 ? there.Text : null,
            Posters = every.Count < size ? new Suggestions(index, catalogue).Posters(query) : [],
            Chosen = [.. filters.Chosen.Select(f => new FacetValue(f, NameOf(f, catalogue), every.Count > 0 ? every.Count : total, IsChosen: true))],
            Facets = counts.Groups(),
        };
    }

    /// <summary>The ids of all that <see cref="FindAsync"/> finds, page by page, in its order.</summary>
    /// <param name="size">Of a page, since how many results lack a word depends on it.</param>
    public IReadOnlyList<int> FindAll(Archive archive, SearchQuery query, SearchFilters filters, SearchOrder order, int size)
    {
        var index = new TextIndex(archive);
        var catalogue = _catalogue.Of(index);
        var sifted = Sift(index, catalogue, query, filters, order, size);
        return [.. sifted.Every.Concat(sifted.Partial).Select(place => catalogue.Ids[place])];
    }

    /// <summary>
    /// At most eight names and titles that begin like what is typed: speakers, categories and affiliations with the most seminars,
    /// then titles, newest first. Empty for nothing but punctuation.
    /// </summary>
    public Task<IReadOnlyList<Suggestion>> SuggestAsync(Archive archive, SearchQuery typed, CancellationToken cancel = default)
    {
        var index = new TextIndex(archive);
        return new Suggestions(index, _catalogue.Of(index)).OfAsync(archive, typed, cancel);
    }

    /// <summary>
    /// The seminars beside this one in the list of all, and up to five to go on with, the nearest first: about the same by their words and tags, or by the same speakers;
    /// where there are fewer than three, those that stand beside it in its category. The same archive gives the same answer, whenever it is asked.
    /// </summary>
    public Surroundings Around(Archive archive, Seminar seminar)
    {
        var index = new TextIndex(archive);
        return new Related(index, _catalogue.Of(index), _resemblance.Of(index), seminar).Choose(archive);
    }

    /// <summary>
    /// The published seminars whose words are nearest to those of an address that leads nowhere; the best first, perhaps none.
    /// What no seminar has is taken for a slip.
    /// </summary>
    public Task<IReadOnlyList<SeminarRow>> NearestAsync(Archive archive, string address, int count, CancellationToken cancel = default)
    {
        var index = new TextIndex(archive);
        var words = Token.Of(address.Length > SearchQuery.MaxLength ? address[..SearchQuery.MaxLength] : address).Where(t => t.Length > 2).Take(12)
            .Select(t => address.Substring(t.Start, t.Length)).Where(w => !StopWords.Holds(Spellings.Fold(w)))
            .Select((w, i) => $"\"{(i < MostCorrected ? Corrected(w, index) : null) ?? w}\"").ToList();
        return words.Count == 0
            ? Task.FromResult<IReadOnlyList<SeminarRow>>([])
            : archive.RowsAsync([.. index.Best($"{{Title Speakers}} : ({string.Join(" OR ", words)})", count).Select(b => b.Id)], cancel);
    }

    /// <summary>The headings of one kind whose slugs or names are nearest to a slug that none of them has; the best first, perhaps none.</summary>
    public static IReadOnlyList<NearHeading> NearestHeadings<T>(Archive archive, string slug)
        where T : Heading => NearHeading.To(slug, archive.Set<T>().Where(h => h.Count > 0).Select(h => new NearHeading(h.Slug, h.Name, h.Count)));

    // What matches and passes, by its place in the catalogue: with every word, and with some.
    private (List<int> Every, List<int> Partial, FacetCount Counts, Question Asked, string? Corrected) Sift(
        TextIndex index, Catalogue catalogue, SearchQuery query, SearchFilters filters, SearchOrder order, int size)
    {
        var pasted = PastedAddress.PlaceOf(query.Text, index, catalogue);
        var asked = new Question(pasted < 0 ? query : SearchQuery.Parse(null), index, catalogue.Count);
        var matches = pasted < 0 ? Match(asked, index, catalogue, order) : Matches.Only(pasted, catalogue.Count);
        string? corrected = null;
        if (matches.Every == 0)
        {
            var there = query.ReadingWhatIsThere();
            if (there is null || !Instead(there)) Instead(Correct(there ?? query, index, catalogue));
        }

        if (matches.Every < size) AddPartial(matches, asked, index, catalogue);

        var counts = new FacetCount(catalogue, filters);
        var (every, partial) = (new List<int>(), new List<int>());
        foreach (var place in matches.Places())
        {
            // Choices are told by what has every word, where anything has.
            var isPartial = matches.IsPartial(place);
            if (isPartial && matches.Every > 0 ? counts.Passes(place) : counts.Add(place)) (isPartial ? partial : every).Add(place);
        }

        foreach (var part in new[] { every, partial })
        {
            if (order == SearchOrder.Best && asked.HasText) matches.SortByRank(part);
            else if (order == SearchOrder.Oldest) part.Reverse();
        }

        return (every, partial, counts, asked, corrected);

        bool Instead(SearchQuery? other)
        {
            if (other is null) return false;

            var again = new Question(other, index, catalogue.Count);
            var found = Match(again, index, catalogue, order);
            if (found.Every == 0) return false;

            (asked, matches, corrected) = (again, found, other.Text);
            return true;
        }
    }

    private static Matches Match(Question asked, TextIndex index, Catalogue catalogue, SearchOrder order)
    {
        var matches = new Matches(catalogue.Count, asked.Allows(catalogue));
        if (asked.Excluded is not null)
        {
            foreach (var id in index.Ids(asked.Excluded)) matches.Exclude(catalogue.PlaceOf(id));
        }

        if (asked.Every is null)
        {
            for (var place = 0; place < catalogue.Count; place++) matches.Add(place);
            return matches;
        }

        var ids = index.Ids(asked.Every);
        foreach (var id in ids) matches.Add(catalogue.PlaceOf(id));
        if (order != SearchOrder.Best || ids.Count > MostTitled) return matches;

        var weighed = asked.Weighed!;
        if (ids.Count > MostWeighed)
        {
            weighed = $"{{Title}} : ({asked.Every})";
            ids = index.Ids(weighed);
            foreach (var id in ids) matches.Raise(catalogue.PlaceOf(id), Rank.InTitle);
        }

        if (ids.Count <= MostWeighed)
        {
            foreach (var (id, score) in index.Best(weighed, MostWeighed)) matches.Score(catalogue.PlaceOf(id), Fresh(catalogue, catalogue.PlaceOf(id), score));
        }

        if (asked.InTitle is not null)
        {
            foreach (var id in index.Ids(asked.InTitle)) matches.Raise(catalogue.PlaceOf(id), Rank.InTitle);
        }

        if (asked.TitlePhrase is not null)
        {
            foreach (var id in index.Ids(asked.TitlePhrase)) matches.Raise(catalogue.PlaceOf(id), Rank.TitlePhrase);
        }

        return matches;
    }

    private static void AddPartial(Matches matches, Question asked, TextIndex index, Catalogue catalogue)
    {
        var some = asked.Some ?? (matches.Every == 0 ? asked.Loosely : null);
        if (some is null) return;

        var left = MostPartial;
        foreach (var (id, score) in index.Best(some, MostPartial + matches.Every))
        {
            var place = catalogue.PlaceOf(id);
            if (matches.AddPartial(place, Fresh(catalogue, place, score)) && --left == 0) return;
        }
    }

    // Half of the gain is gone after ten years. Counted from the newest year, not from today: results change with the archive only.
    private static double Fresh(Catalogue catalogue, int place, double score) =>
        place < 0 ? score : score * (1 + (Recency * Math.Pow(0.5, (catalogue.Years[0] - catalogue.Years[place]) / 10.0)));

    // The query with words that the archive has in the place of those that it has not; null when there is nothing to correct.
    private SearchQuery? Correct(SearchQuery query, TextIndex index, Catalogue catalogue)
    {
        query = query.WithoutOpenQuote();
        var text = query.Text;
        var corrected = 0;
        foreach (var term in query.Terms.Where(t => t is { Excluded: false, IsAsTyped: false }).Reverse())
        {
            for (var i = term.Tokens.Count - 1; i >= 0; i--)
            {
                var token = term.Tokens[i];
                if (token.IsUnspaced || corrected == MostCorrected || StopWords.Holds(Spellings.Fold(term[i])) || Corrected(term[i], index) is not { } word) continue;

                // The archive's words are kept in lower case; what was typed as a name is answered as one.
                text = text[..token.Start] + (char.IsUpper(text[token.Start]) ? char.ToUpperInvariant(word[0]) + word[1..] : word) + text[token.End..];
                corrected++;
            }
        }

        return corrected == 0 ? null : AsNamed(SearchQuery.Parse(text), catalogue);
    }

    // A query that is a speaker's name, as the archive writes it.
    private static SearchQuery AsNamed(SearchQuery query, Catalogue catalogue)
    {
        var words = query.Terms.Where(t => !t.Excluded).ToList();
        if (words.Count < 2 || !words.TrueForAll(t => t is { IsWord: true, Column: null })) return query;

        var speaker = catalogue.Headings(Facet.Speaker).Where(h => words.TrueForAll(t => h.Words.Contains(" " + Spellings.Fold(t[0]), StringComparison.Ordinal))).MaxBy(h => h.Count);
        if (speaker is null) return query;

        var name = Token.Of(speaker.Name).Select(t => speaker.Name.Substring(t.Start, t.Length)).ToList();
        var text = query.Text;
        foreach (var term in words.AsEnumerable().Reverse())
        {
            if (name.Find(w => Spellings.Fold(w) == Spellings.Fold(term[0])) is { } word) text = text[..term.Tokens[0].Start] + word + text[term.Tokens[0].End..];
        }

        return SearchQuery.Parse(text);
    }

    // What was meant by a word that the archive does not have; null when it has it, or nothing like it.
    private string? Corrected(string word, TextIndex index) => index.Any($"\"{word}\"") ? null : _vocabulary.Of(index).Closest(Spellings.Fold(word));

    private static async Task<IReadOnlyList<FoundSeminar>> DescribeAsync(Archive archive, TextIndex index, Question asked, IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var rows = await archive.RowsAsync(ids, cancel);
        if (!asked.HasText) return [.. rows.Select(r => new FoundSeminar(r, MarkedText.Plain(r.Title), MarkedText.Plain(r.Summary), null))];

        var texts = index.Texts(ids);
        return [.. rows.Select(r => new FoundSeminar(
            r, asked.Marker.Title(r.Title), asked.Marker.Excerpt(texts[r.Id].Abstract) ?? MarkedText.Plain(r.Summary), asked.Marker.Tags(texts[r.Id].Tags)))];
    }

    private static string NameOf(Filter filter, Catalogue catalogue) => filter switch
    {
        { Facet: Facet.Has, Value: "slides" } => "Slides",
        { Facet: Facet.Has, Value: "recording" } => "Recording",
        { Facet: Facet.Year } => YearSpan.Parse(filter.Value, excluded: false)?.ToString() ?? filter.Value,
        { Facet: Facet.Has } => filter.Value,
        _ => catalogue.HeadingAt(filter.Facet, filter.Value) is >= 0 and var heading ? catalogue.Headings(filter.Facet)[heading].Name : filter.Value,
    };
}
