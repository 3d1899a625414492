using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// Seminars as reference managers take them in, each format with its media type and the ending of its address: one seminar,
/// a list, or what a search finds. Of a long list the first thousand, and how many there are in all.
/// </summary>
public static partial class Bibliography
{
    public static readonly IReadOnlyList<(string Name, string Ending, string MediaType)> Kinds =
    [
        ("BibTeX", "bib", "application/x-bibtex"),
        ("RIS", "ris", "application/x-research-info-systems"),
        ("CSL JSON", "json", "application/vnd.citationstyles.csl+json"),
    ];

    private const int Most = 1000;

    private const string Ending = "cite.{ending:regex(^(bib|ris|json)$)}";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapBibliography(this WebApplication app)
    {
        app.MapMethods("/seminars/{slug}/" + Ending, [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute());
        app.MapListings(Ending, AnswerListAsync, new FromArchiveAttribute { IsLong = true });
        app.MapMethods(Addresses.Search + Ending, [HttpMethods.Get, HttpMethods.Head], AnswerSearchAsync).WithMetadata(new FromArchiveAttribute { IsLong = true }, new ReadsSearchAttribute());
    }

    /// <summary>Address of the entries of what stands at an address that ends in a slash.</summary>
    public static string AddressOf(string page, string ending) => $"{page}cite.{ending}";

    /// <summary>One line, white space and control characters collapsed.</summary>
    internal static string Line(string text) => Breaks().Replace(text, " ").Trim();

    private static Task<IResult> AnswerAsync(HttpContext context, Archive archive, SiteOptions site, string slug, string ending) =>
        BelowSeminar.AnswerAsync(context, archive, slug, $"cite.{ending}", async seminar =>
        {
            Signposting.Describe(context.Response, seminar, site.OriginOf(context.Request));
            await WriteAsync(context, site, ending, KeyOf(seminar), new[] { seminar }.ToAsyncEnumerable());
        });

    private static async Task AnswerListAsync(HttpContext context, Archive archive, SiteOptions site)
    {
        if (await Listings.FindAsync(context, archive, site) is not { } list)
        {
            await Listings.SayMovedAsync(context, archive);
            return;
        }

        var total = await list.Seminars.CountAsync(context.RequestAborted);
        var first = await list.Seminars.NewestFirst().Take(Most).Select(s => s.Id).ToListAsync(context.RequestAborted);
        await WriteAsync(context, archive, site, (string)context.GetRouteValue("ending")!, list.Address, first, total);
    }

    private static async Task AnswerSearchAsync(HttpContext context, Archive archive, Finder finder, SiteOptions site, string ending)
    {
        var asked = SearchAddress.From(context.Request.Query);
        var query = SearchQuery.Parse(asked.Query);
        if ((asked with { Query = query.Text }).IsBlank)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var found = finder.FindAll(archive, query, asked.Filters, asked.Order, site.PageSize);
        await WriteAsync(context, archive, site, ending, Addresses.Search, [.. found.Take(Most)], found.Count);
    }

    private static async Task WriteAsync(HttpContext context, Archive archive, SiteOptions site, string ending, string address, List<int> first, int total)
    {
        context.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
        var name = Plain(address.Replace('/', '-')) is { Length: > 0 } plain ? plain : "seminars";
        var note = total > first.Count ? string.Create(CultureInfo.InvariantCulture, $"The first {first.Count:N0} of {total:N0} seminars.") : null;
        await WriteAsync(context, site, ending, name, archive.CitedAsync(first, context.RequestAborted), note);
    }

    private static async Task WriteAsync(HttpContext context, SiteOptions site, string ending, string name, IAsyncEnumerable<Seminar> seminars, string? note = null)
    {
        var response = context.Response;
        ending = ending.ToLowerInvariant();
        response.ContentType = Kinds.Single(k => k.Ending == ending).MediaType + "; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
        if (HttpMethods.IsHead(context.Request.Method)) return;

        var origin = site.OriginOf(context.Request);
        if (ending == "json") await WriteJsonAsync(response.Body, seminars, site, origin);
        else await WriteTextAsync(response.Body, seminars, site, origin, isBibTeX: ending == "bib", note);
    }

    private static async Task WriteJsonAsync(Stream body, IAsyncEnumerable<Seminar> seminars, SiteOptions site, string origin)
    {
        await using var json = new Utf8JsonWriter(body, Readable);
        json.WriteStartArray();
        await foreach (var seminar in seminars)
        {
            CslJson.Of(seminar, site.Title, site.Language, origin + Addresses.Seminar(seminar.Slug)).WriteTo(json);
            await json.FlushAsync();
        }

        json.WriteEndArray();
        await json.FlushAsync();
        await body.WriteAsync("\n"u8.ToArray());
    }

    // What stands between entries is a remark for BibTeX; RIS knows none.
    private static async Task WriteTextAsync(Stream body, IAsyncEnumerable<Seminar> seminars, SiteOptions site, string origin, bool isBibTeX, string? note)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        if (isBibTeX && note is not null) await text.WriteAsync($"% {note}\n\n");
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var seminar in seminars)
        {
            var address = origin + Addresses.Seminar(seminar.Slug);
            var key = KeyOf(seminar);
            while (!keys.Add(key)) key += "-x";
            if (isBibTeX && keys.Count > 1) await text.WriteAsync('\n');
            await text.WriteAsync(isBibTeX ? BibTeX.Of(seminar, key, site.Title, site.Language, address) : Ris.Of(seminar, site.Title, site.Language, address));
        }
    }

    // The same in every file. Letters, digits and hyphens are safe in every program; a slug in another script leaves the date and a number made from it.
    private static string KeyOf(Seminar seminar)
    {
        var plain = Plain(seminar.Slug);
        if (plain.Length == seminar.Slug.Length) return plain;
        var number = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seminar.Slug)).AsSpan(0, 4));
        return string.Create(CultureInfo.InvariantCulture, $"seminar-{seminar.DateKey}{(plain.Length > 0 ? "-" : "")}{plain}-{number}");
    }

    private static string Plain(string slug) => string.Concat(slug.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Trim('-');

    [GeneratedRegex(@"[\s\p{Cc}\u2028\u2029]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();
}
