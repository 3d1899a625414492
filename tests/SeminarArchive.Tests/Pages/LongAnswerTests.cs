using System.Net.Sockets;
using System.Text;
using SeminarArchive.Tests.Conventions;
using SeminarArchive.Tests.Store;
using SeminarArchive.Web;
using static SeminarArchive.Tests.Pages.PackedAnswer;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>Answers as long as the archive, which are sent while they are made and kept as they went out.</summary>
public class LongAnswerTests
{
    private static readonly string[] Addresses =
    [
        "/all/", "/export/seminars.csv", "/export/seminars.jsonl", "/calendar.ics", "/tag/rope/calendar.ics", "/2020/02/calendar.ics",
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
        await using var site = Site.Empty().Listen();
        for (var i = 0; i < 400; i++) site.Write(Wide(i, $"Old {i}"));
        await site.StartAsync();
        using var reader = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(site.Address.Host, site.Address.Port);
        await reader.SendAsync(Encoding.ASCII.GetBytes("GET /all/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        var some = new byte[1000];
        Assert.NotEqual(0, await reader.ReceiveAsync(some));

        site.Write(Wide(7, "Better"));
        await site.SeedAsync();
        var rest = new StringBuilder();
        for (var buffer = new byte[64 * 1024]; await reader.ReceiveAsync(buffer) is > 0 and var got;) rest.Append(Encoding.UTF8.GetString(buffer, 0, got));

        Assert.Contains("Old 7<", rest.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Better", rest.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Better"], (await site.GetPageAsync("/all/")).Texts("main a[href='/seminars/knots-7/']"));
        Assert.Equal(["Better"], (await site.GetPageAsync("/all/")).Texts("main a[href='/seminars/knots-7/']"));
    }

    [Fact]
    public async Task Of_which_somebody_took_the_beginning_only_are_not_kept()
    {
        await using var site = Site.Empty().Listen();
        for (var i = 0; i < 400; i++) site.Write(Wide(i, $"Knots {i}"));
        await site.StartAsync();
        using (var reader = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, LingerState = new LingerOption(true, 0) })
        {
            await reader.ConnectAsync(site.Address.Host, site.Address.Port);
            await reader.SendAsync(Encoding.ASCII.GetBytes("GET /all/ HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            Assert.NotEqual(0, await reader.ReceiveAsync(new byte[1000]));
        }

        for (var i = 0; i < 2; i++) Assert.Equal(400, (await site.GetPageAsync("/all/")).QuerySelectorAll("main li a[href^='/seminars/']").Length);
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
    public async Task Of_a_search_are_not_kept_nor_is_what_is_not_there()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        await site.GetStringAsync("/search/cite.bib?q=knots");
        Assert.Equal(404, (await site.AskAsync("/sitemap-7.xml")).Status);
        Assert.Equal(404, (await site.AskAsync("/speaker/nobody/cite.bib")).Status);
        Assert.Equal(0, site.Service<PageCache>().Held.Pages);
    }

    // Four hundred of these are more than lies between a site and a reader who does not read on.
    private static Post Wide(int number, string title) =>
        Seminar($"knots-{number}", "2020-01-01", title, more: ["speakers:", .. Enumerable.Range(0, 60).Select(n => $"  - {{name: Guest {n}, affiliation: {new string('x', 150)} {n}}}")]);
}
