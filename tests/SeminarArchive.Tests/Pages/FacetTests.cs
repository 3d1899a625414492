using AngleSharp.Dom;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public sealed class FacetSite : IAsyncLifetime
{
    public const int Seminars = 40;

    public Site Site { get; private set; } = null!;

    // Every combination of three years, two categories, five speakers and two affiliations; every other with slides, every third with a recording.
    public async Task InitializeAsync() => Site = await Site.With([("Site:PageSize", "10")], [.. Enumerable.Range(0, Seminars).Select(i => Seminar(
        $"s{i}", $"{2018 + (i % 3)}-01-{1 + (i % 28):00}", i % 4 == 0 ? $"Tides {i}" : $"Knots {i}", category: i % 2 == 0 ? "Rope" : "Sea & sky", speaker: $"Speaker {(char)('A' + (i % 5))}",
        affiliation: i % 7 == 0 ? "King's College" : "Elsewhere", more: [.. i % 2 == 0 ? ["slides: https://example.org/s.pdf"] : Array.Empty<string>(), .. i % 3 == 0 ? ["recording: https://example.org/r"] : Array.Empty<string>()])), Seminar("gone", "2020-01-01", "Knots withdrawn", more: ["status: withdrawn", "reason: On request"])]);

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>The count beside every choice is what choosing it finds.</summary>
public class FacetTests(FacetSite shared) : IClassFixture<FacetSite>
{
    [Fact]
    public async Task Offers_every_facet_of_what_was_found_with_counts()
    {
        var page = await PageAsync("/search/?q=knots");

        Assert.Equal(("30", "of 40 seminars"), (page.Text(".num"), page.Text(".num + span")));
        Assert.Equal(["Year", "Category", "Speaker", "Affiliation", "Available"], page.Texts(".facet h2"));
        Assert.Equal(["2020 10", "2019 10", "2018 10"], Choices(page, "f-year"));
        Assert.Equal(["Sea & sky 20", "Rope 10"], Choices(page, "f-category"));
        Assert.Equal(["Speaker A 6", "Speaker B 6", "Speaker C 6", "Speaker D 6", "Speaker E 6"], Choices(page, "f-speaker"));
        Assert.Equal(["/search/?q=knots&year=2020", "/search/?q=knots&year=2019", "/search/?q=knots&year=2018"], page.Links("[aria-labelledby=f-year] a"));
        Assert.Equal("/search/?q=knots&category=sea-sky", page.Links("[aria-labelledby=f-category] a").First());
        Assert.Equal(["/search/?q=knots&has=slides", "/search/?q=knots&has=recording"], page.Links("[aria-labelledby=f-has] a"));
    }

    [Theory]
    [InlineData("/search/?q=knots")]
    [InlineData("/search/?q=knots&year=2019")]
    [InlineData("/search/?q=knots&year=2019&category=rope")]
    [InlineData("/search/?q=knots&year=2019&speaker=speaker-a&has=slides")]
    [InlineData("/search/?q=knots&has=recording&has=slides")]
    [InlineData("/search/?q=knots&year=2018&category=rope&speaker=speaker-c&has=recording")]
    [InlineData("/search/?category=rope")]
    [InlineData("/search/?q=nowhere+knots&category=rope")]
    [InlineData("/search/?q=knits&category=rope")]
    [InlineData("/search/?q=-knots&year=2018")]
    [InlineData("/search/?q=year:2018&category=rope")]
    [InlineData("/search/?q=knots&year=1066")]
    [InlineData("/search/?q=2018-2019&has=slides,recording")]
    [InlineData("/search/?q=has:slides,recording")]
    public async Task Every_choice_finds_as_many_as_it_says(string address)
    {
        var page = await PageAsync(address);

        foreach (var choice in page.QuerySelectorAll(".facet a"))
        {
            var said = choice.QuerySelector(".n")!.FirstChild!.TextContent;
            var found = await PageAsync(choice.GetAttribute("href")!);
            var removes = choice.GetAttribute("aria-current") == "true";
            Assert.Equal((address, choice.TextContent, removes ? page.Text(".num") : said), (address, choice.TextContent, Total(found)));
            Assert.Equal(page.Texts(".chips a").Count() + (removes ? -1 : Same(choice, page) ? 0 : 1), found.Texts(".chips a").Count());
        }

        // A correction is its own search from here on; a choice taken back finds more.
        string Total(IDocument found) => removesMore(found) ? page.Text(".num") : found.Text(".num") == "0" ? $"{found.Titles().Count()}" : found.Text(".num");

        bool removesMore(IDocument found) => found.Texts(".chips a").Count() < page.Texts(".chips a").Count();

        static bool Same(IElement choice, IDocument page) => choice.Closest(".facet")!.GetAttribute("aria-labelledby") != "f-has" && choice.Closest(".facet")!.QuerySelector("[aria-current]") is not null;
    }

    [Fact]
    public async Task What_is_chosen_can_be_taken_back_and_replaced()
    {
        var page = await PageAsync("/search/?q=knots&year=2019&category=rope");

        Assert.Equal(["Remove filter: 2019", "Remove filter: Rope"], page.QuerySelectorAll(".chips a").Select(a => a.GetAttribute("aria-label")));
        Assert.Equal(["/search/?q=knots&category=rope", "/search/?q=knots&year=2019"], page.Links(".chips a"));
        Assert.Equal(["/search/?q=knots&year=2020&category=rope", "/search/?q=knots&category=rope", "/search/?q=knots&year=2018&category=rope"], page.Links("[aria-labelledby=f-year] a"));
        Assert.Equal("2019", page.Text("[aria-labelledby=f-year] [aria-current=true] bdi"));
        Assert.All(page.QuerySelectorAll("article.row time .y"), y => Assert.Equal("2019", y.TextContent));
    }

    [Fact]
    public async Task No_more_than_four_combine()
    {
        var four = await PageAsync("/search/?q=knots&year=2018&category=sea-sky&speaker=speaker-b&affiliation=elsewhere");
        Assert.Equal(4, four.QuerySelectorAll(".chips a").Length);
        Assert.Empty(four.QuerySelectorAll("[aria-labelledby=f-has]"));

        var five = await PageAsync("/search/?q=knots&year=2018&category=sea-sky&speaker=speaker-b&affiliation=elsewhere&has=recording");
        Assert.Contains("No more than 4 filters combine; the others were left out.", five.Texts(".intro"));
        Assert.Equal((four.Text(".num"), 4), (five.Text(".num"), five.QuerySelectorAll(".chips a").Length));
    }

    [Theory]
    [InlineData("/search/?q=knots&year=1066", "1066")]
    [InlineData("/search/?q=knots&speaker=nobody", "nobody")]
    [InlineData("/search/?q=knots&has=cake", "cake")]
    [InlineData("/search/?q=knots&year=MMXX", "MMXX")]
    public async Task A_choice_that_the_archive_does_not_know_finds_nothing_and_can_be_taken_back(string address, string chip)
    {
        var page = await PageAsync(address);

        Assert.Equal(("0", $"{chip} ×", "/search/?q=knots"), (page.Text(".num"), page.Text(".chips a"), page.Links(".chips a").Single()));
    }

    [Fact]
    public async Task A_range_of_years_is_one_choice_and_what_is_no_year_is_said()
    {
        var range = await PageAsync("/search/?q=knots&year=2018-2019");
        Assert.Equal(("20", "2018–2019 ×", "/search/?q=knots"), (range.Text(".num"), range.Text(".chips a"), range.Links(".chips a").Single()));
        Assert.Equal(["2020 10", "2019 10", "2018 10"], Choices(range, "f-year"));

        var none = await PageAsync("/search/?q=knots&year=MMXX");
        Assert.Equal(("Nothing matches “knots” with this filter", "“MMXX” is not a year. Years are written 2020, several 2018-2020."), (none.Text("h1"), none.Texts(".intro").First()));
        Assert.Equal("Nothing matches “knots” with these filters", (await PageAsync("/search/?q=knots&year=1066&has=slides")).Text("h1"));
        Assert.Equal("3", (await PageAsync("/search/?q=has:slides,recording 2018 to 2019 knots")).Text(".num"));
    }

    [Theory]
    [InlineData("/search/?q=knots", "Search: knots")]
    [InlineData("/search/?year=2018-2019", "Search: 2018–2019")]
    [InlineData("/search/page/2/?q=knots&category=sea-sky", "Search: knots, Sea & sky, page 2")]
    [InlineData("/search/", "Search")]
    public async Task Every_search_has_a_title_of_its_own(string address, string title) =>
        Assert.Equal($"{title} | Seminar Archive", (await PageAsync(address)).Title);

    [Fact]
    public async Task Other_words_are_looked_for_within_what_is_chosen()
    {
        Assert.Equal(["q=knots", "year=2018-2019", "has=recording", "has=slides"], Fields(await PageAsync("/search/?q=knots&year=2018-2019&has=slides&has=recording&sort=newest")));
        Assert.Equal(["q=knots"], Fields(await PageAsync("/search/?q=knots")));
        Assert.Equal(["q="], Fields(await PageAsync("/")));

        static IEnumerable<string> Fields(IDocument page) => page.QuerySelectorAll("form.find input").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}");
    }

    [Fact]
    public async Task Choices_hold_on_over_pages_and_orders()
    {
        var page = await PageAsync("/search/?q=knots&category=sea-sky&sort=newest");

        Assert.Equal(["/search/page/2/?q=knots&category=sea-sky&sort=newest"], page.Links(".pager a[rel=next]"));
        Assert.Equal(["/search/?q=knots&category=sea-sky", "/search/?q=knots&category=sea-sky&sort=oldest"], page.Links(".tools p:not(.chips) a"));
        Assert.Equal("/search/?q=knots&category=sea-sky", (await PageAsync("/search/?sort=best&category=sea-sky&q=knots")).Links(".pager a[aria-current]").Single());
    }

    [Fact]
    public async Task Counts_follow_the_content()
    {
        await using var site = await Site.With(Seminar("a", "2019-01-01", speaker: "Ada", category: "Rope"), Seminar("b", "2020-01-01", speaker: "Ada"));
        Assert.Equal(["2020 1", "2019 1"], Choices(await site.GetPageAsync("/search/?q=speaker:ada"), "f-year"));

        site.Write(Seminar("b", "2019-05-01", speaker: "Ada", category: "Rope"));
        site.Write(Seminar("c", "2018-05-01", speaker: "Ada"));
        await site.SeedAsync();
        var page = await site.GetPageAsync("/search/?q=speaker:ada");
        Assert.Equal(["2019 2", "2018 1"], Choices(page, "f-year"));
        Assert.Equal(["Rope 2"], Choices(page, "f-category"));
    }

    private Task<IDocument> PageAsync(string address) => shared.Site.GetPageAsync(address);

    private static IEnumerable<string> Choices(IDocument page, string facet) =>
        page.QuerySelectorAll($"[aria-labelledby={facet}] a").Select(a => $"{a.Text("bdi")} {a.QuerySelector(".n")!.FirstChild!.TextContent}");
}
