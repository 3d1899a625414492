using Microsoft.Extensions.Primitives;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web;

/// <summary>A search as its address has it: <c>/search/?q=knots&amp;year=2020&amp;has=slides&amp;sort=newest</c>. The same search always has the same address.</summary>
/// <param name="Query">As typed; may be empty.</param>
/// <param name="Order">Best means newest first where nothing is searched for.</param>
public sealed record SearchAddress(string Query, SearchFilters Filters, SearchOrder Order)
{
    // Longer than any slug: nothing in the archive has such a name.
    private const int LongestValue = 300;

    private static readonly (Facet Facet, string Key)[] Keys =
        [(Facet.Year, "year"), (Facet.Category, "category"), (Facet.Speaker, "speaker"), (Facet.Affiliation, "affiliation"), (Facet.Has, "has")];

    /// <summary>The keys of a query string that a search is read from.</summary>
    public static string[] QueryKeys => ["q", .. Keys.Select(k => k.Key), "sort"];

    /// <summary>True when more facets were asked for than combine; those beyond are left out.</summary>
    public bool WasNarrowedTooFar { get; private init; }

    /// <summary>True when nothing is asked.</summary>
    public bool IsBlank => Query.Length == 0 && Filters.Chosen.Count == 0;

    public static SearchAddress From(IQueryCollection query)
    {
        var asked = Keys.SelectMany(k => Values(query[k.Key], several: k.Facet == Facet.Has).Select(v => new Filter(k.Facet, v))).Distinct().ToList();
        var filters = SearchFilters.Of(asked);
        var order = query["sort"].ToString() switch { "newest" => SearchOrder.Newest, "oldest" => SearchOrder.Oldest, _ => SearchOrder.Best };
        return new SearchAddress(query["q"].FirstOrDefault() ?? "", filters, order) { WasNarrowedTooFar = asked.Count > filters.Chosen.Count };
    }

    /// <summary>The choices by the keys under which the query string has them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Choices => [.. Filters.Chosen.Select(f => KeyValuePair.Create(Keys.Single(k => k.Facet == f.Facet).Key, f.Value))];

    /// <summary>The query string, with its question mark; empty when nothing is asked.</summary>
    public string QueryString
    {
        get
        {
            var parts = Choices.Select(c => $"{c.Key}={Uri.EscapeDataString(c.Value)}").ToList();
            if (Query.Length > 0) parts.Insert(0, "q=" + Uri.EscapeDataString(Query));
            if (Order != SearchOrder.Best) parts.Add(Order == SearchOrder.Newest ? "sort=newest" : "sort=oldest");
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public override string ToString() => Addresses.Search + QueryString;

    private static IEnumerable<string> Values(StringValues values, bool several)
    {
        var given = values.OfType<string>().Select(v => v.Trim()).Where(v => v.Length is > 0 and < LongestValue);
        return several ? given.Order(StringComparer.Ordinal) : given.Take(1);
    }
}
