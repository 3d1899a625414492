using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Store;

/// <summary>The database can always be had again from the content, so a bad one is set aside and rebuilt.</summary>
public class DamagedDatabaseTests
{
    [Theory]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("truncated")]
    [InlineData("damaged tables")]
    [InlineData("damaged everywhere but the first pages")]
    [InlineData("another version's")]
    [InlineData("never finished")]
    [InlineData("without its state")]
    public async Task Is_set_aside_and_rebuilt_with_one_line_in_the_log(string damage)
    {
        await using var site = Site.Empty().KeepLog();
        for (var i = 0; i < 40; i++) site.Write(Seminar($"knots-{i}", $"20{i:00}-01-01", speaker: $"Speaker {i}", body: new string('x', 3000)));
        site.Clock.SetUtcNow(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await site.StartAsync();
        await site.StopAsync();
        Settle(site.Database);
        Spoil(site.Database, damage);

        await site.StartAsync();

        Assert.Equal(Enumerable.Range(20, 20).Reverse().Select(i => $"knots-{i}"), (await site.GetPageAsync("/")).Titles());
        Assert.Equal(["knots-7"], (await site.GetPageAsync("/search/?q=%22Speaker%207%22")).Titles());
        Assert.Equal(200, (await site.AskAsync("/seminars/knots-39/")).Status);
        Assert.Single(site.LogLines, l => l.Contains("[WRN]", StringComparison.Ordinal) && l.Contains("set aside", StringComparison.Ordinal));
        Assert.Equal([], site.LogLines.Where(l => l.Contains("[ERR]", StringComparison.Ordinal) || l.Contains("[FTL]", StringComparison.Ordinal)));
        Assert.True(File.Exists(Path.ChangeExtension(site.Database, ".set-aside.db")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Damage_that_no_start_meets_is_found_behind_the_answers(bool asked)
    {
        await using var site = Site.Empty().KeepLog();
        for (var i = 0; i < 40; i++) site.Write(Seminar($"knots-{i}", $"20{i:00}-01-01", body: new string('x', 3000)));
        await site.StartAsync();
        await site.StopAsync();
        Settle(site.Database);
        // Where the long texts are, which only the pages of seminars show.
        var bytes = File.ReadAllBytes(site.Database);
        var size = PageSize(bytes);
        foreach (var page in bytes.Chunk(size).Index().Where(p => p.Item.Count(b => b == 'x') > 2000).Select(p => p.Index)) Array.Fill(bytes, (byte)0xA5, page * size, size);

        File.WriteAllBytes(site.Database, bytes);
        await site.StartAsync();
        for (var patience = 0; patience < 200 && !site.LogLines.Any(l => l.Contains("set aside", StringComparison.Ordinal)); patience++)
        {
            if (asked) Assert.Contains((await site.AskAsync("/seminars/knots-7/")).Status, new[] { 200, 503 });
            await Task.Delay(50);
        }

        for (var patience = 0; patience < 200 && (await site.AskAsync("/readyz")).Status != 200; patience++) await Task.Delay(50);
        Assert.Equal(new string('x', 3000), (await site.GetPageAsync("/seminars/knots-7/")).Text(".prose p"));
        Assert.Single(site.LogLines, l => l.Contains("[WRN]", StringComparison.Ordinal) && l.Contains("set aside", StringComparison.Ordinal));
        Assert.Equal([], site.LogLines.Where(l => l.Contains("[ERR]", StringComparison.Ordinal) || l.Contains("[FTL]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_that_was_deleted_under_the_running_site_is_made_anew_by_the_next_seeding()
    {
        await using var site = await Site.With([("Site:Watch", "true"), ("Site:PollInterval", "01:00:00")], Seminar("knots", "2020-01-01"));
        Assert.Equal(["knots"], (await site.GetPageAsync("/")).Titles());

        File.Delete(site.Database);
        site.Write(Seminar("looms", "2021-01-01"));
        for (var patience = 0; patience < 200 && (await site.AskAsync("/seminars/looms/")).Status != 200; patience++) await Task.Delay(50);

        Assert.Equal(["looms", "knots"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task A_sound_one_is_kept()
    {
        await using var site = Site.Empty().KeepLog();
        site.Write(Seminar("knots"));
        await site.StartAsync();
        await site.RestartAsync();

        Assert.DoesNotContain(site.LogLines, l => l.Contains("set aside", StringComparison.Ordinal));
        // The second start has nothing to read, and nothing to say.
        Assert.Equal(["Seeded 1 seminars from 1 files (1 read, 1 written, 0 removed)"],
            site.LogLines.Where(l => l.Contains("Seeded", StringComparison.Ordinal)).Select(l => l[l.IndexOf("Seeded", StringComparison.Ordinal)..(l.IndexOf(')', StringComparison.Ordinal) + 1)]));
    }

    private static void Spoil(string database, string damage)
    {
        var bytes = File.ReadAllBytes(database);
        var page = PageSize(bytes);
        switch (damage)
        {
            case "garbage": new Random(1).NextBytes(bytes); break;
            case "empty": bytes = []; break;
            case "truncated": bytes = bytes[..(bytes.Length / 2 / page * page)]; break;
            case "damaged everywhere but the first pages": Array.Fill(bytes, (byte)0xA5, 20 * page, bytes.Length - (20 * page)); break;
            case "damaged tables":
                using (var connection = Open(database))
                {
                    var root = (long)Ask(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'Seminars'")!;
                    Array.Fill(bytes, (byte)0, (int)(root - 1) * page, page);
                }

                break;
            case "another version's": Run(database, "PRAGMA application_id = 7"); return;
            case "never finished": Run(database, "PRAGMA application_id = 0; DELETE FROM States"); return;
            case "without its state": Run(database, "DELETE FROM States"); return;
        }

        File.WriteAllBytes(database, bytes);
    }

    // As the file's own first bytes say.
    private static int PageSize(byte[] database) => BinaryPrimitives.ReadUInt16BigEndian(database.AsSpan(16));

    // Empties the log of changes into the file, as a stop in good order does.
    private static void Settle(string database) => Run(database, "PRAGMA wal_checkpoint(TRUNCATE)");

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(string database, string sql)
    {
        using var connection = Open(database);
        Ask(connection, sql);
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
