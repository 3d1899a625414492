using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>Choices of one facet, as links that narrow a search.</summary>
public sealed record FacetView(SearchAddress Search, Facet Facet, IReadOnlyList<FacetValue> Values)
{
    /// <summary>So many of a facet are shown at once.</summary>
    public const int Open = 8;

    /// <summary>So many more can be unfolded.</summary>
    public const int Folded = 12;

    /// <summary>The search with the choice, or without it when it is chosen.</summary>
    public SearchAddress AddressOf(FacetValue value) => Search with { Filters = value.IsChosen ? Search.Filters.Without(value.Filter) : Search.Filters.With(value.Filter) };
}
