using System.Net;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class NotFoundTests
{
    [Fact]
    public async Task Offers_a_search_and_what_comes_nearest()
    {
        await using var site = await Site.With(
            Seminar("patient-role", "2020-02-13", "The patient's role"), Seminar("knots", "2021-01-01", "Knots and splices"), Seminar("patient-draft", "2021-02-01", "Patient draft", more: ["status: draft"]));

        var page = await site.GetPageAsync("/seminars/the-patients-role-in-care/", HttpStatusCode.NotFound);

        Assert.Equal("There is nothing at this address", page.Text("h1"));
        Assert.Equal("Perhaps you meant", page.Text("#rec"));
        Assert.Equal(["The patient's role"], page.Titles());
        Assert.Equal("/search/", page.QuerySelector("form")!.GetAttribute("action"));
        Assert.NotNull(page.QuerySelector("form input[type=search][name=q]"));
        Assert.Equal("noindex,follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("/tag/compasion/", "the tag compassion (1 seminar)", "/tag/compassion/")]
    [InlineData("/affiliation/lancaster/", "the affiliation Lancaster University (1 seminar)", "/affiliation/lancaster-university/")]
    [InlineData("/speaker/micheal-west/", "the speaker Michael West (1 seminar)", "/speaker/michael-west/")]
    [InlineData("/speaker/wset/page/2/", "the speaker Ada West (1 seminar) or the speaker Michael West (1 seminar)", "/speaker/ada-west/ /speaker/michael-west/")]
    [InlineData("/category/compassion/", "the tag compassion (1 seminar)", "/tag/compassion/")]
    [InlineData("/author/chapman/", "the author Lucy Chapman (1 seminar)", "/author/lucy-chapman/")]
    [InlineData("/tag/unheard/", null, "")]
    public async Task Offers_the_nearest_lists_of_the_kind_asked_for(string address, string? offer, string links)
    {
        await using var site = await Site.With(
            Seminar("a", "2020-02-13", "Kindness", speaker: "Michael West", affiliation: "Lancaster University", postedBy: "Lucy Chapman", category: "Annual lectures", more: ["tags: [compassion]"]),
            Seminar("b", "2019-02-13", "Rope", speaker: "Ada West", affiliation: "Leeds University", postedBy: "Jo Moss", category: "Workshops", more: ["tags: [comparison, knots]"]));

        var page = await site.GetPageAsync(address, HttpStatusCode.NotFound);

        Assert.Equal(offer is null ? [] : [$"Perhaps you meant {offer}."], page.Texts(".intro").Skip(1));
        Assert.Equal(links.Split(' ', StringSplitOptions.RemoveEmptyEntries), page.Links(".intro a"));
    }

    [Fact]
    public async Task Takes_a_word_that_no_seminar_has_for_a_slip()
    {
        await using var site = await Site.With(Seminar("kindness", title: "Kindness"), Seminar("knots", title: "Knots and splices"));

        Assert.Equal(["Kindness"], (await site.GetPageAsync("/seminars/kidness-at-work/", HttpStatusCode.NotFound)).Titles());
    }

    [Fact]
    public async Task Is_shown_for_a_post_of_wordpress_that_nobody_knows()
    {
        await using var site = await Site.With(Seminar("knots"));

        var page = await site.GetPageAsync("/?p=13", HttpStatusCode.NotFound);

        Assert.Equal("There is nothing at this address", page.Text("h1"));
        Assert.Equal(["knots"], page.Titles());
    }

    [Fact]
    public async Task Offers_the_newest_when_nothing_comes_near()
    {
        await using var site = await Site.With([.. Enumerable.Range(1, 5).Select(i => Seminar($"s{i}", $"201{i}-01-01")), Seminar("soon", "2027-01-01")]);

        var page = await site.GetPageAsync("/wp-login/", HttpStatusCode.NotFound);

        Assert.Equal("Most recent", page.Text("#rec"));
        Assert.Equal(["s5", "s4", "s3"], page.Titles());
    }

    [Fact]
    public async Task The_page_about_the_archive_is_there_when_its_file_is()
    {
        await using var site = await Site.With(Seminar("knots"));
        Assert.Equal(404, (await site.AskAsync("/about/")).Status);
        Assert.DoesNotContain("/about/", (await site.GetPageAsync("/")).Links("a"));

        site.Write("about.md", "# About our seminars\n\nHeld *weekly*.\n");
        await site.RestartAsync();

        var page = await site.GetPageAsync("/about/");
        Assert.Equal(("About our seminars", "<p>Held <em>weekly</em>.</p>"), (page.Text("h1"), page.QuerySelector(".prose")!.InnerHtml.Trim()));
        Assert.Equal(["/about/", "/about/"], (await site.GetPageAsync("/")).Links("a[href='/about/']"));
    }
}
