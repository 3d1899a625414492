using SeminarArchive.Store;
using SeminarArchive.Tests.Store;
using static SeminarArchive.Tests.Formats.OaiPmh.Harvester;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats.OaiPmh;

/// <summary>Lists of records: from when to when, page by page, and nothing missed.</summary>
public class OaiListTests
{
    [Fact]
    public async Task Both_ends_of_a_span_count_to_the_day_or_the_second()
    {
        await using var site = await Site.With(Seminar("d", "2020-02-14"), Seminar("c", "2020-02-13"), Seminar("b", "2020-02-13"), Seminar("a", "2019-12-31"));
        foreach (var (span, keys) in ((string, string)[])
        [
            ("", "a b c d"),
            ("&from=2020-02-13", "b c d"),
            ("&from=2020-02-14", "d"),
            ("&until=2020-02-13", "a b c"),
            ("&until=2020-02-12", "a"),
            ("&from=2020-02-13&until=2020-02-13", "b c"),
            ("&from=2020-02-13T00:00:00Z", "b c d"),
            ("&from=2020-02-13T00:00:01Z", "d"),
            ("&until=2020-02-13T00:00:00Z", "a b c"),
            ("&until=2020-02-12T23:59:59Z", "a"),
            ("&from=2020-02-13T00:00:00Z&until=2020-02-13T00:00:00Z", "b c"),
            ("&from=0001-01-01&until=9999-12-31", "a b c d"),
            ("&from=2020-02-13&set=year:2020", "b c d"),
        ])
        {
            Assert.Equal((span, keys), (span, string.Join(' ', Headers(await site.HarvestAsync("verb=ListIdentifiers&metadataPrefix=oai_dc" + span)).Select(h => h.Split(' ')[0]))));
        }
    }

    [Fact]
    public async Task What_was_deleted_twice_under_one_key_counts_where_it_is_listed()
    {
        await using var site = await Site.With(Seminar("a", more: ["id: same"]), Seminar("b"));
        foreach (var slug in (string[])["a", "c"])
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            site.Write(Seminar(slug, more: ["id: same"]));
            await site.SeedAsync();
            site.Delete($"seminars/{slug}.md");
            await site.SeedAsync();
        }

        using var archive = site.Service<ArchiveFile>().OpenRead();
        foreach (var days in (int[])[1, 2, 3])
        {
            var until = new RecordSelection(0, Site.Now.AddDays(days).ToUnixTimeSeconds() - 1);
            Assert.Equal((days, (await archive.RecordsAsync(until, null, 10)).Count), (days, await archive.CountRecordsAsync(until)));
        }
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_whose_tokens_hold_after_a_restart()
    {
        await using var site = Site.Empty();
        // All changed in one second, so that keys alone tell where a page ends.
        for (var i = 0; i < 250; i++) site.Write(Seminar($"s{i:000}", "2020-02-13", category: i % 2 == 0 ? "Even" : null));
        await site.StartAsync();

        var pages = new List<string>();
        var keys = new List<string>();
        for (var query = "metadataPrefix=oai_dc"; ;)
        {
            var list = (await site.HarvestAsync("verb=ListRecords&" + query)).Element(Oai + "ListRecords")!;
            var token = list.Element(Oai + "resumptionToken")!;
            pages.Add($"{list.Elements(Oai + "record").Count()} {token.Attribute("cursor")!.Value}/{token.Attribute("completeListSize")!.Value}");
            keys.AddRange(Headers(list).Select(h => h.Split(' ')[0]));
            if (token.Value.Length == 0) break;

            Assert.Equal("badResumptionToken +", await site.RefusalAsync("verb=ListIdentifiers&resumptionToken=" + token.Value));
            Assert.Equal("badResumptionToken +", await site.RefusalAsync("verb=ListRecords&resumptionToken=" + token.Value[1..]));
            Assert.Equal("badResumptionToken +", await site.RefusalAsync("verb=ListRecords&resumptionToken=" + token.Value[..^4] + "AAAA"));
            await site.RestartAsync();
            query = "resumptionToken=" + token.Value;
            Assert.Equal((await site.HarvestAsync("verb=ListRecords&" + query)).ToString(), (await site.HarvestAsync("verb=ListRecords&" + query)).ToString());
        }

        Assert.Equal(["100 0/250", "100 100/250", "50 200/250"], pages);
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"s{i:000}"), keys);
        Assert.Equal(Enumerable.Range(0, 125).Select(i => $"s{i * 2:000}"), (await site.HarvestAllAsync("verb=ListIdentifiers&metadataPrefix=mods&set=category:even&from=2020-02-13&until=2020-02-13")).Select(h => Header(h).Split(' ')[0]));
        // What fits into one answer needs no token.
        Assert.Empty((await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc&set=year:2020&until=2019-01-01")).Descendants(Oai + "resumptionToken"));
    }

    [Fact]
    public async Task What_changes_during_a_harvest_comes_in_it_or_in_the_next()
    {
        await using var site = Site.Empty();
        for (var i = 0; i < 250; i++) site.Write(Seminar($"s{i:000}", "2020-02-13"));
        await site.StartAsync();

        var began = (await site.HarvestAsync("verb=Identify")).Element(Oai + "responseDate")!.Value;
        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        Take(await site.HarvestAllAsync("verb=ListRecords&metadataPrefix=oai_dc", async page =>
        {
            site.Clock.Advance(TimeSpan.FromSeconds(page - 1));
            site.Write(Seminar($"s00{page}", "2020-02-13", $"Sent already {page}"));
            site.Write(Seminar($"s20{page}", "2020-02-13", $"Not sent yet {page}"));
            site.Write(Seminar($"added-{page}", "2001-01-01"));
            site.Delete($"seminars/s21{page}.md");
            site.Delete($"seminars/s05{page}.md");
            await site.SeedAsync();
        }));
        // The last changes come when the list has been read.
        site.Write(Seminar("s100", "2020-02-13", "Last"));
        await site.SeedAsync();
        Take(await site.HarvestAllAsync("verb=ListRecords&metadataPrefix=oai_dc&from=" + began));

        var now = new Dictionary<string, string>(StringComparer.Ordinal);
        var copied = copy;
        copy = now;
        Take(await site.HarvestAllAsync("verb=ListRecords&metadataPrefix=oai_dc"));
        Assert.Equal(now.OrderBy(r => r.Key, StringComparer.Ordinal), copied.OrderBy(r => r.Key, StringComparer.Ordinal));
        Assert.Equal((252, 4), (now.Count, now.Values.Count(v => v.StartsWith('-'))));

        void Take(IEnumerable<System.Xml.Linq.XElement> records)
        {
            foreach (var record in records) copy[Header(record).Split(' ')[0].TrimStart('-')] = $"{Header(record)} {record.Descendants(Dc + "title").FirstOrDefault()?.Value}";
        }
    }

    [Fact]
    public async Task What_a_long_seeding_changes_bears_the_time_at_which_it_ended()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));
        site.Write(Seminar("knots", title: "Changed"));
        site.Delete("seminars/tides.md");
        site.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(5);
        await site.SeedAsync();
        site.Clock.AutoAdvanceAmount = TimeSpan.Zero;

        // The first look at the clock is the stopwatch's, the second when the seeding begins.
        Assert.Equal(["knots 2026-11-23T12:00:10Z", "-tides 2026-11-23T12:00:10Z"], Headers(await site.HarvestAsync("verb=ListIdentifiers&metadataPrefix=oai_dc")));
    }

    [Fact]
    public async Task What_other_files_change_in_a_record_is_a_change_of_it()
    {
        await using var site = Site.Empty();
        site.Write("people/mary.md", "---\nname: Mary Somerville\naliases: [Mary Greig]\norcid: 0000-0001-5109-3700\n---\n");
        site.Write(Seminar("withdrawn", "2018-01-02", speaker: "Ada King", more: ["tags: [rope]", "status: withdrawn"]));
        foreach (var post in (Post[])[
            Seminar("knots", speaker: "Ada Lovelace", more: ["tags: [rope]"]), Seminar("tides", speaker: "Ada Lovelace"), Seminar("shores", speaker: "Ada King"), Seminar("looms", speaker: "Mary Greig", more: ["tags: [rope, silk]"])]) site.Write(post);
        await site.StartAsync();
        // What there was when the archive was made is no change.
        Assert.Equal(["-withdrawn 2018-01-02T00:00:00Z", "knots 2020-02-13T00:00:00Z", "looms 2020-02-13T00:00:00Z", "shores 2020-02-13T00:00:00Z", "tides 2020-02-13T00:00:00Z"], Headers(await site.HarvestAsync("verb=ListIdentifiers&metadataPrefix=mods")));

        Assert.Equal(["knots 2026-11-23T12:01:00Z", "tides 2026-11-23T12:01:00Z"], await AfterAsync("people/ada.md", "---\nname: Ada Lovelace\norcid: 0000-0002-1825-0097\n---\n"));
        Assert.Equal("0000-0002-1825-0097", (await site.HarvestAsync("verb=GetRecord&metadataPrefix=mods&identifier=oai:localhost:tides")).Descendants(Mods + "nameIdentifier").Single().Value);
        // Neither format speaks of websites.
        Assert.Equal([], await AfterAsync("people/ada.md", "---\nname: Ada Lovelace\norcid: 0000-0002-1825-0097\nwebsite: https://example.org/ada\n---\n"));
        // The newest seminar says how a tag is written.
        Assert.Equal(["knots 2026-11-23T12:03:00Z", "looms 2026-11-23T12:03:00Z", "nets 2026-11-23T12:03:00Z"], await AfterAsync("seminars/nets.md", Seminar("nets", "2021-02-03", more: ["tags: [Rope]"]).Markdown));
        Assert.Equal(["Rope"], (await site.HarvestAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:knots")).Descendants(Dc + "subject").Select(e => e.Value));
        Assert.Equal(["shores 2026-11-23T12:04:00Z"], await AfterAsync("people/ada.md", "---\nname: Ada Lovelace\naliases: [Ada King]\norcid: 0000-0002-1825-0097\n---\n"));
        Assert.Equal(["nets 2026-11-23T12:05:00Z"], await AfterAsync("seminars/nets.md", Seminar("nets", "2021-02-03", more: ["tags: [Rope]", "room: 3"]).Markdown));

        async Task<IEnumerable<string>> AfterAsync(string path, string text)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            site.Write(path, text);
            await site.SeedAsync();
            return Headers(await site.HarvestAsync($"verb=ListIdentifiers&metadataPrefix=mods&from={site.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}")).Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task When_all_that_was_left_has_changed_the_list_is_to_be_begun_anew()
    {
        await using var site = Site.Empty();
        for (var i = 0; i < 101; i++) site.Write(Seminar($"s{i:000}", "2020-02-13"));
        await site.StartAsync();
        var token = (await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc&until=2026-01-01")).Descendants(Oai + "resumptionToken").Single().Value;
        site.Write(Seminar("s100", "2020-02-13", "Changed"));
        await site.SeedAsync();

        Assert.Equal("badResumptionToken +", await site.RefusalAsync("verb=ListRecords&resumptionToken=" + token));
    }

    [Fact]
    public async Task A_page_asks_the_database_equally_often_however_long_the_list()
    {
        var few = await CountAsync(3);
        var many = await CountAsync(230);

        // Records, categories of their headers, seminars with speakers, resources and tags; how many there are, when a list begins that goes on.
        Assert.Equal([("ListIdentifiers", 2), ("ListRecords", 6)], few);
        Assert.Equal([("ListIdentifiers", 3), ("ListIdentifiers", 2), ("ListIdentifiers", 2), ("ListRecords", 7), ("ListRecords", 6), ("ListRecords", 6)], many);

        static async Task<List<(string Verb, int Commands)>> CountAsync(int seminars)
        {
            await using var site = Site.Empty();
            for (var i = 0; i < seminars; i++) site.Write(Seminar($"s{i:000}", "2020-02-13", speaker: $"Speaker {i}", category: $"Category {i % 7}", more: [$"tags: [a{i}, b{i}]", "slides: https://example.org/a.pdf"]));
            await site.StartAsync();
            using var count = new CommandCount(site.Database);
            var counts = new List<(string, int)>();
            foreach (var verb in new[] { "ListIdentifiers", "ListRecords" })
            {
                for (var query = "metadataPrefix=mods"; query.Length > "resumptionToken=".Length;)
                {
                    System.Xml.Linq.XElement root = null!;
                    counts.Add((verb, await count.OfAsync(async () => root = await site.HarvestAsync($"verb={verb}&{query}"))));
                    query = "resumptionToken=" + root.Descendants(Oai + "resumptionToken").FirstOrDefault()?.Value;
                }
            }

            return counts;
        }
    }
}
