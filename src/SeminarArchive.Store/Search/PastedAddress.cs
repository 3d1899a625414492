using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>A query that is the address of a seminar, as it is pasted: whole, without its scheme, or from the root; the present one or an old one.</summary>
internal static class PastedAddress
{
    // What was copied with it.
    private static readonly char[] Around = ['<', '>', '(', ')', '"', '.', ',', ';'];

    /// <summary>The place of the published seminar that the address leads to; -1 when it leads to none, or the query is no address.</summary>
    public static int PlaceOf(string query, TextIndex index, Catalogue catalogue)
    {
        if (!query.Contains('/', StringComparison.Ordinal) || query.Any(char.IsWhiteSpace)) return -1;

        var address = query.Trim(Around);
        var place = At(AliasKey.From(address), index, catalogue);
        if (place >= 0 || address[0] == '/' || address.Contains("://", StringComparison.Ordinal)) return place;

        // The host may stand before it. "health/care" is none, and no address.
        var host = address[..Math.Max(0, address.IndexOf('/', StringComparison.Ordinal))];
        var rest = AliasKey.From(address[host.Length..]);
        return host.AsSpan().ContainsAny('.', ':') || rest.StartsWith("/seminars/", StringComparison.Ordinal) ? At(rest, index, catalogue) : -1;
    }

    private static int At(string key, TextIndex index, Catalogue catalogue)
    {
        var path = key.Split('?')[0];
        var slug = path.Split('/') is ["", "seminars", { Length: > 0 } last] ? last : "";
        return index.SeminarsAt(slug, key, path).Select(catalogue.PlaceOf).FirstOrDefault(place => place >= 0, -1);
    }
}
