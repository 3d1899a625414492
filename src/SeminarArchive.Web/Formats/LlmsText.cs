using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>What there is for a program that reads pages for somebody (llmstxt.org): a heading, a sentence, and links with what they lead to.</summary>
public static partial class LlmsText
{
    public const string Address = "/llms.txt";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void MapLlmsText(this WebApplication app) => app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute());

    private static async Task<IResult> AnswerAsync(HttpContext context, Archive archive, SeminarLists lists, SiteOptions site, Readiness readiness, CancellationToken cancel)
    {
        var origin = site.OriginOf(context.Request);
        var years = lists.Years(archive);
        var categories = await archive.Categories.Alphabetical().Take(50).Select(c => new { c.Slug, c.Name, c.Count }).ToListAsync(cancel);
        var count = Words.Seminars(years.Sum(y => y.Count), site.Culture);
        var span = years switch { [] => "", [var only] => $", of {only.Year:0000}", [var newest, .., var oldest] => $", from {oldest.Year:0000} to {newest.Year:0000}" };

        var text = new StringBuilder();
        text.Append(Invariant, $"# {Line(site.Title)}\n\n> {Line(site.Description.Length > 0 ? site.Description : site.Subject.Length > 0 ? $"{count} on {site.Subject}." : $"{count}.")}\n\n");
        text.Append(Invariant, $"{count}{span}. Each has a page with its abstract, its speakers, its slides and a citation, under `{origin}/seminars/`; ");
        text.Append("the same address with `.md` in the place of its last slash is the text as its editor wrote it, and below it stand `cite.bib`, `cite.ris`, `cite.json` and `calendar.ics`. ");
        text.Append(Invariant, $"A search is `{origin}{Addresses.Search}?q=words`.\n");

        Section("Lists");
        Link("Seminars", "/", "newest first");
        Link("Years", "/years/", "by year and month");
        Link("Speakers", "/speakers/", "A to Z");
        Link("Affiliations", "/affiliations/", "where speakers came from, A to Z");
        Link("Categories", "/categories/", "series and subjects");
        Link("Tags", "/tags/", "finer subjects");
        Link("Posted by", "/authors/", "the editors");
        Link("Everything on one page", "/all/", "every title with its date and speakers");
        if (readiness.HasAbout) Link("About", "/about/", "what the archive is");

        if (categories.Count > 0) Section("Categories");
        foreach (var category in categories) Link(category.Name, Addresses.Category(category.Slug), Words.Seminars(category.Count, site.Culture));

        Section("Data");
        Link("API", "/api/", "seminars as JSON, with search");
        Link("OpenAPI", "/api/openapi.json", "the API described for programs");
        Link("JSON Lines", Exports.JsonLines, "the whole archive, one seminar a line");
        Link("CSV", Exports.Csv, "the whole archive as a table");
        Link("Export", "/export/", "what the two hold");
        Link("OAI-PMH", "/oai?verb=Identify", "for harvesters");
        Link("Sitemap", Sitemap.Address, "every page");

        Section("Optional");
        Link("RSS", "/feed/", "what is new");
        Link("Atom", "/feed/atom/", "what is new");
        Link("JSON Feed", "/feed/json/", "what is new");
        Link("Calendar", Calendars.AddressOf("/"), "every seminar of which the day is known");
        Link("OpenSearch", OpenSearch.Address, "how to search from elsewhere");
        return Results.Text(text.ToString(), "text/plain; charset=utf-8");

        void Section(string name) => text.Append(Invariant, $"\n## {name}\n\n");

        void Link(string name, string address, string what) => text.Append(Invariant, $"- [{Label(name)}]({origin}{address}): {what}\n");
    }

    private static string Line(string text) => Space().Replace(text, " ").Trim();

    private static string Label(string text) => Markup().Replace(Line(text), @"\$0");

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"[\\\[\]`*_<]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Markup();
}
