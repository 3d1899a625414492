using System.Net;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public sealed class SearchSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await Site.With([("Site:PageSize", "3")],
        [Seminar("knots", "2019-01-01", "On knots", speaker: "Łukasz Żółć", affiliation: "King's College", category: "Handicraft", body: "Rope, and nothing but rope.", more: ["tags: [sailing]"]),
        Seminar("tides", "2020-01-01", "Tides", body: "What knots a ship makes."),
        Seminar("japan", "2021-01-01", "日本の潮", speaker: "大谷直樹"),
        .. Enumerable.Range(1, 7).Select(i => Seminar($"s{i}", $"201{i}-01-01", $"Series {i}"))]);

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class SearchTests(SearchSite shared) : IClassFixture<SearchSite>
{
    [Theory]
    [InlineData("knots", "On knots|Tides")]
    [InlineData("knot", "On knots|Tides")]
    [InlineData("KNOTS rope", "On knots")]
    [InlineData("knots ship", "Tides")]
    [InlineData("zolc", "On knots")]
    [InlineData("Żółć", "On knots")]
    [InlineData("kings", "On knots")]
    [InlineData("king's college", "On knots")]
    [InlineData("handicraft", "On knots")]
    [InlineData("sail", "On knots")]
    [InlineData("tid", "Tides")]
    [InlineData("大谷直樹", "日本の潮")]
    [InlineData("日本", "日本の潮")]
    [InlineData("knots nowhere", "")]
    public async Task Finds_what_holds_every_word_the_best_first(string query, string titles) =>
        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), (await shared.Site.GetPageAsync($"/search/?q={Uri.EscapeDataString(query)}")).Titles());

    [Fact]
    public async Task Goes_on_over_pages_that_keep_the_query()
    {
        var first = await shared.Site.GetPageAsync("/search/?q=series%20%26");
        var third = await shared.Site.GetPageAsync("/search/page/3/?q=series%20%26");

        Assert.Equal(("7", 3, 1), (first.Text(".num"), first.Titles().Count(), third.Titles().Count()));
        Assert.Equal(["/search/page/2/?q=series%20%26"], first.Links(".pager a[rel=next]"));
        Assert.Equal(["/search/page/2/?q=series%20%26"], third.Links(".pager a[rel=prev]"));
        Assert.Equal("series &", first.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_a_query_it_asks_for_one()
    {
        var page = await shared.Site.GetPageAsync("/search/");

        Assert.Equal("Search the seminars", page.Text("h1"));
        Assert.Equal(10, page.QuerySelectorAll(".names li").Length + page.Titles().Count());
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"knots")]
    [InlineData("NEAR(")]
    [InlineData("NEAR(knots tides, 2)")]
    [InlineData("*")]
    [InlineData("^")]
    [InlineData("title:")]
    [InlineData("Title:knots")]
    [InlineData("{Title}:x")]
    [InlineData("a AND")]
    [InlineData("AND OR NOT")]
    [InlineData("knots OR")]
    [InlineData("-knots")]
    [InlineData("+")]
    [InlineData("'; DROP TABLE Seminars; --")]
    [InlineData("x\0y")]
    [InlineData("\u0301")]
    [InlineData("\uFFFD")]
    [InlineData("😀")]
    [InlineData("%")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Takes_whatever_is_typed_for_words(string query)
    {
        var page = await shared.Site.GetPageAsync($"/search/?q={Uri.EscapeDataString(query)}");

        Assert.Equal(query.Trim().Replace('\0', '\uFFFD'), page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("7", (await shared.Site.GetPageAsync("/search/?q=series")).Text(".num"));
    }

    [Theory]
    [InlineData("/search/?q=%00")]
    [InlineData("/search/?q=%ED%A0%80")]
    [InlineData("/search/?q=%FF%FE")]
    [InlineData("/search/?q=a&q=b")]
    [InlineData("/search/?q[]=a")]
    [InlineData("/search/?q")]
    [InlineData("/search/?=&&")]
    public async Task Survives_malformed_queries(string address)
    {
        using var answer = await shared.Site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("knots ")]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("\"")]
    public async Task Reads_the_beginning_of_a_very_long_query(string word)
    {
        var page = await shared.Site.GetPageAsync($"/search/?q={Uri.EscapeDataString(string.Concat(Enumerable.Repeat(word, 10_000 / word.Length)))}");

        Assert.Contains("The archive reads the first 200 characters of a query; the rest was left out.", page.Texts(".intro"));
    }
}
