using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class AuthorPageTests
{
    [Fact]
    public async Task Lists_only_what_that_author_posted_newest_first()
    {
        await using var site = await Site.With(
            Seminar("knots", "2019-03-14", postedBy: "Ada Lovelace"),
            Seminar("tides", "2020-01-01", postedBy: "Mary Somerville"),
            Seminar("looms", "2021-06-01", postedBy: "Ada Lovelace"));

        var page = await site.GetPageAsync("/author/ada-lovelace/");

        Assert.Equal(["looms", "knots"], page.QuerySelectorAll("article h3").Select(h => h.TextContent.Trim()));
    }
}
