using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>A query in the syntax of the index.</summary>
internal sealed class Question
{
    private const int MostContinuations = 12;

    // Beginnings of so many letters are kept in the index.
    private const int Indexed = 3;

    // A word in more seminars than this finds nothing that a rarer word beside it does not find better.
    private const int TooCommon = 1000;

    // Of a long query the rarest words tell enough.
    private const int MostSome = 6;

    // Short words that stand in very many seminars ("the", "with", "und") hold a sentence together and find nothing;
    // of a query of nothing else, so many are looked for.
    private const int LongestFiller = 5;
    private const int FewestFilled = 1000;
    private const int MostFillers = 3;

    private readonly SearchQuery _query;

    public Question(SearchQuery query, TextIndex index, int seminars)
    {
        _query = query;
        var (terms, counts) = Counted(query.Terms, index);
        var last = terms is [.., { Excluded: false, IsAsTyped: false } end] ? end : null;
        var asked = terms.FindAll(t => !t.Excluded);
        var words = asked.Where(t => t.Column is null or "Title" && !t.Tokens.Any(x => x.IsUnspaced)).ToList();
        if (words.Count == asked.Count && words.Sum(t => t.Tokens.Count) > 1) TitlePhrase = $"{{Title}} : \"{string.Join(' ', words.SelectMany(t => t.Tokens.Select((_, i) => t[i])))}\" *";

        var (titles, named) = Addressed(asked, index);
        asked.RemoveAll(titles.Contains);
        (asked, var beside) = Telling(asked, counts, seminars, alone: !query.IsNarrowed);
        HasText = asked.Count > 0;
        if (HasText)
        {
            var isWhole = last is null || last.IsPhrase || !last.IsWord || last[0].Length <= Indexed || counts.ContainsKey(Spellings.Fold(last[0]));
            var continuations = last is { IsWord: true, IsPhrase: false } && last[0].Length > Indexed ? index.Continuations(Spellings.Fold(last[0]), MostContinuations) : [];
            // The index knows words by their stems, so that a beginning which goes into the ending finds nothing by itself: "compassionat".
            var matches = asked.ConvertAll(t => t == last ? t.Match(beginning: true, isWhole ? null : continuations) : t.Match());
            Every = string.Join(" AND ", matches);
            // A whole word counts twice against the beginning of another.
            Weighed = last is null ? Every : string.Join(" AND ", asked.Zip(matches, (t, match) => t == last && !t.IsPhrase ? $"({t.Match()} OR {match})" : match));
            // What needs not be there still tells which of two titles was meant; whoever is given a title is a speaker.
            if (beside.Count + named.Count > 0) Weighed = $"({Weighed}) AND (({Weighed}) OR {string.Join(" OR ", beside.Concat(named).Select(t => t.Match()))})";
            InTitle = asked.Count + beside.Count > 1 ? $"{{Title}} : ({string.Join(" AND ", asked.Concat(beside).Select(t => t.Match()))})" : null;
            Some = SomeOf([.. asked.Zip(matches)], counts);
        }

        if (asked.Exists(t => t.Tokens.Any(x => x.IsUnspaced))) Loosely = string.Join(" OR ", asked.Select(t => t.MatchPairs()));
        Marker = new Marker(asked, last);
        var excluded = query.Terms.Where(t => t.Excluded).ToList();
        Excluded = excluded.Count > 0 ? string.Join(" OR ", excluded.Select(t => t.Match())) : null;
    }

    /// <summary>True when words are asked for, not only years or what is excluded.</summary>
    public bool HasText { get; }

    /// <summary>Matches what has all the words; null without any.</summary>
    public string? Every { get; }

    /// <summary>Matches the same as <see cref="Every"/>, and weighs better.</summary>
    public string? Weighed { get; }

    /// <summary>Matches what has some of the words, the commonest not counted; null where that would be no narrower or no wider.</summary>
    public string? Some { get; }

    /// <summary>Matches what has any two letters of a run beside each other, in scripts without spaces; null without such a run.</summary>
    public string? Loosely { get; }

    /// <summary>Matches what is not wanted; null when nothing is excluded.</summary>
    public string? Excluded { get; }

    /// <summary>Matches every word in a title, the last one whole; null for less than two.</summary>
    public string? InTitle { get; }

    /// <summary>Matches the words beside each other in a title; null for less than two.</summary>
    public string? TitlePhrase { get; }

    /// <summary>Marks the words in what was found.</summary>
    public Marker Marker { get; }

    /// <summary>Whether the years, resources and posting authors asked for are a seminar's; null when none are asked for.</summary>
    public Func<int, bool>? Allows(Catalogue catalogue)
    {
        if (!_query.IsNarrowed) return null;

        var (years, has) = (_query.Years.ToArray(), _query.Has.ToArray());
        var posters = _query.Posters.Select(p => (Headings: HeadingsOf(p, catalogue), p.Excluded)).ToArray();
        return place => Array.TrueForAll(years, y => y.Allows(catalogue.Years[place]))
            && Array.TrueForAll(has, h => (h.Slides ? catalogue.HasSlides(place) : catalogue.HasRecording(place)) != h.Excluded)
            && Array.TrueForAll(posters, p => catalogue.Of(Facet.Author, place).ContainsAny(p.Headings) != p.Excluded);
    }

    // Every word is one of the name, or begins one.
    private static int[] HeadingsOf(Poster poster, Catalogue catalogue) =>
        [.. catalogue.Headings(Facet.Author).Index().Where(h => poster.Words.Count > 0 && poster.Words.All(w => h.Item.Words.Contains(" " + w, StringComparison.Ordinal))).Select(h => h.Index)];

    // In how many seminars the words occur, and which of them others write as two: "healthcare", "health care". Two words that are rarer
    // than the one are none that others write for it ("leader ship"), and what no seminar has is left to be corrected.
    private static (List<Term> Terms, Dictionary<string, int> Counts) Counted(IReadOnlyList<Term> terms, TextIndex index)
    {
        var words = terms.Where(t => t is { Excluded: false, IsWord: true }).Select(t => Spellings.Fold(t[0])).ToHashSet(StringComparer.Ordinal);
        var counts = index.Counts([.. words.SelectMany(w => Spellings.Halves(w).SelectMany(h => new[] { h.First, h.Second })).Concat(words).Distinct(StringComparer.Ordinal)]);
        return ([.. terms.Select(t => t is { Excluded: false, IsWord: true, IsPhrase: false } ? t with { Apart = Apart(Spellings.Fold(t[0])) } : t)], counts);

        (string First, string Second)? Apart(string word) => !counts.TryGetValue(word, out var count) ? null
            : Spellings.Halves(word).Where(h => Rarer(h) >= count && !StopWords.Holds(h.First) && !StopWords.Holds(h.Second)).OrderByDescending(Rarer).Select(h => ((string, string)?)h).FirstOrDefault();

        int Rarer((string First, string Second) halves) => Math.Min(counts.GetValueOrDefault(halves.First), counts.GetValueOrDefault(halves.Second));
    }

    // The words that say something in a sentence, or those of which it consists; and stop words beside them that are rare enough to be looked for.
    private static (List<Term> Telling, List<Term> Beside) Telling(List<Term> terms, Dictionary<string, int> counts, int seminars, bool alone)
    {
        var many = Math.Max(FewestFilled, seminars * 2 / 5);
        var words = terms.FindAll(t => t is { IsWord: true, Column: null, IsPhrase: false });
        var fillers = words.Where(t => t[0].Length <= LongestFiller && CountOf(t, counts) > many).ToHashSet();
        var stops = words.Where(t => StopWords.Holds(Spellings.Fold(t[0]))).Concat(fillers).ToHashSet();
        if (stops.Count < terms.Count || !alone) return (terms.FindAll(t => !stops.Contains(t)), [.. stops.Except(fillers)]);
        if (fillers.Count < terms.Count) return (terms.FindAll(t => !fillers.Contains(t)), []);
        return ([.. terms.OrderBy(t => CountOf(t, counts)).Take(MostFillers)], []);
    }

    // "Dr" before a word of a speaker's name needs not be there, as the archive may print "Professor" or nothing; and that word as it is looked for among speakers.
    private static (HashSet<Term> Titles, List<Term> Named) Addressed(List<Term> terms, TextIndex index)
    {
        var (titles, named) = (new HashSet<Term>(), new List<Term>());
        for (var i = terms.Count - 2; i >= 0; i--)
        {
            // "MS" is a disease or a degree.
            if (terms[i] is not { IsWord: true, IsPhrase: false, Column: null or "Speakers" } title || !PersonName.CommonTitles.Contains(Spellings.Fold(title[0])) || title[0] == "MS") continue;

            var next = terms[i + 1];
            var name = next with { Column = "Speakers" };
            // "Professor Dr West".
            if (titles.Contains(next))
            {
                titles.Add(title);
            }
            else if (next.Column == title.Column && !(next.IsWord && StopWords.Holds(Spellings.Fold(next[0]))) && index.Any(name.Match()))
            {
                titles.Add(title);
                named.Add(name);
            }
        }

        return (titles, named);
    }

    private static string? SomeOf(IReadOnlyList<(Term Term, string Match)> terms, Dictionary<string, int> counts)
    {
        var free = terms.Where(t => t.Term.Column is null).ToList();
        if (free.Count < 2) return null;

        var rare = free.Where(t => !t.Term.IsWord || CountOf(t.Term, counts) <= TooCommon).OrderBy(t => CountOf(t.Term, counts) is > 0 and var count ? count : int.MaxValue).Take(MostSome).ToList();
        if (rare.Count == 0) return null;

        var some = "(" + string.Join(" OR ", rare.Select(t => t.Match)) + ")";
        return string.Join(" AND ", terms.Where(t => t.Term.Column is not null).Select(t => t.Match).Append(some));
    }

    private static int CountOf(Term term, Dictionary<string, int> counts) => counts.GetValueOrDefault(Spellings.Fold(term[0]));
}
