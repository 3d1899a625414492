using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class FrontPageTests
{
    [Fact]
    public async Task Lists_what_is_past_by_year_newest_first_below_the_next_to_come()
    {
        await using var site = await Site.With(
            Seminar("old", "2019-05-01"), Seminar("new", "2020-06-01"), Seminar("older", "2019-04-30"),
            Seminar("soon", "2026-12-01", speaker: "Ada Lovelace", more: ["time: 17:00", "location: Lecture Theatre 4"]), Seminar("later", "2027-01-01"));

        var page = await site.GetPageAsync("/");

        Assert.Equal("3 seminars on leading and improving health care", page.Text("h1"));
        Assert.Equal(["new", "old", "older"], page.Titles());
        Assert.Equal(["2020", "2019"], page.Texts("section.year h2"));
        Assert.Equal(["1 seminar", "2 seminars"], page.Texts("section.year header p"));
        Assert.Equal("soon", page.Text(".next h3"));
        Assert.Equal(["Ada Lovelace", "Tuesday 17:00, Lecture Theatre 4", "Add to calendar"], page.Texts(".next p"));
        Assert.Equal(["2026-12-01T17:00+00:00", "2027-01-01"], page.QuerySelectorAll(".next time").Select(t => t.GetAttribute("datetime")));
        Assert.Equal(["later 1 January 2027"], page.Texts(".next li"));
    }

    [Fact]
    public async Task A_few_more_that_are_to_come_are_named_the_soonest_first_and_the_rest_counted()
    {
        await using var site = await Site.With([.. Enumerable.Range(1, 8).Select(month => Seminar($"s{month}", $"2027-0{month}-01")), Seminar("past", "2020-01-01")]);

        var page = await site.GetPageAsync("/");

        Assert.Equal(["s1"], page.Texts(".next h3"));
        Assert.Equal(["s2 1 February 2027", "s3 1 March 2027", "s4 1 April 2027", "s5 1 May 2027", "s6 1 June 2027", "2 more"], page.Texts(".next li"));
        Assert.Equal("/years/", page.Links(".next li a").Last());
    }

    [Fact]
    public async Task Announces_nothing_when_nothing_is_to_come()
    {
        await using var site = await Site.With(Seminar("old", "2019-05-01"), Seminar("secret", "2026-12-01", more: ["status: draft"]), Seminar("gone", "2026-12-02", more: ["status: withdrawn", "reason: Cancelled"]));

        var page = await site.GetPageAsync("/");

        Assert.Empty(page.QuerySelectorAll(".next"));
        Assert.Equal(["old"], page.Titles());
    }

    [Fact]
    public async Task The_next_pages_announce_nothing()
    {
        await using var site = await Site.With([("Site:PageSize", "1")], Seminar("old", "2019-05-01"), Seminar("older", "2018-05-01"), Seminar("soon", "2026-12-01"));

        var page = await site.GetPageAsync("/page/2/");

        Assert.Empty(page.QuerySelectorAll(".next"));
        Assert.Equal(["older"], page.Titles());
        Assert.Equal("Seminars, page 2 | Seminar Archive", page.Title);
        Assert.Equal(["http://localhost/page/2/"], page.Links("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("time: 17:00\nend: 18:30", 18.5)]
    [InlineData("time: 17:00", 24)]
    [InlineData("timezone: America/New_York\ntime: 12:00\nend: 13:30", 18.5)]
    [InlineData("timezone: Asia/Tokyo", 15)]
    [InlineData("end: 2026-11-24", 48)]
    public async Task A_seminar_is_to_come_until_it_is_over(string when, double endsAtHourUtc)
    {
        await using var site = await Site.With(Seminar("today", "2026-11-23", more: when.Split('\n')));
        var end = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero).AddHours(endsAtHourUtc);

        site.Clock.SetUtcNow(end.AddSeconds(-1));
        Assert.Equal(["today"], (await site.GetPageAsync("/")).Texts(".next h3"));
        Assert.Equal([], (await site.GetPageAsync("/")).Titles());
        Assert.Single((await site.GetPageAsync("/seminars/today/")).Texts(".when .up"));

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([], (await site.GetPageAsync("/")).Texts(".next h3"));
        Assert.Equal(["today"], (await site.GetPageAsync("/")).Titles());
        Assert.Equal([], (await site.GetPageAsync("/seminars/today/")).Texts(".when .up"));
    }

    [Fact]
    public async Task What_takes_several_days_is_announced_with_the_last_of_them()
    {
        await using var site = await Site.With(
            Seminar("days", "2026-12-01 to 2026-12-03", more: ["location: Leeds"]), Seminar("months", "2026-12-30 to 2027-01-02", more: ["time: 10:00"]), Seminar("past", "2020-02-28 to 2020-03-01"));

        var front = await site.GetPageAsync("/");
        Assert.Equal("1Dec – 3 Dec 2026", front.Texts(".next time").First());
        Assert.Equal("Tuesday 1 December – Thursday 3 December, Leeds", front.Texts(".next p").First());
        Assert.Equal(["months 30 December 2026 – 2 January 2027"], front.Texts(".next li"));
        Assert.Equal("28 Feb – 1 Mar 2020", front.Text(".row time"));
        Assert.Equal(["30 Dec – 2 Jan 2027 2026", "1 Dec – 3 Dec 2026"], (await site.GetPageAsync("/2026/")).Texts(".row time"));
        Assert.Equal(["Later: 30 December 2026 – 2 January 2027", "Earlier: 28 February – 1 March 2020"], (await site.GetPageAsync("/seminars/days/")).Texts(".prevnext span").OrderDescending(StringComparer.Ordinal));

        site.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("Wednesday 30 December – Saturday 2 January, 10:00", (await site.GetPageAsync("/")).Texts(".next p").First());
    }

    [Theory]
    [InlineData("2026-12-01", "time: 17:00", "2026-12-01T00:00Z", "Today")]
    [InlineData("2026-12-01", "timezone: Asia/Tokyo", "2026-11-30T15:00Z", "Today")]
    [InlineData("2026-12-01", "end: 2026-12-03", "2026-12-01T00:00Z", "Now")]
    [InlineData("2026-12-01", "time: 10:00\nend: 2026-12-03", "2026-12-01T10:00Z", "Now")]
    public async Task What_is_today_or_going_on_is_marked_so_from_then_on(string date, string when, string from, string mark)
    {
        await using var site = await Site.With(Seminar("talk", date, more: when.Split('\n')));
        var begin = DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture);

        site.Clock.SetUtcNow(begin.AddSeconds(-1));
        Assert.Equal(("Next", "Upcoming", "Upcoming"), await MarksAsync());
        var before = (await site.GetAsync("/")).Headers.ETag;

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((mark, mark, mark), await MarksAsync());
        Assert.NotEqual(before, (await site.GetAsync("/")).Headers.ETag);

        async Task<(string, string, string)> MarksAsync() =>
            ((await site.GetPageAsync("/")).Text(".next h2"), (await site.GetPageAsync("/2026/")).Text(".row .up"), (await site.GetPageAsync("/seminars/talk/")).Text(".when .up"));
    }

    [Theory]
    [InlineData("2026-11")]
    [InlineData("2026")]
    public async Task A_vague_date_that_has_begun_is_not_announced(string date)
    {
        await using var site = await Site.With(Seminar("vague", date));

        Assert.Equal(["vague"], (await site.GetPageAsync("/")).Titles());
        Assert.Equal([], (await site.GetPageAsync("/")).Texts(".next h3"));
    }

    [Fact]
    public async Task Says_so_when_the_archive_is_empty()
    {
        await using var site = await Site.With();

        var page = await site.GetPageAsync("/");

        Assert.Equal("0 seminars on leading and improving health care", page.Text("h1"));
        Assert.Equal("There is no seminar here yet. All seminars", page.Texts("main .zone").Last());
        foreach (var index in new[] { "/years/", "/speakers/", "/authors/", "/affiliations/", "/categories/", "/tags/" }) await site.GetPageAsync(index);
    }

    [Fact]
    public async Task Of_very_many_speakers_a_row_names_the_first_few_and_the_page_all()
    {
        await using var site = await Site.With(
            Seminar("ten", "2020-01-02", more: ["speakers:", .. Enumerable.Range(1, 10).Select(n => $"  - Guest {(char)('A' + n)}ya")]),
            Seminar("thirty", "2020-01-01", more: ["speakers:", .. Enumerable.Range(1, 30).Select(n => $"  - {{name: Guest {(char)('A' + (n % 26))}y{n / 26}a, affiliation: House {n / 4}}}")]));

        var rows = (await site.GetPageAsync("/")).QuerySelectorAll(".row .who").ToList();

        Assert.Equal([10, 6], rows.Select(r => r.QuerySelectorAll("a").Length));
        Assert.EndsWith("House 1 and 24 others", rows[1].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(30, (await site.GetPageAsync("/seminars/thirty/")).QuerySelectorAll("h1 ~ * a[href^='/speaker/'], header a[href^='/speaker/']").Select(a => a.GetAttribute("href")).Distinct().Count());
    }
}
