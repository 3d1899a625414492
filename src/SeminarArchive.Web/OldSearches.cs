using System.Globalization;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web;

/// <summary>The addresses at which WordPress searched.</summary>
public static class OldSearches
{
    /// <summary>
    /// Where a search stands now that WordPress had at <c>/?s=words</c>, <c>/?s=words&amp;paged=2</c>, <c>/page/2/?s=words</c>,
    /// <c>/search/words/</c> or <c>/search/words/page/2/</c>, or a feed of one; null for every other address.
    /// </summary>
    /// <param name="canonical">The path in its canonical form.</param>
    public static string? Now(string canonical, IQueryCollection query)
    {
        var parts = canonical.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var number = parts is [.., "page", var last] ? Number(last) : null;
        if (number is not null) parts = parts[..^2];

        if (parts is [] && query["s"] is [.., var asked]) return Address(asked ?? "", number ?? OldLists.Page(query));
        if (parts is not [var search, _, ..] || !search.Equals("search", StringComparison.OrdinalIgnoreCase) || OwnAddresses.Has(canonical)) return null;

        // A feed of a search is the search.
        if (parts is [_, _, .., "feed"] or [_, _, .., "rss" or "rss2" or "rdf" or "atom"]) parts = parts[..^(parts is [_, _, .., "feed", _] ? 2 : 1)];

        // WordPress wrote a space as a plus. A slash inside a part arrives encoded; a closing quotation mark is gone, as if it had been pasted.
        var words = string.Join('/', parts[1..]).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Replace('+', ' ');
        return Address(words.Count(c => c == '"') % 2 == 1 ? words + '"' : words, number);
    }

    // One character more than is read tells the search page that there were more.
    private static string Address(string words, int? number)
    {
        words = words.Trim();
        var length = Math.Min(words.Length, SearchQuery.MaxLength + 1);
        if (length > 0 && char.IsHighSurrogate(words[length - 1])) length--;
        return length == 0 ? Addresses.Search : Addresses.Numbered(Addresses.Search, Math.Max(1, number ?? 1)) + "?q=" + Uri.EscapeDataString(words[..length]);
    }

    internal static int? Number(string? text) =>
        text is not { Length: > 0 } || !text.All(char.IsAsciiDigit) ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
