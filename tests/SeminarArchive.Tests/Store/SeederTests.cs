using SeminarArchive.Store;
using SeminarArchive.Tests.Formats.OaiPmh;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Store;

public class SeederTests
{
    [Fact]
    public async Task Reads_only_what_looks_different_and_writes_only_what_is()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"), Seminar("looms"));

        var nothing = await site.SeedAsync();
        File.SetLastWriteTimeUtc(Path.Combine(site.Content, "seminars/tides.md"), new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var touched = await site.SeedAsync();
        var again = await site.SeedAsync();
        site.Write(Seminar("looms", title: "Looms and their makers"));
        var changed = await site.SeedAsync();

        Assert.Equal((3, 0, 0, 0), (nothing.Files, nothing.Read, nothing.Written, nothing.Removed));
        Assert.Equal((3, 1, 0, 0), (touched.Files, touched.Read, touched.Written, touched.Removed));
        Assert.Equal((3, 0, 0, 0), (again.Files, again.Read, again.Written, again.Removed));
        Assert.Equal((3, 1, 1, 0), (changed.Files, changed.Read, changed.Written, changed.Removed));
        Assert.Equal((nothing.Version, nothing.Version, nothing.Version + 1), (touched.Version, again.Version, changed.Version));
    }

    [Fact]
    public async Task A_file_that_could_not_be_opened_is_tried_again_though_neither_length_nor_time_have_changed()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));
        site.Write("people/ada-lovelace.md", "---\nname: Ada Lovelace\n---\n");
        await site.SeedAsync();

        // As such a file is remembered; whoever runs the tests may be allowed to open every file.
        await site.RunSqlAsync("UPDATE \"SourceFiles\" SET \"Hash\" = '', \"Length\" = -1 WHERE \"Path\" IN ('seminars/knots.md', 'people/ada-lovelace.md')");
        var mended = await site.SeedAsync();
        var nothing = await site.SeedAsync();

        Assert.Equal((1, 1, 0), (mended.Read, mended.Written, nothing.Read));
    }

    [Fact]
    public async Task Applies_what_is_changed_new_and_gone()
    {
        await using var site = await Site.With(
            Seminar("knots", "2019-03-14", speaker: "Ada Lovelace", body: "On rope."),
            Seminar("tides", "2020-01-01", speaker: "Mary Somerville", body: "On water."),
            Seminar("looms", "2021-06-01", body: "On thread."));

        site.Write(Seminar("knots", "2022-03-14", title: "Splices", speaker: "Grace Hopper", body: "On wire."));
        site.Delete("seminars/tides.md");
        site.Write(Seminar("stars", "2018-01-01", body: "On light."));
        var report = await site.SeedAsync();

        Assert.Equal((3, 2, 1), (report.Seminars, report.Written, report.Removed));
        Assert.Equal(["Splices", "looms", "stars"], (await site.GetPageAsync("/")).Titles());
        Assert.Equal(["Hopper, Grace 1 seminar"], (await site.GetPageAsync("/speakers/")).Texts("ul.names li"));
        Assert.Equal(410, (await site.AskAsync("/seminars/tides/")).Status);
        foreach (var (word, titles) in new Dictionary<string, string[]> { ["rope"] = [], ["water"] = [], ["wire"] = ["Splices"], ["thread"] = ["looms"], ["light"] = ["stars"] })
        {
            Assert.Equal(titles, (await site.GetPageAsync($"/search/?q={word}")).Titles());
        }
    }

    [Fact]
    public async Task A_file_with_problems_keeps_its_last_good_version_until_it_is_mended()
    {
        await using var site = await Site.With(Seminar("knots", title: "Knots"), Seminar("tides", title: "Tides"));

        site.Write("seminars/knots.md", "---\ntitle: Knots, mended\ndate: 14 Marsh 2019\n---\n");
        site.Write(Seminar("tides", title: "Tides, changed"));
        var report = await site.SeedAsync();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(("content/seminars/knots.md", 3, 7), (problem.File, problem.Line, problem.Column));
        Assert.Equal(["Knots", "Tides, changed"], (await site.GetPageAsync("/")).Titles());

        site.Write(Seminar("knots", title: "Knots, mended"));
        Assert.Equal([], (await site.SeedAsync()).Problems);
        Assert.Equal(["Knots, mended", "Tides, changed"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task A_file_with_problems_that_goes_takes_its_last_good_version_along()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));
        site.Write("seminars/knots.md", "no front matter");
        await site.SeedAsync();

        site.Delete("seminars/knots.md");
        await site.SeedAsync();

        Assert.Equal(["tides"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task A_new_zone_of_the_site_has_all_seminars_dated_anew()
    {
        await using var site = Site.Empty(("Site:TimeZone", "Pacific/Auckland"));
        // Over at noon in Auckland, that is at 23:00 UTC of the day before; still to come by London's clocks.
        site.Write(Seminar("knots", "2026-11-24", more: ["time: 11:00", "end: 12:00"]));
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 30, 0, TimeSpan.Zero));
        await site.StartAsync();
        Assert.Equal(["knots"], (await site.GetPageAsync("/")).Titles());

        await site.StopAsync();
        site.Set("Site:TimeZone", "Europe/London");
        await site.StartAsync();

        Assert.Equal([], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task An_archive_without_a_seminars_folder_is_empty()
    {
        await using var site = Site.Empty();
        Directory.Delete(Path.Combine(site.Content, "seminars"));
        await site.StartAsync();

        Assert.Equal("There is no seminar here yet. All seminars", (await site.GetPageAsync("/")).Text("main .zone:last-child"));
    }

    [Fact]
    public async Task The_database_is_in_WAL_mode()
    {
        await using var site = await Site.With(Seminar("knots"));
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.Database};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";

        Assert.Equal("wal", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_day_of_posting_on_which_the_file_has_errors_changes_nothing_until_it_is_mended()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("later", more: ["posted: 2026-11-24"]));
        site.Write("seminars/later.md", "---\ntitle: Later\nposted: 2026-11-24\n---\n");
        var version = (await site.SeedAsync()).Version;
        site.Clock.Advance(TimeSpan.FromDays(2));

        var reports = new[] { await site.SeedAsync(), await site.SeedAsync(), await site.Service<Seeder>().SeedAsync([]) };

        Assert.Equal([(version, 0), (version, 0), (version, 0)], reports.Select(r => (r.Version, r.Problems.Count)));
        site.Write(Seminar("later", more: ["posted: 2026-11-24"]));
        await site.SeedAsync();
        Assert.Equal(["knots", "later"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task A_day_of_posting_comes_without_a_look_at_everything()
    {
        await using var site = await Site.With(Seminar("later", more: ["posted: 2026-11-24"]));
        site.Write(Seminar("knots"));
        site.Clock.Advance(TimeSpan.FromDays(2));

        await site.Service<Seeder>().SeedAsync([]);

        Assert.Equal(["later"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task A_file_that_loses_its_address_keeps_what_else_was_said_of_it()
    {
        await using var site = await Site.With(Seminar("z", more: ["slug: knots", "speaker: Ada Lovelace", "time: 25:00"]));
        site.Write(Seminar("a", more: ["slug: knots"]));
        await site.SeedAsync();

        using var archive = site.Service<ArchiveFile>().OpenRead();
        Assert.Equal(["time-unreadable", "slug-taken"], (await archive.ProblemsAsync()).Single(f => f.Path == "seminars/z.md").Problems.Select(p => p.Rule));
    }

    [Theory]
    [InlineData("speaker: \"A\uFFFE Bee\"")]
    [InlineData("category: \"A\\uFFFE Bee\"")]
    [InlineData("tags: [\"\uFFFF\"]")]
    [InlineData("speaker: ', Ada Lovelace'")]
    [InlineData("url: 'https://caf\uFFFD.example/'")]
    public async Task Codes_that_stand_for_no_character_stop_nothing(string field)
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("odd", more: [field]), Seminar("a\uFFFE"));

        Assert.Equal(200, (await site.AskAsync("/seminars/knots/")).Status);
        Assert.Equal(3, (await site.GetPageAsync("/")).Titles().Count());
        foreach (var list in (string[])["/api/seminars", "/feed/", "/oai?verb=ListRecords&metadataPrefix=mods", "/export/seminars.csv"]) Assert.Equal((list, 200), (list, (await site.AskAsync(list)).Status));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_takes_no_date_of_change_back()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));
        site.Clock.Advance(TimeSpan.FromDays(10));
        site.Write(Seminar("knots", title: "Knots, again"));
        await site.SeedAsync();
        site.Clock.AdjustTime(Site.Now);
        site.Write(Seminar("knots", title: "Knots, at last"));
        site.Delete("seminars/tides.md");
        await site.SeedAsync();

        var headers = Harvester.Headers(await site.HarvestAsync("verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-12-03"));
        Assert.Equal(["-tides 2026-12-03T12:00:00Z", "knots 2026-12-03T12:00:00Z"], headers.Order(StringComparer.Ordinal));
    }
}
