namespace SeminarArchive.Store.Search;

/// <summary>A seminar as a search has found it.</summary>
/// <param name="Title">The title with what was searched for marked.</param>
/// <param name="Excerpt">The part of the abstract that matches best, marked; the summary where nothing in the abstract matches.</param>
/// <param name="Tags">All its tags, marked, where one of them is what was searched for; else null.</param>
public sealed record FoundSeminar(SeminarRow Row, MarkedText Title, MarkedText Excerpt, MarkedText? Tags);

/// <summary>One page of what a search has found, in the order asked for; those with all the words stand before those with some.</summary>
public sealed record SearchResults(IReadOnlyList<FoundSeminar> Items, int Number, int Size, int Total) : PageOf<FoundSeminar>(Items, Number, Size, Total)
{
    /// <summary>How many of all results have every word; after these come the ones that lack some.</summary>
    public required int WithEveryWord { get; init; }

    /// <summary>All seminars there are to be found.</summary>
    public required int InArchive { get; init; }

    /// <summary>The query in the archive's own words, when nothing was found as it was typed and these are its results; null otherwise.</summary>
    public string? Corrected { get; init; }

    /// <summary>The query with words such as "slides" read as <c>has:slides</c>, when no seminar has them in its texts and these are its results; null otherwise.</summary>
    public string? Read { get; init; }

    /// <summary>The same where the words were found in texts, and those that have slides or a recording may have been meant; null otherwise.</summary>
    public string? Offered { get; init; }

    /// <summary>Who posts seminars and is called like this; asked for only where the results do not fill a page.</summary>
    public IReadOnlyList<Suggestion> Posters { get; init; } = [];

    /// <summary>What the results are narrowed by, with the names of the choices; of a choice that the archive does not know, the value.</summary>
    public required IReadOnlyList<FacetValue> Chosen { get; init; }

    public required IReadOnlyList<FacetGroup> Facets { get; init; }
}
