using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SeminarArchive.Tests.Conventions;
using SeminarArchive.Tests.Store;
using SeminarArchive.Web;
using static SeminarArchive.Tests.Pages.PackedAnswer;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>Answers as long as the archive, which are sent while they are made and kept as they went out.</summary>
public class LongAnswerTests
{
    private const int Many = 150;
    private const string Lines = "/export/seminars.jsonl";

    private static readonly string[] Addresses =
    [
        "/all/", "/export/seminars.csv", Lines, "/calendar.ics", "/tag/rope/calendar.ics", "/2020/02/calendar.ics",
        "/cite.bib", "/speaker/ada-lovelace/cite.json", "/2020/cite.ris", "/sitemap.xml",
    ];

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task Are_made_once_and_are_the_same_for_everybody_after(string? first)
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 40, pageSize: 2);
        using var count = new CommandCount(site.Database);
        foreach (var address in Addresses)
        {
            using var made = await AskAsync(site, address, first);
            Assert.Equal((address, first ?? ""), (address, string.Concat(made.Content.Headers.ContentEncoding)));
            var text = await UnpackedAsync(made);
            var commands = await count.OfAsync(async () =>
            {
                foreach (var encodings in (string?[])["br", "gzip", null, "gzip", "br", "deflate", null])
                {
                    using var answer = await AskAsync(site, address, encodings);
                    Assert.Equal((address, text), (address, await UnpackedAsync(answer)));
                    Assert.Equal((address, encodings is "br" or "gzip" ? encodings : ""), (address, string.Concat(answer.Content.Headers.ContentEncoding)));
                    Assert.Equal((made.Headers.ETag, made.Content.Headers.LastModified, made.Content.Headers.ContentType, made.Content.Headers.ContentDisposition), (answer.Headers.ETag, answer.Content.Headers.LastModified, answer.Content.Headers.ContentType, answer.Content.Headers.ContentDisposition));
                    using var head = await AskAsync(site, address, encodings, HttpMethod.Head);
                    Assert.Equal((address, made.Headers.ETag, ""), (address, head.Headers.ETag, await head.Content.ReadAsStringAsync()));
                }
            });
            Assert.Equal((address, 0), (address, commands));
        }
    }

    [Fact]
    public async Task Say_their_length_once_they_are_kept()
    {
        await using var site = Site.Empty().Listen();
        for (var i = 0; i < 300; i++) site.Write(Seminar($"knots-{i}", title: $"On knots {i * 7919}"));
        await site.StartAsync();
        using var first = await AskAsync(site, "/all/", null);
        var length = (await first.Content.ReadAsByteArrayAsync()).Length;
        foreach (var encodings in (string?[])[null, "br", "gzip"])
        {
            using var answer = await AskAsync(site, "/all/", encodings);
            using var head = await AskAsync(site, "/all/", encodings, HttpMethod.Head);
            Assert.Equal((answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync()).LongLength), (head.Content.Headers.ContentLength, answer.Content.Headers.ContentLength));
            Assert.Equal(encodings is null, answer.Content.Headers.ContentLength == length);
        }
    }

    [Fact]
    public async Task Are_made_anew_after_a_change_even_one_that_comes_while_they_are_sent()
    {
        await using var site = await WideAsync();
        using var reader = await BeginAsync(site, Lines);

        site.Write(Wide(7, "Better"));
        await site.SeedAsync();

        Assert.Equal("Knots 7", TitlesIn(await RestAsync(reader))[7]);
        for (var i = 0; i < 3; i++) Assert.Equal("Better", TitlesIn(await site.GetStringAsync(Lines))[7]);
    }

    [Fact]
    public async Task Of_which_somebody_took_the_beginning_only_are_whole_for_others()
    {
        await using var site = await WideAsync();
        using (await BeginAsync(site, Lines))
        {
            // Gone with what it was sent unread.
        }

        for (var tries = 0; tries < 200 && site.Service<PageCache>().Held.Pages == 0; tries++)
        {
            Assert.Equal(Many, TitlesIn(await site.GetStringAsync(Lines)).Count);
            await Task.Delay(10);
        }

        Assert.Equal(1, site.Service<PageCache>().Held.Pages);
        Assert.Equal(Many, TitlesIn(await site.GetStringAsync(Lines)).Count);
    }

    [Fact]
    public async Task A_reader_who_takes_long_does_not_keep_others_from_having_them_kept()
    {
        await using var site = await WideAsync();
        using var slow = await BeginAsync(site, Lines);

        // Others wait for what is being made, but not for ever.
        var other = site.GetStringAsync(Lines);
        for (; !other.IsCompleted; await Task.Delay(10)) site.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await other;
        Assert.Equal(0, site.Service<PageCache>().Held.Pages);
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        var text = await site.GetStringAsync(Lines);
        using var count = new CommandCount(site.Database);
        Assert.Equal(0, await count.OfAsync(async () => Assert.Equal(text, await site.GetStringAsync(Lines))));

        Assert.Equal(TitlesIn(text), TitlesIn(await RestAsync(slow)));
        Assert.Equal(0, await count.OfAsync(async () => Assert.Equal(text, await site.GetStringAsync(Lines))));
    }

    [Fact]
    public async Task Of_which_many_are_being_sent_are_not_all_copied()
    {
        await using var site = await WideAsync();
        var readers = new List<Socket>();
        // Without a public address of its own, an archive has other answers for every host.
        for (var i = 0; i < 8; i++) readers.Add(await BeginAsync(site, Lines, $"host-{i}.example"));
        var texts = await Task.WhenAll(readers.Select(RestAsync));
        readers.ForEach(r => r.Dispose());

        Assert.All(texts, t => Assert.Equal(Many, TitlesIn(t).Count));
        for (var tries = 0; tries < 200 && site.Service<PageCache>().Held.Pages < 4; tries++) await Task.Delay(10);
        Assert.Equal(4, site.Service<PageCache>().Held.Pages);
    }

    [Theory]
    [InlineData("/Calendar.ICS", "/calendar.ics")]
    [InlineData("/TAG/rope/calendar.ics?x=1", "/tag/rope/calendar.ics?x=1")]
    [InlineData("/cite.BIB", "/cite.bib")]
    [InlineData("/EXPORT/Seminars.csv", "/export/seminars.csv")]
    [InlineData("/Robots.txt", "/robots.txt")]
    [InlineData("/seminars/Knots-0.md", "/seminars/knots-0.md")]
    [InlineData("/Sitemap.XML", "/sitemap.xml")]
    public async Task Have_one_address(string other, string address)
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);

        Assert.Equal((301, address), await site.AskAsync(other));
        Assert.Equal((200, null), await site.AskAsync(address));
    }

    [Fact]
    public async Task Without_memory_for_them_are_made_for_everybody()
    {
        await using var site = await Site.With([("Site:CacheMegabytes", "0")], Seminar("knots"));
        var text = await site.GetStringAsync("/all/");
        using var count = new CommandCount(site.Database);

        Assert.NotEqual(0, await count.OfAsync(async () => Assert.Equal(text, await site.GetStringAsync("/all/"))));
    }

    [Fact]
    public async Task Are_not_sent_again_to_who_has_them()
    {
        await using var site = await Site.With(Seminar("knots"));
        foreach (var _ in (int[])[1, 2, 3])
        {
            using var answer = await site.GetAsync("/all/");
            using var again = new HttpRequestMessage(HttpMethod.Get, "/all/");
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var same = await site.SendAsync(again);
            Assert.Equal((304, answer.Headers.ETag, 0L, ""), ((int)same.StatusCode, same.Headers.ETag, same.Content.Headers.ContentLength ?? 0, string.Concat(same.Content.Headers.ContentEncoding)));
        }
    }

    [Fact]
    public async Task Beyond_their_share_of_the_memory_are_whole_and_not_kept()
    {
        await using var site = Site.Empty(("Site:CacheMegabytes", "1"));
        for (var i = 0; i < 400; i++) site.Write(Seminar($"knots-{i}", title: string.Join(' ', Enumerable.Range(i * 40, 40).Select(n => $"{n * 7919L % 100_003:x}{n * 104_729L % 99_991:x}"))));
        await site.StartAsync();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var encodings in (string?[])["br", "gzip", null, "br", "gzip", null])
        {
            using var answer = await AskAsync(site, "/all/", encodings);
            Assert.Equal(encodings ?? "", string.Concat(answer.Content.Headers.ContentEncoding));
            texts.Add(await UnpackedAsync(answer));
        }

        Assert.EndsWith("</html>\n", Assert.Single(texts), StringComparison.Ordinal);
        Assert.Equal(0, site.Service<PageCache>().Held.Pages);
    }

    [Fact]
    public async Task Asked_for_by_many_at_once_are_whole_for_each()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 60, pageSize: 2);
        var texts = await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            using var answer = await AskAsync(site, "/all/", i % 3 == 0 ? "br" : i % 3 == 1 ? "gzip" : null);
            return await UnpackedAsync(answer);
        }));

        Assert.EndsWith("</html>\n", Assert.Single(texts.Distinct()), StringComparison.Ordinal);
        Assert.Equal(1, site.Service<PageCache>().Held.Pages);
    }

    [Fact]
    public async Task Asked_for_by_many_at_once_are_made_once()
    {
        await using var site = await WideAsync();
        using var count = new CommandCount(site.Database);
        await site.AskAsync("/all/");
        var alone = await count.OfAsync(async () => Assert.Equal(Many, TitlesIn(await site.GetStringAsync(Lines)).Count));
        site.Write(Wide(7, "Better"));
        await site.SeedAsync();
        await site.AskAsync("/all/");

        var texts = new List<string>();
        Assert.Equal(alone, await count.OfAsync(async () => texts.AddRange(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.GetStringAsync(Lines))))));
        Assert.Equal("Better", TitlesIn(Assert.Single(texts.Distinct()))[7]);
    }

    [Fact]
    public async Task Of_a_search_are_not_kept_nor_is_what_is_not_there()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        await site.GetStringAsync("/search/cite.bib?q=knots");
        Assert.Equal(404, (await site.AskAsync("/sitemap-7.xml")).Status);
        Assert.Equal(404, (await site.AskAsync("/speaker/nobody/cite.bib")).Status);
        Assert.Equal(0, site.Service<PageCache>().Held.Pages);
    }

    // A reader who has asked and taken the first bytes only.
    private static async Task<Socket> BeginAsync(Site site, string address, string? host = null)
    {
        var reader = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, LingerState = new LingerOption(true, 0) };
        await reader.ConnectAsync(site.Address.Host, site.Address.Port);
        await reader.SendAsync(Encoding.ASCII.GetBytes($"GET {address} HTTP/1.0\r\nHost: {host ?? site.Address.Authority}\r\n\r\n"));
        Assert.NotEqual(0, await reader.ReceiveAsync(new byte[20]));
        return reader;
    }

    private static async Task<string> RestAsync(Socket reader)
    {
        var rest = new StringBuilder();
        for (var buffer = new byte[64 * 1024]; await reader.ReceiveAsync(buffer) is > 0 and var got;) rest.Append(Encoding.UTF8.GetString(buffer, 0, got));
        return rest.ToString();
    }

    // More than lies between a site and a reader who does not read on.
    private static async Task<Site> WideAsync()
    {
        var site = Site.Empty().Listen();
        for (var i = 0; i < Many; i++) site.Write(Wide(i, $"Knots {i}"));
        await site.StartAsync();
        return site;
    }

    private static Post Wide(int number, string title) => Seminar($"knots-{number:000}", "2020-01-01", title, body: new string('x', 20_000));

    // Of the lines that are whole, in their order; the first of them may be the end of one.
    private static List<string> TitlesIn(string lines) =>
        [.. lines.Split('\n').Where(l => l.EndsWith('}')).Select(l => JsonDocument.Parse(l[l.IndexOf("{\"key\"", StringComparison.Ordinal)..]).RootElement.GetProperty("title").GetString()!)];
}
