using AngleSharp.Dom;
using CsCheck;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class PagingTests
{
    [Fact]
    public async Task Says_how_much_of_a_year_a_page_holds_and_where_its_neighbours_lead()
    {
        await using var site = await Site.With([("Site:PageSize", "3")],
            Seminar("a", "2021-02-01"), Seminar("b", "2021-01-01"),
            Seminar("c", "2019-05-01"), Seminar("d", "2019-04-01"), Seminar("e", "2019-03-01"), Seminar("f", "2019-02-01"), Seminar("g", "2019-01-01"),
            Seminar("h", "2018-01-01"));

        var first = await site.GetPageAsync("/");
        var second = await site.GetPageAsync("/page/2/");
        var third = await site.GetPageAsync("/page/3/");

        Assert.Equal(["a", "b", "c"], first.Titles());
        Assert.Equal(["2 seminars", "1 of 5"], first.Texts("section.year header p"));
        Assert.Equal([("next", "Older 2019", "/page/2/")], Steps(first));
        Assert.Equal(["d", "e", "f"], second.Titles());
        Assert.Equal(["3 of 5, continued"], second.Texts("section.year header p"));
        Assert.Equal([("prev", "Newer 2021–2019", "/"), ("next", "Older 2019–2018", "/page/3/")], Steps(second));
        Assert.Equal(["g", "h"], third.Titles());
        Assert.Equal(["1 of 5, continued", "1 seminar"], third.Texts("section.year header p"));
        Assert.Equal([("prev", "Newer 2019", "/page/2/")], Steps(third));
        Assert.Equal(["Page 1", "Page 2", "Page 3"], second.Texts(".pager ol li"));
        Assert.Equal(["/page/2/"], second.Links(".pager [aria-current=page]"));
        Assert.Equal(["2021, 2 seminars||", "2019, 5 seminars|||||", "2018, 1 seminar|"], first.Texts("#years li"));
        Assert.Equal(["#y2021", "#y2019", "/2018/"], first.Links("#years li a"));
    }

    [Fact]
    public async Task One_page_needs_no_pager_and_no_index()
    {
        await using var site = await Site.With([("Site:PageSize", "3")], Seminar("a", "2021-02-01"), Seminar("b", "2020-01-01"), Seminar("c", "2019-01-01"));

        var page = await site.GetPageAsync("/");

        Assert.Empty(page.QuerySelectorAll(".pager, #years"));
        Assert.Equal(404, (await site.AskAsync("/page/2/")).Status);
    }

    [Fact]
    public async Task Every_seminar_stands_on_exactly_one_page_in_order_and_the_index_leads_to_its_year() => await Gen.Select(Gen.Int[1, 5].Array[1, 5], Gen.Int[1, 4]).SampleAsync(
        async (counts, size) =>
        {
            var posts = counts.SelectMany((count, i) => Enumerable.Range(0, count).Select(n => Seminar($"s-{i}-{n}", $"{2020 - (i * 2)}-06-{28 - n:00}", postedBy: "Lucy Chapman"))).ToList();
            await using var site = Site.Empty(("Site:PageSize", $"{size}"));
            foreach (var post in posts.AsEnumerable().Reverse()) site.Write(post);
            await site.StartAsync();

            var pages = new List<IDocument>();
            for (var address = "/author/lucy-chapman/"; address is not null; address = pages[^1].Links(".pager a[rel=next]").SingleOrDefault()) pages.Add(await site.GetPageAsync(address));

            Assert.Equal(posts.Select(p => p.FileName[..^3]), pages.SelectMany(p => p.Titles()));
            Assert.All(pages.SkipLast(1), p => Assert.Equal(size, p.Titles().Count()));
            for (var i = 0; i + 1 < pages.Count; i++)
            {
                Assert.EndsWith($" {Years(pages[i + 1])}", pages[i].Text(".pager a[rel=next]"), StringComparison.Ordinal);
                Assert.EndsWith($" {Years(pages[i])}", pages[i + 1].Text(".pager a[rel=prev]"), StringComparison.Ordinal);
            }

            foreach (var page in pages)
            {
                foreach (var link in page.Links("#years li a").OfType<string>())
                {
                    var target = link.StartsWith('#') ? page : await site.GetPageAsync(link.Split('#')[0]);
                    Assert.NotNull(target.GetElementById(link.Split('#')[1]));
                }
            }
        },
        iter: 6);

    [Fact]
    public async Task Two_of_one_moment_stand_in_the_order_of_their_slugs()
    {
        await using var site = await Site.With([("Site:PageSize", "2")],
            Seminar("b", "2020-01-01"), Seminar("c", "2020-01-01"), Seminar("a", "2020-01-01"), Seminar("evening", "2020-01-01", more: ["time: 19:00"]), Seminar("noon", "2020-01-01", more: ["time: 12:00"]));

        Assert.Equal(["evening", "noon"], (await site.GetPageAsync("/")).Titles());
        Assert.Equal(["a", "b"], (await site.GetPageAsync("/page/2/")).Titles());
        Assert.Equal(["c"], (await site.GetPageAsync("/page/3/")).Titles());
    }

    [Fact]
    public async Task Long_lists_leave_gaps_between_page_numbers()
    {
        await using var site = await Site.With([("Site:PageSize", "1")], [.. Enumerable.Range(1, 20).Select(i => Seminar($"s{i:00}", $"20{i:00}-01-01"))]);

        Assert.Equal(["Page 1", "Page 2", "Page 3", "Page 4", "Page 5", "Page 6", "…", "Page 20"], (await site.GetPageAsync("/")).Texts(".pager ol li"));
        Assert.Equal(["Page 1", "…", "Page 8", "Page 9", "Page 10", "Page 11", "Page 12", "…", "Page 20"], (await site.GetPageAsync("/page/10/")).Texts(".pager ol li"));
        Assert.Equal(["Page 1", "…", "Page 15", "Page 16", "Page 17", "Page 18", "Page 19", "Page 20"], (await site.GetPageAsync("/page/20/")).Texts(".pager ol li"));
    }

    private static string Years(IDocument page)
    {
        var years = page.Texts("section.year h2").ToList();
        return years[0] == years[^1] ? years[0] : $"{years[0]}–{years[^1]}";
    }

    private static IEnumerable<(string?, string, string?)> Steps(IDocument page) =>
        page.QuerySelectorAll(".pager .step").Zip(page.Texts(".pager .step"), (e, text) => (e.GetAttribute("rel"), text, e.GetAttribute("href")));
}
