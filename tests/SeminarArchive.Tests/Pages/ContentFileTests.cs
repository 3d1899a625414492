using System.Net;
using System.Net.Http.Headers;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public sealed class ContentFileSite : IAsyncLifetime
{
    private readonly string _outside = Directory.CreateTempSubdirectory("outside-").FullName;

    public Site Site { get; } = Site.Empty();

    public async Task InitializeAsync()
    {
        Site.Write(Seminar("knots"));
        foreach (var name in new[] { "slides/a b.pdf", "slides/e\u0301te\u0301/nai\u0308ve.pdf", "slides/deck.pdf", "slides/Deck.PPTX", "slides/notes.txt", "slides/talk.mp4", "slides/talk.Rmd", "slides/talk.tex", "slides/code.tar.gz", "uploads/face.jpg", "slides/page.html", "slides/page.htm", "slides/page.xhtml", "slides/drawing.svg", "slides/code.js", "slides/style.css",
            "slides/data.json", "slides/feed.xml", "slides/noending", "slides/.hidden.pdf", ".git/config.txt", ".env", "slides/.dir/x.pdf", "README.md", "slides/README.md", "seminars/2020/knots.md", "seminars/draft.md.txt", "seminars/Draft.MARKDOWN.TXT" }) Site.Write(name, "0123456789");
        await File.WriteAllTextAsync(Path.Combine(_outside, "secret.pdf"), "secret");
        File.CreateSymbolicLink(Path.Combine(Site.Content, "slides/out.pdf"), Path.Combine(_outside, "secret.pdf"));
        Directory.CreateSymbolicLink(Path.Combine(Site.Content, "slides/out"), _outside);
        File.CreateSymbolicLink(Path.Combine(Site.Content, "slides/through.pdf"), Path.Combine(Site.Content, "slides/out/secret.pdf"));
        File.CreateSymbolicLink(Path.Combine(Site.Content, "slides/nowhere.pdf"), Path.Combine(_outside, "no-such.pdf"));
        File.CreateSymbolicLink(Path.Combine(Site.Content, "slides/round.pdf"), Path.Combine(Site.Content, "slides/round.pdf"));
        File.CreateSymbolicLink(Path.Combine(Site.Content, "slides/inside.pdf"), "deck.pdf");
        File.CreateSymbolicLink(Path.Combine(Site.Content, "slides/stored.pdf"), "noending");
        File.CreateSymbolicLink(Path.Combine(Site.Content, "slides/disguised"), "deck.pdf");
        await Site.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        Directory.Delete(_outside, recursive: true);
    }
}

public class ContentFileTests(ContentFileSite shared) : IClassFixture<ContentFileSite>
{
    [Theory]
    [InlineData("/slides/deck.pdf", "application/pdf")]
    [InlineData("/slides/a%20b.pdf", "application/pdf")]
    [InlineData("/slides/%C3%A9t%C3%A9/na%C3%AFve.pdf", "application/pdf")] // the disk's accents are a Mac's
    [InlineData("/slides/e%CC%81te%CC%81/na%C3%AFve.pdf", "application/pdf")]
    [InlineData("/slides/inside.pdf", "application/pdf")]
    [InlineData("/slides/stored.pdf", "application/pdf")]
    [InlineData("/slides/Deck.PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("/slides/notes.txt", "text/plain; charset=utf-8")]
    [InlineData("/slides/talk.mp4", "video/mp4")]
    [InlineData("/slides/talk.Rmd", "text/plain; charset=utf-8")]
    [InlineData("/slides/talk.tex", "text/plain; charset=utf-8")]
    [InlineData("/slides/code.tar.gz", "application/gzip")]
    [InlineData("/uploads/face.jpg", "image/jpeg")]
    public async Task Are_served_as_what_they_are(string address, string type)
    {
        using var answer = await shared.Site.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, type, "0123456789"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync()));
        Assert.Equal("public, max-age=3600", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/slides/page.html")]
    [InlineData("/slides/page.htm")]
    [InlineData("/slides/page.xhtml")]
    [InlineData("/slides/drawing.svg")]
    [InlineData("/slides/code.js")]
    [InlineData("/slides/style.css")]
    [InlineData("/slides/data.json")]
    [InlineData("/slides/feed.xml")]
    [InlineData("/slides/noending/")]
    [InlineData("/slides/disguised/")]
    [InlineData("/slides/.hidden.pdf")]
    [InlineData("/slides/.dir/x.pdf")]
    [InlineData("/.git/config.txt")]
    [InlineData("/.env/")]
    [InlineData("/README.md")]
    [InlineData("/slides/README.md")]
    [InlineData("/seminars/2020/knots.md")]
    [InlineData("/seminars/draft.md.txt")]
    [InlineData("/seminars/Draft.MARKDOWN.TXT")]
    [InlineData("/slides/out.pdf")]
    [InlineData("/slides/out/secret.pdf")]
    [InlineData("/slides/through.pdf")]
    [InlineData("/slides/nowhere.pdf")]
    [InlineData("/slides/round.pdf")]
    [InlineData("/slides/")]
    public async Task Are_not_served_when_they_could_run_or_are_nobodys_business(string address) => Assert.Equal((404, null), await shared.Site.AskAsync(address));

    [Fact]
    public async Task Only_GET_asks_for_a_part()
    {
        using var part = new HttpRequestMessage(HttpMethod.Head, "/slides/deck.pdf") { Headers = { Range = new RangeHeaderValue(2, 4) } };
        using var answer = await shared.Site.SendAsync(part);

        Assert.Equal((HttpStatusCode.OK, null, 10), (answer.StatusCode, answer.Content.Headers.ContentRange, answer.Content.Headers.ContentLength));
        Assert.Equal(["bytes"], answer.Headers.AcceptRanges);
    }

    [Fact]
    public async Task Can_be_had_in_part_and_are_not_sent_twice()
    {
        using var whole = await shared.Site.GetAsync("/slides/deck.pdf");
        using var part = new HttpRequestMessage(HttpMethod.Get, "/slides/deck.pdf") { Headers = { Range = new RangeHeaderValue(2, 4) } };
        using var beyond = new HttpRequestMessage(HttpMethod.Get, "/slides/deck.pdf") { Headers = { Range = new RangeHeaderValue(20, 30) } };
        using var again = new HttpRequestMessage(HttpMethod.Get, "/slides/deck.pdf") { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        using var since = new HttpRequestMessage(HttpMethod.Get, "/slides/deck.pdf") { Headers = { IfModifiedSince = whole.Content.Headers.LastModified } };

        using var three = await shared.Site.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "234", "bytes 2-4/10"), (three.StatusCode, await three.Content.ReadAsStringAsync(), three.Content.Headers.ContentRange?.ToString()));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await shared.Site.SendAsync(beyond)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await shared.Site.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await shared.Site.SendAsync(since)).StatusCode);
    }

    [Theory]
    [InlineData("slides/deck.pdf", "\"0123456789\"")]
    [InlineData("slides/notes.txt", "W/\"0123456789\"")]
    public async Task Copies_of_the_folder_agree_on_the_tag_which_goes_by_the_bytes_alone(string file, string form)
    {
        await using var site = await Site.With(Seminar("knots"));
        await using var copy = await Site.With(Seminar("knots"));
        site.Write(file, "0123456789");
        copy.Write(file, "0123456789");
        File.SetLastWriteTimeUtc(Path.Combine(copy.Content, file), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        var tag = await TagAsync(site, file);
        Assert.Equal(tag, await TagAsync(copy, file));
        Assert.Equal(form.Length - 10 + 24, tag.Length);
        Assert.Equal(form[..form.IndexOf('0')], tag[..form.IndexOf('0')]);

        copy.Write(file, "9876543210");
        Assert.NotEqual(tag, await TagAsync(copy, file));
        copy.Write(file, "0123456789");
        Assert.Equal(tag, await TagAsync(copy, file));
        File.Delete(Path.Combine(copy.Content, file));
        Assert.Equal((404, null), await copy.AskAsync("/" + file));
    }

    [Fact]
    public async Task What_was_had_in_part_is_continued_only_while_it_is_the_same()
    {
        await using var site = await Site.With(Seminar("knots"));
        site.Write("slides/deck.pdf", "0123456789");
        var tag = EntityTagHeaderValue.Parse(await TagAsync(site, "slides/deck.pdf"));
        Assert.Equal((HttpStatusCode.PartialContent, "456789"), await RestAsync(site, tag));
        site.Write("slides/deck.pdf", "abcdefghij");
        Assert.Equal((HttpStatusCode.OK, "abcdefghij"), await RestAsync(site, tag));
    }

    [Fact]
    public async Task Copies_of_the_folder_agree_on_when_it_changed_which_is_what_the_seminars_say()
    {
        await using var site = Slides(2020);
        await using var copy = Slides(2021);
        await site.StartAsync();
        await copy.StartAsync();
        // Two files, of which the one is named by two seminars; what no seminar names is as old as the archive.
        foreach (var (file, expected) in new[] { ("slides/a%20b.pdf", "2019-05-02"), ("slides/only.pdf", "2018-03-04"), ("uploads/face.jpg", "2019-05-02"), ("seminars/beside.pdf", "2019-05-02"), ("slides/linked.pdf", "2019-05-02") })
        {
            Assert.Equal((file, expected + "T00:00:00", expected + "T00:00:00"), (file, await ChangedAsync(site, file), await ChangedAsync(copy, file)));
        }

        static Site Slides(int year)
        {
            var site = Site.Empty(("Site:TimeZone", "UTC"));
            site.Write(Seminar("knots", more: ["slides: /slides/only.pdf", "posted: 2018-03-04"]));
            site.Write(Seminar("ropes", more: ["slides: /slides/a%20b.pdf", "posted: 2017-01-02"]));
            site.Write(Seminar("nets", more: ["slides: /slides/a%20b.pdf", "posted: 2019-05-02"]));
            foreach (var file in new[] { "slides/a b.pdf", "slides/only.pdf", "uploads/face.jpg", "seminars/beside.pdf" })
            {
                site.Write(file, "0123456789");
                File.SetLastWriteTimeUtc(Path.Combine(site.Content, file), new DateTime(year, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            }

            File.CreateSymbolicLink(Path.Combine(site.Content, "slides/linked.pdf"), "a b.pdf");
            return site;
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task Other_bytes_move_the_date_and_the_seminars_and_a_touch_or_a_copy_does_not(int length)
    {
        await using var site = Site.Empty(("Site:TimeZone", "UTC"));
        site.Write(Seminar("knots", more: ["slides: /slides/deck.pdf", "posted: 2018-03-04"]));
        site.Write("slides/deck.pdf", new byte[length]);
        await site.StartAsync();
        Assert.Equal("2018-03-04T00:00:00", await ChangedAsync(site, "slides/deck.pdf"));

        site.Clock.Advance(TimeSpan.FromHours(1));
        File.SetLastWriteTimeUtc(Path.Combine(site.Content, "slides/deck.pdf"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Null(await ChangedAsync(site, "slides/deck.pdf"));
        Assert.False((await site.SeedAsync()).Version > 1);
        Assert.Equal("2018-03-04T00:00:00", await ChangedAsync(site, "slides/deck.pdf"));

        var other = new byte[length];
        other[^1] = 1;
        site.Write("slides/deck.pdf", other);
        File.SetLastWriteTimeUtc(Path.Combine(site.Content, "slides/deck.pdf"), new DateTime(2002, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Null(await ChangedAsync(site, "slides/deck.pdf"));
        await site.SeedAsync();
        Assert.Equal("2026-11-23T13:00:00", await ChangedAsync(site, "slides/deck.pdf"));
        Assert.Equal("2026-11-23T13:00:00", await ChangedAsync(site, "seminars/knots.md"));

        await site.RestartAsync();
        Assert.Equal("2026-11-23T13:00:00", await ChangedAsync(site, "slides/deck.pdf"));
    }

    [Fact]
    public async Task Slides_that_come_later_beside_their_seminar_get_their_size_as_those_elsewhere()
    {
        await using var site = await Site.With([("Site:Watch", "true"), ("Site:PollInterval", "01:00:00")], Seminar("knots", more: ["slides: /seminars/knots.pdf"]));
        site.Write("seminars/knots.pdf", new byte[2048]);

        for (var tries = 0; tries < 100 && !(await site.GetStringAsync("/seminars/knots/")).Contains("2 KB", StringComparison.Ordinal); tries++) await Task.Delay(100);
        Assert.Contains("2 KB", await site.GetStringAsync("/seminars/knots/"), StringComparison.Ordinal);
    }

    // Null when the answer does not say.
    private static async Task<string?> ChangedAsync(Site site, string file)
    {
        using var answer = await site.GetAsync("/" + file);
        Assert.Equal((file, HttpStatusCode.OK), (file, answer.StatusCode));
        return answer.Content.Headers.LastModified?.ToString("s", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> TagAsync(Site site, string file)
    {
        using var answer = await site.GetAsync("/" + file);
        return answer.Headers.ETag!.ToString();
    }

    private static async Task<(HttpStatusCode, string)> RestAsync(Site site, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/slides/deck.pdf") { Headers = { Range = new RangeHeaderValue(4, null), IfRange = new RangeConditionHeaderValue(tag) } };
        using var answer = await site.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
