using System.Net;
using AngleSharp;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class SeminarPageTests
{
    [Fact]
    public async Task Shows_everything_that_its_file_says()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("looms", "2019-11-05", speaker: "Ada Lovelace", affiliation: "Somewhere else"));
        site.Write(Seminar("stars", "2018-11-05", speaker: "Mary Somerville"));
        site.Write("slides/knots.pdf", new byte[1_800_000]);
        site.Write("seminars/knots.md", """
            ---
            title: Knots and splices
            original-title: Knots
            date: 2020-02-13
            time: 17:00
            end: 18:30
            location: Lecture Theatre 4
            speakers:
              - name: Professor Ada Lovelace
                affiliation: St James's Square
              - name: Mary Somerville
                affiliation: Burntisland
            author: Lucy Chapman
            category: Handicraft
            tags: [rope, sailing]
            slides: /slides/knots.pdf
            recording: https://www.example.org/knots.mp4
            posted: 2020-02-14
            updated: 2020-03-01
            ---

            ## What was said

            On *rope*.
            """);
        await site.StartAsync();

        var page = await site.GetPageAsync("/seminars/knots/");

        Assert.Equal("Knots and splices – Professor Ada Lovelace, Mary Somerville, 13 February 2020 | Seminar Archive", page.Title);
        Assert.Equal("Knots and splices", page.Text("h1"));
        Assert.Equal(["Professor Ada Lovelace St James's Square", "Mary Somerville Burntisland"], page.Texts(".speakers li"));
        Assert.Equal(["/speaker/ada-lovelace/", "/affiliation/st-jamess-square/", "/speaker/mary-somerville/", "/affiliation/burntisland/"], page.Links(".speakers a"));
        Assert.Equal("13 February 2020", page.Text(".when time"));
        Assert.Equal("2020-02-13T17:00+00:00", page.QuerySelector(".when time")!.GetAttribute("datetime"));
        Assert.Equal(["Thursday 13 February 202017:00–18:30", "Lecture Theatre 4"], page.Texts(".take dd"));
        Assert.Equal(["Presentation slides PDF, 1.8 MB", "Recording Video, at example.org"], page.Texts(".take a"));
        Assert.Equal(["/slides/knots.pdf", "https://www.example.org/knots.mp4"], page.Links(".take a"));
        Assert.Equal("<h3 id=\"text-what-was-said\">What was said</h3>\n<p>On <em>rope</em>.</p>", page.QuerySelector(".prose")!.InnerHtml.Split("</h2>")[1].Trim());
        Assert.Equal("Lovelace, A., & Somerville, M. (2020, February 13). Knots and splices [Seminar presentation]. Seminar Archive, Lecture Theatre 4. http://localhost/seminars/knots/", page.Texts(".cite .txt").First());
        Assert.Equal("Filed under Handicraft. Tagged rope and sailing. Posted by Lucy Chapman on 14 February 2020. Last changed on 1 March 2020. First published as “Knots”.", page.Text(".meta"));
        Assert.Equal(["/category/handicraft/", "/tag/rope/", "/tag/sailing/", "/author/lucy-chapman/"], page.Links(".meta a"));
        Assert.Equal(["Related seminars"], page.Texts("#rel"));
        Assert.Equal(["looms", "stars"], page.Titles());
        Assert.Equal(["http://localhost/seminars/knots/"], page.Links("link[rel=canonical]"));
    }

    [Fact]
    public async Task Leaves_out_what_is_not_known()
    {
        await using var site = await Site.With(Seminar("knots", "2020-02-13", body: ""));

        var page = await site.GetPageAsync("/seminars/knots/");

        Assert.Empty(page.QuerySelectorAll(".take, .prose, .speaker, .prevnext, #rel, .up"));
        Assert.Equal("", page.Text(".meta"));
        Assert.Equal("knots [Seminar presentation]. (2020, February 13). Seminar Archive. http://localhost/seminars/knots/", page.Texts(".cite .txt").First());
    }

    [Fact]
    public async Task Leads_to_the_earlier_and_the_later_one()
    {
        await using var site = await Site.With(
            Seminar("first", "2019-01-01"), Seminar("second", "2019-02"), Seminar("third", "2019-02-01"), Seminar("third-too", "2019-02-01"), Seminar("draft", "2019-02-02", more: ["status: draft"]),
            Seminar("gone", "2019-02-03", more: ["status: withdrawn", "reason: On request"]), Seminar("last", "2019-03-01"));

        var order = new List<string>();
        for (var address = "/seminars/last/"; address is not null;)
        {
            var page = await site.GetPageAsync(address);
            order.Add(page.Text("h1"));
            var earlier = page.Links(".prevnext a[rel=prev]").SingleOrDefault();
            if (earlier is not null) Assert.Equal([address], (await site.GetPageAsync(earlier)).Links(".prevnext a[rel=next]"));
            address = earlier;
        }

        Assert.Equal(["last", "third", "third-too", "second", "first"], order);
        Assert.Equal(["Earlier: February 2019second", "Later: 1 February 2019third"], (await site.GetPageAsync("/seminars/third-too/")).Texts(".prevnext a"));
    }

    [Fact]
    public async Task Lists_at_most_five_others_by_its_speakers_and_never_itself()
    {
        await using var site = await Site.With([.. Enumerable.Range(1, 7).Select(i => Seminar($"s{i}", $"201{i}-01-01", speaker: "Ada Lovelace")), Seminar("other", "2020-01-01", speaker: "Mary Somerville")]);

        Assert.Equal(["s7", "s6", "s4", "s3", "s2"], (await site.GetPageAsync("/seminars/s5/")).Titles());
        Assert.Equal("Related seminars", (await site.GetPageAsync("/seminars/s5/")).Text("#rel"));
        Assert.Empty((await site.GetPageAsync("/seminars/other/")).QuerySelectorAll("#rel"));
    }

    [Fact]
    public async Task A_file_is_led_to_with_its_size_while_it_is_there()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", more: ["slides: /slides/knots.pptx"]));
        await site.StartAsync();
        Assert.Equal(["Presentation slides The file is missing."], (await site.GetPageAsync("/seminars/knots/")).Texts(".take > :not(a)"));

        site.Write("slides/knots.pptx", new byte[48_200]);
        await site.SeedAsync();
        Assert.Equal(["Presentation slides PowerPoint, 48 KB"], (await site.GetPageAsync("/seminars/knots/")).Texts(".take a"));

        site.Delete("slides/knots.pptx");
        await site.SeedAsync();
        Assert.Equal(["Presentation slides The file is missing."], (await site.GetPageAsync("/seminars/knots/")).Texts(".take > :not(a)"));
    }

    [Fact]
    public async Task A_withdrawn_seminar_says_what_it_was_and_why_and_is_gone_from_everywhere_else()
    {
        await using var site = await Site.With(
            Seminar("knots", "2020-02-13", speaker: "Ada Lovelace", affiliation: "St James's Square", postedBy: "Lucy Chapman", category: "Handicraft", body: "On unspeakable rope.",
                more: ["status: withdrawn", "reason: At the speaker's request", "updated: 2021-03-01", "slides: /slides/knots.pdf", "tags: [rope]"]),
            Seminar("tides", "2019-01-01", speaker: "Ada Lovelace", postedBy: "Lucy Chapman"));

        var page = await site.GetPageAsync("/seminars/knots/", HttpStatusCode.Gone);

        Assert.Equal("knots", page.Text("h1"));
        Assert.Equal("Ada Lovelace St James's Square", page.Text(".speaker"));
        Assert.Equal("13 February 2020", page.Text(".when time"));
        Assert.Equal(["At the speaker's request", "Withdrawn on 1 March 2021.", "Its abstract, slides and recording are no longer offered. This page remains so that the address goes on saying what stood here."], page.Texts(".tomb p"));
        Assert.DoesNotContain("unspeakable", page.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("knots.pdf", page.ToHtml(), StringComparison.Ordinal);
        Assert.Equal("noindex,follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        foreach (var address in new[] { "/", "/author/lucy-chapman/", "/speaker/ada-lovelace/" }) Assert.Equal(["tides"], (await site.GetPageAsync(address)).Titles());
        Assert.Equal(["Lovelace, Ada 1 seminar"], (await site.GetPageAsync("/speakers/")).Texts(".names li"));
        foreach (var address in new[] { "/2020/", "/2020/02/", "/category/handicraft/", "/tag/rope/", "/affiliation/st-jamess-square/" }) Assert.Equal((address, 404), (address, (await site.AskAsync(address)).Status));
        foreach (var word in new[] { "unspeakable", "knots", "handicraft" }) Assert.Equal([], (await site.GetPageAsync($"/search/?q={word}")).Titles());
        Assert.Equal([], (await site.GetPageAsync("/seminars/tides/")).Titles());
        Assert.Equal([], (await site.GetPageAsync("/seminars/tides/")).Links(".prevnext a"));
    }

    [Fact]
    public async Task A_draft_is_nowhere()
    {
        await using var site = await Site.With(
            Seminar("knots", "2022-02-13", speaker: "Dame Ada Lovelace", affiliation: "St James's Square", postedBy: "Lucy CHAPMAN", category: "Handicraft", body: "On unspeakable rope.",
                more: ["status: draft", "tags: [rope]", "aliases: [/old/knots/]", "orcid: 0000-0002-1825-0097"]),
            Seminar("tides", "2019-01-01", speaker: "Ada Lovelace", postedBy: "Lucy Chapman"));

        foreach (var address in new[] { "/seminars/knots/", "/2022/", "/2022/02/", "/category/handicraft/", "/tag/rope/", "/affiliation/st-jamess-square/", "/old/knots/", "/knots/", "/2022/02/13/knots/" })
        {
            Assert.Equal((address, 404, null), (address, (await site.AskAsync(address)).Status, (await site.AskAsync(address)).Location));
        }

        foreach (var address in new[] { "/", "/author/lucy-chapman/", "/speaker/ada-lovelace/" }) Assert.Equal(["tides"], (await site.GetPageAsync(address)).Titles());
        foreach (var word in new[] { "unspeakable", "knots", "handicraft" }) Assert.Equal([], (await site.GetPageAsync($"/search/?q={word}")).Titles());
        Assert.Equal([], (await site.GetPageAsync("/seminars/tides/")).Links(".prevnext a, #rel"));
        Assert.Equal(["2019"], (await site.GetPageAsync("/years/")).Texts(".alm h2"));

        // Not even in how a heading is written, though the draft is the newest to name it.
        Assert.Equal("Ada Lovelace", (await site.GetPageAsync("/speaker/ada-lovelace/")).Text("h1"));
        Assert.Equal([], (await site.GetPageAsync("/speaker/ada-lovelace/")).Texts(".facts li"));
        Assert.Equal("Seminars posted by Lucy Chapman", (await site.GetPageAsync("/author/lucy-chapman/")).Text("h1"));
        Assert.Equal(["tides"], (await site.GetPageAsync("/seminars/knot/", HttpStatusCode.NotFound)).Titles());
    }
}
