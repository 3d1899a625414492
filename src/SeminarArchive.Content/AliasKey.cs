namespace SeminarArchive.Content;

/// <summary>The form in which old addresses are compared.</summary>
public static class AliasKey
{
    /// <summary>
    /// Path and query without host and fragment, lower case, percent-decoded, without a trailing slash and doubled slashes:
    /// <c>/Old/Path/?p=7</c> → <c>/old/path?p=7</c>.
    /// </summary>
    public static string From(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https") address = absolute.PathAndQuery;

        var (path, query) = address.Split(['?', '#'], 2) is [var p, var q] && address.Contains('?', StringComparison.Ordinal) ? (p, "?" + q.Split('#')[0]) : (address.Split('#')[0], "");
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Fold("/" + string.Join('/', parts.Select(Uri.UnescapeDataString)) + query);
    }

    /// <summary>Lower case and in normal form C, as far as the address is valid Unicode.</summary>
    public static string Fold(string address) => PlainText.Normal(address).ToLowerInvariant();
}
