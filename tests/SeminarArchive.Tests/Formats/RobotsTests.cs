using System.Net;
using System.Text.RegularExpressions;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public class RobotsTests
{
    [Fact]
    public async Task Opens_everything_but_the_results_of_searches()
    {
        await using var site = await Site.With(Seminar("search"));
        var rules = await RulesAsync(site, "/robots.txt");

        var closed = new[]
        {
            "/search/?q=knots", "/search/page/2/?q=knots", "/search/suggest.json?q=k", "/search/cite.bib?q=k&year=2020", "/search/knots/", "/?q=knots", "/?s=knots", "/?paged=2&s=knots", "/category/knots/?a=b&q=x",
        };
        var open = Conventions.EveryAddress.Examples.Values.Where(a => !a.StartsWith("/search/", StringComparison.Ordinal))
            .Concat(["/search/", "/seminars/search/", "/seminars/", "/cite.bib", "/speaker/ada/cite.json", "/seminars/knots/linkset.json", "/?p=12", "/robots.txt", "/opensearch.xml", "/site.css", "/slides/deck.pdf", "/?utm_source=s=q="]);
        Assert.Equal(closed, closed.Where(a => Closes(rules, a)));
        Assert.Equal([], open.Where(a => Closes(rules, a)));
    }

    [Theory]
    [InlineData("Production", "", "http://anything.example/robots.txt", false)]
    [InlineData("Production", "https://seminars.example.org", "http://seminars.example.org/robots.txt", false)]
    [InlineData("Production", "https://seminars.example.org", "https://SEMINARS.example.org:8443/robots.txt", false)]
    [InlineData("Production", "https://bücher.example", "https://xn--bcher-kva.example/robots.txt", false)]
    [InlineData("Production", "http://[::1]:5000", "http://[::1]/robots.txt", false)]
    [InlineData("Production", "https://seminars.example.org", "https://test.seminars.example.org/robots.txt", true)]
    [InlineData("Production", "https://seminars.example.org", "http://localhost/robots.txt", true)]
    [InlineData("Staging", "", "http://localhost/robots.txt", true)]
    [InlineData("Staging", "https://seminars.example.org", "https://seminars.example.org/robots.txt", true)]
    public async Task A_copy_for_trying_things_out_is_closed(string environment, string baseUrl, string address, bool closed)
    {
        await using var site = await Site.With([("environment", environment), ("Site:BaseUrl", baseUrl)]);

        var rules = await RulesAsync(site, address);

        Assert.Equal(closed, rules.SequenceEqual(["Disallow: /"]));
        Assert.Equal(closed, Closes(rules, "/seminars/knots/"));
    }

    [Theory]
    [InlineData("", "http://localhost/sitemap.xml")]
    [InlineData("https://seminars.example.org", "https://seminars.example.org/sitemap.xml")]
    public async Task Names_the_sitemap_by_its_public_address(string baseUrl, string sitemap)
    {
        await using var site = await Site.With([("Site:BaseUrl", baseUrl)]);

        using var answer = await site.GetAsync($"{(baseUrl.Length > 0 ? baseUrl : "http://localhost")}/robots.txt");
        Assert.EndsWith($"\n\nSitemap: {sitemap}\n", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    [InlineData("/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8")]
    public async Task Answers_head_as_get_without_the_body(string address, string type)
    {
        await using var site = Site.Empty().Listen();
        await site.StartAsync();

        using var get = await site.GetAsync(address);
        using var head = await site.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        using var post = await site.SendAsync(new HttpRequestMessage(HttpMethod.Post, address));

        Assert.Equal((HttpStatusCode.OK, type, ""), (head.StatusCode, head.Content.Headers.ContentType?.ToString(), await head.Content.ReadAsStringAsync()));
        Assert.Equal((get.Content.Headers.ContentLength, "nosniff"), (head.Content.Headers.ContentLength, head.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal((301, address), await site.AskAsync(address + "/"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    /// <summary>What is open and closed to everybody; any other line is a failure.</summary>
    private static async Task<IReadOnlyList<string>> RulesAsync(Site site, string address)
    {
        using var answer = await site.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/plain; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\n\nSitemap:")[0].TrimEnd('\n').Split('\n');
        Assert.Equal("User-agent: *", lines[0]);
        return [.. lines[1..].Select(l => Regex.Match(l, "^(Allow|Disallow): /.*$").Value)];
    }

    // RFC 9309: a rule holds from the beginning of path and query, a star stands for anything, a dollar sign for the end; the longest that holds decides.
    private static bool Closes(IReadOnlyList<string> rules, string address) =>
        rules.Select(rule => rule.Split(": ")).Where(rule => Regex.IsMatch(address, "^" + Regex.Escape(rule[1]).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\$", "$", StringComparison.Ordinal)))
            .MaxBy(rule => rule[1].Length) is ["Disallow", _];
}
