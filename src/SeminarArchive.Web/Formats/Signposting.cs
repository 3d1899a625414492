using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>A link that says what it leads to.</summary>
/// <param name="Href">Absolute, all of it ASCII.</param>
public sealed record TypedLink(string Rel, string Href, string? Type = null)
{
    /// <summary>As a <c>Link</c> header has it (RFC 8288).</summary>
    public override string ToString() => $"<{Href}>; rel=\"{Rel}\"{(Type is null ? "" : $"; type=\"{Type}\"")}";
}

/// <summary>
/// How programs find their way from a seminar's page to what belongs to it (signposting.org, FAIR): its lasting address, speakers, files and citations,
/// in <c>Link</c> headers, in <c>link</c> elements and as a linkset (RFC 9264). Where they would be many, the page names the linkset alone.
/// </summary>
public static class Signposting
{
    public const string Ending = "linkset.json";

    public const string MediaType = "application/linkset+json";

    private const int MostItems = 10;

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    // Programs in between refuse long headers.
    private const int LongestHeader = 4000;

    // Of the origin that was asked at last, mostly the only one.
    private static volatile Root? _root;

    public static void MapLinksets(this WebApplication app) =>
        app.MapMethods("/seminars/{slug}/" + Ending, [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute());

    /// <summary>For the page of a published seminar.</summary>
    public static IReadOnlyList<TypedLink> Of(Seminar seminar, string origin)
    {
        var links = All(seminar, origin);
        var linkset = new TypedLink("linkset", Absolute(origin, Addresses.Seminar(seminar.Slug) + Ending)!, MediaType);
        return links.Count(l => l.Rel == "item") > MostItems || Header(links).Length + linkset.ToString().Length > LongestHeader ? [linkset] : [.. links, linkset];
    }

    public static string Header(IEnumerable<TypedLink> links) => string.Join(", ", links);

    /// <summary>Says of an answer that it describes a seminar.</summary>
    public static void Describe(HttpResponse response, Seminar seminar, string origin) =>
        response.Headers.Link = new TypedLink("describes", Absolute(origin, Addresses.Seminar(seminar.Slug))!, "text/html").ToString();

    /// <summary>Says of a file which seminars it belongs to; of a few, if there are more.</summary>
    /// <param name="slugs">May be empty.</param>
    public static void Belong(HttpResponse response, IReadOnlyList<string> slugs, string origin)
    {
        var links = slugs.Take(MostItems).Select(slug => new TypedLink("collection", Absolute(origin, Addresses.Seminar(slug))!, "text/html")).ToList();
        while (Header(links) is { Length: > LongestHeader }) links.RemoveAt(links.Count - 1);
        if (links.Count > 0) response.Headers.Link = Header(links);
    }

    private static Task<IResult> AnswerAsync(HttpContext context, Archive archive, SiteOptions site, string slug) => BelowSeminar.AnswerAsync(context, archive, slug, Ending, async seminar =>
    {
        context.Response.ContentType = MediaType;
        await using var json = new Utf8JsonWriter(context.Response.Body);
        Linkset(seminar, site.OriginOf(context.Request)).WriteTo(json);
    });

    private static JsonObject Linkset(Seminar seminar, string origin)
    {
        var links = All(seminar, origin);
        var page = Absolute(origin, Addresses.Seminar(seminar.Slug))!;
        IEnumerable<JsonObject> contexts =
        [
            Context(page, links),
            .. links.Where(l => l.Rel == "item").Select(item => Context(item.Href, [new TypedLink("collection", page, "text/html")])),
            .. links.Where(l => l.Rel == "describedby").Select(file => Context(file.Href, [new TypedLink("describes", page, "text/html")])),
        ];
        return new JsonObject { ["linkset"] = new JsonArray([.. contexts]) };
    }

    private static JsonObject Context(string anchor, IReadOnlyList<TypedLink> links)
    {
        var context = new JsonObject { ["anchor"] = anchor };
        foreach (var rel in links.GroupBy(l => l.Rel, StringComparer.Ordinal))
        {
            context[rel.Key] = new JsonArray([.. rel.Select(l => l.Type is null ? new JsonObject { ["href"] = l.Href } : new JsonObject { ["href"] = l.Href, ["type"] = l.Type })]);
        }

        return context;
    }

    private static List<TypedLink> All(Seminar seminar, string origin)
    {
        var page = Addresses.Seminar(seminar.Slug);
        var links = new List<(string Rel, string Address, string? Type)>
        {
            ("cite-as", seminar.Doi is { } doi ? Addresses.Doi(doi) : page, null),
            ("type", "https://schema.org/AboutPage", null),
            ("type", seminar.HasSlides ? "https://schema.org/PresentationDigitalDocument" : "https://schema.org/EducationEvent", null),
        };
        links.AddRange(seminar.Speakers.Select(s => s.Orcid ?? s.Person.Orcid).OfType<string>().Distinct(StringComparer.Ordinal).Select(o => ("author", $"https://orcid.org/{o}", (string?)null)));
        // Those whose kind can be told.
        links.AddRange(seminar.Obtainable.Select(r => (Rel: "item", r.Url, Type: ContentFiles.TypeOf(r.Url))).Where(l => l.Type is not null));
        links.AddRange(Bibliography.Kinds.Select(k => ("describedby", Bibliography.AddressOf(page, k.Ending), (string?)k.MediaType)));
        return [.. links.Select(l => (l.Rel, Href: Absolute(origin, l.Address), l.Type)).Where(l => l.Href is not null).Select(l => new TypedLink(l.Rel, l.Href!, l.Type)).DistinctBy(l => (l.Rel, l.Href))];
    }

    // A path in which nothing is to be encoded or resolved.
    private static bool IsPlain(string address) => address is ['/', not '/', ..] && !address.AsSpan().ContainsAnyExcept(Plain) && !address.Contains("/.", StringComparison.Ordinal);

    // Everything beyond ASCII is encoded, host names too; what cannot be is no link.
    private static string? Absolute(string origin, string address)
    {
        if (!IsPlain(address)) return Resolved(origin, address);

        var root = _root;
        if (root?.Origin != origin) _root = root = new Root(origin, Resolved(origin, "/")?.TrimEnd('/'));
        return root.Address is null ? null : root.Address + address;
    }

    private static string? Resolved(string origin, string address)
    {
        if (!Uri.TryCreate(new Uri(origin), address, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        var text = Addresses.Ascii(uri);
        return text.All(c => c is > ' ' and <= '~' and not ('<' or '>' or '"')) ? text : null;
    }

    private sealed record Root(string Origin, string? Address);
}
