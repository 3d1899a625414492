using SeminarArchive.Store;
using SeminarArchive.Web.Formats;

namespace SeminarArchive.Web;

/// <summary>Where a feed stands now that was asked for by an address of the archive's own or of WordPress's.</summary>
/// <param name="List">Address of the page whose feed it is; of comments, which the archive has not, that of what they were on.</param>
/// <param name="Ending">What follows <paramref name="List"/>; null for comments.</param>
/// <param name="IsOld">True for WordPress's, which lead elsewhere.</param>
public sealed record OldFeed(string List, string? Ending, bool IsOld)
{
    public string Address => List + Ending;
}

/// <summary>The addresses at which WordPress had its feeds.</summary>
public static class OldFeeds
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "feed", "rss", "rss2", "rdf", "atom" };

    /// <summary>
    /// Reads <c>X/feed/</c>, <c>X/feed/rss2/</c>, <c>X/rss2/</c>, <c>X/?feed=rss2</c> and <c>/wp-rss2.php</c>, X being a list or a post; null for every other address.
    /// Feeds of searches are searches: see <see cref="OldSearches"/>.
    /// </summary>
    /// <param name="canonical">The path in its canonical form.</param>
    public static OldFeed? At(string canonical, IQueryCollection query)
    {
        var parts = canonical.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (query.ContainsKey("s") || parts is ["search", ..]) return null;

        if (parts is [var file] && file.StartsWith("wp-", StringComparison.OrdinalIgnoreCase))
        {
            return file.ToUpperInvariant() switch
            {
                "WP-FEED.PHP" or "WP-RSS.PHP" or "WP-RSS2.PHP" or "WP-RDF.PHP" => Old("/", "rss"),
                "WP-ATOM.PHP" => Old("/", "atom"),
                "WP-COMMENTSRSS2.PHP" => new OldFeed("/", null, IsOld: true),
                _ => null,
            };
        }

        if (query["feed"] is [.., { } asked]) return Asked(WithoutPage(parts), asked, query);

        var (above, name, rest) = parts switch
        {
            [.. var x, "feed", "archive", var n] when n.All(char.IsAsciiDigit) => (x, "rss", $"archive/{n}/"),
            [.. var x, "feed", "atom" or "json", "archive", var n] when n.All(char.IsAsciiDigit) => (x, parts[^3], $"archive/{n}/"),
            [.. var x, "feed", "json"] => (x, "json", ""),
            [.. var x, "feed", var k] when Names.Contains(k) => (x, k, ""),
            [.. var x, var k] when k == "feed" || (Names.Contains(k) && ListAt(x) is not null) => (x, k, ""),
            _ => ([], "", ""),
        };
        if (name.Length == 0) return null;

        above = WithoutPage(above);
        if (ListAt(above) is not { } list) return new OldFeed(above is ["comments"] ? "/" : $"/{string.Join('/', above)}/", null, IsOld: true);

        var feed = Old(list, name);
        var own = Uri.UnescapeDataString(feed.Address) + rest == canonical;
        return new OldFeed(feed.List, feed.Ending + rest, IsOld: !own || query.ContainsKey("paged"));
    }

    /// <summary>Whether it is of the comments on something that is or was here.</summary>
    public static async Task<bool> WasOfCommentsAsync(this Archive archive, OldFeed feed, CancellationToken cancel)
    {
        if (feed is not { Ending: null }) return false;
        if (feed.List == "/") return true;

        var path = feed.List.StartsWith("/seminars/", StringComparison.Ordinal) ? feed.List["/seminars".Length..] : feed.List;
        return (await archive.FormerlyAtAsync(feed.List, null, cancel) ?? await archive.PostedAtAsync(path, cancel)) is not null;
    }

    private static OldFeed? Asked(string[] parts, string name, IQueryCollection query)
    {
        if (name.StartsWith("comments", StringComparison.OrdinalIgnoreCase) || query.ContainsKey("p") || query.ContainsKey("page_id")) return new OldFeed("/", null, IsOld: true);
        if (!Names.Contains(name)) return null;
        if (parts.Length > 0) return ListAt(parts) is { } list ? Old(list, name) : null;

        return Old(ListOf(query) ?? "/", name);
    }

    /// <summary>The list that WordPress's front page was asked for by words: <c>?author_name=</c>, <c>?category_name=</c>, <c>?tag=</c>, <c>?m=202002</c>; null for none of them.</summary>
    internal static string? ListOf(IQueryCollection query) =>
        query["author_name"] is [.., { Length: > 0 } author] ? ListAt(["author", author])
        : query["category_name"] is [.., { Length: > 0 } category] ? ListAt(["category", .. category.Split('/', StringSplitOptions.RemoveEmptyEntries)])
        : query["tag"] is [.., { Length: > 0 } tag] ? ListAt(["tag", tag])
        : query["m"] is [.., { Length: >= 6 } month] ? ListAt([month[..4], month[4..6]])
        : query["m"] is [.., { Length: 4 } year] ? ListAt([year])
        : null;

    private static OldFeed Old(string list, string name)
    {
        var kind = name.Equals("atom", StringComparison.OrdinalIgnoreCase) ? "Atom" : name == "json" ? "JSON" : "RSS";
        return new OldFeed(list, FeedKind.All.Single(k => k.Name == kind).Ending, IsOld: true);
    }

    private static string[] WithoutPage(string[] parts) => parts is [.. var before, "page", var number] && number.All(char.IsAsciiDigit) ? before : parts;

    // Of nested categories WordPress names the last; of a day there is the month.
    internal static string? ListAt(string[] parts) => parts switch
    {
        [] => "/",
        ["author", var slug] => Addresses.Author(slug),
        ["category", .., var slug] => Addresses.Category(slug),
        ["speaker", var slug] => Addresses.Speaker(slug),
        ["affiliation", var slug] => Addresses.Affiliation(slug),
        ["tag", var slug] => Addresses.Tag(slug),
        [var year] when Number(year, 4) is { } y => Addresses.Year(y),
        [var year, var month] when Number(year, 4) is { } y && Number(month, 2) is { } m and >= 1 and <= 12 => Addresses.Month(y, m),
        [var year, var month, var day] when Number(year, 4) is { } y && Number(month, 2) is { } m and >= 1 and <= 12 && day.Length is 1 or 2 && day.All(char.IsAsciiDigit) => Addresses.Month(y, m),
        _ => null,
    };

    private static int? Number(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
