using System.Text;
using SeminarArchive.Store;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>What becomes of addresses when files are renamed, copied, taken away and brought back.</summary>
public class MovedSeminarTests
{
    [Fact]
    public async Task A_posts_address_follows_its_seminar_and_says_when_it_is_gone()
    {
        await using var site = await Site.With(Seminar("knots", "2020-03-01"), Seminar("tides"));

        site.Write("seminars/knots.md", Seminar("knots", "2020-03-01", more: ["slug: splices"]).Markdown);
        await site.SeedAsync();
        foreach (var old in (string[])["/seminars/knots/", "/2020/03/knots/", "/2020/03/01/knots/", "/knots/"]) Assert.Equal((301, "/seminars/splices/"), await site.AskAsync(old));
        Assert.Equal(410, (await site.AskAsync("/2020/03/knots/feed/")).Status);

        site.Delete("seminars/knots.md");
        await site.SeedAsync();
        foreach (var old in (string[])["/2020/03/knots/", "/2020/03/splices/", "/splices/"]) Assert.Equal((301, "/seminars/splices/"), await site.AskAsync(old));
        Assert.Equal(410, (await site.AskAsync("/seminars/splices/")).Status);
    }

    [Fact]
    public async Task An_alias_leads_on_from_where_a_file_once_stood()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));

        site.Delete("seminars/knots.md");
        await site.SeedAsync();
        Assert.Equal(410, (await site.AskAsync("/seminars/knots/")).Status);

        site.Write(Seminar("tides", more: ["aliases: [/seminars/knots/]"]));
        await site.SeedAsync();
        Assert.Equal((301, "/seminars/tides/"), await site.AskAsync("/seminars/knots/"));
        Assert.Equal((301, "/seminars/tides/cite.bib"), await site.AskAsync("/seminars/knots/cite.bib"));
        Assert.Equal((301, "/api/seminars/tides"), await site.AskAsync("/api/seminars/knots"));
    }

    [Theory]
    [InlineData("/seminars/hitches/", "/seminars/knots/")]
    [InlineData("/seminars/hitches.md", "/seminars/knots.md")]
    [InlineData("/seminars/hitches/cite.bib", "/seminars/knots/cite.bib")]
    [InlineData("/seminars/hitches/linkset.json", "/seminars/knots/linkset.json")]
    [InlineData("/seminars/hitches/calendar.ics", "/seminars/knots/calendar.ics")]
    [InlineData("/api/seminars/hitches", "/api/seminars/knots")]
    [InlineData("/2020/02/hitches/", "/seminars/knots/")]
    [InlineData("/speaker/ada/feed/archive/1/", "/speaker/ada-lovelace/feed/archive/1/")]
    [InlineData("/speaker/ada/calendar.ics", "/speaker/ada-lovelace/calendar.ics")]
    [InlineData("/?paged=2", "/page/2/")]
    [InlineData("/Seminars/Knots", "/seminars/knots/")]
    public async Task No_redirect_is_kept_for_longer_than_an_hour(string from, string to)
    {
        await using var site = await Site.With(Seminar("hitches", speaker: "Ada Lovelace"));
        site.Write("people/ada.md", "---\nname: Ada Lovelace\naliases: [/speaker/ada/]\n---\n");
        site.Write(Seminar("hitches", speaker: "Ada Lovelace", more: ["slug: knots"]));
        await site.SeedAsync();

        // Made for the first, kept for the next.
        for (var i = 0; i < 2; i++)
        {
            using var answer = await site.GetAsync(from);
            Assert.Equal((301, to, "public, max-age=3600"), ((int)answer.StatusCode, answer.Headers.Location?.ToString(), answer.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task An_address_that_becomes_free_may_free_another()
    {
        await using var site = await Site.With(Seminar("b", more: ["slug: tides"]), Seminar("c", more: ["slug: tides"]), Seminar("a", more: ["slug: knots"]));
        site.Write(Seminar("b", more: ["slug: knots"]));
        await site.SeedAsync();
        Assert.Equal(("a", "b"), ((await site.GetPageAsync("/seminars/knots/")).Text("h1"), (await site.GetPageAsync("/seminars/tides/")).Text("h1")));

        site.Delete("seminars/a.md");
        await site.SeedAsync();
        Assert.Equal(("b", "c"), ((await site.GetPageAsync("/seminars/knots/")).Text("h1"), (await site.GetPageAsync("/seminars/tides/")).Text("h1")));
    }

    [Fact]
    public async Task A_file_that_comes_back_has_its_old_addresses_still()
    {
        await using var site = await Site.With(Seminar("knots", more: ["slug: first"]), Seminar("tides"));
        var renamed = Seminar("knots", more: ["slug: second"]);
        site.Write(renamed);
        await site.SeedAsync();

        site.Delete("seminars/knots.md");
        await site.SeedAsync();
        site.Write(renamed);
        await site.SeedAsync();

        Assert.Equal((301, "/seminars/second/"), await site.AskAsync("/seminars/first/"));
        Assert.Equal(200, (await site.AskAsync("/seminars/second/")).Status);
        Assert.Equal(["knots", "tides"], (await site.GetPageAsync("/")).Titles().Order());
    }

    [Fact]
    public async Task A_copy_that_stands_first_takes_over_the_seminar_and_gives_it_back()
    {
        await using var site = await Site.With(Seminar("knots", more: ["slug: first"]));
        var renamed = Seminar("knots", more: ["slug: second"]);
        site.Write(renamed);
        await site.SeedAsync();
        var key = await KeyAsync(site);

        site.Write("seminars/knots - Copy.md", renamed.Markdown);
        await site.SeedAsync();
        Assert.Equal(((301, "/seminars/second/"), key), (await site.AskAsync("/seminars/first/"), await KeyAsync(site)));

        site.Delete("seminars/knots - Copy.md");
        await site.SeedAsync();
        Assert.Equal(((301, "/seminars/second/"), key), (await site.AskAsync("/seminars/first/"), await KeyAsync(site)));
        Assert.Equal(["knots"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task A_seminar_that_is_a_draft_for_a_while_keeps_the_address_that_it_had()
    {
        await using var site = await Site.With(Seminar("knots"));
        site.Write(Seminar("knots", more: ["status: draft"]));
        await site.SeedAsync();
        site.Write("seminars/knots.md", Seminar("knots", more: ["status: draft", "slug: splices"]).Markdown);
        await site.SeedAsync();
        site.Write("seminars/knots.md", Seminar("knots", more: ["slug: splices"]).Markdown);
        await site.SeedAsync();

        Assert.Equal((301, "/seminars/splices/"), await site.AskAsync("/seminars/knots/"));
    }

    [Theory]
    [InlineData("knots - Copy.md")]
    [InlineData("knots copy.md")]
    [InlineData("knots (1).md")]
    [InlineData("knots-2.md")]
    [InlineData("knots_old.markdown")]
    public async Task A_copy_beside_the_file_does_not_take_its_address_nor_its_identifier(string copy)
    {
        string[] more = ["slug: bends", "id: S-1"];
        await using var site = await Site.With(Seminar("knots", title: "Knots", more: more));
        site.Write($"seminars/{copy}", Seminar("knots", title: "Knots", more: more).Markdown);
        Assert.Equal($"content/seminars/{copy}", Assert.Single((await site.SeedAsync()).Problems, p => p.Rule == "slug-taken").File);

        site.Write($"seminars/{copy}", Seminar("knots", title: "Splices", more: ["slug: splices"]).Markdown);
        await site.SeedAsync();
        Assert.Equal((200, null), await site.AskAsync("/seminars/splices/"));
        using var knots = System.Text.Json.JsonDocument.Parse(await site.GetStringAsync("/api/seminars/bends"));
        Assert.Equal(("S-1", "Knots"), (knots.RootElement.GetProperty("key").GetString(), knots.RootElement.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task All_files_that_go_one_by_one_in_one_moment_are_not_believed_gone()
    {
        var posts = Enumerable.Range(0, 12).Select(i => Seminar($"knots-{i}")).ToArray();
        await using var site = await Site.With(posts);
        foreach (var post in posts) site.Delete($"seminars/{post.FileName}");

        var report = await site.Service<Seeder>().SeedAsync([.. posts.Select(p => $"seminars/{p.FileName}")]);

        Assert.Equal(("folder-emptied", 12, 0), (Assert.Single(report.Folder!).Rule, report.Seminars, report.Removed));
        Assert.Equal(200, (await site.AskAsync("/seminars/knots-3/")).Status);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_stays_as_it_was_and_is_reported()
    {
        await using var site = Site.Empty();
        site.Write("about.md", "# About us\n\nWe meet at four.\n");
        site.Write("categories/rope.md", "All about rope.\n");
        site.Write(Seminar("knots", category: "Rope"));
        await site.StartAsync();

        site.Write("about.md", [.. Encoding.ASCII.GetBytes("# About us\n\nWe meet in the caf"), 0xE9, (byte)'\n']);
        site.Write("categories/rope.md", [0xE9, (byte)'\n']);
        var report = await site.SeedAsync();
        Assert.Equal([("content/about.md", "not-utf8"), ("content/categories/rope.md", "not-utf8")], report.Problems.Select(p => (p.File, p.Rule)).Order());
        Assert.Equal([], (await site.SeedAsync()).Problems);
        Assert.Contains("We meet at four.", (await site.GetPageAsync("/about/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("All about rope.", (await site.GetPageAsync("/category/rope/")).Body!.TextContent, StringComparison.Ordinal);

        site.Write("about.md", "# About us\n\nWe meet at five.\n");
        site.Delete("categories/rope.md");
        Assert.Equal([], (await site.SeedAsync()).Problems);
        Assert.Contains("We meet at five.", (await site.GetPageAsync("/about/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("All about rope.", (await site.GetPageAsync("/category/rope/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_one_whose_front_matter_has_an_error_and_a_category_keeps_the_title_that_its_page_gave_it()
    {
        await using var site = Site.Empty();
        site.Write("about.md", "---\ntitle: Who we are\n---\n\nWe meet at four.\n");
        site.Write("categories/Rope.md", "---\ntitle: Ropes & twine\n---\n\nAll about rope.\n");
        site.Write(Seminar("knots", category: "Rope"));
        await site.StartAsync();

        site.Write("about.md", "---\ntitle: [Who we are\n---\n\nWe meet at five.\n");
        site.Write("categories/Rope.md", "---\ntitle: Ropes\n\nAll about rope.\n");
        site.Write(Seminar("tides", category: "Rope"));
        var report = await site.SeedAsync();

        Assert.Equal(["content/about.md", "content/categories/Rope.md"], report.Problems.Select(p => p.File).Distinct());
        var about = await site.GetPageAsync("/about/");
        Assert.Equal(("Who we are", "We meet at four."), (about.Text("h1"), about.Text(".prose p")));
        Assert.Equal("Ropes & twine", (await site.GetPageAsync("/category/rope/")).Text("h1"));

        site.Delete("categories/Rope.md");
        await site.SeedAsync();
        var category = await site.GetPageAsync("/category/rope/");
        Assert.Equal(("Rope", false), (category.Text("h1"), category.Body!.TextContent.Contains("All about rope.", StringComparison.Ordinal)));
    }

    private static async Task<string> KeyAsync(Site site) => (await site.GetPageAsync("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc")).QuerySelector("identifier")!.TextContent;
}
