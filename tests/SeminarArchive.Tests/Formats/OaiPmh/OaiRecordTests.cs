using System.Xml.Linq;
using static SeminarArchive.Tests.Formats.OaiPmh.Harvester;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats.OaiPmh;

/// <summary>What harvesters are told of the archive and its seminars.</summary>
public class OaiRecordTests
{
    [Fact]
    public async Task The_archive_says_who_it_is()
    {
        await using var site = await Site.With([("Site:Title", "Knots & <Tides>"), ("Site:BaseUrl", "https://seminars.example.org"), ("Site:AdminEmail", "library@example.org")], Seminar("tides", "2012-03-04"), Seminar("gone", "2010-06-01", more: ["status: withdrawn"]));

        var identify = (await site.HarvestAsync("verb=Identify")).Element(Oai + "Identify")!;

        Assert.Equal(
            [
                "repositoryName Knots & <Tides>", "baseURL https://seminars.example.org/oai", "protocolVersion 2.0", "adminEmail library@example.org", "earliestDatestamp 2010-05-31T23:00:00Z",
                "deletedRecord transient", "granularity YYYY-MM-DDThh:mm:ssZ", "compression gzip", "compression br", "description oaiseminars.example.org:oai:seminars.example.org:patient-role",
            ],
            identify.Elements().Select(e => $"{e.Name.LocalName} {e.Value}"));
    }

    [Theory]
    [InlineData("https://seminars.example.org", "webmaster@seminars.example.org", 1)]
    [InlineData("https://münchen.example", "webmaster@xn--mnchen-3ya.example", 1)]
    [InlineData("", "webmaster@localhost.invalid", 0)]
    [InlineData("http://127.0.0.1:8080", "webmaster@127.0.0.1.invalid", 0)]
    [InlineData("http://[::1]:8080", "webmaster@--1.invalid", 0)]
    public async Task Without_a_setting_mail_goes_to_the_webmaster_of_the_host_and_only_domains_name_the_scheme(string url, string mail, int descriptions)
    {
        await using var site = await Site.With([("Site:BaseUrl", url)], Seminar("tides"));

        var identify = (await site.HarvestAsync("verb=Identify")).Element(Oai + "Identify")!;

        Assert.Equal((mail, descriptions), (identify.Element(Oai + "adminEmail")!.Value, identify.Elements(Oai + "description").Count()));
    }

    [Fact]
    public async Task An_empty_archive_is_a_repository_too()
    {
        await using var site = await Site.With();

        Assert.Equal("2026-11-23T12:00:00Z", (await site.HarvestAsync("verb=Identify")).Descendants(Oai + "earliestDatestamp").Single().Value);
        Assert.Equal(["category", "year"], (await site.HarvestAsync("verb=ListSets")).Descendants(Oai + "setSpec").Select(s => s.Value));
        Assert.Equal("noRecordsMatch +", await site.RefusalAsync("verb=ListRecords&metadataPrefix=oai_dc"));
    }

    [Fact]
    public async Task Has_two_formats_of_everything()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("gone", more: ["status: withdrawn"]));
        foreach (var identifier in new[] { "", "&identifier=oai:localhost:knots", "&identifier=oai:localhost:gone" })
        {
            Assert.Equal(
                ["oai_dc http://www.openarchives.org/OAI/2.0/oai_dc.xsd http://www.openarchives.org/OAI/2.0/oai_dc/", "mods http://www.loc.gov/standards/mods/v3/mods-3-6.xsd http://www.loc.gov/mods/v3"],
                (await site.HarvestAsync("verb=ListMetadataFormats" + identifier)).Descendants(Oai + "metadataFormat").Select(f => string.Join(' ', f.Elements().Select(e => e.Value))));
        }
    }

    [Fact]
    public async Task A_seminar_in_Dublin_Core()
    {
        await using var site = await AwkwardAsync();

        Assert.Equal(
            [
                "title[en-GB] “Knots” & <ties>", "title[en-GB] KNOTS", "creator de la Cruz, Ana", "creator Plato", "creator اليزابيث", "subject rope & twine", "subject 日本",
                "description[en-GB] Bold words & a < sign.\n\nA second paragraph.", "publisher Seminar Archive", "date 2020-02-13T17:00+00:00", "date 2020-02-14T18:30+00:00", "type Event", "type info:eu-repo/semantics/lecture",
                "identifier https://seminars.example.org/seminars/knots/", "identifier https://doi.org/10.5281/zenodo.1234567", "language en-GB", "relation https://seminars.example.org/slides/My%20deck.pdf", "relation https://video.example.org/a?b=1&c=2",
            ],
            await DublinCoreAsync(site, "oai:seminars.example.org:knots"));
        Assert.Equal(
            ["title[cy] Year only", "publisher Seminar Archive", "date 2019", "type Event", "type info:eu-repo/semantics/lecture", "identifier https://seminars.example.org/seminars/vague/", "language cy"],
            await DublinCoreAsync(site, "oai:seminars.example.org:vague"));
    }

    [Fact]
    public async Task A_seminar_in_MODS()
    {
        await using var site = await AwkwardAsync();

        var mods = (await site.HarvestAsync("verb=GetRecord&metadataPrefix=mods&identifier=oai:seminars.example.org:knots")).Descendants(Mods + "mods").Single();

        Assert.Equal(["“Knots” & <ties>", "alternative KNOTS"], mods.Elements(Mods + "titleInfo").Select(t => $"{t.Attribute("type")?.Value} {t.Value}".Trim()));
        Assert.Equal(
            ["family:de la Cruz|given:Ana|Ana de la Cruz|King's & Co|spk|speaker|0000-0002-1825-0097", ":Plato|Plato|spk|speaker", ":اليزابيث|اليزابيث|spk|speaker"],
            mods.Elements(Mods + "name").Select(n => string.Join('|', n.Descendants().Where(e => !e.HasElements).Select(e => e.Name == Mods + "namePart" ? $"{e.Attribute("type")?.Value}:{e.Value}" : e.Value))));
        Assert.Equal(["Room 3", "2020-02-13T17:00+00:00", "2020-02-14T18:30+00:00"], mods.Elements(Mods + "originInfo").First().Descendants().Where(e => !e.HasElements).Select(e => e.Value));
        Assert.Equal(["Seminar Archive", "2020-02-20"], mods.Elements(Mods + "originInfo").Last().Elements().Select(e => e.Value));
        Assert.Equal(["series Seminar Archive", "slides https://seminars.example.org/slides/My%20deck.pdf", "recording https://video.example.org/a?b=1&c=2"],
            mods.Elements(Mods + "relatedItem").Select(r => $"{(r.Attribute("otherType") ?? r.Attribute("type"))!.Value} {r.Value}"));
        Assert.Equal(["uri https://seminars.example.org/seminars/knots/", "doi 10.5281/zenodo.1234567"], mods.Elements(Mods + "identifier").Select(i => $"{i.Attribute("type")!.Value} {i.Value}"));
        Assert.Equal("oai:seminars.example.org:knots 2020-02-20T00:00:00Z", string.Join(' ', mods.Element(Mods + "recordInfo")!.Elements().Select(e => e.Value)));
    }

    [Fact]
    public async Task Every_seminar_of_the_demonstration_is_valid_in_both_formats()
    {
        await using var site = await Site.Over(Path.Combine(SeminarArchive.Web.Home.Repository!, "tests", "demo-content"));
        foreach (var prefix in new[] { "oai_dc", "mods" }) Assert.True((await site.HarvestAllAsync("verb=ListRecords&metadataPrefix=" + prefix)).Count > 60);
    }

    [Fact]
    public async Task Characters_that_XML_cannot_hold_are_left_out()
    {
        Assert.Equal("ab\tc\n\u0085😀d", SeminarArchive.Web.Formats.XmlText.Clean("a\0\u0001b\tc\n\u000B\u0085😀\uD83D\uFFFEd\uDE00\uFFFF"));
        Assert.Equal("", SeminarArchive.Web.Formats.XmlText.Clean("\u001F"));
        await using var site = await Site.With([("Site:Title", "Semi\u0001nars")], Seminar("knots", body: "One &#1; two &#xFFFE; three."));
        Assert.Equal("Seminars", (await site.HarvestAsync("verb=Identify")).Descendants(Oai + "repositoryName").Single().Value);
        await site.HarvestAsync("verb=ListRecords&metadataPrefix=mods");
    }

    [Fact]
    public async Task What_is_published_or_was_is_a_record_and_nothing_else()
    {
        await using var site = await Site.With(
            Seminar("knots", "2020-01-01"), Seminar("to-come", "2027-01-01", more: ["posted: 2026-01-01"]), Seminar("withdrawn", "2018-01-01", category: "Gone", more: ["status: withdrawn"]),
            Seminar("deleted", "2017-01-01", category: "日本 & co"), Seminar("redrafted", "2016-01-01"), Seminar("draft", "2015-01-01", category: "Secret", more: ["status: draft"]), Seminar("not-yet", "2014-01-01", category: "Secret", more: ["posted: 2027-01-01"]));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Delete("seminars/deleted.md");
        site.Write(Seminar("redrafted", "2016-01-01", more: ["status: draft"]));
        await site.SeedAsync();

        var root = await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc");

        Assert.Equal(["-withdrawn 2018-01-01T00:00:00Z", "knots 2020-01-01T00:00:00Z", "to-come 2026-01-01T00:00:00Z", "-deleted 2026-11-23T12:01:00Z", "-redrafted 2026-11-23T12:01:00Z"], Headers(root));
        Assert.Equal(["knots", "to-come"], root.Descendants(Oai + "record").Where(r => r.Element(Oai + "metadata") is not null).Select(r => Header(r).Split(' ')[0]));
        Assert.Equal(Headers(root), Headers(await site.HarvestAsync("verb=ListIdentifiers&metadataPrefix=oai_dc")));
        foreach (var key in new[] { "withdrawn", "deleted", "redrafted" }) Assert.Equal("-" + key, Headers(await site.HarvestAsync($"verb=GetRecord&metadataPrefix=mods&identifier=oai:localhost:{key}")).Single().Split(' ')[0]);
        foreach (var key in new[] { "draft", "not-yet" }) Assert.Equal("idDoesNotExist +", await site.RefusalAsync($"verb=GetRecord&metadataPrefix=mods&identifier=oai:localhost:{key}"));
        // Deleted records stay in their sets, and drafts have none that anybody sees.
        Assert.Equal(["category", "category:gone", "category:!E6!97!A5!E6!9C!AC-co", "year", "year:2016", "year:2017", "year:2018", "year:2020", "year:2027"], (await site.HarvestAsync("verb=ListSets")).Descendants(Oai + "setSpec").Select(s => s.Value));
        Assert.Equal(["-deleted 2026-11-23T12:01:00Z"], Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc&set=category:!E6!97!A5!E6!9C!AC-co")));
        Assert.Equal(["-withdrawn 2018-01-01T00:00:00Z", "-deleted 2026-11-23T12:01:00Z"], Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc&set=category")));
    }

    [Fact]
    public async Task Sets_are_categories_and_years_named_so_that_no_two_share_a_name()
    {
        await using var site = await Site.With(
            Seminar("a", "2020-01-01", category: "日本"), Seminar("b", "2020-01-02", category: "Previous Seminars"), Seminar("c", "0950-01-03", more: ["categories: [日本, Previous Seminars]"]), Seminar("d", "2021-01-01"));

        Assert.Equal(
            ["category Seminars in a category", "category:previous-seminars Previous Seminars", "category:!E6!97!A5!E6!9C!AC 日本", "year Seminars by year", "year:0950 Seminars of 0950", "year:2020 Seminars of 2020", "year:2021 Seminars of 2021"],
            (await site.HarvestAsync("verb=ListSets")).Descendants(Oai + "set").Select(s => string.Join(' ', s.Elements().Select(e => e.Value))));
        Assert.Equal(["c", "a"], await KeysAsync(site, "category:!E6!97!A5!E6!9C!AC"));
        Assert.Equal(["c", "b"], await KeysAsync(site, "category:previous-seminars"));
        Assert.Equal(["c", "a", "b"], await KeysAsync(site, "category"));
        Assert.Equal(["a", "b"], await KeysAsync(site, "year:2020"));
        Assert.Equal(["c", "a", "b", "d"], await KeysAsync(site, "year"));
        Assert.Equal(["category:previous-seminars", "category:!E6!97!A5!E6!9C!AC", "year:0950"],
            (await site.HarvestAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:c")).Descendants(Oai + "setSpec").Select(s => s.Value));
        // Another way of writing the same bytes is another name, of nothing.
        Assert.Equal("noRecordsMatch +", await site.RefusalAsync("verb=ListRecords&metadataPrefix=oai_dc&set=category:!e6!97!a5!e6!9c!ac"));

        // What was deleted is listed in its sets.
        site.Delete("seminars/b.md");
        site.Delete("seminars/c.md");
        await site.SeedAsync();
        Assert.Equal(
            ["category Seminars in a category", "category:previous-seminars previous-seminars", "category:!E6!97!A5!E6!9C!AC 日本", "year Seminars by year", "year:0950 Seminars of 0950", "year:2020 Seminars of 2020", "year:2021 Seminars of 2021"],
            (await site.HarvestAsync("verb=ListSets")).Descendants(Oai + "set").Select(s => string.Join(' ', s.Elements().Select(e => e.Value))));
        Assert.Equal(["-b", "-c"], await KeysAsync(site, "category:previous-seminars"));

        static async Task<IEnumerable<string>> KeysAsync(Site site, string set) => Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc&set=" + set)).Select(h => h.Split(' ')[0]);
    }

    [Fact]
    public async Task An_identifier_stays_whatever_becomes_of_the_address_and_a_key_has_one_record()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("own", more: ["id: 'a/b c:ü%'"]));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Write("seminars/nets.md", await File.ReadAllTextAsync(Path.Combine(site.Content, "seminars", "knots.md")));
        site.Delete("seminars/knots.md");
        await site.SeedAsync();

        Assert.Equal(["a%2Fb%20c%3A%C3%BC%25 2020-02-13T00:00:00Z", "knots 2026-11-23T12:01:00Z"], Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc")));
        Assert.Equal(["a%2Fb%20c%3A%C3%BC%25 2020-02-13T00:00:00Z"], Headers(await site.HarvestAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:a%252Fb%2520c%253A%25C3%25BC%2525")));

        // Deleted, and come back under the same key elsewhere: one record, not two.
        site.Delete("seminars/own.md");
        await site.SeedAsync();
        Assert.Equal(["-a%2Fb%20c%3A%C3%BC%25 2026-11-23T12:01:00Z", "knots 2026-11-23T12:01:00Z"], Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc")));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Write(Seminar("elsewhere", more: ["id: 'a/b c:ü%'"]));
        await site.SeedAsync();
        Assert.Equal(["knots 2026-11-23T12:01:00Z", "a%2Fb%20c%3A%C3%BC%25 2026-11-23T12:02:00Z"], Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc")));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Delete("seminars/elsewhere.md");
        await site.SeedAsync();
        Assert.Equal(["knots 2026-11-23T12:01:00Z", "-a%2Fb%20c%3A%C3%BC%25 2026-11-23T12:03:00Z"], Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc")));
    }

    [Fact]
    public async Task A_deleted_record_stays_when_another_seminar_takes_its_address()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Delete("seminars/knots.md");
        site.Write(Seminar("tides", more: ["slug: knots"]));
        await site.SeedAsync();

        Assert.Equal(["-knots 2026-11-23T12:01:00Z", "tides 2026-11-23T12:01:00Z"], Headers(await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc")));
        Assert.Equal((200, null), await site.AskAsync("/seminars/knots/"));
    }

    private static async Task<Site> AwkwardAsync()
    {
        var site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        site.Write(Seminar("knots", "2020-02-13 17:00", "“Knots” & <ties>", body: "**Bold** words & a < sign.\n\nA second paragraph.", more:
            ["end: 2020-02-14 18:30", "original-title: KNOTS", "doi: 10.5281/zenodo.1234567", "posted: 2020-02-20", "location: Room 3", "speakers:", "  - name: Ana de la Cruz", "    affiliation: King's & Co", "    orcid: 0000-0002-1825-0097", "  - Plato", "  - name: اليزابيث", "tags: [rope & twine, 日本]", "slides: /slides/My deck.pdf", "recording: https://video.example.org/a?b=1&c=2"]));
        site.Write(Seminar("vague", "2019", "Year only", body: "", more: ["language: cy"]));
        site.Write("slides/My deck.pdf", "%PDF-1.4");
        await site.StartAsync();
        return site;
    }

    private static async Task<IEnumerable<string>> DublinCoreAsync(Site site, string identifier) =>
        (await site.HarvestAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + identifier)).Descendants().Where(e => e.Name.Namespace == Dc)
            .Select(e => $"{e.Name.LocalName}{(e.Attribute(XNamespace.Xml + "lang") is { } lang ? $"[{lang.Value}]" : "")} {e.Value}");
}
