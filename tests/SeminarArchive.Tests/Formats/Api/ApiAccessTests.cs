using System.Net;
using System.Text.Json.Nodes;
using SeminarArchive.Tests.Store;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats.Api;

/// <summary>Who may ask, how, and when.</summary>
public sealed class ApiAccessTests(AwkwardArchive archive) : IClassFixture<AwkwardArchive>
{
    [Theory]
    [InlineData("/api/seminars", 200)]
    [InlineData("/api/openapi.json", 200)]
    [InlineData("/api/seminars/", 301)]
    [InlineData("/api/seminars/none", 404)]
    [InlineData("/api/seminars/gone", 410)]
    [InlineData("/api/seminars?x=1", 400)]
    public async Task Pages_of_every_site_may_read_every_answer(string address, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await archive.Site.SendAsync(request);

        Assert.Equal((status, "*", "Allow, ETag, Link, Retry-After"), ((int)answer.StatusCode, Header(answer, "Access-Control-Allow-Origin"), Header(answer, "Access-Control-Expose-Headers")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.DoesNotContain("Origin", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/seminars/first/cite.json")]
    [InlineData("/seminars/first/cite.bib")]
    [InlineData("/seminars/first/calendar.ics")]
    [InlineData("/seminars/first/linkset.json")]
    [InlineData("/seminars/first.md")]
    [InlineData("/feed/json/")]
    [InlineData("/calendar.ics")]
    [InlineData("/export/seminars.jsonl")]
    [InlineData("/oai?verb=Identify")]
    [InlineData("/oembed?url=https://nowhere.example/")]
    public async Task So_may_they_all_that_the_API_links_to_and_that_programs_read(string address)
    {
        // Made, then from memory, then 304.
        using var made = await archive.Site.GetAsync(address);
        using var again = await archive.Site.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (made.Headers.ETag is { } tag) request.Headers.IfNoneMatch.Add(tag);
        using var known = await archive.Site.SendAsync(request);

        Assert.Equal(["*", "*", "*"], new[] { made, again, known }.Select(answer => Header(answer, "Access-Control-Allow-Origin")));
        Assert.DoesNotContain("Origin", made.Headers.Vary);
    }

    [Fact]
    public async Task Pages_alone_are_not_for_other_sites()
    {
        using var answer = await archive.Site.GetAsync("/seminars/first/");

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/api/seminars")]
    [InlineData("/api/seminars/none")]
    public async Task A_browser_that_asks_beforehand_is_told_what_it_may(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, address);
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var answer = await archive.Site.SendAsync(request);

        Assert.Equal((HttpStatusCode.NoContent, "*", "GET, HEAD, OPTIONS", "*", "86400", ""),
            (answer.StatusCode, Header(answer, "Access-Control-Allow-Origin"), Header(answer, "Access-Control-Allow-Methods"), Header(answer, "Access-Control-Allow-Headers"), Header(answer, "Access-Control-Max-Age"), await answer.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await archive.Site.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/seminars/first/"))).StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Nothing_is_written(string method)
    {
        using var answer = await archive.Site.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/seminars/first"));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json", "GET, HEAD, OPTIONS"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, string.Join(", ", answer.Content.Headers.Allow)));
        Assert.Equal(("https://seminars.example.org/api/#not-allowed", 405), ($"{problem["type"]}", (int)problem["status"]!));
    }

    [Theory]
    [InlineData("/api/seminars?limit=2")]
    [InlineData("/api/seminars/first")]
    [InlineData("/api/openapi.json")]
    [InlineData("/api/seminars/none")]
    public async Task Head_is_answered_as_get_without_the_body(string address)
    {
        using var get = await archive.Site.GetAsync(address);
        using var head = await archive.Site.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal((get.StatusCode, get.Headers.ETag, get.Content.Headers.ContentType, Header(get, "Link"), ""), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType, Header(head, "Link"), await head.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/api/seminars?limit=2")]
    [InlineData("/api/seminars?q=lovelace")]
    [InlineData("/api/seminars/first")]
    [InlineData("/api/openapi.json")]
    public async Task Who_has_the_answer_is_told_so(string address)
    {
        using var answer = await archive.Site.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var again = await archive.Site.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotModified, "*"), (again.StatusCode, Header(again, "Access-Control-Allow-Origin")));
        Assert.NotNull(answer.Content.Headers.LastModified);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
    }

    [Fact]
    public async Task Before_the_archive_is_there_says_when_to_come_again()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots"));
        var (type, problem) = ("", "");
        await site.StartHeldAsync(async () =>
        {
            using var early = await site.GetAsync("/api/seminars");
            type = $"{(int)early.StatusCode} {early.Content.Headers.ContentType} {early.Headers.RetryAfter} {Header(early, "Access-Control-Allow-Origin")}";
            problem = await early.Content.ReadAsStringAsync();
        });

        Assert.Equal("503 application/problem+json 5 *", type);
        Assert.Equal("http://localhost/api/#not-yet", $"{JsonNode.Parse(problem)!["type"]}");
    }

    [Fact]
    public async Task A_failure_is_told_as_a_problem_too()
    {
        await using var site = await Site.With(Seminar("knots"));
        await site.RunSqlAsync("DROP TABLE SeminarTag");

        using var answer = await site.GetAsync("/api/seminars");
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json", "*"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, Header(answer, "Access-Control-Allow-Origin")));
        Assert.Equal("http://localhost/api/#failure", $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["type"]}");
    }

    [Fact]
    public async Task Asks_the_database_no_more_often_for_more()
    {
        var (few, many) = (await CountAsync(3, 2), await CountAsync(60, 50));

        Assert.Equal(few, many);
        Assert.All(many, m => Assert.InRange(m.Commands, m.Address == "/api/openapi.json" ? 0 : 1, 16));
    }

    private static async Task<List<(string Address, int Commands)>> CountAsync(int seminars, int limit)
    {
        await using var site = await Site.With([.. Enumerable.Range(0, seminars).Select(i => Seminar($"s{i}", "2020-02-13", $"Knots {i}", postedBy: $"Author {i % 5}", category: $"Category {i % 5}", more: ["speakers:", "  - name: Ada Lovelace", $"  - name: Guest {i}", $"    affiliation: House {i}", $"tags: [rope, knot-{i}]", "slides: https://example.org/knots.pdf"]))]);
        using var count = new CommandCount(site.Database);
        var counts = new List<(string, int)>();
        foreach (var address in (string[])["/api/seminars", "/api/seminars?q=knots", "/api/seminars?expand=abstract&tag=rope&speaker=ada-lovelace", "/api/seminars/s1", "/api/speakers", "/api/speakers/ada-lovelace", "/api/authors", "/api/categories", "/api/affiliations", "/api/tags", "/api/years", "/api/openapi.json"])
        {
            var whole = address.Contains("/s1", StringComparison.Ordinal) || address.Contains("ada-", StringComparison.Ordinal) && !address.Contains('?', StringComparison.Ordinal) || address.EndsWith("years", StringComparison.Ordinal) || address.EndsWith("json", StringComparison.Ordinal);
            var asked = whole ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}";
            counts.Add((address, await count.OfAsync(() => site.GetAsync(asked))));
        }

        return counts;
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
