using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>What an editor does in <c>content/</c> while the site runs, and what visitors then see.</summary>
public class LiveEditingTests
{
    private static readonly (string, string)[] Watching = [("Site:Watch", "true"), ("Site:PollInterval", "00:00:00.5")];

    [Fact]
    public async Task A_new_file_a_changed_one_and_a_deleted_one_are_live_without_a_restart()
    {
        await using var site = await Site.With(Watching, Seminar("knots", title: "Knots"), Seminar("tides", title: "Tides"));

        site.Write(Seminar("looms", title: "Looms"));
        await Eventually((200, null), () => site.AskAsync("/seminars/looms/"));

        site.Write(Seminar("knots", title: "Knots and nets"));
        await Eventually("Knots and nets", async () => (await site.GetPageAsync("/seminars/knots/")).QuerySelector("h1")!.TextContent.Trim());

        site.Delete("seminars/tides.md");
        await Eventually((410, null), () => site.AskAsync("/seminars/tides/"));
        Assert.Equal(["Looms", "Knots and nets"], Titles(await site.GetPageAsync("/")).Order().Reverse());
    }

    [Fact]
    public async Task Every_page_leads_to_a_new_one_about_the_archive_whenever_it_was_asked_for()
    {
        await using var site = await Site.With(Watching, Seminar("knots"));
        Assert.Empty((await site.GetPageAsync("/")).QuerySelectorAll("a[href='/about/']"));
        // Somebody asks at the very moment when the archive has become another one.
        site.Service<SeminarArchive.Store.Seeder>().Seeded += (_, _) => site.GetPageAsync("/").GetAwaiter().GetResult();

        site.Write("about.md", "# About\n\nOn knots.\n");
        await Eventually((200, null), () => site.AskAsync("/about/"));
        await Eventually("2", async () => $"{(await site.GetPageAsync("/")).QuerySelectorAll("a[href='/about/']").Length}");
    }

    [Fact]
    public async Task The_status_page_names_what_nothing_reads_until_it_is_put_right()
    {
        await using var site = Site.Empty(("environment", "Development"), ("Site:Watch", "true"), ("Site:PollInterval", "01:00:00")).KeepLog();
        site.Write(Seminar("knots", title: "Knots"));
        site.Write("tides.md", Seminar("tides").Markdown);
        await site.StartAsync();
        string[] told = ["content/tides.md", "The archive does not read this file where it lies.", "If it is a seminar, move it to seminars/tides.md .", "Not published."];
        Assert.Equal(told, await Told());

        // A look at one file says nothing of the others, and one at all of them nothing new.
        foreach (var (title, everything) in new[] { ("Nets", false), ("Bends", true) })
        {
            if (everything) site.Write("slides/knots.txt", "Slides.\n");
            site.Write(Seminar("knots", title: title));
            await Eventually(title, async () => (await site.GetPageAsync("/seminars/knots/")).QuerySelector("h1")!.TextContent.Trim());
            Assert.Equal(told, await Told());
        }

        File.Move(Path.Combine(site.Content, "tides.md"), Path.Combine(site.Content, "seminars/tides.md"));
        await Eventually((200, null), () => site.AskAsync("/seminars/tides/"));
        Assert.Empty(await Told());
        Assert.Single(site.LogLines, line => line.Contains("content/tides.md", StringComparison.Ordinal));

        async Task<string[]> Told() =>
            [.. (await site.GetPageAsync("/status/")).QuerySelectorAll(".file h2, .prob h3, .fix, .eff").Select(e => Words(e.TextContent).Replace("Warning", "", StringComparison.Ordinal).Replace("Fix ", "", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_folder_that_takes_the_place_of_the_content_folder_behind_a_link_is_found()
    {
        await using var site = Site.Empty(("Site:Watch", "true"));
        site.Write(Seminar("knots"));
        var (first, second) = (site.Content + "-1", site.Content + "-2");
        Directory.Move(site.Content, first);
        Directory.CreateSymbolicLink(site.Content, first);
        await site.StartAsync();

        Directory.CreateDirectory(Path.Combine(second, "seminars"));
        await File.WriteAllTextAsync(Path.Combine(second, "seminars", "tides.md"), Seminar("tides").Markdown);
        Directory.Delete(site.Content);
        Directory.CreateSymbolicLink(site.Content, second);

        await Eventually((200, null), () => site.AskAsync("/seminars/tides/"));
        Assert.Equal((410, null), await site.AskAsync("/seminars/knots/"));
    }

    [Fact]
    public async Task A_file_that_turns_bad_keeps_its_page_and_heals_when_it_is_mended()
    {
        await using var site = await Site.With(Watching, Seminar("knots", title: "Knots", body: "About rope."), Seminar("tides"));
        var good = await site.GetPageAsync("/seminars/knots/");

        site.Write("seminars/knots.md", "---\ntitle: \"Knots\ndate: 2020-02-13\n---\nBroken.\n");
        site.Write(Seminar("marker"));
        await Eventually((200, null), () => site.AskAsync("/seminars/marker/"));
        Assert.Equal(good.QuerySelector(".prose")!.TextContent, (await site.GetPageAsync("/seminars/knots/")).QuerySelector(".prose")!.TextContent);

        site.Write(Seminar("knots", title: "Knots", body: "Mended."));
        await Eventually("Abstract Mended.", async () => Words((await site.GetPageAsync("/seminars/knots/")).QuerySelector(".prose")!.TextContent));
    }

    [Fact]
    public async Task A_renamed_file_and_a_changed_slug_leave_a_redirect_behind_also_after_a_second_change()
    {
        await using var site = await Site.With(Watching, Seminar("knots", title: "Knots"), Seminar("tides"));

        File.Move(Path.Combine(site.Content, "seminars/knots.md"), Path.Combine(site.Content, "seminars/ropes.md"));
        await Eventually((301, "/seminars/ropes/"), () => site.AskAsync("/seminars/knots/"));

        site.Write("seminars/ropes.md", Seminar("ropes", title: "Knots", more: ["slug: splices"]).Markdown);
        await Eventually((301, "/seminars/splices/"), () => site.AskAsync("/seminars/ropes/"));
        Assert.Equal((301, "/seminars/splices/"), await site.AskAsync("/seminars/knots/"));
        Assert.Equal((200, null), await site.AskAsync("/seminars/splices/"));
    }

    [Fact]
    public async Task A_broken_file_that_is_renamed_keeps_its_page_too()
    {
        await using var site = await Site.With(Watching, Seminar("knots", title: "Knots"), Seminar("tides"));
        site.Write("seminars/knots.md", "---\ntitle: \"Knots\ndate: 2020-02-13\n---\n");
        site.Write(Seminar("first-marker"));
        await Eventually((200, null), () => site.AskAsync("/seminars/first-marker/"));

        File.Move(Path.Combine(site.Content, "seminars/knots.md"), Path.Combine(site.Content, "seminars/ropes.md"));
        site.Write(Seminar("second-marker"));
        await Eventually((200, null), () => site.AskAsync("/seminars/second-marker/"));
        Assert.Equal((200, null), await site.AskAsync("/seminars/knots/"));

        site.Write("seminars/ropes.md", Seminar("ropes", title: "Ropes").Markdown);
        await Eventually((301, "/seminars/ropes/"), () => site.AskAsync("/seminars/knots/"));
    }

    [Fact]
    public async Task A_file_changed_and_renamed_at_once_is_followed_by_its_id()
    {
        await using var site = await Site.With(Seminar("knots", more: ["id: 42"]), Seminar("tides", more: ["id: 43"]));

        site.Delete("seminars/knots.md");
        site.Write(Seminar("splices", title: "Of splices", more: ["id: 42"]));
        await site.RestartAsync();

        Assert.Equal((301, "/seminars/splices/"), await site.AskAsync("/seminars/knots/"));
    }

    [Fact]
    public async Task A_deleted_seminar_says_what_it_was_and_comes_back_with_its_file()
    {
        await using var site = await Site.With(Watching, Seminar("knots", title: "Knots", speaker: "Ada Lovelace"), Seminar("tides"));

        site.Delete("seminars/knots.md");
        await Eventually((410, null), () => site.AskAsync("/seminars/knots/"));
        var tombstone = await site.GetPageAsync("/seminars/knots/", System.Net.HttpStatusCode.Gone);
        Assert.Equal("Knots", tombstone.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("Ada Lovelace", Words(tombstone.QuerySelector(".speaker")!.TextContent));
        Assert.Equal((404, null), await site.AskAsync("/speaker/ada-lovelace/"));

        site.Write(Seminar("knots", title: "Knots"));
        await Eventually((200, null), () => site.AskAsync("/seminars/knots/"));
    }

    [Fact]
    public async Task A_whole_folder_comes_moves_and_goes_in_one_piece()
    {
        await using var site = await Site.With([.. Watching, ("Site:Subject", "")], Seminar("knots"));
        var waiting = Directory.CreateTempSubdirectory().FullName;
        for (var i = 1; i <= 30; i++) File.WriteAllText(Path.Combine(waiting, $"talk-{i}.md"), Seminar($"talk-{i}").Markdown);

        Directory.Move(waiting, Path.Combine(site.Content, "seminars/2020"));
        await Eventually("31 seminars", async () => Words((await site.GetPageAsync("/")).QuerySelector("h1")!.TextContent));

        Directory.Move(Path.Combine(site.Content, "seminars/2020"), Path.Combine(site.Content, "seminars/moved"));
        site.Write(Seminar("marker"));
        await Eventually("32 seminars", async () => Words((await site.GetPageAsync("/")).QuerySelector("h1")!.TextContent));
        Assert.Equal((200, null), await site.AskAsync("/seminars/talk-7/"));

        Directory.Delete(Path.Combine(site.Content, "seminars/moved"), recursive: true);
        await Eventually((410, null), () => site.AskAsync("/seminars/talk-7/"));
    }

    [Fact]
    public async Task What_editors_leave_lying_about_is_no_seminar()
    {
        await using var site = await Site.With(Watching, Seminar("knots"));
        foreach (var name in new[] { ".knots.md.swp", "knots.md~", "#knots.md#", ".hidden.md", "knots.md.tmp", ".DS_Store", "README.md", ".folder/inside.md" })
        {
            site.Write($"seminars/{name}", Seminar("leftover").Markdown);
        }

        site.Write(Seminar("marker"));
        await Eventually((200, null), () => site.AskAsync("/seminars/marker/"));

        Assert.Equal(["knots", "marker"], Titles(await site.GetPageAsync("/")).Order());
    }

    [Fact]
    public async Task A_link_out_of_the_content_folder_and_a_circle_of_links_lead_nowhere()
    {
        await using var site = Site.Empty(Watching);
        var outside = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(outside, "secret.md"), Seminar("secret").Markdown);
        site.Write(Seminar("knots"));
        File.CreateSymbolicLink(Path.Combine(site.Content, "seminars/secret.md"), Path.Combine(outside, "secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(site.Content, "seminars/away"), outside);
        Directory.CreateSymbolicLink(Path.Combine(site.Content, "seminars/round"), Path.Combine(site.Content, "seminars"));

        await site.StartAsync();

        Assert.Equal(["knots"], Titles(await site.GetPageAsync("/")));
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task A_share_that_is_not_mounted_takes_no_page_away()
    {
        await using var site = await Site.With([.. Enumerable.Range(1, 12).Select(i => Seminar($"talk-{i}"))]);
        var seminars = Path.Combine(site.Content, "seminars");

        Directory.Move(seminars, Path.Combine(site.Content, "elsewhere"));
        await site.RestartAsync();
        Assert.Equal((200, null), await site.AskAsync("/seminars/talk-7/"));

        Directory.CreateDirectory(seminars);
        await site.RestartAsync();
        Assert.Equal((200, null), await site.AskAsync("/seminars/talk-7/"));
    }

    [Fact]
    public async Task A_seminar_posted_in_the_future_publishes_itself_when_its_day_comes()
    {
        await using var site = await Site.With(Watching, Seminar("knots"), Seminar("later", speaker: "Ada Lovelace", more: ["posted: 2026-11-24"]));
        Assert.Equal((404, null), await site.AskAsync("/seminars/later/"));
        Assert.Equal((404, null), await site.AskAsync("/speaker/ada-lovelace/"));
        Assert.Equal(["knots"], Titles(await site.GetPageAsync("/")));

        site.Clock.Advance(TimeSpan.FromHours(12));

        await Eventually((200, null), () => site.AskAsync("/seminars/later/"));
        Assert.Equal((200, null), await site.AskAsync("/speaker/ada-lovelace/"));
    }

    [Fact]
    public async Task A_draft_is_seen_in_Development_only_and_is_marked()
    {
        var draft = Seminar("knots", title: "Knots", more: ["status: draft"]);
        await using var production = await Site.With(draft, Seminar("tides"));
        await using var development = await Site.With([("environment", "Development")], draft, Seminar("tides"));

        Assert.Equal((404, null), await production.AskAsync("/seminars/knots/"));
        var page = await development.GetPageAsync("/seminars/knots/");
        Assert.Equal("Draft Knots", Words(page.QuerySelector("h1")!.TextContent));
        Assert.Equal("noindex,follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(["tides"], Titles(await development.GetPageAsync("/")));
    }

    private static IEnumerable<string> Titles(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll(".rows h3").Select(h => h.TextContent.Trim());

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Asks again until the answer is the one expected, for ten seconds at most; then fails with the last one.</summary>
    private static async Task Eventually<T>(T expected, Func<Task<T>> ask)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if (Equals(expected, await Try(ask))) return;
            await Task.Delay(50);
        }

        Assert.Equal(expected, await ask());
    }

    private static async Task<T?> Try<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Xunit.Sdk.XunitException)
        {
            return default;
        }
    }
}
