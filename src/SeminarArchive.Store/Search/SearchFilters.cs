namespace SeminarArchive.Store.Search;

/// <summary>What results can be narrowed by.</summary>
public enum Facet
{
    Year,
    Category,
    Speaker,
    Affiliation,

    /// <summary><c>slides</c> or <c>recording</c>.</summary>
    Has,

    /// <summary>Who posted it; offered to queries only.</summary>
    Author,
}

/// <summary>How results are ordered.</summary>
public enum SearchOrder
{
    /// <summary>The best match first; newest first where nothing is searched for.</summary>
    Best,
    Newest,
    Oldest,
}

/// <summary>One choice of one facet.</summary>
/// <param name="Value">A year or several (<c>2018-2020</c>), a slug, or <c>slides</c> or <c>recording</c>.</param>
public sealed record Filter(Facet Facet, string Value);

/// <summary>The choices that results are narrowed by: one of each facet, but both slides and recording; never more than <see cref="Most"/> together.</summary>
public sealed class SearchFilters
{
    /// <summary>So many combine at most.</summary>
    public const int Most = 4;

    public static readonly SearchFilters None = new([]);

    private SearchFilters(IReadOnlyList<Filter> chosen) => Chosen = chosen;

    /// <summary>In the order of the facets.</summary>
    public IReadOnlyList<Filter> Chosen { get; }

    /// <summary>True when no further facet can be added.</summary>
    public bool IsFull => Chosen.Count >= Most;

    /// <summary>What was given for a year and is none; null when there is no such thing.</summary>
    public string? NoYear => Chosen.FirstOrDefault(f => f.Facet == Facet.Year && YearSpan.Parse(f.Value, excluded: false) is null)?.Value;

    /// <summary>As many of them as combine, in the order of the facets; of several for one facet, the last.</summary>
    public static SearchFilters Of(params IEnumerable<Filter> filters)
    {
        var chosen = new List<Filter>();
        foreach (var filter in filters)
        {
            chosen.RemoveAll(f => f.Facet == filter.Facet && (f.Facet != Facet.Has || f.Value == filter.Value));
            chosen.Add(filter);
        }

        return new SearchFilters([.. chosen.OrderBy(f => f.Facet).ThenBy(f => f.Value, StringComparer.Ordinal).Take(Most)]);
    }

    /// <summary>With this choice, in the place of another one of its facet.</summary>
    public SearchFilters With(Filter filter) => Of([.. Chosen, filter]);

    public SearchFilters Without(Filter filter) => Of(Chosen.Where(f => f != filter));

    /// <summary>One test for each choice: whether the seminar at a place passes it.</summary>
    internal List<Func<int, bool>> Tests(Catalogue catalogue) => [.. Chosen.Select(f => Test(f, catalogue))];

    private static Func<int, bool> Test(Filter filter, Catalogue catalogue)
    {
        switch (filter.Facet)
        {
            case Facet.Year:
                return YearSpan.Parse(filter.Value, excluded: false) is { } years ? place => years.Allows(catalogue.Years[place]) : _ => false;
            case Facet.Has:
                return filter.Value switch { "slides" => catalogue.HasSlides, "recording" => catalogue.HasRecording, _ => _ => false };
            default:
                var heading = catalogue.HeadingAt(filter.Facet, filter.Value);
                return place => catalogue.Of(filter.Facet, place).Contains(heading);
        }
    }
}

/// <summary>One choice that a facet offers.</summary>
/// <param name="Count">How many seminars the results have once it is chosen; never 0.</param>
/// <param name="IsChosen">True when it is chosen already.</param>
public sealed record FacetValue(Filter Filter, string Name, int Count, bool IsChosen);

/// <summary>The choices of one facet: all years, newest first; of others at most 20, what is chosen first and then by count.</summary>
public sealed record FacetGroup(Facet Facet, IReadOnlyList<FacetValue> Values);
