using System.Net;
using System.Xml.Linq;
using SeminarArchive.Web.Formats;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public class SitemapTests
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Names_every_page_once_with_the_date_of_its_last_change_and_each_answers()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", "2020-02-13", speaker: "Łukasz Żółć", affiliation: "King's & Co", postedBy: "Lucy Chapman", category: "Handicraft", more: ["posted: 2020-02-20", "updated: 2021-03-04", "tags: [rope]", "slides: /slides/My deck.PDF"]));
        site.Write(Seminar("japan", "2019", speaker: "大谷直樹", more: ["slug: 日本", "posted: 2019-05-06", "slides: https://example.org/elsewhere.pdf"]));
        site.Write(Seminar("draft", "2020-03-01", speaker: "Nobody", more: ["status: draft"]));
        site.Write(Seminar("gone", "2018-03-01", speaker: "Somebody Gone", more: ["status: withdrawn", "reason: On request"]));
        site.Write("slides/My deck.PDF", "%PDF-1.4");
        site.Write("slides/unused.pdf", "%PDF-1.4");
        site.Write("about.md", "# About\n\nOn knots.\n");
        await site.StartAsync();

        var (name, entries) = await ReadAsync(site, Sitemap.Address);
        Assert.Equal("urlset", name);
        Assert.Equal(
            [
                "/", "/years/", "/speakers/", "/affiliations/", "/categories/", "/tags/", "/authors/", "/all/", "/search/", "/export/", "/about/", "/2019/", "/2020/", "/2020/02/", "/author/lucy-chapman/", "/category/handicraft/", "/tag/rope/",
                "/affiliation/kings-co/", "/speaker/lukasz-zolc/", "/speaker/%E5%A4%A7%E8%B0%B7%E7%9B%B4%E6%A8%B9/", "/seminars/%E6%97%A5%E6%9C%AC/ 2019-05-05T23:00:00Z", "/seminars/knots/ 2021-03-04T00:00:00Z", "/slides/My%20deck.PDF",
            ],
            entries.Select(e => e["http://localhost".Length..]));
        foreach (var entry in entries)
        {
            using var answer = await site.GetAsync(entry.Split(' ')[0]);
            Assert.Equal((entry, HttpStatusCode.OK), (entry, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Beyond_ten_thousand_addresses_it_is_an_index_of_parts_that_are_complete()
    {
        await using var site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        for (var i = 0; i < 2600; i++) site.Write(Seminar($"s{i}", "2020-02-13", more: [$"tags: [a{i}, b{i}, c{i}]"]));
        await site.StartAsync();

        var (name, parts) = await ReadAsync(site, Sitemap.Address);
        Assert.Equal(("sitemapindex", "https://seminars.example.org/sitemap-1.xml https://seminars.example.org/sitemap-2.xml"), (name, string.Join(' ', parts)));
        var first = await ReadAsync(site, "/sitemap-1.xml");
        var second = await ReadAsync(site, "/sitemap-2.xml");
        // The archive's own ten pages, a year, a month, 7,800 tags, 2,600 seminars.
        Assert.Equal(("urlset", "urlset", 10_000, 412), (first.Name, second.Name, first.Entries.Count, second.Entries.Count));
        Assert.Equal(10_412, first.Entries.Concat(second.Entries).Distinct().Count());
        Assert.Equal((404, null), await site.AskAsync("/sitemap-3.xml"));
        Assert.Equal((404, null), await site.AskAsync("/sitemap-0.xml"));
        Assert.Equal((404, null), await site.AskAsync("/sitemap-01.xml"));
        Assert.Equal((404, null), await site.AskAsync("/sitemap-99999999999.xml"));
    }

    [Fact]
    public async Task Answers_head()
    {
        await using var site = await Site.With();
        using var head = await site.SendAsync(new HttpRequestMessage(HttpMethod.Head, Sitemap.Address));

        Assert.Equal((HttpStatusCode.OK, "application/xml; charset=utf-8", ""), (head.StatusCode, head.Content.Headers.ContentType?.ToString(), await head.Content.ReadAsStringAsync()));
        Assert.Equal((404, null), await site.AskAsync("/sitemap-1.xml"));
    }

    private static async Task<(string Name, List<string> Entries)> ReadAsync(Site site, string address)
    {
        using var answer = await site.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        var root = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Ns, root.Name.Namespace);
        return (root.Name.LocalName, [.. root.Elements().Select(e => string.Join(' ', e.Elements().Select(x => x.Value)))]);
    }
}
