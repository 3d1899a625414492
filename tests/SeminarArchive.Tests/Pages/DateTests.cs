using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class DateTests
{
    [Theory]
    [InlineData("2020-02-13", "", "13 February 2020", "2020-02-13", "13 Feb 2020", null)]
    [InlineData("2020-02", "", "February 2020", "2020-02", "Feb 2020", null)]
    [InlineData("2020", "", "2020", "2020", "2020", null)]
    [InlineData("2020-02-13", "time: 17:00", "13 February 2020", "2020-02-13T17:00+00:00", "13 Feb 2020", "17:00")]
    [InlineData("2020-07-13", "time: 17:00\nend: 18:30", "13 July 2020", "2020-07-13T17:00+01:00", "13 Jul 2020", "17:00–18:30")]
    [InlineData("2020-02-13", "time: 17:00\ntimezone: America/New_York", "13 February 2020", "2020-02-13T17:00-05:00", "13 Feb 2020", "17:00 UTC−5")]
    [InlineData("2020-02-13", "time: 17:00\ntimezone: Asia/Kolkata", "13 February 2020", "2020-02-13T17:00+05:30", "13 Feb 2020", "17:00 UTC+5:30")]
    [InlineData("2020-02-13", "time: 17:00\ntimezone: Europe/Lisbon", "13 February 2020", "2020-02-13T17:00+00:00", "13 Feb 2020", "17:00")]
    [InlineData("2020-07-13", "time: 17:00\ntimezone: UTC", "13 July 2020", "2020-07-13T17:00+00:00", "13 Jul 2020", "17:00 UTC")]
    [InlineData("2020-02", "time: 17:00", "February 2020", "2020-02", "Feb 2020", "17:00")]
    // The clocks went from 01:00 to 02:00, and in autumn from 02:00 back to 01:00.
    [InlineData("2020-03-29", "time: 01:30", "29 March 2020", "2020-03-29T01:30+00:00", "29 Mar 2020", "01:30")]
    [InlineData("2020-10-25", "time: 01:30", "25 October 2020", "2020-10-25T01:30+01:00", "25 Oct 2020", "01:30")]
    public async Task Is_shown_as_exactly_as_it_is_known(string date, string more, string shown, string machine, string row, string? time)
    {
        await using var site = await Site.With(Seminar("knots", date, more: more.Length == 0 ? [] : more.Split('\n')));

        var page = await site.GetPageAsync("/seminars/knots/");
        var list = await site.GetPageAsync("/");

        Assert.Equal((shown, machine), (page.Text(".when time"), page.QuerySelector(".when time")!.GetAttribute("datetime")));
        Assert.Equal((row, machine), (list.Text(".row time"), list.QuerySelector(".row time")!.GetAttribute("datetime")));
        Assert.Equal(time, page.QuerySelector(".take dd br")?.NextSibling?.TextContent.Trim());
    }

    [Theory]
    [InlineData("2020-02-13", "2020-02-15", "13–15 February 2020")]
    [InlineData("2020-01-30", "2020-02-02", "30 January – 2 February 2020")]
    [InlineData("2019-12-30", "2020-01-02", "30 December 2019 – 2 January 2020")]
    [InlineData("2020-02", "2020-03", "February 2020 – March 2020")]
    [InlineData("2019", "2020", "2019 – 2020")]
    public async Task A_range_says_no_more_than_it_needs(string first, string last, string shown)
    {
        await using var site = await Site.With(Seminar("knots", first, more: [$"end: {last}"]));

        Assert.Equal($"knots – {shown} | Seminar Archive", (await site.GetPageAsync("/seminars/knots/")).Title);
    }

    [Fact]
    public async Task The_vague_stand_below_the_exact()
    {
        await using var site = await Site.With(Seminar("year", "2020"), Seminar("month", "2020-02"), Seminar("day", "2020-02-01"), Seminar("january", "2020-01-31"), Seminar("before", "2019-12-31"));

        Assert.Equal(["day", "month", "january", "year", "before"], (await site.GetPageAsync("/")).Titles());
        Assert.Equal(["day", "month", "january", "year"], (await site.GetPageAsync("/2020/")).Titles());
        Assert.Equal(["day", "month"], (await site.GetPageAsync("/2020/02/")).Titles());
        Assert.Equal(["january"], (await site.GetPageAsync("/2020/01/")).Titles());
    }

    [Fact]
    public async Task Years_and_months_are_counted()
    {
        await using var site = await Site.With(Seminar("year", "2020"), Seminar("a", "2020-02-01"), Seminar("b", "2020-02-02"), Seminar("c", "2019-12-31"), Seminar("d", "2021-01-01", more: ["status: draft"]));

        var page = await site.GetPageAsync("/years/");

        Assert.Equal(["2020", "2019"], page.Texts(".alm h2"));
        Assert.Equal(["Total: 3", "Total: 1"], page.Texts(".tot"));
        Assert.Equal(["/2020/", "/2020/02/", "/2019/", "/2019/12/"], page.Links(".alm a"));
        Assert.Equal(["Feb 2020, ||2 seminars", "Dec 2019, |1 seminar"], page.Texts(".alm li a"));
        Assert.Equal("2019–2020", page.Text(".since"));
        Assert.Equal(("Seminars of 2020", "3"), ((await site.GetPageAsync("/2020/")).Text("h1"), (await site.GetPageAsync("/2020/")).Text(".num")));
        Assert.Equal(("Seminars of February 2020", "2"), ((await site.GetPageAsync("/2020/02/")).Text("h1"), (await site.GetPageAsync("/2020/02/")).Text(".num")));
    }

    [Fact]
    public async Task Years_and_months_have_pages_of_their_own()
    {
        await using var site = await Site.With([("Site:PageSize", "2")], Seminar("a", "2020-02-01"), Seminar("b", "2020-02-02"), Seminar("c", "2020-02-03"), Seminar("d", "2020-01-01"));

        Assert.Equal(["c", "b"], (await site.GetPageAsync("/2020/")).Titles());
        Assert.Equal(["a", "d"], (await site.GetPageAsync("/2020/page/2/")).Titles());
        Assert.Equal(["a"], (await site.GetPageAsync("/2020/02/page/2/")).Titles());
        Assert.Equal(404, (await site.AskAsync("/2020/02/page/3/")).Status);
    }
}
