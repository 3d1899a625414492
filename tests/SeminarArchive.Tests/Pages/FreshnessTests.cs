using System.Net;
using System.Net.Http.Headers;
using SeminarArchive.Tests.Conventions;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class FreshnessTests
{
    private static readonly string[] Others =
    [
        "/calendar.ics", "/tag/rope/calendar.ics", "/2020/02/calendar.ics", "/seminars/knots-0/calendar.ics", "/export/seminars.csv", "/export/seminars.jsonl",
        "/seminars/knots-0.md", "/llms.txt", "/oembed?url=http://localhost/seminars/knots-0/", "/robots.txt", "/opensearch.xml", "/sitemap.xml",
        "/seminars/knots-0/cite.bib", "/seminars/knots-0/cite.ris", "/seminars/knots-0/cite.json", "/cite.bib", "/speaker/ada-lovelace/cite.json", "/2020/cite.ris",
        "/api/seminars", "/api/seminars/knots-0", "/api/tags", "/api/openapi.json", "/search/cite.bib?q=knots", "/search/suggest.json?q=kn",
    ];

    private static IEnumerable<string> Addresses => EveryAddress.Examples.Values.Concat(Others);

    [Fact]
    public async Task Two_sites_with_the_same_content_agree_on_tag_and_date_of_everything()
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        await using (var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2))
        {
            foreach (var address in Addresses) first[address] = await ValidatorsAsync(site, address);
        }

        await using var other = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        foreach (var address in Addresses) Assert.Equal((address, first[address]), (address, await ValidatorsAsync(other, address)));
    }

    [Fact]
    public async Task Who_has_the_answer_gets_304_until_it_is_another()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        foreach (var address in Addresses)
        {
            using var answer = await site.GetAsync(address);
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
            {
                Assert.Equal((address, HttpStatusCode.NotModified), (address, await AskAgainAsync(site, address, method, answer.Headers.ETag, null)));
                Assert.Equal((address, HttpStatusCode.NotModified), (address, await AskAgainAsync(site, address, method, null, answer.Content.Headers.LastModified)));
                Assert.Equal((address, HttpStatusCode.NotModified), (address, await AskAgainAsync(site, address, method, EntityTagHeaderValue.Any, null)));
                Assert.Equal((address, HttpStatusCode.OK), (address, await AskAgainAsync(site, address, method, new EntityTagHeaderValue("\"other\""), answer.Content.Headers.LastModified)));
                Assert.Equal((address, HttpStatusCode.OK), (address, await AskAgainAsync(site, address, method, null, answer.Content.Headers.LastModified!.Value.AddSeconds(-1))));
            }
        }

        using var before = await site.GetAsync("/");
        using var everything = await site.GetAsync("/all/");
        site.Clock.Advance(TimeSpan.FromHours(1));
        site.Write(Seminar("new", "2021-01-01"));
        await site.SeedAsync();
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(site, "/", HttpMethod.Get, before.Headers.ETag, null));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(site, "/", HttpMethod.Get, null, before.Content.Headers.LastModified));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(site, "/all/", HttpMethod.Get, everything.Headers.ETag, null));
        using var after = await site.GetAsync("/");
        Assert.Equal(site.Clock.GetUtcNow(), after.Content.Headers.LastModified);
    }

    [Fact]
    public async Task An_answer_that_is_dated_earlier_than_the_one_a_client_has_is_sent()
    {
        await using var site = await Site.With(Seminar("past", "2020-02-13"));
        using var before = await site.GetAsync("/");
        var date = before.Content.Headers.LastModified!.Value;

        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(site, "/", HttpMethod.Get, null, date));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(site, "/", HttpMethod.Get, null, date.AddYears(3)));
    }

    [Fact]
    public async Task An_upcoming_seminar_that_becomes_a_past_one_changes_the_answers()
    {
        await using var site = await Site.With(Seminar("past", "2020-02-13"), Seminar("to-come", "2026-12-01", more: ["posted: 2026-11-01"]));
        using var before = await site.GetAsync("/");
        using var all = await site.GetAsync("/all/");
        site.Clock.Advance(TimeSpan.FromDays(9));

        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(site, "/", HttpMethod.Get, before.Headers.ETag, null));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(site, "/", HttpMethod.Get, null, before.Content.Headers.LastModified));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(site, "/all/", HttpMethod.Get, all.Headers.ETag, null));
        using var after = await site.GetAsync("/");
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), after.Content.Headers.LastModified);
    }

    [Fact]
    public async Task What_is_not_read_of_a_query_makes_no_other_answer()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        foreach (var (plain, other) in ((string, string)[])[("/search/cite.bib?q=knots&year=2020", "/search/cite.bib?utm_source=letter&year=2020&q=knots"), ("/cite.ris", "/cite.ris?x=1"), ("/search/?q=knots", "/search/?fbclid=1&q=knots"), ("/sitemap.xml", "/sitemap.xml?x"), ("/all/", "/all/?x")])
            Assert.Equal((other, await ValidatorsAsync(site, plain)), (other, await ValidatorsAsync(site, other)));
        Assert.NotEqual(await ValidatorsAsync(site, "/search/cite.bib?q=knots"), await ValidatorsAsync(site, "/search/cite.bib?q=rope"));
    }

    [Fact]
    public async Task Says_how_long_each_answer_may_be_kept()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        foreach (var address in EveryAddress.Examples.Values.Concat(Others[..^1]))
        {
            using var answer = await site.GetAsync(address);
            Assert.Equal((address, "public, max-age=60, s-maxage=300, stale-while-revalidate=86400", "Accept-Encoding", "utf-8"),
                (address, answer.Headers.GetValues("Cache-Control").Single(), string.Join(", ", answer.Headers.Vary), answer.Content.Headers.ContentType?.CharSet));
        }
    }

    [Fact]
    public async Task What_is_not_there_has_no_validators_and_is_never_304()
    {
        await using var site = await Site.With(Seminar("gone", "2020-01-01", more: ["status: withdrawn"]));
        foreach (var (address, status) in ((string, HttpStatusCode)[])[("/seminars/none/", HttpStatusCode.NotFound), ("/seminars/none/cite.bib", HttpStatusCode.NotFound), ("/speaker/none/cite.bib", HttpStatusCode.NotFound), ("/search/cite.ris", HttpStatusCode.NotFound), ("/seminars/none/linkset.json", HttpStatusCode.NotFound), ("/sitemap-7.xml", HttpStatusCode.NotFound), ("/seminars/gone/", HttpStatusCode.Gone), ("/seminars/gone/cite.ris", HttpStatusCode.Gone)])
        {
            using var answer = await site.GetAsync(address);
            Assert.Equal((address, status, null, null), (address, answer.StatusCode, answer.Headers.ETag, answer.Content.Headers.LastModified));
            Assert.Equal((address, status), (address, await AskAgainAsync(site, address, HttpMethod.Get, EntityTagHeaderValue.Any, null)));
            Assert.Equal((address, status), (address, await AskAgainAsync(site, address, HttpMethod.Get, null, Site.Now.AddYears(1))));
        }
    }

    private static async Task<string> ValidatorsAsync(Site site, string address)
    {
        using var answer = await site.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        Assert.NotNull(answer.Headers.ETag);
        Assert.NotNull(answer.Content.Headers.LastModified);
        return $"{answer.Headers.ETag} {answer.Content.Headers.LastModified:r}";
    }

    private static async Task<HttpStatusCode> AskAgainAsync(Site site, string address, HttpMethod method, EntityTagHeaderValue? tag, DateTimeOffset? modified)
    {
        using var request = new HttpRequestMessage(method, address);
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        request.Headers.IfModifiedSince = modified;
        using var answer = await site.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.NotModified) Assert.Equal((address, "", null, true), (address, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType, answer.Headers.ETag is not null));
        return answer.StatusCode;
    }
}
