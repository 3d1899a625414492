using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// What another site shows where somebody pasted the address of a seminar (oembed.com, 1.0). Its type is <c>link</c>: title and names,
/// of which the other site makes its own card, and no HTML that it would have to trust; sizes therefore do not matter.
/// </summary>
public static class OEmbed
{
    public const string Address = "/oembed";

    public const string JsonType = "application/json+oembed";

    public const string XmlType = "text/xml+oembed";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapOEmbed(this WebApplication app) => app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute(), new ReadsQueryAttribute("url", "format", "maxwidth", "maxheight"));

    /// <summary>Where a seminar's page says that this is to be found, with a query.</summary>
    /// <param name="format"><c>json</c> or <c>xml</c>.</param>
    public static string AddressOf(string origin, string slug, string format) => $"{Address}?url={Uri.EscapeDataString(origin + Addresses.Seminar(slug))}&format={format}";

    private static async Task<IResult> AnswerAsync(HttpContext context, Archive archive, SiteOptions site, CancellationToken cancel)
    {
        var query = context.Request.Query;
        var format = query["format"].FirstOrDefault() is { Length: > 0 } asked ? asked.ToLowerInvariant() : "json";
        if (format is not ("json" or "xml")) return Results.Text("The formats are json and xml.\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status501NotImplemented);

        var origin = site.OriginOf(context.Request);
        if (PathOf(query["url"].FirstOrDefault(), new Uri(origin)) is not { } place || await SlugAtAsync(archive, place.Path, place.Query, cancel) is not { } slug) return Results.NotFound();

        var (seminar, instead) = await archive.OrElseAsync(slug, s => AddressOf(origin, s, format), cancel);
        if (seminar is null) return instead;

        var fields = Fields(seminar, site, origin);
        return format == "json"
            ? Results.Text(new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value))).ToJsonString(Options), "application/json; charset=utf-8")
            : Results.Bytes(Xml(fields), "text/xml; charset=utf-8");
    }

    private static List<(string Name, string Value)> Fields(Seminar seminar, SiteOptions site, string origin)
    {
        var fields = new List<(string, string)> { ("version", "1.0"), ("type", "link"), ("title", Words.MarkedTitle(seminar)) };
        if (seminar.Speakers.Count > 0) fields.Add(("author_name", string.Concat(seminar.Speakers.Select((s, i) => Words.Before(i, seminar.Speakers.Count) + s.Name))));
        if (seminar.Speakers is [var only]) fields.Add(("author_url", origin + Addresses.Speaker(only.PersonSlug)));
        fields.AddRange([("provider_name", site.Title), ("provider_url", origin + "/")]);
        return fields;
    }

    // The path as the site knows addresses, and the query; null for what is not on this site.
    private static (string Path, string Query)? PathOf(string? text, Uri origin)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !url.IdnHost.Equals(origin.IdnHost, StringComparison.OrdinalIgnoreCase)) return null;
        // A NUL stands in no path that a server would take.
        if (url.AbsolutePath.Contains("%00", StringComparison.Ordinal)) return null;
        if (url.Port != origin.Port && !(url.IsDefaultPort && origin.IsDefaultPort)) return null;
        return (CanonicalAddress.Canonical(PathString.FromUriComponent(url.AbsolutePath).Value ?? "/"), url.Query);
    }

    // As a visitor would be led.
    private static async Task<string?> SlugAtAsync(Archive archive, string path, string query, CancellationToken cancel)
    {
        if (path.Split('/') is ["", "seminars", var slug, ""])
        {
            return await archive.Seminars.IgnoreQueryFilters().AnyAsync(s => s.Slug == slug, cancel) ? slug
                : await archive.SlugAfterAsync(slug, cancel) ?? await archive.FormerlyAtAsync(path, query, cancel) ?? slug;
        }

        return await archive.SeminarOnceAtAsync(path, query, mayBePost: !OwnAddresses.Has(path), cancel);
    }

    private static byte[] Xml(List<(string Name, string Value)> fields)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("oembed");
            foreach (var (name, value) in fields) xml.WriteElementString(name, XmlText.Clean(value));
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
