using SeminarArchive.Tests.Formats.OaiPmh;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Store;

/// <summary>A version of the program that keeps its database otherwise takes over what no file says.</summary>
public class NewVersionTests
{
    // A column and a table less, and one more of each, than this version knows.
    private const string Otherwise = """
        PRAGMA application_id = 7;
        DROP INDEX IX_Seminars_Status_PublishedKey_Key; ALTER TABLE Seminars DROP COLUMN PublishedKey; ALTER TABLE SeminarText ADD COLUMN Mood TEXT NOT NULL DEFAULT 'sunny';
        DROP TABLE SeminarSignature; CREATE TABLE Moods (Name TEXT); UPDATE Seminars SET Title = 'of another version' WHERE Slug <> 'ropes'; UPDATE Categories SET SortKey = 'z';
        """;

    private static readonly string[] Addresses =
    [
        "/", "/seminars/", "/category/", "/speakers/", "/search/?q=rope", "/seminars/knots/", "/seminars/loops/", "/seminars/looms/", "/seminars/tides/", "/seminars/early/", "/about/", "/speaker/ada-lovelace/", "/nowhere/",
    ];

    [Fact]
    public async Task Addresses_deletions_dates_and_last_good_versions_are_carried_over()
    {
        await using var site = await GrownAsync();
        var (pages, records) = (await PagesAsync(site), await RecordsAsync(site));
        await site.StopAsync();
        await site.RunSqlAsync(Otherwise);

        await site.StartAsync();

        Assert.Equal(pages, await PagesAsync(site));
        Assert.Equal(records, await RecordsAsync(site));
        Assert.Equal(["The database was set aside and rebuilt from content: it was made by another version of the program"],
            site.LogLines.Where(l => l.Contains("set aside", StringComparison.Ordinal)).Select(l => l[l.IndexOf("The database", StringComparison.Ordinal)..]));
        Assert.Equal(["archive.db", "archive.set-aside.db"], Databases(site));
    }

    [Fact]
    public async Task What_editors_did_meanwhile_is_taken_in_as_ever()
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        await site.RunSqlAsync(Otherwise);
        site.Clock.Advance(TimeSpan.FromDays(1));
        // Moved and renamed; deleted; changed.
        File.Move(Path.Combine(site.Content, "seminars", "early.md"), Path.Combine(site.Content, "seminars", "zz.md"));
        site.Delete("seminars/tides.md");
        site.Write(Seminar("knots", "2019-05-01", title: "On loops, again", more: ["slug: loops"]));

        await site.StartAsync();

        Assert.Equal((301, "/seminars/loops/"), await site.AskAsync("/seminars/knots/"));
        Assert.Equal("On loops, again", (await site.GetPageAsync("/seminars/loops/")).Text("h1"));
        Assert.Equal(410, (await site.AskAsync("/seminars/tides/")).Status);
        Assert.Equal(410, (await site.AskAsync("/seminars/looms/")).Status);
        Assert.Equal((301, "/seminars/zz/"), await site.AskAsync("/seminars/early/"));
        Assert.Equal(["-looms 2026-11-23T12:00:00Z", "-tides 2026-11-24T12:00:00Z", "early 2026-11-24T12:00:00Z", "knots 2026-11-24T12:00:00Z", "ropes 2019-07-31T23:00:00Z"], await RecordsAsync(site));
    }

    [Fact]
    public async Task A_crash_on_the_way_loses_nothing()
    {
        await using var site = await GrownAsync();
        var (pages, records) = (await PagesAsync(site), await RecordsAsync(site));
        await site.StopAsync();
        // As a program leaves it that is killed while it builds.
        File.Move(site.Database, Path.ChangeExtension(site.Database, ".former.db"));
        File.WriteAllText(Path.ChangeExtension(site.Database, ".draft.db"), "half of it");

        await site.StartAsync();

        Assert.Equal(pages, await PagesAsync(site));
        Assert.Equal(records, await RecordsAsync(site));
        Assert.Equal(["archive.db", "archive.set-aside.db"], Databases(site));
    }

    [Fact]
    public async Task A_content_folder_that_is_not_mounted_at_that_moment_leaves_every_page_there()
    {
        await using var site = Site.Empty();
        for (var i = 0; i < 12; i++) site.Write(Seminar($"knots-{i:00}", $"20{i:00}-01-01"));
        await site.StartAsync();
        await site.StopAsync();
        await site.RunSqlAsync("PRAGMA application_id = 7");
        Directory.Move(Path.Combine(site.Content, "seminars"), Path.Combine(site.Content, "elsewhere"));

        await site.StartAsync();

        Assert.Equal(Enumerable.Range(0, 12).Reverse().Select(i => $"knots-{i:00}"), (await site.GetPageAsync("/")).Titles());
        Assert.Equal(["knots-07"], (await site.GetPageAsync("/search/?q=%22knots-07%22")).Titles());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_at_that_moment_is_read_when_it_can()
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        await site.RunSqlAsync("PRAGMA application_id = 7; UPDATE Seminars SET Title = 'of another version' WHERE Path = 'seminars/tides.md'");
        var (seminars, elsewhere) = (Path.Combine(site.Content, "seminars"), Path.Combine(site.Content, "elsewhere"));
        Directory.Move(seminars, elsewhere);
        await site.StartAsync();
        Assert.Equal("of another version", (await site.GetPageAsync("/seminars/tides/")).Text("h1"));

        Directory.Move(elsewhere, seminars);
        await site.SeedAsync();

        Assert.Equal("tides", (await site.GetPageAsync("/seminars/tides/")).Text("h1"));
    }

    [Fact]
    public async Task Rows_that_do_not_fit_are_left_behind_and_the_log_says_so()
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        await site.RunSqlAsync("PRAGMA application_id = 7; DROP INDEX IX_Seminars_Key; UPDATE Seminars SET Key = 'same'");

        await site.StartAsync();

        Assert.Equal(200, (await site.AskAsync("/seminars/loops/")).Status);
        Assert.Equal(404, (await site.AskAsync("/seminars/knots/")).Status);
        Assert.Contains("could not be carried over", Assert.Single(site.LogLines, l => l.Contains("set aside", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(["archive.db", "archive.set-aside.db"], Databases(site));
    }

    // One that has left an address, one that was deleted, one that has errors since, and one whose file says nothing new.
    private static async Task<Site> GrownAsync()
    {
        var site = Site.Empty().KeepLog();
        site.Write(Seminar("knots", "2019-05-01", speaker: "Ada Lovelace", category: "Handicraft", body: "A rope and its ends."));
        site.Write(Seminar("looms", "2019-06-01", category: "Handicraft", body: "More rope."));
        site.Write(Seminar("tides", "2019-07-01", speaker: "A. Lovelace", body: "No rope at all."));
        site.Write(Seminar("ropes", "2019-08-01", category: "handicraft"));
        site.Write("about.md", "# About\n\nWho we are.");
        site.Write("people/ada.md", "---\nname: Ada Lovelace\naliases: [A. Lovelace]\n---\n\nShe wrote programs.\n");
        await site.StartAsync();
        site.Write(Seminar("knots", "2019-05-01", speaker: "Ada Lovelace", category: "Handicraft", body: "A rope and its ends.", more: ["slug: loops"]));
        site.Delete("seminars/looms.md");
        site.Write(Seminar("early", "2019-09-01"));
        await site.SeedAsync();
        site.Write("seminars/ropes.md", "---\ntitle: Ropes\n---\n\nNo date.");
        site.Write("people/ada.md", "---\nname: [\n---\n");
        await site.SeedAsync();
        return site;
    }

    private static async Task<List<string>> PagesAsync(Site site)
    {
        var pages = new List<string>();
        foreach (var address in Addresses)
        {
            using var answer = await site.GetAsync(address);
            pages.AddRange($"{address} {(int)answer.StatusCode} {answer.Headers.Location}\n{await answer.Content.ReadAsStringAsync()}".Split('\n'));
        }

        return pages;
    }

    private static async Task<List<string>> RecordsAsync(Site site) =>
        [.. Harvester.Headers(await site.HarvestAsync("verb=ListIdentifiers&metadataPrefix=oai_dc")).Order(StringComparer.Ordinal)];

    private static IEnumerable<string?> Databases(Site site) => Directory.EnumerateFiles(Path.GetDirectoryName(site.Database)!, "*.db").Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
