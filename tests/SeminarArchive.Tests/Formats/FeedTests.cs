using System.Net;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp;
using SeminarArchive.Web.Formats;
using static SeminarArchive.Tests.Post;
using XmlText = SeminarArchive.Web.Formats.XmlText;

namespace SeminarArchive.Tests.Formats;

/// <summary>An archive of awkward seminars that has moved from another host, and of four that nobody may see.</summary>
public sealed class FeedSite : IAsyncLifetime
{
    public const string Origin = "https://seminars.example.org";

    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:BaseUrl", Origin), ("Site:FirstUrl", "http://old.example.org"), ("Site:Title", "Knots & Co"), ("Site:Description", "On <knots>."));
        Site.Write(Seminar("knots", "2020-02-13", "Knots & \"bends\" </script> <q>&amp;</q>", postedBy: "Lucy Chapman", category: "Rope & Twine", body: """
            Read [the first](/seminars/tides/) & [this](#end), [that](https://example.org/a?b=1&c=2) or [mail](mailto:a@example.org).[^1]

            ![A knot](/uploads/knot.png)

            ## End

            Over.

            [^1]: A note.
            """, more:
            [
                "id: kn-1", "posted: 2020-06-20", "updated: 2021-03-04", "time: '12:30'", "location: Room <3>", "tags: [rope, 'R&D']", "aliases: [/2020/06/knots/, '/?p=123']",
                "speakers:", "  - name: Ada Lovelace", "    affiliation: St James's Square", "  - name: Mary Somerville", "    affiliation: St James's Square", "  - name: Œuvre \"X\" D'Arcy",
                "slides: [/slides/My deck.pdf, /slides/missing.pdf]", "recording: https://video.example.org/1?a=b&c=d",
            ]));
        Site.Write(Seminar("arabic", "2019", "القيادة الرحيمة", speaker: "أمل حداد", affiliation: "Beirut", body: "ملخص قصير.", more: ["language: ar"]));
        Site.Write(Seminar("tides", "2018-05", "Tides", body: "Bell \u0007 and half.", more: ["aliases: [/seminars/tides-of-old/]"]));
        Site.Write(Seminar("again", "2020-06-20", "Again", speaker: "Ada Lovelace", postedBy: "Lucy Chapman", more: ["aliases: ['/?p=123']"]));
        Site.Write(Seminar("to-come", "2027-03-01", "To come", speaker: "Ada Lovelace"));
        Site.Write(Seminar("secret-draft", "2020-03-01", speaker: "Ada Lovelace", postedBy: "Lucy Chapman", category: "Rope & Twine", more: ["status: draft", "tags: [rope]"]));
        Site.Write(Seminar("secret-future", "2020-03-02", speaker: "Ada Lovelace", postedBy: "Lucy Chapman", category: "Rope & Twine", more: ["posted: 2026-12-24", "tags: [rope]"]));
        Site.Write(Seminar("secret-gone", "2020-03-03", speaker: "Ada Lovelace", postedBy: "Lucy Chapman", category: "Rope & Twine", more: ["status: withdrawn", "tags: [rope]"]));
        Site.Write(Seminar("secret-alone", "2011-03-03", speaker: "Nobody", postedBy: "Nobody", category: "Nothing", more: ["status: draft", "tags: [nothing]"]));
        Site.Write("people/lovelace.md", "---\nname: Ada Lovelace\naliases: [/author/countess/]\n---\n");
        Site.Write("slides/My deck.pdf", "%PDF-1.4");
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class FeedTests(FeedSite shared) : IClassFixture<FeedSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Ev = "http://purl.org/rss/1.0/modules/event/";
    private static readonly XNamespace Fh = "http://purl.org/syndication/history/1.0";

    [Theory]
    [InlineData("/", "To come|Knots & \"bends\" </script> <q>&</q>|Again|القيادة الرحيمة|Tides", "Knots & Co")]
    [InlineData("/author/lucy-chapman/", "Knots & \"bends\" </script> <q>&</q>|Again", "Seminars posted by Lucy Chapman – Knots & Co")]
    [InlineData("/category/rope-twine/", "Knots & \"bends\" </script> <q>&</q>", "Rope & Twine – Knots & Co")]
    [InlineData("/speaker/ada-lovelace/", "To come|Knots & \"bends\" </script> <q>&</q>|Again", "Seminars by Ada Lovelace – Knots & Co")]
    [InlineData("/affiliation/beirut/", "القيادة الرحيمة", "Seminars from Beirut – Knots & Co")]
    [InlineData("/tag/rope/", "Knots & \"bends\" </script> <q>&</q>", "Seminars tagged rope – Knots & Co")]
    [InlineData("/2020/", "Knots & \"bends\" </script> <q>&</q>|Again", "Seminars of 2020 – Knots & Co")]
    [InlineData("/2020/02/", "Knots & \"bends\" </script> <q>&</q>", "Seminars of February 2020 – Knots & Co")]
    public async Task Every_list_has_its_three_feeds_of_what_is_published_in_the_order_of_publication(string list, string titles, string title)
    {
        var expected = (title, titles);
        foreach (var kind in new[] { "feed/", "feed/atom/" })
        {
            var feed = await ReadAsync(list + kind);
            Assert.Equal(expected, (feed.Title.Text, string.Join('|', feed.Items.Select(i => i.Title.Text))));
            Assert.Equal([FeedSite.Origin + list, FeedSite.Origin + list + kind], feed.Links.Where(l => l.RelationshipType is "alternate" or "self").Select(l => l.Uri.AbsoluteUri));
        }

        using var json = JsonDocument.Parse(await BytesAsync(list + "feed/json/"));
        Assert.Equal(expected, (json.RootElement.GetProperty("title").GetString(), string.Join('|', json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()))));
        Assert.Equal((FeedSite.Origin + list, FeedSite.Origin + list + "feed/json/"), (json.RootElement.GetProperty("home_page_url").GetString(), json.RootElement.GetProperty("feed_url").GetString()));

        foreach (var kind in FeedKind.All) Assert.DoesNotContain("secret", Encoding.UTF8.GetString(await BytesAsync(kind.AddressOf(list))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rss_tells_everything_about_a_seminar()
    {
        var root = XDocument.Parse(Encoding.UTF8.GetString(await BytesAsync("/feed/"))).Root!;
        var channel = root.Element("channel")!;
        var item = channel.Elements("item").ElementAt(1);
        string? One(XName name) => item.Element(name)?.Value;

        Assert.Equal(("2.0", "en-GB", "en-GB", "On &lt;knots&gt;.", "Sun, 01 Mar 2026 00:00:00 +0000"),
            (root.Attribute("version")!.Value, root.Attribute(XNamespace.Xml + "lang")!.Value, channel.Element("language")!.Value, channel.Element("description")!.Value, channel.Element("lastBuildDate")!.Value));
        Assert.Equal("Knots & \"bends\" </script> <q>&</q>", One("title"));
        Assert.Equal(FeedSite.Origin + "/seminars/knots/", One("link"));
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal("Sat, 20 Jun 2020 00:00:00 +0100", One("pubDate"));
        Assert.Equal("2021-03-04T00:00:00+00:00", One(XName.Get("modified", "http://purl.org/dc/terms/")));
        Assert.Equal("Lucy Chapman", One(Dc + "creator"));
        Assert.Equal(["Ada Lovelace", "Mary Somerville", "Œuvre \"X\" D'Arcy"], item.Elements(Dc + "contributor").Select(e => e.Value));
        Assert.Equal(["Rope & Twine", "R&D", "rope"], item.Elements("category").Select(e => e.Value));
        Assert.Equal(["https://seminars.example.org/slides/My%20deck.pdf", "8", "application/pdf"], item.Elements("enclosure").Single().Attributes().Select(a => a.Value));
        Assert.Equal(("2020-02-13", "Room <3>"), (One(Ev + "startdate"), One(Ev + "location")));
        Assert.StartsWith("Ada Lovelace and Mary Somerville, St James's Square; Œuvre \"X\" D'Arcy. 13 February 2020. Read the first &amp; this,", One("description"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_content_is_the_whole_abstract_with_absolute_addresses_in_all_three()
    {
        var rss = XDocument.Parse(Encoding.UTF8.GetString(await BytesAsync("/feed/"))).Descendants(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/")).ElementAt(1).Value;
        var atom = (TextSyndicationContent)(await ReadAsync("/feed/atom/")).Items.ElementAt(1).Content;
        using var json = JsonDocument.Parse(await BytesAsync("/feed/json/"));

        Assert.Equal(("html", rss, rss), (atom.Type, atom.Text, json.RootElement.GetProperty("items")[1].GetProperty("content_html").GetString()));
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(rss));
        Assert.Equal(
            [
                FeedSite.Origin + "/seminars/tides/", FeedSite.Origin + "/seminars/knots/#end", "https://example.org/a?b=1&c=2", "mailto:a@example.org", FeedSite.Origin + "/seminars/knots/#fn:1", FeedSite.Origin + "/uploads/knot.png",
                FeedSite.Origin + "/seminars/knots/#fnref:1", FeedSite.Origin + "/slides/My%20deck.pdf", "https://video.example.org/1?a=b&c=d",
            ],
            page.QuerySelectorAll("[href], [src]").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Replace("#text-end", "#end", StringComparison.Ordinal)));
        Assert.Empty(page.QuerySelectorAll("[id], script"));
        Assert.Equal("Ada Lovelace and Mary Somerville, St James's Square; Œuvre \"X\" D'Arcy. 13 February 2020, 12:30, Room <3>.", page.QuerySelector("p")!.TextContent);
        Assert.Contains("Presentation slides (PDF, 8 B)", page.Texts("li"));
    }

    [Fact]
    public async Task Atom_tells_everything_about_a_seminar()
    {
        var feed = await ReadAsync("/feed/atom/");
        var knots = feed.Items.ElementAt(1);

        Assert.Equal(("tag:old.example.org,2026:/", "en-GB", "On <knots>.", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)), (feed.Id, feed.Language, feed.Description.Text, feed.LastUpdatedTime));
        Assert.Equal(["Knots & Co"], feed.Authors.Select(a => a.Name));
        Assert.Equal((new DateTimeOffset(2020, 6, 20, 0, 0, 0, TimeSpan.FromHours(1)), new DateTimeOffset(2021, 3, 4, 0, 0, 0, TimeSpan.Zero)), (knots.PublishDate, knots.LastUpdatedTime));
        Assert.Equal([("Lucy Chapman", FeedSite.Origin + "/author/lucy-chapman/")], knots.Authors.Select(a => (a.Name, a.Uri)));
        Assert.Equal([("Ada Lovelace", FeedSite.Origin + "/speaker/ada-lovelace/"), ("Mary Somerville", FeedSite.Origin + "/speaker/mary-somerville/")], knots.Contributors.Take(2).Select(a => (a.Name, a.Uri)));
        Assert.Equal([("Rope & Twine", FeedSite.Origin + "/categories/"), ("R&D", FeedSite.Origin + "/tags/"), ("rope", FeedSite.Origin + "/tags/")], knots.Categories.Select(c => (c.Name, c.Scheme)));
        foreach (var scheme in knots.Categories.Select(c => c.Scheme).Distinct()) Assert.Equal((200, null), await shared.Site.AskAsync(new Uri(scheme).AbsolutePath));
        Assert.Equal(
            [("alternate", "/seminars/knots/", "text/html", 0L), ("enclosure", "/slides/My%20deck.pdf", "application/pdf", 8L)],
            knots.Links.Select(l => (l.RelationshipType, l.Uri.AbsoluteUri[FeedSite.Origin.Length..], l.MediaType, l.Length)));
        Assert.StartsWith("Ada Lovelace and Mary Somerville, St James's Square; Œuvre \"X\" D'Arcy. 13 February 2020. Read the first & this,", knots.Summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_everything_about_a_seminar()
    {
        using var json = JsonDocument.Parse(await BytesAsync("/feed/json/"));
        var knots = json.RootElement.GetProperty("items")[1];

        Assert.Equal(("https://jsonfeed.org/version/1.1", "en-GB"), (json.RootElement.GetProperty("version").GetString(), json.RootElement.GetProperty("language").GetString()));
        Assert.Equal(["version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["id", "url", "title", "content_html", "summary", "date_published", "date_modified", "authors", "tags", "attachments", "_seminar"], knots.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("2020-06-20T00:00:00+01:00", "2021-03-04T00:00:00+00:00"), (knots.GetProperty("date_published").GetString(), knots.GetProperty("date_modified").GetString()));
        Assert.Equal("""[{"url":"https://seminars.example.org/slides/My%20deck.pdf","mime_type":"application/pdf","title":"Presentation slides","size_in_bytes":8}]""", JsonSerializer.Serialize(knots.GetProperty("attachments")));
        Assert.Equal(["Ada Lovelace", "Mary Somerville", "Œuvre \"X\" D'Arcy"], knots.GetProperty("_seminar").GetProperty("speakers").EnumerateArray().Select(s => s.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Nothing_is_claimed_that_is_not_known()
    {
        var items = XDocument.Parse(Encoding.UTF8.GetString(await BytesAsync("/feed/"))).Descendants("item").ToList();
        var (coming, arabic, tides) = (items[0], items[3], items[4]);

        // An announcement without a day of posting, a year, a month: no date of publication.
        Assert.Equal([false, true, true, false, false], items.Select(i => i.Element("pubDate") is not null));
        Assert.Equal(["2027-03-01", "2020-02-13", "2020-06-20", "2019", "2018-05"], items.Select(i => i.Element(Ev + "startdate")!.Value));
        Assert.Equal("1 March 2027", coming.Element("description")!.Value.Split(". ")[1]);
        Assert.Equal(("ar", "أمل حداد, Beirut. 2019. ملخص قصير."), (arabic.Element("title")!.Attribute(XNamespace.Xml + "lang")!.Value, arabic.Element("description")!.Value));
        Assert.Contains("<div lang=\"ar\" dir=\"auto\"><p>ملخص قصير.</p></div>", arabic.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value, StringComparison.Ordinal);
        Assert.StartsWith("May 2018. Bell", tides.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Empty(tides.Elements(Dc + "creator").Concat(tides.Elements(Dc + "contributor")).Concat(tides.Elements("enclosure")).Concat(tides.Elements("category")));
    }

    [Fact]
    public async Task An_id_is_one_in_all_feeds_and_made_from_what_never_changes()
    {
        string[] expected = ["tag:old.example.org,2026:seminars/to-come", "tag:old.example.org,2026:seminars/kn-1", "http://old.example.org/?p=123", "tag:old.example.org,2026:seminars/arabic", "tag:old.example.org,2026:seminars/tides-of-old"];
        using var json = JsonDocument.Parse(await BytesAsync("/feed/json/"));

        // Of two that claim WordPress's address, the first file has it.
        Assert.Equal(expected, (await ReadAsync("/feed/")).Items.Select(i => i.Id));
        Assert.Equal(expected, (await ReadAsync("/feed/atom/")).Items.Select(i => i.Id));
        Assert.Equal(expected, json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal((301, "/seminars/again/"), await shared.Site.AskAsync("/?p=123"));
    }

    [Theory]
    [InlineData("/feed/", "application/rss+xml; charset=utf-8", "application/xml; charset=utf-8")]
    [InlineData("/feed/atom/", "application/atom+xml; charset=utf-8", "application/xml; charset=utf-8")]
    [InlineData("/feed/json/", "application/feed+json; charset=utf-8", "application/json; charset=utf-8")]
    public async Task Readers_and_browsers_get_the_same_bytes_each_with_a_type_that_they_know(string address, string reader, string browser)
    {
        using var first = await shared.Site.GetAsync(address);
        using var asBrowser = await AskAsync(HttpMethod.Get, address, ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        using var head = await AskAsync(HttpMethod.Head, address);
        using var again = await AskAsync(HttpMethod.Get, address, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal((reader, browser, reader), (first.Content.Headers.ContentType!.ToString(), asBrowser.Content.Headers.ContentType!.ToString(), head.Content.Headers.ContentType!.ToString()));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await asBrowser.Content.ReadAsByteArrayAsync());
        Assert.Equal(["Accept", "Accept-Encoding"], first.Headers.Vary.Order(StringComparer.Ordinal));
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, head.Headers.ETag));
        Assert.Equal("", await head.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/author/nobody/feed/", 404, null)]
    [InlineData("/category/nothing/feed/atom/", 404, null)]
    [InlineData("/tag/nothing/feed/json/", 404, null)]
    [InlineData("/speaker/no-such/feed/", 404, null)]
    [InlineData("/affiliation/no-such/feed/archive/1/", 404, null)]
    [InlineData("/2011/feed/", 404, null)]
    [InlineData("/2020/01/feed/", 404, null)]
    [InlineData("/2020/13/feed/", 404, null)]
    [InlineData("/feed/archive/1/", 404, null)]
    [InlineData("/feed/archive/0/", 404, null)]
    [InlineData("/feed/archive/01/", 404, null)]
    [InlineData("/feed/archive/99999999999/", 404, null)]
    [InlineData("/feed/archive/", 404, null)]
    [InlineData("/feed/xml/", 404, null)]
    [InlineData("/speakers/feed/", 404, null)]
    [InlineData("/author/countess/feed/atom/", 301, "/speaker/ada-lovelace/feed/atom/")]
    public async Task There_is_a_feed_only_where_there_is_a_list(string address, int status, string? location) => Assert.Equal((status, location), await shared.Site.AskAsync(address));

    [Theory]
    [InlineData("/", "/", "Knots & Co")]
    [InlineData("/seminars/knots/", "/", "Knots & Co")]
    [InlineData("/years/", "/", "Knots & Co")]
    [InlineData("/search/?q=knots", "/", "Knots & Co")]
    [InlineData("/author/lucy-chapman/", "/author/lucy-chapman/", "Seminars posted by Lucy Chapman")]
    [InlineData("/category/rope-twine/", "/category/rope-twine/", "Rope & Twine")]
    [InlineData("/speaker/ada-lovelace/", "/speaker/ada-lovelace/", "Seminars by Ada Lovelace")]
    [InlineData("/affiliation/beirut/", "/affiliation/beirut/", "Seminars from Beirut")]
    [InlineData("/tag/rope/", "/tag/rope/", "Seminars tagged rope")]
    [InlineData("/2020/", "/2020/", "Seminars of 2020")]
    [InlineData("/2020/02/", "/2020/02/", "Seminars of February 2020")]
    public async Task Every_page_names_the_feeds_of_its_list_or_of_the_archive(string address, string list, string name)
    {
        var page = await shared.Site.GetPageAsync(address);

        Assert.Equal(
            [("application/rss+xml", $"{name} (RSS)", $"{list}feed/"), ("application/atom+xml", $"{name} (Atom)", $"{list}feed/atom/"), ("application/feed+json", $"{name} (JSON)", $"{list}feed/json/")],
            page.QuerySelectorAll("head link[rel=alternate]").Where(l => SeminarArchive.Web.Formats.FeedKind.All.Any(k => k.MediaType == l.GetAttribute("type"))).Select(l => (l.GetAttribute("type"), l.GetAttribute("title"), l.GetAttribute("href"))));
        Assert.Equal(["/feed/", "/feed/atom/"], page.Links("footer a[href*='/feed/']"));
        Assert.Equal(address == list ? [$"{list}feed/", $"{list}feed/atom/", $"{list}feed/json/", $"{list}calendar.ics", $"{list}cite.bib", $"{list}cite.ris", $"{list}cite.json"] : [], page.Links(address == list ? "main .formats a" : "main a[href*='/feed/']"));
    }

    [XmllintFact]
    public async Task Atom_is_valid_by_the_grammar_of_its_specification()
    {
        var schema = Path.Combine(SeminarArchive.Web.Home.Repository!, "tests", "SeminarArchive.Tests", "Formats", "atom.rng");
        await using var empty = await Site.With();

        foreach (var list in new[] { "/", "/2020/", "/affiliation/beirut/" }) Assert.Equal("", await Xmllint.FaultsAsync(await BytesAsync(list + "feed/atom/"), schema));
        Assert.Equal("", await Xmllint.FaultsAsync(await (await empty.GetAsync("/feed/atom/")).Content.ReadAsByteArrayAsync(), schema));
        Assert.NotEqual("", await Xmllint.FaultsAsync(Encoding.UTF8.GetBytes("<feed xmlns='http://www.w3.org/2005/Atom'><title>No id</title></feed>"), schema));
    }

    [Fact]
    public async Task An_empty_archive_has_empty_feeds()
    {
        await using var site = await Site.With();

        Assert.Empty(XDocument.Parse(await (await site.GetAsync("/feed/")).Content.ReadAsStringAsync()).Descendants("item"));
        Assert.Empty(XDocument.Parse(await (await site.GetAsync("/feed/atom/")).Content.ReadAsStringAsync()).Descendants(Atom + "entry"));
        Assert.Equal("[]", JsonDocument.Parse(await (await site.GetAsync("/feed/json/")).Content.ReadAsStringAsync()).RootElement.GetProperty("items").GetRawText());
        Assert.Equal((404, null), await site.AskAsync("/feed/archive/1/"));
    }

    [Fact]
    public async Task Archived_pages_hold_the_whole_history_and_keep_what_they_hold()
    {
        await using var site = Site.Empty();
        for (var i = 0; i < 90; i++) site.Write(Seminar($"s{i:00}", $"{1950 + (i / 2)}-02-13", postedBy: "Lucy Chapman"));
        await site.StartAsync();

        var all = Enumerable.Range(0, 90).Reverse().Select(i => $"s{i:00}").ToList();
        Assert.Equal(all, await WalkAsync(site, "/feed/", 3));
        Assert.Equal(all, await WalkAsync(site, "/feed/atom/", 3));
        Assert.Equal(all, await WalkAsync(site, "/author/lucy-chapman/feed/atom/", 3));
        Assert.Equal(all, await WalkJsonAsync(site, "/feed/json/"));
        var pages = (await TitlesAsync(site, "/feed/archive/1/"), await TitlesAsync(site, "/feed/archive/2/"));
        Assert.Equal((404, null), await site.AskAsync("/feed/archive/3/"));
        foreach (var (asked, answer) in ((string, (int, string?))[])
        [
            // As WordPress counted, from the latest; a client that goes on comes to an end.
            ("/feed/?paged=1", (301, "/feed/")), ("/feed/?paged=2", (302, "/feed/archive/2/")), ("/feed/?paged=3", (302, "/feed/archive/1/")), ("/feed/?paged=4", (404, null)), ("/feed/?paged=99999999999", (404, null)),
            ("/feed/atom/?paged=2", (302, "/feed/atom/archive/2/")), ("/feed/rss2/?paged=3", (302, "/feed/archive/1/")), ("/?feed=atom&paged=2", (302, "/feed/atom/archive/2/")), ("/?feed=rss2&paged=4", (404, null)),
            ("/author/lucy-chapman/feed/?paged=2", (302, "/author/lucy-chapman/feed/archive/2/")), ("/author/Lucy-Chapman/Rss?paged=2", (302, "/author/lucy-chapman/feed/archive/2/")), ("/author/nobody/feed/?paged=2", (404, null)),
            ("/feed/archive/1/?paged=2", (301, "/feed/archive/1/")),
        ])
        {
            Assert.Equal((asked, answer), (asked, await site.AskAsync(asked)));
        }

        // A later one opens a page, and none of those before it changes.
        site.Write(Seminar("new", "2020-02-13", postedBy: "Lucy Chapman"));
        await site.SeedAsync();
        Assert.Equal(["new", .. all], await WalkAsync(site, "/feed/", 4));
        Assert.Equal(pages, (await TitlesAsync(site, "/feed/archive/1/"), await TitlesAsync(site, "/feed/archive/2/")));

        var middle = XDocument.Parse(await (await site.GetAsync("/feed/archive/2/")).Content.ReadAsStringAsync()).Root!.Element("channel")!;
        Assert.NotNull(middle.Element(Fh + "archive"));
        Assert.Equal(
            [("self", "/feed/archive/2/"), ("current", "/feed/"), ("prev-archive", "/feed/archive/1/"), ("next-archive", "/feed/archive/3/")],
            middle.Elements(Atom + "link").Select(l => (l.Attribute("rel")!.Value, l.Attribute("href")!.Value["http://localhost".Length..])));
    }

    [Fact]
    public async Task An_id_stays_when_title_and_address_change()
    {
        await using var site = await Site.With(Seminar("knots", "2020-02-13", "Knots", body: "Some words on knots."));
        var before = XDocument.Parse(await (await site.GetAsync("/feed/")).Content.ReadAsStringAsync()).Descendants("guid").Single().Value;

        site.Delete("seminars/knots.md");
        site.Write(Seminar("bends", "2020-02-13", "Knots", body: "Some words on knots."));
        await site.SeedAsync();
        var item = XDocument.Parse(await (await site.GetAsync("/feed/")).Content.ReadAsStringAsync()).Descendants("item").Single();

        Assert.Equal((before, "http://localhost/seminars/bends/"), (item.Element("guid")!.Value, item.Element("link")!.Value));
        Assert.Equal("tag:localhost,2026:seminars/knots", before);
    }

    [Fact]
    public void Text_loses_what_xml_cannot_hold()
    {
        Assert.Equal("as it is\t\r\n😀", XmlText.Clean("as it is\t\r\n😀"));
        Assert.Equal("abc", XmlText.Clean("\0a\u0001b\u000Bc\u001F"));
        Assert.Equal("xy", XmlText.Clean("x\uFFFE\uFFFFy"));
        Assert.Equal("half  and ", XmlText.Clean("half \uD83D and \uDE00"));
    }

    private async Task<byte[]> BytesAsync(string address)
    {
        using var answer = await shared.Site.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<SyndicationFeed> ReadAsync(string address)
    {
        using var xml = XmlReader.Create(new MemoryStream(await BytesAsync(address)));
        return SyndicationFeed.Load(xml);
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return shared.Site.SendAsync(request);
    }

    private static async Task<string> TitlesAsync(Site site, string address) =>
        string.Join(' ', XDocument.Parse(await (await site.GetAsync(address)).Content.ReadAsStringAsync()).Descendants("item").Select(i => i.Element("title")!.Value));

    // As RFC 5005 has readers go back: from the document they subscribe to along prev-archive.
    private static async Task<List<string>> WalkAsync(Site site, string? address, int documents)
    {
        var titles = new List<string>();
        var (first, seen) = (address, 0);
        for (; address is not null; seen++)
        {
            using var answer = await site.GetAsync(address);
            using var xml = XmlReader.Create(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
            var feed = SyndicationFeed.Load(xml);
            Assert.Equal(("http://localhost" + address, address != first), (feed.Links.Single(l => l.RelationshipType == "self").Uri.AbsoluteUri, feed.ElementExtensions.Any(e => e.OuterName == "archive" && e.OuterNamespace == Fh)));
            titles.AddRange(feed.Items.Select(i => i.Title.Text));
            address = feed.Links.SingleOrDefault(l => l.RelationshipType == "prev-archive")?.Uri.AbsolutePath;
        }

        Assert.Equal(documents, seen);
        return [.. titles.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> WalkJsonAsync(Site site, string? address)
    {
        var titles = new List<string>();
        while (address is not null)
        {
            using var json = JsonDocument.Parse(await (await site.GetAsync(address)).Content.ReadAsStringAsync());
            titles.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!));
            address = json.RootElement.TryGetProperty("next_url", out var next) ? new Uri(next.GetString()!).AbsolutePath : null;
        }

        return [.. titles.Distinct(StringComparer.Ordinal)];
    }
}
