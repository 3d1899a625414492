using System.Net;
using Microsoft.Data.Sqlite;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Store;

/// <summary>What the files do not say outlives the database that knew it, when another version of the program makes a new one.</summary>
public class PredecessorTests
{
    private const string AnotherVersions = "PRAGMA application_id = 7";

    [Fact]
    public async Task Deleted_seminars_left_addresses_keys_and_times_of_change_are_taken_over()
    {
        await using var site = await GrownAsync();
        var before = Ask(site, Rows);
        Assert.Equal(["nets | knots | 2026-11-23 13:00:00", "tides | tides | 2020-02-13 00:00:00", "was | was | 2026-11-23 13:00:00"], before);
        await site.StopAsync();
        Run(site, AnotherVersions);
        site.Clock.Advance(TimeSpan.FromDays(30));

        await site.StartAsync();

        Assert.Equal(before, Ask(site, Rows));
        Assert.Equal((301, "/seminars/nets/"), await site.AskAsync("/seminars/knots/"));
        var tombstone = await site.GetPageAsync("/seminars/looms/", HttpStatusCode.Gone);
        Assert.Equal("Looms", tombstone.Text("h1"));
        Assert.Equal(["looms | looms | Looms | Ada Lovelace, Charles Babbage | weaving | 2026-11-23 13:00:00"], Ask(site, Tombstones));
        // A draft that was public is known to have been.
        Assert.Equal(["was"], Ask(site, "SELECT Slug FROM Seminars WHERE WasPublic"));
        Assert.Single(site.LogLines, l => l.Contains("[WRN]", StringComparison.Ordinal) && l.Contains("it was made by another version of the program; what only it knew was taken over", StringComparison.Ordinal));

        // And again.
        await site.StopAsync();
        Run(site, AnotherVersions);
        await site.StartAsync();
        Assert.Equal(before, Ask(site, Rows));
        Assert.Equal((301, "/seminars/nets/"), await site.AskAsync("/seminars/knots/"));
        Assert.Equal(410, (await site.AskAsync("/seminars/looms/")).Status);
    }

    [Fact]
    public async Task What_happened_to_the_files_meanwhile_counts_as_a_change_of_now()
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        Run(site, AnotherVersions);
        site.Clock.Advance(TimeSpan.FromDays(30));
        site.Delete("seminars/nets.md");
        site.Write(Seminar("tides", body: "Other words."));
        site.Write(Seminar("added", "2019-01-01"));
        var moved = File.ReadAllText(Path.Combine(site.Content, "seminars", "was.md"));
        site.Delete("seminars/was.md");
        site.Write("seminars/is.md", moved);

        await site.StartAsync();

        Assert.Equal(["added | added | 2026-12-23 13:00:00", "is | was | 2026-12-23 13:00:00", "tides | tides | 2026-12-23 13:00:00"], Ask(site, Rows));
        Assert.Equal(410, (await site.AskAsync("/seminars/nets/")).Status);
        Assert.Equal(410, (await site.AskAsync("/seminars/knots/")).Status);
        Assert.Equal(["looms | looms | Looms | Ada Lovelace, Charles Babbage | weaving | 2026-11-23 13:00:00", "nets | knots | nets |  |  | 2026-12-23 13:00:00"], Ask(site, Tombstones));
    }

    [Fact]
    public async Task A_key_stays_with_its_seminar_whoever_else_would_like_it()
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        Run(site, AnotherVersions);
        site.Write(Seminar("a-first", more: ["slug: knots"]));

        await site.StartAsync();

        Assert.Equal(["knots | knots-2", "nets | knots", "tides | tides", "was | was"], Ask(site, "SELECT Slug || ' | ' || Key FROM Seminars ORDER BY Slug"));
        Assert.Equal((200, null), await site.AskAsync("/seminars/knots/"));
    }

    [Theory]
    [InlineData("ALTER TABLE Tombstones DROP COLUMN Speakers; DROP INDEX IX_Tombstones_Key; DROP INDEX IX_Tombstones_RemovedAt_Key; ALTER TABLE Tombstones DROP COLUMN Key")]
    [InlineData("DROP TABLE SeminarSpeaker; DROP TABLE SeminarCategory; DROP TABLE Categories")]
    [InlineData("DROP INDEX IX_Seminars_ChangedAt_Key_Status_WasPublic_Year; ALTER TABLE Seminars DROP COLUMN ChangedAt; ALTER TABLE Seminars DROP COLUMN WasPublic; DROP INDEX IX_Seminars_Key; ALTER TABLE Seminars DROP COLUMN Key")]
    public async Task Of_an_older_version_what_it_has(string older)
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        Run(site, older);
        Run(site, AnotherVersions);

        await site.StartAsync();

        Assert.Equal((301, "/seminars/nets/"), await site.AskAsync("/seminars/knots/"));
        Assert.Equal(410, (await site.AskAsync("/seminars/looms/")).Status);
        Assert.Equal("2020-02-13 00:00:00", Ask(site, "SELECT datetime(ChangedAt, 'unixepoch') FROM Seminars WHERE Slug = 'tides'").Single());
    }

    [Theory]
    [InlineData("UPDATE Seminars SET DateKey = 99")]
    [InlineData("UPDATE Tombstones SET DateKey = 99")]
    public async Task What_makes_no_sense_is_left_and_said_in_the_log(string nonsense)
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        Run(site, nonsense);
        Run(site, AnotherVersions);

        await site.StartAsync();

        Assert.Equal(["nets", "tides"], (await site.GetPageAsync("/")).Titles().Order(StringComparer.Ordinal));
        Assert.Equal((404, null), await site.AskAsync("/seminars/looms/"));
        Assert.Single(site.LogLines, l => l.Contains("[WRN]", StringComparison.Ordinal) && l.Contains("what only it knew, such as deleted seminars, could not be read (", StringComparison.Ordinal));
        Assert.Equal([], site.LogLines.Where(l => l.Contains("[ERR]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_database_that_was_deleted_is_not_asked_what_one_before_it_knew()
    {
        await using var site = await GrownAsync();
        await site.StopAsync();
        Run(site, AnotherVersions);
        await site.StartAsync();
        await site.StopAsync();
        File.Delete(site.Database);

        await site.StartAsync();

        Assert.Equal((404, null), await site.AskAsync("/seminars/looms/"));
        Assert.Equal(["nets | nets", "tides | tides", "was | was"], Ask(site, "SELECT Slug || ' | ' || Key FROM Seminars ORDER BY Slug"));
    }

    [Fact]
    public async Task A_start_that_was_broken_off_is_made_up_for_by_the_next()
    {
        await using var site = await GrownAsync();
        var before = Ask(site, Rows);
        await site.StopAsync();
        Run(site, AnotherVersions);
        // The file has been set aside, and the new one not been finished.
        File.Move(site.Database, Path.ChangeExtension(site.Database, ".set-aside.db"));
        await File.WriteAllBytesAsync(site.Database, []);

        await site.StartAsync();

        Assert.Equal(before, Ask(site, Rows));
        Assert.Equal(410, (await site.AskAsync("/seminars/looms/")).Status);
    }

    [Fact]
    public async Task Changes_that_a_killed_program_left_beside_its_file_are_not_lost()
    {
        await using var site = await GrownAsync();
        // As the disk looks when the program is killed: the last changes lie in the log beside the file.
        Run(site, AnotherVersions);
        var killed = Directory.CreateTempSubdirectory("seminars-");
        foreach (var file in new[] { site.Database, site.Database + "-wal" }) File.Copy(file, Path.Combine(killed.FullName, Path.GetFileName(file)));
        await site.StopAsync();
        File.Delete(site.Database);
        foreach (var file in killed.GetFiles()) file.MoveTo(Path.Combine(Path.GetDirectoryName(site.Database)!, file.Name), overwrite: true);
        killed.Delete();
        Assert.True(new FileInfo(site.Database + "-wal").Length > 0);

        await site.StartAsync();

        Assert.Equal(410, (await site.AskAsync("/seminars/looms/")).Status);
    }

    [Fact]
    public async Task A_deleted_seminar_that_comes_back_as_a_draft_is_still_known_to_have_been_public_by_its_key()
    {
        await using var site = await GrownAsync();
        site.Delete("seminars/nets.md");
        await site.SeedAsync();
        site.Write(Seminar("nets", more: ["status: draft"]));
        await site.SeedAsync();

        Assert.Equal(["knots | 1"], Ask(site, "SELECT Key || ' | ' || WasPublic FROM Seminars WHERE Slug = 'nets'"));
    }

    // knots became nets, looms was deleted, was became a draft; tides stayed.
    private static async Task<Site> GrownAsync()
    {
        var site = Site.Empty().KeepLog();
        site.Write(Seminar("knots"));
        site.Write(Seminar("tides"));
        site.Write(Seminar("was"));
        site.Write(Seminar("looms", title: "Looms", category: "Weaving", more: ["speakers: [Ada Lovelace, Charles Babbage]"]));
        await site.StartAsync();
        site.Clock.Advance(TimeSpan.FromHours(1));
        site.Delete("seminars/knots.md");
        site.Write("seminars/nets.md", Seminar("knots").Markdown);
        site.Delete("seminars/looms.md");
        site.Write(Seminar("was", more: ["status: draft"]));
        await site.SeedAsync();
        site.Write("seminars/nets.md", Seminar("knots", title: "nets").Markdown);
        await site.SeedAsync();
        return site;
    }

    private const string Rows = "SELECT Slug || ' | ' || Key || ' | ' || datetime(ChangedAt, 'unixepoch') FROM Seminars ORDER BY Slug";

    private const string Tombstones = "SELECT Slug || ' | ' || Key || ' | ' || Title || ' | ' || Speakers || ' | ' || Categories || ' | ' || datetime(RemovedAt, 'unixepoch') FROM Tombstones ORDER BY Slug";

    private static SqliteConnection Open(Site site)
    {
        var connection = new SqliteConnection($"Data Source={site.Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(Site site, string sql)
    {
        using var connection = Open(site);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<string> Ask(Site site, string sql)
    {
        using var connection = Open(site);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}
