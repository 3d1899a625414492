using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats.Api;

public sealed class ApiListTests(AwkwardArchive archive) : IClassFixture<AwkwardArchive>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Read_from_end_to_end_a_list_is_the_whole_archive(int limit)
    {
        Assert.Equal(archive.Slugs, await archive.Site.WalkAsync($"/api/seminars?limit={limit}"));
        Assert.Equal(archive.Slugs.Reverse(), await archive.Site.WalkAsync($"/api/seminars?limit={limit}&sort=oldest"));
        Assert.Equal(archive.Slugs.Count, (int)(await archive.AskAsync($"/api/seminars?limit={limit}"))["total"]!);
        foreach (var kind in (string[])["speakers", "authors", "categories", "affiliations", "tags"])
        {
            var whole = (await archive.AskAsync($"/api/{kind}")).Slugs().ToList();
            Assert.Equal(whole, await archive.Site.WalkAsync($"/api/{kind}?limit={limit}"));
            var page = await archive.Site.GetPageAsync($"/{kind}/");
            Assert.Equal(whole.Count, page.Links("main .names a").Count());
        }
    }

    [Fact]
    public async Task Nothing_is_repeated_or_missed_when_others_come_or_go_meanwhile()
    {
        await using var site = await Site.With([.. Enumerable.Range(10, 30).Select(i => Seminar($"s{i}", i % 3 == 0 ? "2020-05-05" : $"2020-01-{i - 9:00}"))]);
        var there = await site.WalkAsync("/api/seminars?limit=100");
        foreach (var address in (string[])["/api/seminars?limit=4", "/api/seminars?limit=4&sort=oldest"])
        {
            var walked = await site.WalkAsync(address, async stretch =>
            {
                // One comes at each end, and one in the middle of the day that many share.
                site.Write(Seminar($"new-{stretch}", "2026-01-01"));
                site.Write(Seminar($"old-{stretch}", "2001-01-01"));
                site.Write(Seminar($"s10-{stretch}", "2020-05-05"));
                await site.SeedAsync();
            });
            Assert.Equal(walked.Distinct(), walked);
            Assert.Equal(address.Contains("oldest", StringComparison.Ordinal) ? Enumerable.Reverse(there) : there, walked.Where(there.Contains));
        }

        // The very ones go that were given last, at whose place the list goes on.
        var all = await site.WalkAsync("/api/seminars?limit=100&year=2020");
        var read = await site.WalkAsync("/api/seminars?limit=3&year=2020", async stretch =>
        {
            site.Delete($"seminars/{all[(stretch * 3) - 1]}.md");
            await site.SeedAsync();
        });
        Assert.Equal(all, read);
    }

    [Theory]
    [InlineData("?year=2020", "two-speakers offset same-day-a same-day-b")]
    [InlineData("?category=handicraft", "two-speakers offset")]
    [InlineData("?speaker=ada-lovelace", "to-come two-speakers same-day-b year-only")]
    [InlineData("?affiliation=st-jamess-square", "two-speakers same-day-b")]
    [InlineData("?author=lucy-chapman", "two-speakers same-day-a")]
    [InlineData("?tag=rope", "two-speakers same-day-a")]
    [InlineData("?has=slides", "two-speakers year-only")]
    [InlineData("?has=recording", "two-speakers")]
    [InlineData("?has=recording&has=slides", "two-speakers")]
    [InlineData("?sort=oldest&has=slides", "year-only two-speakers")]
    [InlineData("?year=2020&category=handicraft&speaker=ada-lovelace&affiliation=st-jamess-square&author=lucy-chapman&tag=rope&has=slides&has=recording", "two-speakers")]
    [InlineData("?category=drafts", "")]
    [InlineData("?speaker=somebody-gone", "")]
    [InlineData("?author=draft-author", "")]
    [InlineData("?tag=%27%20OR%201%3D1", "")]
    [InlineData("?year=", "to-come two-speakers offset same-day-a same-day-b 日本 month-only year-only first bare")]
    [InlineData("?q=!!!", "to-come two-speakers offset same-day-a same-day-b 日本 month-only year-only first bare")]
    [InlineData("?q=Knots", "two-speakers")]
    [InlineData("?q=knts", "two-speakers")]
    [InlineData("?q=secret", "")]
    [InlineData("?q=lovelace&sort=oldest&has=slides", "year-only two-speakers")]
    [InlineData("?q=lovelace&year=2020&affiliation=st-jamess-square&sort=newest", "two-speakers same-day-b")]
    [InlineData("?q=year:2019", "日本 month-only year-only")]
    public async Task Filters_leave_what_they_say(string query, string slugs)
    {
        var list = await archive.AskAsync("/api/seminars" + query);

        Assert.Equal((slugs, slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length), (string.Join(' ', list.Slugs()), (int)list["total"]!));
    }

    [Fact]
    public async Task A_search_finds_what_the_page_finds_in_its_order_and_says_how_it_was_understood()
    {
        await using var site = await SearchedAsync();
        var page = await site.GetPageAsync("/search/?q=knots+rope");
        var list = await site.JsonAsync("/api/seminars?q=knots+rope&limit=100");

        Assert.Equal(page.Links("main .results .row__t a").Select(a => a!.Split('/')[2]), list.Slugs().Take(20));
        Assert.Equal(list.Slugs(), await site.WalkAsync("/api/seminars?q=knots+rope&limit=100"));
        Assert.Equal(25, (await site.WalkAsync("/api/seminars?q=knots&limit=7")).Distinct().Count());
        Assert.Equal(await site.WalkAsync("/api/seminars?q=knots"), await site.WalkAsync("/api/seminars?q=knots&limit=7"));
        Assert.Equal("""{"query":"kots","corrected":"knots","withEveryWord":25}""", (await site.JsonAsync("/api/seminars?q=kots"))["search"]!.ToJsonString());
        Assert.Null((await site.JsonAsync("/api/seminars"))["search"]);
    }

    [Fact]
    public async Task Ranked_results_are_not_gone_on_with_in_another_state_of_the_archive()
    {
        await using var site = await SearchedAsync();
        var first = await site.JsonAsync("/api/seminars?q=knots&limit=7&year=2020");
        var next = new Uri($"{first["next"]}").PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(next)).StatusCode);
        site.Write(Seminar("new", "2020-06-06", "Knots anew"));
        await site.SeedAsync();

        var problem = await site.JsonAsync(next, HttpStatusCode.Conflict);
        Assert.Equal(("http://localhost/api/#outdated-cursor", "cursor", "http://localhost/api/seminars?q=knots&year=2020&limit=7"), ($"{problem["type"]}", $"{problem["parameter"]}", $"{problem["restart"]}"));
        Assert.Equal(26, (int)(await site.JsonAsync(new Uri($"{problem["restart"]}").PathAndQuery))["total"]!);
    }

    [Theory]
    [InlineData("limit", "limit=0")]
    [InlineData("limit", "limit=101")]
    [InlineData("limit", "limit=-1")]
    [InlineData("limit", "limit=ten")]
    [InlineData("limit", "limit=99999999999")]
    [InlineData("limit", "limit=10&limit=20")]
    [InlineData("year", "year=twenty")]
    [InlineData("year", "year=0")]
    [InlineData("year", "year=12345")]
    [InlineData("has", "has=slides&has=poster")]
    [InlineData("sort", "sort=best")]
    [InlineData("expand", "expand=everything")]
    [InlineData("q", "q=knots&q=ropes")]
    [InlineData("author", "q=knots&author=lucy-chapman")]
    [InlineData("tag", "q=knots&tag=rope")]
    [InlineData("q", "q=knots&year=2020&category=a&speaker=b&affiliation=c&has=slides")]
    [InlineData("page", "page=2")]
    [InlineData("Year", "Year=2020")]
    [InlineData("cursor", "cursor=!")]
    [InlineData("cursor", "cursor=W10")]
    [InlineData("cursor", "cursor=bnVsbA")]
    [InlineData("cursor", "q=knots&cursor=WyJhIl0")]
    public async Task What_cannot_be_used_is_named(string parameter, string query)
    {
        var problem = await archive.AskAsync("/api/seminars?" + query, HttpStatusCode.BadRequest);

        Assert.Equal((parameter, "https://seminars.example.org/api/#bad-parameter", 400), ($"{problem["parameter"]}", $"{problem["type"]}", (int)problem["status"]!));
        Assert.EndsWith(".", $"{problem["detail"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_values_are_refused()
    {
        foreach (var parameter in (string[])["q", "category", "cursor"])
        {
            var problem = await archive.AskAsync($"/api/seminars?{parameter}={new string('a', 5000)}", HttpStatusCode.BadRequest);
            Assert.Equal(parameter, $"{problem["parameter"]}");
        }
    }

    [Fact]
    public async Task A_cursor_goes_on_with_its_own_list_alone()
    {
        var cursors = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] lists = ["/api/seminars?", "/api/seminars?sort=oldest&", "/api/seminars?year=2020&", "/api/seminars?q=lovelace&", "/api/seminars?q=lovelace&sort=newest&", "/api/speakers?", "/api/affiliations?"];
        foreach (var list in lists) cursors[list] = $"{(await archive.AskAsync(list + "limit=1"))["next"]}".Split("cursor=")[1];
        foreach (var list in lists)
        {
            foreach (var (other, cursor) in cursors)
            {
                var status = (await archive.Site.GetAsync($"{list}limit=1&cursor={cursor}")).StatusCode;
                Assert.Equal((list, other, list == other ? HttpStatusCode.OK : HttpStatusCode.BadRequest), (list, other, status));
            }
        }

        // The stretches of a list in a fixed order may be of any length, those of a ranked one not.
        Assert.Equal(3, (await archive.AskAsync($"/api/seminars?limit=3&cursor={cursors["/api/seminars?"]}"))["items"]!.AsArray().Count);
        Assert.Equal("limit", $"{(await archive.AskAsync($"/api/seminars?q=lovelace&limit=3&cursor={cursors["/api/seminars?q=lovelace&"]}", HttpStatusCode.BadRequest))["parameter"]}");
        Assert.Equal(["year-only"], (await archive.AskAsync($"/api/seminars?has=slides&cursor={Uri.EscapeDataString($"{(await archive.AskAsync("/api/seminars?limit=1&has=slides"))["next"]}".Split("cursor=")[1])}")).Slugs());
    }

    [Fact]
    public async Task A_cursor_that_was_tampered_with_is_refused_or_read_as_data()
    {
        var question = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(Padded($"{(await archive.AskAsync("/api/seminars?q=lovelace&limit=1"))["next"]}".Split("cursor=")[1]))))!.AsArray();
        foreach (var (at, value) in ((int, string)[])[(2, "0"), (2, "101"), (2, "x"), (3, "0"), (3, "1"), (3, "99"), (3, "2147483647"), (3, "99999999999999999999")])
        {
            var forged = question.DeepClone().AsArray();
            forged[at] = value;
            var problem = await archive.AskAsync($"/api/seminars?q=lovelace&cursor={Forge(forged)}", HttpStatusCode.BadRequest);
            Assert.Equal((at, value, "cursor"), (at, value, $"{problem["parameter"]}"));
        }

        var plain = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(Padded($"{(await archive.AskAsync("/api/seminars?limit=1"))["next"]}".Split("cursor=")[1]))))!.AsArray();
        plain[2] = "' OR 1=1 --\0";
        Assert.Equal(HttpStatusCode.OK, (await archive.Site.GetAsync($"/api/seminars?cursor={Forge(plain)}")).StatusCode);

        static string Padded(string cursor) => cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
        static string Forge(JsonArray parts) => Convert.ToBase64String(Encoding.UTF8.GetBytes(parts.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static Task<Site> SearchedAsync() => Site.With([.. Enumerable.Range(0, 25).Select(i => Seminar($"s{i}", $"2020-01-{i + 1:00}", i % 5 == 0 ? $"Rope and knots {i}" : $"Seminar {i}", body: i % 2 == 0 ? "On knots and more rope." : "On knots."))]);
}
