using System.Globalization;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>The address of everything, percent-encoded; the site's own from the root, each with a slash at the end.</summary>
public static class Addresses
{
    public const string Search = "/search/";

    /// <summary>What a browser asks while words are being typed.</summary>
    public const string Suggestions = "/search/suggest.json";

    /// <summary>An address as it leads there from anywhere, percent-encoded; what is no address stays as it is.</summary>
    /// <param name="from">Where it stands.</param>
    public static string Absolute(Uri from, string address) => Uri.TryCreate(from, address, out var url) ? Ascii(url) : address;

    /// <summary>The address as headers and schemas allow it: the host's name too in ASCII, brackets only around a host.</summary>
    public static string Ascii(Uri url)
    {
        if (url.Scheme is not ("http" or "https")) return url.AbsoluteUri;

        string text;
        try
        {
            text = new UriBuilder(url) { Host = url.IdnHost, Port = url.IsDefaultPort ? -1 : url.Port }.Uri.AbsoluteUri;
        }
        catch (UriFormatException)
        {
            // A host that has no name in ASCII: nobody can go there, and a list has other seminars in it.
            return url.AbsoluteUri;
        }

        var path = text.IndexOf('/', url.Scheme.Length + 3);
        return text[..path] + text[path..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
    }

    /// <summary>Where a DOI leads, in the form in which it is cited.</summary>
    public static string Doi(string doi) => "https://doi.org/" + Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)
        .Replace("%3B", ";", StringComparison.Ordinal).Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal);

    public static string Seminar(string slug) => $"/seminars/{Encode(slug)}/";

    public static string Speaker(string slug) => $"/speaker/{Encode(slug)}/";

    public static string Affiliation(string slug) => $"/affiliation/{Encode(slug)}/";

    public static string Category(string slug) => $"/category/{Encode(slug)}/";

    public static string Author(string slug) => $"/author/{Encode(slug)}/";

    public static string Tag(string slug) => $"/tag/{Encode(slug)}/";

    public static string Of(Heading heading) => heading switch
    {
        Store.Person => Speaker(heading.Slug),
        Store.Affiliation => Affiliation(heading.Slug),
        Store.Category => Category(heading.Slug),
        Store.Author => Author(heading.Slug),
        _ => Tag(heading.Slug),
    };

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"/{year:0000}/");

    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"/{year:0000}/{month:00}/");

    /// <summary>A numbered page of the list at <paramref name="list"/>; the first is the list's own address.</summary>
    public static string Numbered(string list, int number) => number == 1 ? list : string.Create(CultureInfo.InvariantCulture, $"{list}page/{number}/");

    /// <summary>The list of what stands below a path at which nothing stands itself, as somebody leaves it who cuts an address short: <c>/speakers/</c> for <c>/speaker/</c>; else null.</summary>
    /// <param name="path">In its canonical form.</param>
    public static string? Below(string path) => path switch
    {
        "/seminars/" or "/page/" => "/",
        "/speaker/" => "/speakers/",
        "/affiliation/" => "/affiliations/",
        "/category/" => "/categories/",
        "/author/" => "/authors/",
        "/tag/" => "/tags/",
        _ => null,
    };

    private static string Encode(string slug) => Uri.EscapeDataString(slug);
}
