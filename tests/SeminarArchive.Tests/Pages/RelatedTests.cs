using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class RelatedTests
{
    private static readonly Post[] Archive =
    [
        Seminar("bees", "2020-01-01", "Beekeeping and the art of swarms", speaker: "Ada Lovelace", category: "Nature", body: "Honeybees swarm in May; pheromones guide them.", more: ["tags: [bees]"]),
        Seminar("hives", "2019-01-01", "What swarms teach hospitals", speaker: "Mary Somerville", category: "Hospitals", body: "Pheromones, queues and honeybees."),
        Seminar("engine", "2018-01-01", "The engine", speaker: "Ada Lovelace", category: "Machines", body: "Punched cards."),
        Seminar("honey", "2017-01-01", "Sweet", speaker: "John Clare", category: "Food", body: "Nothing in common.", more: ["tags: [Bees]"]),
        Seminar("draft", "2020-02-01", "Beekeeping and the art of swarms, again", category: "Nature", more: ["status: draft"]),
        Seminar("lost", "2020-02-02", "Beekeeping and the art of swarms, lost", category: "Nature", more: ["status: withdrawn", "reason: On request"]),
        Seminar("looms", "2016-01-01", "Weaving", category: "Cloth", body: "Warp and weft."),
        Seminar("wool", "2015-01-01", "Sheep", category: "Cloth", body: "Shearing."),
        Seminar("alone", "2014-01-01", "Alone", body: "Like no other."),
    ];

    [Fact]
    public async Task Names_what_is_by_the_same_speaker_or_about_the_same_and_says_why()
    {
        await using var site = await Site.With(Archive);

        Assert.Equal(["Sweet: Also tagged bees", "The engine: Also by Ada Lovelace", "What swarms teach hospitals: Also about swarms and honeybees"], await RelatedAsync(site, "bees"));
        Assert.Equal(["Weaving: Also in Cloth"], await RelatedAsync(site, "wool"));
        Assert.Equal([], await RelatedAsync(site, "alone"));
        Assert.Equal([], await RelatedAsync(site, "lost", System.Net.HttpStatusCode.Gone));
    }

    [Fact]
    public async Task What_says_nothing_of_the_matter_is_no_reason()
    {
        await using var site = await Site.With([
            Seminar("ropes", "2020-01-01", "What ropes are still for", speaker: "Romain Rolland", category: "All", body: "Romain works continually in the department of pheromones."),
            Seminar("knots", "2019-01-01", "What knots are still for", speaker: "Romain Rolland", category: "All", body: "Romain came from a department for splices, continually."),
            Seminar("bees", "2018-01-01", "What is high", speaker: "Ada Lovelace", category: "All", body: "Pheromones, said Romain; continually, in the department."),
            .. Enumerable.Range(0, 9).Select(i => Seminar($"s{i}", $"200{i}-01-01", $"Series {i}", category: "All", body: $"Else{(char)('a' + i)}."))]);

        Assert.Equal(["What knots are still for: Also by Romain Rolland", "What is high: Also about pheromones"], await RelatedAsync(site, "ropes"));
        Assert.Equal(["What ropes are still for: Also about pheromones"], await RelatedAsync(site, "bees"));
    }

    [Fact]
    public async Task Is_the_same_after_a_restart_a_rebuild_and_edits_that_come_to_the_same()
    {
        await using var site = await Site.With(Archive);
        var before = await AllAsync(site);

        await site.RestartAsync();
        Assert.Equal(before, await AllAsync(site));

        foreach (var post in Archive.Take(4)) site.Delete($"seminars/{post.FileName}");
        await site.SeedAsync();
        foreach (var post in Archive.Take(4)) site.Write(post);
        await site.SeedAsync();
        Assert.Equal(before, await AllAsync(site));

        await site.StopAsync();
        File.Delete(site.Database);
        await site.StartAsync();
        Assert.Equal(before, await AllAsync(site));
    }

    [Fact]
    public async Task Follows_the_content()
    {
        await using var site = await Site.With(Archive);

        site.Delete("seminars/hives.md");
        site.Write(Seminar("swarms", "2021-01-01", "Swarms of drones", body: "Pheromones for machines, as honeybees have."));
        await site.SeedAsync();
        Assert.Equal(["Sweet: Also tagged bees", "The engine: Also by Ada Lovelace", "Swarms of drones: Also about swarms and honeybees"], await RelatedAsync(site, "bees"));
    }

    [Fact]
    public async Task Names_at_most_five()
    {
        await using var site = await Site.With([.. Enumerable.Range(0, 9).Select(i => Seminar($"s{i}", $"201{i}-01-01", $"Pheromones of honeybees, part {(char)('a' + i)}", speaker: i < 6 ? "Ada Lovelace" : $"Guest {i}"))]);

        // Of the same speaker three, as long as others are as near.
        var related = await RelatedAsync(site, "s0");
        Assert.Equal((5, 3), (related.Count, related.Count(r => r.EndsWith("Also by Ada Lovelace", StringComparison.Ordinal))));
    }

    private static async Task<List<string>> RelatedAsync(Site site, string slug, System.Net.HttpStatusCode status = System.Net.HttpStatusCode.OK)
    {
        var page = await site.GetPageAsync($"/seminars/{slug}/", status);
        return [.. page.QuerySelectorAll("[aria-labelledby=rel] article.row").Select(r => $"{r.Text(".row__t")}: {r.Text(".why")}")];
    }

    private static async Task<string> AllAsync(Site site)
    {
        var all = new List<string>();
        foreach (var slug in new[] { "bees", "hives", "engine", "honey", "looms", "wool", "alone" }) all.Add($"{slug}: {string.Join("; ", await RelatedAsync(site, slug))}");
        return string.Join('\n', all);
    }
}
