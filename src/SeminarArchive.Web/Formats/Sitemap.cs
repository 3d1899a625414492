using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// Every page that search engines shall know, after sitemaps.org: the archive's own pages, all lists, every seminar with the date
/// of its last change where one is recorded, and the PDFs of slides. Up to 10,000 addresses stand in <c>/sitemap.xml</c> itself;
/// beyond that it is an index of <c>/sitemap-1.xml</c>, <c>/sitemap-2.xml</c> …
/// </summary>
public static class Sitemap
{
    public const string Address = "/sitemap.xml";

    /// <summary>Addresses in one file; the format allows 50,000, readers prefer less.</summary>
    public const int PartSize = 10_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Own = ["/", "/years/", "/speakers/", "/affiliations/", "/categories/", "/tags/", "/authors/", "/all/", "/search/", "/export/"];

    public static void MapSitemap(this WebApplication app)
    {
        app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute { IsLong = true });
        app.MapMethods("/sitemap-{part:regex(^[1-9][0-9]*$):int}.xml", [HttpMethods.Get, HttpMethods.Head], AnswerPartAsync).WithMetadata(new FromArchiveAttribute { IsLong = true });
    }

    private static async Task AnswerAsync(HttpContext context, Archive archive, SiteOptions site, Readiness readiness)
    {
        var sections = Sections(archive, readiness);
        var total = await CountAsync(sections, context.RequestAborted);
        if (total <= PartSize) await WritePartAsync(context, site, sections, 0);
        else await WriteIndexAsync(context, site, (total + PartSize - 1) / PartSize);
    }

    private static async Task AnswerPartAsync(HttpContext context, Archive archive, SiteOptions site, Readiness readiness, int part)
    {
        var sections = Sections(archive, readiness);
        var total = await CountAsync(sections, context.RequestAborted);
        if (total <= PartSize || (long)(part - 1) * PartSize >= total) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await WritePartAsync(context, site, sections, (part - 1) * PartSize);
    }

    // In an order that stays, so that a part keeps its addresses from one day to the next as far as it can.
    private static IReadOnlyList<Section> Sections(Archive archive, Readiness readiness)
    {
        var own = readiness.HasAbout ? Own.Append("/about/").ToList() : [.. Own];
        var years = archive.Seminars.Select(s => s.Year).Distinct();
        var months = archive.Seminars.Where(s => s.Month > 0).Select(s => new { s.Year, s.Month }).Distinct();
        var slides = archive.Seminars.SelectMany(s => s.Resources).Where(r => r.Size != null && EF.Functions.Like(r.Url, "/%.pdf")).Select(r => r.Url).Distinct();
        return
        [
            new(_ => Task.FromResult(own.Count), (skip, take) => own.Skip(skip).Take(take).Select(a => new Entry(a)).ToAsyncEnumerable()),
            new(years.CountAsync, (skip, take) => years.OrderBy(y => y).Skip(skip).Take(take).AsAsyncEnumerable().Select(y => new Entry(Addresses.Year(y)))),
            new(months.CountAsync, (skip, take) => months.OrderBy(m => m.Year).ThenBy(m => m.Month).Skip(skip).Take(take).AsAsyncEnumerable().Select(m => new Entry(Addresses.Month(m.Year, m.Month)))),
            Headings(archive.Authors),
            Headings(archive.Categories),
            Headings(archive.Tags),
            Headings(archive.Affiliations),
            Headings(archive.People),
            new(archive.Seminars.CountAsync, (skip, take) => archive.Seminars.OrderBy(s => s.SortKey).ThenBy(s => s.Slug).Skip(skip).Take(take)
                .Select(s => new { s.Slug, s.ChangedAt }).AsAsyncEnumerable().Select(s => new Entry(Addresses.Seminar(s.Slug), s.ChangedAt))),
            new(slides.CountAsync, (skip, take) => slides.OrderBy(u => u).Skip(skip).Take(take).AsAsyncEnumerable().Select(u => new Entry(u))),
        ];
    }

    private static Section Headings<T>(IQueryable<T> headings)
        where T : Heading
    {
        var there = headings.Where(h => h.Count > 0);
        return new(there.CountAsync, (skip, take) => there.OrderBy(h => h.Slug).Skip(skip).Take(take).AsAsyncEnumerable().Select(h => new Entry(Addresses.Of(h))));
    }

    private static async Task<int> CountAsync(IReadOnlyList<Section> sections, CancellationToken cancel)
    {
        var total = 0;
        foreach (var section in sections) total += section.Total = await section.Count(cancel);
        return total;
    }

    private static async Task WritePartAsync(HttpContext context, SiteOptions site, IReadOnlyList<Section> sections, int skip)
    {
        if (await BeginAsync(context) is not { } xml) return;

        var origin = site.OriginOf(context.Request);
        await using (xml)
        {
            await xml.WriteStartElementAsync(null, "urlset", Namespace);
            var left = PartSize;
            foreach (var section in sections)
            {
                if (left > 0 && skip < section.Total)
                {
                    await foreach (var (address, changed) in section.Entries(skip, left).WithCancellation(context.RequestAborted))
                    {
                        await xml.WriteStartElementAsync(null, "url", null);
                        await xml.WriteElementStringAsync(null, "loc", null, Escaped(origin, address));
                        if (changed is { } at) await xml.WriteElementStringAsync(null, "lastmod", null, DateTimeOffset.FromUnixTimeSeconds(at).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                        await xml.WriteEndElementAsync();
                        left--;
                    }
                }

                skip = Math.Max(0, skip - section.Total);
            }

            await xml.WriteEndElementAsync();
        }
    }

    private static async Task WriteIndexAsync(HttpContext context, SiteOptions site, int parts)
    {
        if (await BeginAsync(context) is not { } xml) return;

        var origin = site.OriginOf(context.Request);
        await using (xml)
        {
            await xml.WriteStartElementAsync(null, "sitemapindex", Namespace);
            for (var part = 1; part <= parts; part++)
            {
                await xml.WriteStartElementAsync(null, "sitemap", null);
                await xml.WriteElementStringAsync(null, "loc", null, string.Create(CultureInfo.InvariantCulture, $"{origin}/sitemap-{part}.xml"));
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }
    }

    // Null for HEAD, which is answered by the headers alone.
    private static async Task<XmlWriter?> BeginAsync(HttpContext context)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method)) return null;

        var xml = XmlWriter.Create(context.Response.Body, new XmlWriterSettings { Async = true, Encoding = new System.Text.UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        return xml;
    }

    // What editors wrote may hold spaces or letters of any script; what is percent-encoded already stays so.
    private static string Escaped(string origin, string address) => new Uri(new Uri(origin), address).AbsoluteUri;

    private sealed record Entry(string Address, long? Changed = null);

    private sealed record Section(Func<CancellationToken, Task<int>> Count, Func<int, int, IAsyncEnumerable<Entry>> Entries)
    {
        public int Total { get; set; }
    }
}
