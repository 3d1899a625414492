namespace SeminarArchive.Web;

/// <summary>The addresses at which WordPress had lists that stand elsewhere now.</summary>
public static class OldLists
{
    /// <summary>
    /// Where a list stands now that WordPress had at <c>/?paged=2</c>, <c>/?m=202002</c>, <c>/?tag=ropes&amp;paged=2</c> or <c>/2020/02/13/</c>, and the sitemap for all of its own;
    /// null for every other address.
    /// </summary>
    /// <param name="canonical">The path in its canonical form.</param>
    public static string? Now(string canonical, IQueryCollection query)
    {
        var parts = canonical.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            // The list of one who is known by number only is nobody else's.
            [] when OldAddresses.Numbered(query) is not null => null,
            [] => (OldFeeds.ListOf(query) ?? (Page(query) > 1 ? "/" : null)) is { } list ? Addresses.Numbered(list, Page(query)) : null,
            [{ Length: 4 } year, _, _] when year.All(char.IsAsciiDigit) => OldFeeds.ListAt(parts),
            [var file] when IsSitemap(file) => "/sitemap.xml",
            _ => null,
        };
    }

    /// <summary>The page that WordPress was asked for by <c>?paged=</c>, the first where it was not.</summary>
    public static int Page(IQueryCollection query) => Math.Max(1, OldSearches.Number(query["paged"].LastOrDefault()) ?? 1);

    /// <summary>The category and page of <c>/category/sea/rope/page/2/</c>, of whose categories WordPress meant the last; null for every other address.</summary>
    /// <param name="canonical">The path in its canonical form.</param>
    public static (string Slug, int Page)? InnerCategory(string canonical) => OwnAddresses.Has(canonical) ? null : canonical.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["category", _, .., var slug, "page", var page] when OldSearches.Number(page) is > 0 and var number => (slug, number),
        ["category", .., var above, var slug] when above is not "page" => (slug, 1),
        _ => null,
    };

    private static bool IsSitemap(string file) =>
        file is "sitemap_index.xml" or "post-sitemap.xml" or "page-sitemap.xml" or "category-sitemap.xml" or "author-sitemap.xml" or "wp-sitemap.xml"
        || (file.StartsWith("wp-sitemap-", StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal));
}
