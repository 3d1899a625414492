using System.Globalization;

namespace SeminarArchive.Web.Formats;

/// <summary>A format of feeds.</summary>
/// <param name="Ending">Of its addresses, after the list's.</param>
/// <param name="MediaType">As feed readers know it.</param>
/// <param name="BrowserType">What browsers show; the proper one they hand on or download.</param>
/// <param name="Write">Gives the bytes of a document.</param>
public sealed record FeedKind(string Name, string Ending, string MediaType, string BrowserType, Func<FeedPage, byte[]> Write)
{
    public static readonly IReadOnlyList<FeedKind> All =
    [
        new("RSS", "feed/", "application/rss+xml", "application/xml", RssFeed.Write),
        new("Atom", "feed/atom/", "application/atom+xml", "application/xml", AtomFeed.Write),
        new("JSON", "feed/json/", "application/feed+json", "application/json", JsonFeed.Write),
    ];

    /// <summary>Of the feed of the list at an address, or of one of its archived pages.</summary>
    public string AddressOf(string list, int? number = null) => string.Create(CultureInfo.InvariantCulture, $"{list}{Ending}{(number is null ? "" : $"archive/{number}/")}");
}
