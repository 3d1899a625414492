using System.Net;
using Microsoft.Data.Sqlite;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Store;

/// <summary>Readers see the archive as it was or as it is now, never in between.</summary>
public class ConsistencyTests
{
    private const int Seminars = 12;

    [Fact]
    public async Task Every_page_is_wholly_old_or_wholly_new_while_the_archive_is_seeded()
    {
        await using var site = Site.Empty(("Site:PageSize", "8"));
        Write(site, generation: 0);
        await site.StartAsync();
        using var stop = new CancellationTokenSource();
        var seen = new HashSet<string>(StringComparer.Ordinal);

        var seeding = Task.Run(async () =>
        {
            for (var generation = 1; generation <= 15; generation++)
            {
                Write(site, generation);
                await site.SeedAsync();
            }

            await stop.CancelAsync();
        });
        while (!stop.IsCancellationRequested)
        {
            foreach (var (address, count) in new[] { ("/", 8), ("/page/2/", 4), ("/author/lucy-chapman/", 8), ("/search/?q=knots", 8), ("/2020/page/2/", 4) })
            {
                var titles = (await site.GetPageAsync(address)).Titles().ToList();
                Assert.Equal((address, count, 1), (address, titles.Count, titles.Select(t => t.Split(' ')[^1]).Distinct().Count()));
                seen.Add(titles[0].Split(' ')[^1]);
            }

            // The seminar, its speaker's others and its neighbours.
            var page = await site.GetPageAsync("/seminars/knots-5/");
            var all = page.Texts("h1").Concat(page.Titles()).Concat(page.Texts(".prevnext b")).Select(t => t.Split(' ')[^1]).ToList();
            Assert.Equal((8, 1), (all.Count, all.Distinct().Count()));
        }

        await seeding;
        Assert.True(seen.Count > 1, "no page was asked for while the archive changed");
    }

    [Fact]
    public async Task Nothing_is_answered_from_a_database_that_will_be_set_aside()
    {
        await using var site = Site.Empty();
        for (var i = 0; i < 150; i++) site.Write(Seminar($"knots-{i}"));
        await site.StartAsync();
        await site.StopAsync();
        using (var connection = new SqliteConnection($"Data Source={site.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA application_id = 7; UPDATE Seminars SET Title = 'of another version'";
            command.ExecuteNonQuery();
        }

        await site.StartAsync(meanwhile: async seeding =>
        {
            while (!seeding.IsCompleted)
            {
                using var answer = await site.GetAsync("/");
                var html = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) Assert.Equal(("5", "no-store"), (answer.Headers.RetryAfter?.ToString(), answer.Headers.CacheControl?.ToString()));
                else Assert.Equal((HttpStatusCode.OK, true, false), (answer.StatusCode, html.Contains("<h1>150 seminars", StringComparison.Ordinal), html.Contains("of another version", StringComparison.Ordinal)));
            }
        });

        Assert.Equal("150 seminars on leading and improving health care", (await site.GetPageAsync("/")).Text("h1"));
    }

    [Fact]
    public async Task The_archive_of_the_last_run_answers_until_the_new_one_is_there()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));
        await site.StopAsync();
        site.Delete("seminars/tides.md");
        var totals = new HashSet<string>(StringComparer.Ordinal);

        await site.StartAsync(meanwhile: async seeding =>
        {
            while (!seeding.IsCompleted)
            {
                using var answer = await site.GetAsync("/years/");
                if (answer.StatusCode == HttpStatusCode.OK) totals.Add((await site.GetPageAsync("/years/")).Text(".tot"));
            }
        });

        Assert.Subset(new HashSet<string>(["Total: 2", "Total: 1"]), totals);
        Assert.Equal(["knots"], (await site.GetPageAsync("/")).Titles());
    }

    private static void Write(Site site, int generation)
    {
        for (var i = 0; i < Seminars; i++) site.Write(Seminar($"knots-{i}", $"2020-{i + 1:00}-01", $"Knots {i}, generation {generation}", speaker: "Ada Lovelace", postedBy: "Lucy Chapman"));
    }
}
