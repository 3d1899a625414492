using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public sealed class CalendarSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        Site.Write(new Post("awkward.md", """
            ---
            title: 'Knots; "loops", C:\x & </script>'
            date: 2020-02-13
            time: 16:00
            end: 17:30
            speakers:
              - name: Ludwig van der Berg
                affiliation: King's & Co
              - name: 大谷直樹
                affiliation: King's & Co
              - أحمد
            location: Room 1, Leeds; upstairs
            posted: 2020-02-20
            updated: 2021-03-04
            category: Ropes, strings; and wires
            slides: "/slides/My deck.pdf"
            ---

            First, a line;
            and 日本語 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀.

            - one\\two
            """));
        Site.Write("slides/My deck.pdf", "%PDF-1.4");
        Site.Write(Seminar("day", "2019-05-06", title: "A day", speaker: "Ada Lovelace", affiliation: "Leeds", postedBy: "Lucy Chapman", more: ["slug: 日本", "id: 'A, 1'", "tags: [rope]"], body: ""));
        Site.Write(Seminar("days", "2019-05-06", more: ["end: 2019-05-08"]));
        Site.Write(Seminar("conference", "2019-06-01", more: ["time: 09:00", "end: 2019-06-03 17:00"]));
        Site.Write(Seminar("until-a-day", "2019-07-01", more: ["time: 09:00", "end: 2019-07-03"]));
        Site.Write(Seminar("until-a-month", "2019-07-02", more: ["end: 2019-09"]));
        Site.Write(Seminar("end-alone", "2019-08-01", more: ["end: 15:30"]));
        Site.Write(Seminar("begin-alone", "2019-08-02", more: ["time: 15:30"]));
        Site.Write(Seminar("backwards", "2019-08-03", more: ["time: 15:30", "end: 15:00"]));
        Site.Write(Seminar("offset", "2019-08-04", more: ["time: 15:30", "end: 16:30", "timezone: +05:30"]));
        Site.Write(Seminar("paris", "2030-08-02", more: ["time: 15:30", "timezone: Europe/Paris", "posted: 2026-01-01"]));
        Site.Write(Seminar("skipped", "2019-03-31", more: ["time: 01:30", "end: 02:15"]));
        Site.Write(Seminar("twice", "2019-10-27", more: ["time: 01:30", "end: 01:45"]));
        Site.Write(Seminar("first-day-ever", "0001-01-01", more: ["time: 00:10", "timezone: +05:00"]));
        Site.Write(Seminar("last-day-ever", "9999-12-30", more: ["end: 9999-12-31", "posted: 2026-01-01"]));
        Site.Write(Seminar("month", "2018-05"));
        Site.Write(Seminar("year", "2017", affiliation: "Nowhere", speaker: "Nobody"));
        Site.Write(Seminar("gone", "2018-01-01", more: ["status: withdrawn", "reason: On request"]));
        Site.Write(Seminar("draft", "2018-01-01", more: ["status: draft"]));
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class CalendarTests(CalendarSite shared) : IClassFixture<CalendarSite>
{
    [Fact]
    public async Task A_seminar_is_an_event_with_the_zone_of_its_times() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        PRODID:-//Seminar Archive//Seminar Archive//EN
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:STANDARD
        DTSTART:20191027T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZNAME:GMT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20200329T010000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZNAME:BST
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        ATTACH;FMTTYPE=application/pdf:https://seminars.example.org/slides/My%20dec
         k.pdf
        CATEGORIES:Ropes\, strings\; and wires
        DESCRIPTION:First\, a line\; and 日本語 😀😀😀😀😀😀😀😀
         😀😀😀😀😀😀😀😀😀😀😀😀😀😀.\n\none\\two\n\nh
         ttps://seminars.example.org/seminars/awkward/
        DTEND;TZID=Europe/London:20200213T173000
        DTSTAMP:20210304T000000Z
        DTSTART;TZID=Europe/London:20200213T160000
        LAST-MODIFIED:20210304T000000Z
        LOCATION:Room 1\, Leeds\; upstairs
        SEQUENCE:668131200
        STATUS:CONFIRMED
        SUMMARY:Knots\; "loops"\, C:\\x & </script> - Ludwig van der Berg and 大
         谷直樹 (King's & Co)\; أحمد
        UID:awkward@seminars.example.org
        URL:https://seminars.example.org/seminars/awkward/
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        Encoding.UTF8.GetString(await BytesAsync(shared.Site, "/seminars/awkward/calendar.ics")));

    [Theory]
    [InlineData("日本", ";VALUE=DATE:20190506", ";VALUE=DATE:20190507")]
    [InlineData("days", ";VALUE=DATE:20190506", ";VALUE=DATE:20190509")]
    [InlineData("conference", ";TZID=Europe/London:20190601T090000", ";TZID=Europe/London:20190603T170000")]
    [InlineData("until-a-day", ";TZID=Europe/London:20190701T090000", ";TZID=Europe/London:20190704T000000")]
    [InlineData("until-a-month", ";VALUE=DATE:20190702", ";VALUE=DATE:20190703")]
    [InlineData("end-alone", ";VALUE=DATE:20190801", ";VALUE=DATE:20190802")]
    [InlineData("begin-alone", ";TZID=Europe/London:20190802T153000", null)]
    [InlineData("backwards", ";TZID=Europe/London:20190803T153000", null)]
    [InlineData("offset", ":20190804T100000Z", ":20190804T110000Z")]
    [InlineData("paris", ";TZID=Europe/Paris:20300802T153000", null)]
    [InlineData("skipped", ";TZID=Europe/London:20190331T023000", null)]
    [InlineData("twice", ";TZID=Europe/London:20191027T013000", ";TZID=Europe/London:20191027T014500")]
    [InlineData("first-day-ever", ":00010101T001000Z", null)]
    [InlineData("last-day-ever", ";VALUE=DATE:99991230", null)]
    public async Task Begins_and_ends_as_far_as_is_known(string slug, string start, string? end)
    {
        var calendar = await ReadAsync(shared.Site, $"/seminars/{slug}/calendar.ics");
        var held = Assert.Single(calendar.Events);

        Assert.Equal((start, end), (Ics.Line(held, "DTSTART")?["DTSTART".Length..], Ics.Line(held, "DTEND")?["DTEND".Length..]));
        Assert.Equal(start.Contains("DATE", StringComparison.Ordinal) ? "TRANSP:TRANSPARENT" : null, Ics.Line(held, "TRANSP"));
        Assert.Equal(start.Contains("TZID", StringComparison.Ordinal) ? 1 : 0, calendar.Zones.Count);
    }

    [Theory]
    [InlineData("/calendar.ics", "Seminar Archive", "last-day-ever paris awkward twice offset backwards begin-alone end-alone until-a-month until-a-day conference days A\\, 1 skipped first-day-ever")]
    [InlineData("/2019/05/calendar.ics", "Seminars of May 2019 – Seminar Archive", "days A\\, 1")]
    [InlineData("/2020/calendar.ics", "Seminars of 2020 – Seminar Archive", "awkward")]
    [InlineData("/2018/calendar.ics", "Seminars of 2018 – Seminar Archive", "")]
    [InlineData("/category/ropes-strings-and-wires/calendar.ics", "Ropes\\, strings\\; and wires – Seminar Archive", "awkward")]
    [InlineData("/speaker/ada-lovelace/calendar.ics", "Seminars by Ada Lovelace – Seminar Archive", "A\\, 1")]
    [InlineData("/speaker/nobody/calendar.ics", "Seminars by Nobody – Seminar Archive", "")]
    [InlineData("/affiliation/leeds/calendar.ics", "Seminars from Leeds – Seminar Archive", "A\\, 1")]
    [InlineData("/author/lucy-chapman/calendar.ics", "Seminars posted by Lucy Chapman – Seminar Archive", "A\\, 1")]
    [InlineData("/tag/rope/calendar.ics", "Seminars tagged rope – Seminar Archive", "A\\, 1")]
    public async Task Every_list_is_a_calendar_of_the_seminars_whose_day_is_known(string address, string name, string keys)
    {
        var calendar = await ReadAsync(shared.Site, address);

        Assert.Equal(keys, string.Join(' ', calendar.Events.Select(e => Ics.Line(e, "UID")!.Replace("UID:", "", StringComparison.Ordinal).Replace("@seminars.example.org", "", StringComparison.Ordinal))));
        Assert.Equal(["NAME:" + name, "X-WR-CALNAME:" + name], calendar.Lines.Where(l => l.StartsWith("NAME", StringComparison.Ordinal) || l.StartsWith("X-WR", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_library_reads_back_what_was_written()
    {
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(await BytesAsync(shared.Site, "/calendar.ics")))!;
        Assert.Equal(15, calendar.Events.Count);
        var held = calendar.Events.Single(e => e.Uid == "awkward@seminars.example.org");

        Assert.Equal("Knots; \"loops\", C:\\x & </script> - Ludwig van der Berg and 大谷直樹 (King's & Co); أحمد", held.Summary);
        Assert.Equal($"First, a line; and 日本語 {string.Concat(Enumerable.Repeat("😀", 22))}.\n\none\\two\n\nhttps://seminars.example.org/seminars/awkward/", held.Description);
        Assert.Equal(["Ropes, strings; and wires"], held.Categories);
        Assert.Equal(("Room 1, Leeds; upstairs", "https://seminars.example.org/slides/My%20deck.pdf"), (held.Location, held.Attachments.Single().Uri!.AbsoluteUri));
        Assert.Equal((new DateTime(2020, 2, 13, 16, 0, 0), new DateTime(2020, 2, 13, 17, 30, 0)), (held.DtStart!.AsUtc, held.DtEnd!.AsUtc));
    }

    [Theory]
    [InlineData("2026-12-15", "10:00", "America/Vancouver")]
    [InlineData("2026-11-10", "10:00", "Africa/Casablanca")]
    [InlineData("1962-06-01", "10:00", "Europe/Oslo")]
    [InlineData("1938-06-01", "10:00", "Europe/Amsterdam")]
    [InlineData("1840-06-01", "10:00", "Europe/London")]
    [InlineData("2026-12-15", "18:00 +00:00", "America/Vancouver")]
    [InlineData("2019-10-27", "00:30 +00:00", "Europe/London")]
    [InlineData("2019-10-27", "01:30 +00:00", "Europe/London")]
    public async Task Says_the_moment_that_every_other_format_says(string day, string time, string zone)
    {
        await using var site = await Site.With(new Post("knots.md", $"---\ntitle: Knots\ndate: {day} {time}\ntimezone: {zone}\n---\n"));
        using var api = JsonDocument.Parse(await site.GetStringAsync("/api/seminars/knots"));
        var said = api.RootElement.GetProperty("start").GetDateTimeOffset();
        var held = Ical.Net.Calendar.Load(await site.GetStringAsync("/calendar.ics"))!.Events.Single();

        Assert.Equal(said.UtcDateTime, held.DtStart!.AsUtc, TimeSpan.FromMinutes(1));
        Assert.Equal(said, DateTimeOffset.Parse((await site.GetPageAsync("/seminars/knots/")).QuerySelector("main time")!.GetAttribute("datetime")!, CultureInfo.InvariantCulture));
        if (time.Contains('+', StringComparison.Ordinal)) Assert.Equal(DateTimeOffset.Parse($"{day} {time}", CultureInfo.InvariantCulture), said);
    }

    [Theory]
    [InlineData("month", 404)]
    [InlineData("year", 404)]
    [InlineData("draft", 404)]
    [InlineData("nowhere", 404)]
    [InlineData("gone", 410)]
    public async Task There_is_none_of_what_has_no_day_or_is_not_there(string slug, int status) => Assert.Equal((status, null), await shared.Site.AskAsync($"/seminars/{slug}/calendar.ics"));

    [Theory]
    [InlineData("/speaker/nowhere/calendar.ics")]
    [InlineData("/1999/calendar.ics")]
    [InlineData("/2020/13/calendar.ics")]
    public async Task There_is_none_of_a_list_that_is_not_there(string address) => Assert.Equal((404, null), await shared.Site.AskAsync(address));

    [Fact]
    public async Task The_zones_rules_hold_in_every_year_of_the_events()
    {
        string[] zones = ["Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata", "Asia/Tehran", "Pacific/Apia", "Europe/Moscow", "America/Godthab"];
        await using var site = await Site.With([.. zones.SelectMany((z, i) => (Post[])
            [Seminar($"first-{i}", "1985-07-01", more: ["time: 12:00", $"timezone: {z}"]), Seminar($"last-{i}", "2025-07-01", more: ["time: 12:00", $"timezone: {z}"])])]);
        var calendar = await ReadAsync(site, "/calendar.ics");
        Assert.Equal(zones.Order(StringComparer.Ordinal), calendar.Zones.Keys);

        // As far as it has happened: of what is to come, the machine may have heard less, or more, than the library.
        foreach (var name in zones)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            var clock = calendar.ClockOf(name);
            var wrong = Enumerable.Range(0, 41 * 365 * 4).Select(n => new DateTime(1985, 1, 1, 4, 30, 0).AddHours(n * 6)).Where(t => !zone.IsInvalidTime(t) && !zone.IsAmbiguousTime(t) && clock(t) != zone.GetUtcOffset(t));
            Assert.Equal((name, ""), (name, string.Join(' ', wrong.Take(5))));
        }
    }

    [Theory]
    [InlineData("first-day-ever")]
    [InlineData("last-day-ever")]
    public async Task The_ends_of_time_have_their_pages(string slug) => Assert.Equal(slug, (await shared.Site.GetPageAsync($"/seminars/{slug}/")).Text("h1"));

    [Fact]
    public async Task An_event_keeps_its_identity_and_counts_its_changes()
    {
        await using var site = await Site.With([("Site:BaseUrl", "https://new.example.org"), ("Site:FirstUrl", "http://Old.Example.org")], Seminar("old", more: ["posted: 2020-02-20"]));
        var before = Assert.Single((await ReadAsync(site, "/calendar.ics")).Events);
        Assert.Equal(("UID:old@old.example.org", "SEQUENCE:635472000", "DTSTAMP:20200220T000000Z"), (Ics.Line(before, "UID"), Ics.Line(before, "SEQUENCE"), Ics.Line(before, "DTSTAMP")));

        site.Write(Seminar("old", "2021-01-01", more: ["slug: new", "posted: 2020-01-01"]));
        await site.SeedAsync();
        var after = Assert.Single((await ReadAsync(site, "/seminars/new/calendar.ics")).Events);
        Assert.Equal(("UID:old@old.example.org", "SEQUENCE:848750400", "DTSTAMP:20261123T120000Z"), (Ics.Line(after, "UID"), Ics.Line(after, "SEQUENCE"), Ics.Line(after, "DTSTAMP")));
        Assert.Equal((301, "/seminars/new/calendar.ics"), await site.AskAsync("/seminars/old/calendar.ics"));

        site.Delete("seminars/old.md");
        await site.SeedAsync();
        Assert.Equal((410, null), await site.AskAsync("/seminars/new/calendar.ics"));
        Assert.Empty((await ReadAsync(site, "/calendar.ics")).Events);
    }

    [Fact]
    public async Task Two_sites_with_the_same_content_have_the_same_calendar()
    {
        Post[] posts = [Seminar("a", "2020-01-01", more: ["time: 10:00"]), Seminar("b", "2020-01-01", speaker: "Ada Lovelace"), Seminar("c", "2021-01-01", category: "Handicraft")];
        await using var one = await Site.With(posts);
        await using var other = await Site.With(posts[..1]);
        // Another order of coming leads to other numbers within, and to none without.
        foreach (var post in posts.Reverse()) other.Write(post);
        other.Delete("seminars/a.md");
        await other.SeedAsync();
        other.Write(posts[0]);
        await other.StopAsync();
        File.Delete(other.Database);
        await other.StartAsync();

        var bytes = await BytesAsync(one, "/calendar.ics");
        Assert.Equal(bytes, await BytesAsync(one, "/calendar.ics"));
        Assert.Equal(bytes, await BytesAsync(other, "/calendar.ics"));
        Assert.Equal("localhost", Ics.Read(bytes).Events.Select(e => Ics.Line(e, "UID")!.Split('@')[1]).Distinct().Single());
    }

    [Fact]
    public async Task Answers_head_without_a_body()
    {
        foreach (var address in (string[])["/calendar.ics", "/2020/calendar.ics", "/seminars/awkward/calendar.ics"])
        {
            using var head = await shared.Site.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8", ""), (head.StatusCode, head.Content.Headers.ContentType?.ToString(), await head.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task Pages_offer_what_is_to_come_and_has_a_day()
    {
        await using var site = await Site.With(Seminar("past", "2020-01-01"), Seminar("to-come", "2026-12-10"), Seminar("vague", "2027-05"));

        Assert.Equal(["/seminars/to-come/calendar.ics"], (await site.GetPageAsync("/seminars/to-come/")).Links(".acts a"));
        Assert.Equal(["/seminars/to-come/calendar.ics"], (await site.GetPageAsync("/")).Links(".next .acts a"));
        Assert.Empty((await site.GetPageAsync("/seminars/past/")).Links(".acts a"));
        Assert.Empty((await site.GetPageAsync("/seminars/vague/")).Links(".acts a"));
        Assert.Equal(["/calendar.ics"], (await site.GetPageAsync("/years/")).Links("footer a[href$='.ics']"));

        await using var vague = await Site.With(Seminar("vague", "2027-05"));
        Assert.Empty((await vague.GetPageAsync("/")).Links(".acts a"));
    }

    private static async Task<Ics> ReadAsync(Site site, string address) => Ics.Read(await BytesAsync(site, address));

    private static async Task<byte[]> BytesAsync(Site site, string address)
    {
        using var answer = await site.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK, "text/calendar; charset=utf-8"), (address, answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
