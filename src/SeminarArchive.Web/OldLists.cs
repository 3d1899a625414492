using System.Globalization;

namespace SeminarArchive.Web;

/// <summary>The addresses at which WordPress had lists that stand elsewhere now.</summary>
public static class OldLists
{
    /// <summary>
    /// Where a list stands now that WordPress had at <c>/?paged=2</c>, <c>/?m=202002</c>, <c>/?tag=ropes</c> or <c>/2020/02/13/</c>, and the sitemap for all of its own;
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
            [] => OldFeeds.ListOf(query) ?? (query["paged"] is [.., { Length: > 0 } number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? Addresses.Numbered("/", page) : null),
            [{ Length: 4 } year, _, _] when year.All(char.IsAsciiDigit) => OldFeeds.ListAt(parts),
            [var file] when IsSitemap(file) => "/sitemap.xml",
            _ => null,
        };
    }

    private static bool IsSitemap(string file) =>
        file is "sitemap_index.xml" or "post-sitemap.xml" or "page-sitemap.xml" or "category-sitemap.xml" or "author-sitemap.xml" or "wp-sitemap.xml"
        || (file.StartsWith("wp-sitemap-", StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal));
}
