using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public sealed class SecuritySite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:PageSize", "1"));
        Site.Write(Seminar("knots", "2020-01-01"));
        Site.Write(Seminar("tides", "2021-01-01"));
        Site.Write(Seminar("gone", more: ["status: withdrawn", "reason: On request"]));
        Site.Write("slides/knots.pdf", "a deck");
        Site.Listen();
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class SecurityTests(SecuritySite shared) : IClassFixture<SecuritySite>
{
    // Data for search engines stands in a script element that no browser runs.
    private const string Inline = "script:not([src]):not([type='application/ld+json'])";

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/", 200)]
    [InlineData("GET", "/no-such/", 404)]
    [InlineData("HEAD", "/no-such/", 404)]
    [InlineData("GET", "/seminars/gone/", 410)]
    [InlineData("HEAD", "/seminars/gone/", 410)]
    [InlineData("GET", "/page/1/", 301)]
    [InlineData("HEAD", "/knots/", 301)]
    [InlineData("GET", "/slides/knots.pdf", 200)]
    [InlineData("HEAD", "/slides/knots.pdf", 200)]
    [InlineData("GET", "/site.css", 200)]
    [InlineData("GET", "/favicon.svg", 200)]
    [InlineData("GET", "/healthz", 200)]
    [InlineData("HEAD", "/readyz", 200)]
    [InlineData("POST", "/", 405)]
    [InlineData("PUT", "/seminars/knots/", 405)]
    [InlineData("DELETE", "/slides/knots.pdf", 405)]
    [InlineData("OPTIONS", "/", 405)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("BREW", "/no-such/", 405)]
    public async Task Every_answer_has_its_headers(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await shared.Site.SendAsync(request);

        string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(("nosniff", "strict-origin-when-cross-origin", "same-origin"), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Cross-Origin-Opener-Policy")));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("geolocation=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal((null, null, null), (Header("Server"), Header("X-Powered-By"), Header("Set-Cookie")));
        if (status == 405) Assert.Equal("GET, HEAD", string.Join(", ", answer.Content.Headers.Allow));
        if (method == "HEAD") Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/seminars/knots/")]
    [InlineData("/search/?q=knots")]
    [InlineData("/years/")]
    public async Task No_page_needs_what_its_policy_forbids(string address)
    {
        var page = await shared.Site.GetPageAsync(address);

        Assert.Empty(page.QuerySelectorAll($"{Inline}, style, [style], iframe, object, embed, base"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("script[src], link[rel=stylesheet], img[src]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/%00")]
    [InlineData("/seminars/%00/")]
    [InlineData("/seminars/knots%00.pdf")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/slides/..%2fseminars%2fknots.md")]
    [InlineData("/slides/%2e%2e/seminars/knots.md")]
    [InlineData("/slides/..%5cseminars%5cknots.md")]
    [InlineData("/%ED%A0%80/")]
    [InlineData("/%ED%A0%80")]
    [InlineData("/%FF%FE/x")]
    [InlineData("/%C0%AE%C0%AE/")]
    [InlineData("/%")]
    [InlineData("/%zz/")]
    [InlineData("/%25zz")]
    [InlineData("/%2541")]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/")]
    [InlineData("///evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("/\\evil.example/")]
    [InlineData("/%5Cevil.example/x")]
    [InlineData("/%2F%2Fevil.example")]
    [InlineData("//evil.example/page/1/")]
    [InlineData("/index.php//evil.example/")]
    [InlineData("/.//evil.example")]
    [InlineData("/%0d%0aSet-Cookie:x=1")]
    [InlineData("/x%0d%0aSet-Cookie:x=1")]
    [InlineData("/?p=%0d%0aSet-Cookie:x=1")]
    [InlineData("/?p=%00")]
    [InlineData("/?%ED%A0%80")]
    [InlineData("/?p=12#x")]
    [InlineData("http://evil.example/page/1/")]
    [InlineData("*")]
    public async Task Hostile_addresses_neither_break_it_nor_lead_away(string target)
    {
        var (status, head) = await AskRawAsync(target);

        Assert.InRange(status, 200, 499);
        Assert.DoesNotContain(head.Split('\n'), l => l.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase));
        var location = head.Split("\r\n").SingleOrDefault(l => l.StartsWith("Location: ", StringComparison.OrdinalIgnoreCase))?["Location: ".Length..];
        if (location is null) return;
        Assert.Equal((301, '/'), (status, location[0]));
        Assert.False(location.Length > 1 && location[1] is '/' or '\\', location);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=")]
    [InlineData("/search/?q=")]
    [InlineData("/seminars/")]
    public async Task Very_long_addresses_are_refused_in_good_order(string beginning)
    {
        foreach (var length in new[] { 2_000, 7_000, 60_000 })
        {
            var (status, _) = await AskRawAsync(beginning + string.Concat(Enumerable.Repeat("a/", length / 2)));
            Assert.InRange(status, 200, 499);
        }
    }

    [Fact]
    public async Task What_editors_write_is_text_and_never_markup()
    {
        const string Evil = "<script>alert(\"1\")</script> & 'co' <img src=x onerror=alert(1)>";
        await using var site = Site.Empty(("Site:Title", Evil), ("Site:Description", Evil), ("Site:PageSize", "1"));
        site.Write(Seminar("knots", "2020-02-13", Evil, speaker: "A " + Evil, affiliation: "B " + Evil, postedBy: "C " + Evil, category: "D " + Evil, body: "E " + Evil, more: ["original-title: '<script>x</script>'", "location: '<script>x</script>'", "tags: ['F <script>x</script>']",
            "resources: [{type: slides, label: '<script>x</script>', url: 'https://example.org/?\"><script>x</script>'}]"]));
        site.Write(Seminar("soon", "2026-12-01", Evil, more: ["location: '<script>x</script>'"]));
        site.Write(Seminar("gone", "2019-12-01", Evil, more: ["status: withdrawn", "reason: '<script>x</script>'"]));
        await site.StartAsync();
        var seminar = await site.GetPageAsync("/seminars/knots/");
        Assert.Equal(Evil, seminar.Text("h1"));
        var addresses = new HashSet<string>(["/", "/search/?q=" + Uri.EscapeDataString(Evil), "/search/?q=script", "/years/", "/speakers/", "/affiliations/", "/authors/", "/categories/", "/tags/", .. seminar.Links("main a").OfType<string>().Where(a => a[0] == '/' && a[^1] == '/')]);
        Assert.True(addresses.Count > 14);

        var pages = new List<IDocument> { seminar, await site.GetPageAsync("/seminars/gone/", HttpStatusCode.Gone), await site.GetPageAsync("/no-such-" + Uri.EscapeDataString(Evil.Replace("/", " ", StringComparison.Ordinal)) + "-x/", HttpStatusCode.NotFound) };
        foreach (var address in addresses) pages.Add(await site.GetPageAsync(address));

        foreach (var page in pages)
        {
            Assert.Empty(page.QuerySelectorAll($"{Inline}, [onerror], a[href^='javascript:']"));
            Assert.All(page.QuerySelectorAll("script:not([src])"), data => Assert.DoesNotContain("<", data.TextContent, StringComparison.Ordinal));
            // An abstract may show pictures, nothing else may.
            Assert.DoesNotContain(page.QuerySelectorAll("img"), i => i.Closest(".prose") is null);
            Assert.DoesNotContain("<script>", page.QuerySelector("body")!.ToHtml().Replace("&lt;script", "", StringComparison.Ordinal).Replace("value=\"<script>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET /seminars/knots/ HTTP/1.0\r\n", 400)]
    [InlineData("GET /sitemap.xml HTTP/1.0\r\n", 400)]
    [InlineData("GET /robots.txt HTTP/1.0\r\n", 400)]
    [InlineData("GET /feed/ HTTP/1.1\r\nHost: a..b\r\n", 400)]
    [InlineData("GET /feed/ HTTP/1.1\r\nHost: x:99999\r\n", 400)]
    [InlineData("GET /healthz HTTP/1.0\r\n", 200)]
    public async Task Who_does_not_name_a_host_is_told_so(string head, int status) => Assert.Equal(status, (await SendRawAsync(head + "Connection: close\r\n\r\n")).Status);

    private Task<(int Status, string Head)> AskRawAsync(string target) => SendRawAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    private async Task<(int Status, string Head)> SendRawAsync(string request)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, shared.Site.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        string answer;
        try
        {
            answer = await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // Closed by the server before it had read everything.
            return (400, "");
        }

        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer.Split("\r\n\r\n")[0]);
    }
}
