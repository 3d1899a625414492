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
