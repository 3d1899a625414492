using System.Net;
using SeminarArchive.Tests.Conventions;
using SeminarArchive.Tests.Store;
using SeminarArchive.Web;
using static SeminarArchive.Tests.Pages.PackedAnswer;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class PageCacheTests
{
    [Fact]
    public async Task The_second_answer_is_the_first_and_costs_no_question()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        using var count = new CommandCount(site.Database);
        foreach (var address in EveryAddress.Examples.Values)
        {
            var first = await WholeAsync(site, address, "br");
            var commands = await count.OfAsync(async () => Assert.Equal(first, await WholeAsync(site, address, "br")));
            Assert.Equal((address, 0), (address, commands));
        }
    }

    [Fact]
    public async Task An_answer_made_for_one_client_is_readable_for_every_other()
    {
        await using var site = await Site.With(Seminar("knots", body: string.Concat(Enumerable.Repeat("What was said about knots. ", 50))));
        (string? Header, string Expected)[] clients =
        [
            ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), (null, ""), ("identity", ""), ("", ""), ("BR;q=0.5, GZIP", "gzip"), ("br;q=0, *", "gzip"), ("*", "br"),
            ("gzip;q=0, br;q=0", ""), ("identity;q=1, gzip;q=0.5", ""), ("x-unknown", ""), (";;;=,", ""), ("gzip;q=nonsense", ""), ("br , gzip", "br"), ("sbr, gzipped", ""),
        ];
        using var quick = await SettleAsync(site, "/seminars/knots/", "br");
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (header, expected) in clients.Concat(clients.Reverse()))
        {
            using var answer = await AskAsync(site, "/seminars/knots/", header);
            Assert.Equal((header, expected, true), (header, string.Concat(answer.Content.Headers.ContentEncoding), answer.Headers.Vary.Contains("Accept-Encoding")));
            texts.Add(await UnpackedAsync(answer));
            using var head = await AskAsync(site, "/seminars/knots/", header, HttpMethod.Head);
            Assert.Equal(answer.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(answer.Headers.ETag, head.Headers.ETag);
        }

        Assert.Contains("What was said about knots.", Assert.Single(texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_is_asked_for_again_is_packed_better_and_is_still_the_same_answer(string encoding)
    {
        await using var site = await Site.With(Seminar("knots", body: string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"word{i * 7919 % 1009}"))));
        using var first = await SettleAsync(site, "/seminars/knots/", encoding);
        using var later = await AskAsync(site, "/seminars/knots/", encoding);

        Assert.InRange(later.Content.Headers.ContentLength!.Value, 1, first.Content.Headers.ContentLength!.Value - 1);
        Assert.Equal((first.Headers.ETag, await UnpackedAsync(first)), (later.Headers.ETag, await UnpackedAsync(later)));
    }

    [Fact]
    public async Task Queries_that_a_page_does_not_read_make_no_further_page_of_it()
    {
        await using var site = await Site.With(Seminar("knots"), Seminar("tides"));
        await site.GetPageAsync("/");
        await site.GetPageAsync("/seminars/knots/");
        await site.GetPageAsync("/search/?q=knots");
        var before = site.Service<PageCache>().Held.Pages;

        var tag = (await site.GetAsync("/")).Headers.ETag;
        foreach (var query in (string[])["?utm_source=a", "?utm_source=b", "?fbclid=c&utm_source=d"])
        {
            Assert.Equal(tag, (await site.GetAsync("/" + query)).Headers.ETag);
            await site.GetPageAsync("/seminars/knots/" + query);
            await site.GetPageAsync("/search/" + query + "&q=knots");
        }

        Assert.Equal((3, 3), (before, site.Service<PageCache>().Held.Pages));
        await site.GetPageAsync("/search/?q=tides");
        Assert.Equal(4, site.Service<PageCache>().Held.Pages);
    }

    [Fact]
    public async Task What_is_not_there_is_not_kept()
    {
        await using var site = await Site.With(Seminar("knots"));
        Assert.Equal(404, (await site.AskAsync("/seminars/tides/")).Status);
        Assert.Equal(404, (await site.AskAsync("/page/7/")).Status);
        Assert.Equal(301, (await site.AskAsync("/knots/")).Status);
        Assert.Equal(0, site.Service<PageCache>().Held.Pages);

        site.Write(Seminar("tides"));
        await site.SeedAsync();
        await site.GetPageAsync("/seminars/tides/");
    }

    [Fact]
    public async Task Many_who_ask_at_once_have_the_page_made_once()
    {
        await using var site = await Site.With(Seminar("warm"), Seminar("knots"));
        await site.GetPageAsync("/seminars/warm/");
        using var count = new CommandCount(site.Database);
        var one = await count.OfAsync(() => site.GetPageAsync("/author/nobody/", HttpStatusCode.NotFound));
        var single = await count.OfAsync(() => site.GetPageAsync("/seminars/warm/"));
        Assert.Equal(0, single);
        var commands = await count.OfAsync(() => Task.WhenAll(Enumerable.Range(0, 40).Select(_ => site.GetPageAsync("/seminars/knots/"))));

        Assert.True(one > 0);
        Assert.InRange(commands, 1, 16);
    }

    [Fact]
    public async Task After_a_change_every_answer_is_new_and_the_most_asked_for_is_there_before_it_is_asked_for()
    {
        await using var site = await Site.With(Seminar("knots", title: "Knots"));
        for (var i = 0; i < 5; i++) await site.GetPageAsync("/seminars/knots/");
        await site.GetPageAsync("/years/");

        site.Write(Seminar("knots", title: "Better knots"));
        await site.SeedAsync();
        using var count = new CommandCount(site.Database);
        for (var i = 0; i < 500 && site.Service<PageCache>().Held.Pages != 1; i++) await Task.Delay(10);
        var commands = await count.OfAsync(async () => Assert.Equal("Better knots", (await site.GetPageAsync("/seminars/knots/")).Text("h1")));

        Assert.Equal(0, commands);
        Assert.Equal(1, site.Service<PageCache>().Held.Pages);
    }

    [Fact]
    public async Task Editing_while_many_read_never_leaves_an_old_page_behind()
    {
        await using var site = await Site.With(Seminar("knots", title: "Knots 0"));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            for (; !stop.IsCancellationRequested; reads++) await site.GetPageAsync("/seminars/knots/");
            return reads;
        })).ToList();
        for (var i = 1; i <= 25; i++)
        {
            site.Write(Seminar("knots", title: $"Knots {i}"));
            await site.SeedAsync();
            Assert.Equal($"Knots {i}", (await site.GetPageAsync("/seminars/knots/")).Text("h1"));
            await Task.Delay(10);
            Assert.Equal($"Knots {i}", (await site.GetPageAsync("/seminars/knots/")).Text("h1"));
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
    }

    [Fact]
    public async Task Stays_within_its_memory_and_keeps_what_was_asked_for_last()
    {
        var words = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"word{i * 7919 % 100_003}"));
        await using var site = await Site.With([("Site:CacheMegabytes", "1")], [.. Enumerable.Range(0, 12).Select(i => Seminar($"knots-{i}", body: words))]);
        for (var i = 0; i < 12; i++)
        {
            await site.GetPageAsync($"/seminars/knots-{i}/");
            await Task.Delay(20);
            await site.GetPageAsync("/seminars/knots-0/");
            Assert.InRange(site.Service<PageCache>().Held.Bytes, 1, 1_000_000);
        }

        Assert.InRange(site.Service<PageCache>().Held.Pages, 2, 11);
        using var count = new CommandCount(site.Database);
        Assert.Equal(0, await count.OfAsync(() => site.GetPageAsync("/seminars/knots-0/")));
        Assert.NotEqual(0, await count.OfAsync(() => site.GetPageAsync("/seminars/knots-1/")));
    }

    [Fact]
    public async Task Without_memory_for_it_every_answer_is_made_anew_and_is_the_same()
    {
        await using var kept = await Site.With(Seminar("knots"));
        await using var made = await Site.With([("Site:CacheMegabytes", "0")], Seminar("knots"));
        await kept.GetPageAsync("/seminars/knots/");
        await made.GetPageAsync("/seminars/knots/");

        Assert.Equal((1, 0), (kept.Service<PageCache>().Held.Pages, made.Service<PageCache>().Held.Pages));
        Assert.Equal((await WholeAsync(kept, "/seminars/knots/", "gzip"))[..200], (await WholeAsync(made, "/seminars/knots/", "gzip"))[..200]);
    }

    [Fact]
    public async Task A_browser_and_a_feed_reader_each_keep_their_form()
    {
        await using var site = await Site.With(Seminar("knots"));
        foreach (var (accept, type) in ((string, string)[])[("*/*", "application/rss+xml"), ("text/html,application/xhtml+xml,*/*;q=0.8", "application/xml"), ("*/*", "application/rss+xml"), ("text/html", "application/xml"), ("application/rss+xml", "application/rss+xml")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/feed/");
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var answer = await site.SendAsync(request);
            Assert.Equal((accept, type, "Accept, Accept-Encoding"), (accept, answer.Content.Headers.ContentType?.MediaType, string.Join(", ", answer.Headers.Vary)));
        }
    }

    [Fact]
    public async Task A_host_that_somebody_made_up_is_in_nobody_elses_page()
    {
        await using var site = await Site.With(Seminar("knots"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/seminars/knots/");
        request.Headers.Host = "evil.example";
        using var evil = await site.SendAsync(request);

        Assert.Contains("http://evil.example/seminars/knots/", await evil.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("http://localhost/seminars/knots/", (await site.GetPageAsync("/seminars/knots/")).QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    // Asks, for the first time, until the answer has been packed for good; returns the first one.
    private static async Task<HttpResponseMessage> SettleAsync(Site site, string address, string encoding)
    {
        var first = await AskAsync(site, address, encoding);
        for (var tries = 0; tries < 500; tries++)
        {
            using var again = await AskAsync(site, address, encoding);
            if (again.Content.Headers.ContentLength < first.Content.Headers.ContentLength) return first;
            await Task.Delay(10);
        }

        throw new TimeoutException($"{address} was never packed better.");
    }

    // Status, every header but the date and the length, and the bytes as they are when unpacked.
    private static async Task<string> WholeAsync(Site site, string address, string encodings)
    {
        using var answer = await AskAsync(site, address, encodings);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length")).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{await UnpackedAsync(answer)}";
    }
}
