using System.Net;
using System.Text.Json.Nodes;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats.Api;

public sealed class ApiSeminarTests(AwkwardArchive archive) : IClassFixture<AwkwardArchive>
{
    [Fact]
    public async Task A_seminar_is_told_with_all_that_its_page_shows()
    {
        var seminar = await archive.AskAsync("/api/seminars/two-speakers");

        AssertJson(
            """
            {
              "key": "two-speakers", "slug": "two-speakers",
              "url": "https://seminars.example.org/seminars/two-speakers/", "apiUrl": "https://seminars.example.org/api/seminars/two-speakers",
              "title": "Knots & \"ropes\" </script> <q>'plain'</q>", "originalTitle": "Knots first",
              "date": "2020-06-30", "datePrecision": "day", "endDate": "2020-07-01",
              "start": "2020-06-30T17:00:00+01:00", "end": "2020-07-01T18:30:00+01:00", "timeZone": "Europe/London", "eventStatus": "scheduled",
              "location": "Room \"3\"", "language": "en-GB", "doi": "10.5281/zenodo.1234567",
              "speakers": [
                { "name": "Ada Lovelace", "slug": "ada-lovelace", "url": "https://seminars.example.org/speaker/ada-lovelace/", "apiUrl": "https://seminars.example.org/api/speakers/ada-lovelace",
                  "affiliation": { "name": "St James's Square", "slug": "st-jamess-square", "url": "https://seminars.example.org/affiliation/st-jamess-square/" },
                  "orcid": "https://orcid.org/0000-0002-1825-0097", "website": "https://ada.example.org/" },
                { "name": "رجاء حداد", "slug": "رجاء-حداد", "url": "https://seminars.example.org/speaker/%D8%B1%D8%AC%D8%A7%D8%A1-%D8%AD%D8%AF%D8%A7%D8%AF/",
                  "apiUrl": "https://seminars.example.org/api/speakers/%D8%B1%D8%AC%D8%A7%D8%A1-%D8%AD%D8%AF%D8%A7%D8%AF",
                  "affiliation": { "name": "Fish & Chips", "slug": "fish-chips", "url": "https://seminars.example.org/affiliation/fish-chips/" } }
              ],
              "summary": "Text with bold & more. and slides, href=\"/x\".",
              "resources": [
                { "type": "slides", "url": "https://seminars.example.org/slides/My%20deck.pdf", "mediaType": "application/pdf", "size": 8 },
                { "type": "recording", "url": "https://video.example.org/a%20b?x=1&y=2" }
              ],
              "categories": [{ "name": "Handicraft", "slug": "handicraft", "url": "https://seminars.example.org/category/handicraft/" }],
              "tags": [
                { "name": "c++ & c#", "slug": "c-plus-plus-c-sharp", "url": "https://seminars.example.org/tag/c-plus-plus-c-sharp/" },
                { "name": "rope", "slug": "rope", "url": "https://seminars.example.org/tag/rope/" }
              ],
              "authors": [{ "name": "Lucy Chapman", "slug": "lucy-chapman", "url": "https://seminars.example.org/author/lucy-chapman/" }],
              "posted": "2020-07-02", "updated": "2021-03-04", "changed": "2021-03-04T00:00:00+00:00",
              "links": {
                "html": "https://seminars.example.org/seminars/two-speakers/", "markdown": "https://seminars.example.org/seminars/two-speakers.md",
                "bibtex": "https://seminars.example.org/seminars/two-speakers/cite.bib", "ris": "https://seminars.example.org/seminars/two-speakers/cite.ris", "csl": "https://seminars.example.org/seminars/two-speakers/cite.json"
              }
            }
            """, Without(seminar, "abstract"));
        var page = await archive.Site.GetPageAsync("/seminars/two-speakers/");
        var prose = page.QuerySelector(".prose")!;
        prose.QuerySelector("h2")!.Remove();
        Assert.Equal(
            prose.InnerHtml.Trim().Replace("=\"/uploads", "=\"https://seminars.example.org/uploads", StringComparison.Ordinal).Replace("=\"/slides", "=\"https://seminars.example.org/slides", StringComparison.Ordinal),
            $"{seminar["abstract"]!["html"]}".Replace("&quot;", "\"", StringComparison.Ordinal).Replace(" />", ">", StringComparison.Ordinal));
        Assert.StartsWith("Text with bold & more.", $"{seminar["abstract"]!["text"]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year-only", "2019", "year", null, null, null)]
    [InlineData("month-only", "2019-05", "month", null, null, null)]
    [InlineData("same-day-a", "2020-01-15", "day", null, null, null)]
    [InlineData("offset", "2020-02-13", "day", "2020-02-13T09:30:00+05:30", null, "+05:30")]
    [InlineData("to-come", "2026-12-01", "day", "2026-12-01T17:00:00+00:00", null, "Europe/London")]
    public async Task A_date_is_as_exact_as_is_known(string slug, string date, string precision, string? start, string? end, string? zone)
    {
        var seminar = await archive.AskAsync($"/api/seminars/{slug}");

        Assert.Equal((date, precision, start, end, zone, null), ($"{seminar["date"]}", $"{seminar["datePrecision"]}", (string?)seminar["start"], (string?)seminar["end"], (string?)seminar["timeZone"], (string?)seminar["endDate"]));
    }

    [Fact]
    public async Task What_is_not_known_is_left_out()
    {
        var seminar = (await archive.AskAsync("/api/seminars/bare")).AsObject();

        Assert.Equal(["key", "slug", "url", "apiUrl", "title", "date", "datePrecision", "eventStatus", "language", "speakers", "summary", "resources", "categories", "tags", "authors", "changed", "links"], seminar.Select(p => p.Key));
    }

    [Fact]
    public async Task Lists_leave_out_the_abstract_unless_it_is_asked_for()
    {
        var plain = (await archive.AskAsync("/api/seminars?year=2020"))["items"]!.AsArray();
        var whole = (await archive.AskAsync("/api/seminars?year=2020&expand=abstract"))["items"]!.AsArray();
        var one = await archive.AskAsync("/api/seminars/two-speakers");

        Assert.All(plain, s => Assert.Null(s!["abstract"]));
        Assert.Equal(Without(one, "links").ToJsonString(), whole.Single(s => $"{s!["slug"]}" == "two-speakers")!.ToJsonString());
        Assert.Equal(Without(one, "links", "abstract").ToJsonString(), plain.Single(s => $"{s!["slug"]}" == "two-speakers")!.ToJsonString());
    }

    [Fact]
    public async Task One_that_is_gone_says_what_stood_there()
    {
        AssertJson(
            """
            { "type": "https://seminars.example.org/api/#withdrawn", "title": "The seminar has been withdrawn", "status": 410, "detail": "On \"request\" & so on",
              "seminar": { "title": "Withdrawn \"one\"", "date": "2018-05-05", "reason": "On \"request\" & so on" } }
            """, await archive.AskAsync("/api/seminars/gone", HttpStatusCode.Gone));
        AssertJson(
            """
            { "type": "https://seminars.example.org/api/#deleted", "title": "The seminar is no longer in the archive", "status": 410, "detail": "It was removed on 2026-11-23. No reason was recorded.",
              "seminar": { "title": "Deleted one", "date": "2016-05", "removed": "2026-11-23T12:00:00+00:00" } }
            """, await archive.AskAsync("/api/seminars/deleted", HttpStatusCode.Gone));
    }

    [Theory]
    [InlineData("/api/seminars/none")]
    [InlineData("/api/seminars/draft")]
    [InlineData("/api/speakers/none")]
    [InlineData("/api/speakers/nobody-draft")]
    [InlineData("/api/none")]
    [InlineData("/api/seminars/first/cite.bib")]
    public async Task There_is_nothing_at_other_addresses(string address)
    {
        var problem = await archive.AskAsync(address, HttpStatusCode.NotFound);

        Assert.Equal(("https://seminars.example.org/api/#not-found", 404), ($"{problem["type"]}", (int)problem["status"]!));
    }

    [Fact]
    public async Task Former_slugs_and_old_names_lead_on()
    {
        await using var site = await Site.With(Seminar("before", "2020-02-13", "Knots", speaker: "Dr Lovelace Ada"), Seminar("alias", "2019-01-01", more: ["aliases: [/seminars/long-ago/]"]));
        site.Write("people/ada.md", "---\nname: Ada Lovelace\naliases: [Dr Lovelace Ada]\n---\n");
        site.Write("seminars/before.md", Seminar("before", "2020-02-13", "Knots", speaker: "Dr Lovelace Ada", more: ["slug: after"]).Markdown);
        await site.SeedAsync();

        Assert.Equal((301, "/api/seminars/after"), await site.AskAsync("/api/seminars/before"));
        Assert.Equal((301, "/api/seminars/alias"), await site.AskAsync("/api/seminars/long-ago"));
        Assert.Equal((301, "/api/speakers/ada-lovelace"), await site.AskAsync("/api/speakers/lovelace-ada"));
        Assert.Equal((200, null), await site.AskAsync("/api/seminars/after"));
        Assert.Equal("before", $"{(await site.JsonAsync("/api/seminars/after"))["key"]}");
    }

    [Theory]
    [InlineData("/api", "/api/")]
    [InlineData("/api/seminars/", "/api/seminars")]
    [InlineData("/api/seminars/?year=2020", "/api/seminars?year=2020")]
    [InlineData("/API/Seminars/First", "/api/seminars/first")]
    [InlineData("/api//speakers/ada-lovelace/", "/api/speakers/ada-lovelace")]
    [InlineData("/api/openapi.json/", "/api/openapi.json")]
    public async Task Each_has_one_address(string address, string canonical) => Assert.Equal((301, canonical), await archive.Site.AskAsync(address));

    [Fact]
    public async Task Headings_are_those_of_the_pages()
    {
        AssertJson(
            """
            { "total": 1, "items": [{ "name": "Handicraft", "slug": "handicraft", "count": 2, "url": "https://seminars.example.org/category/handicraft/", "seminars": "https://seminars.example.org/api/seminars?category=handicraft",
              "description": { "html": "<p>What <em>hands</em> can do.</p>", "text": "What hands can do." } }] }
            """, await archive.AskAsync("/api/categories"));
        AssertJson(
            """
            { "name": "Ada Lovelace", "slug": "ada-lovelace", "count": 4, "url": "https://seminars.example.org/speaker/ada-lovelace/", "apiUrl": "https://seminars.example.org/api/speakers/ada-lovelace",
              "seminars": "https://seminars.example.org/api/seminars?speaker=ada-lovelace", "spellings": ["Ada Lovelace", "Augusta King", "Dr. Ada Lovelace"],
              "orcid": "https://orcid.org/0000-0002-1825-0097", "website": "https://ada.example.org/", "biographyHtml": "<p>Wrote <a href=\"https://seminars.example.org/uploads/notes.txt\">notes</a>.</p>" }
            """, await archive.AskAsync("/api/speakers/ada-lovelace"));
        Assert.Equal(["Lucy Chapman"], (await archive.AskAsync("/api/authors"))["items"]!.AsArray().Select(a => $"{a!["name"]}"));
        Assert.Equal(["fish-chips", "st-jamess-square"], (await archive.AskAsync("/api/affiliations")).Slugs());
        Assert.Equal(["c-plus-plus-c-sharp", "rope"], (await archive.AskAsync("/api/tags")).Slugs());
        Assert.Equal([(2026, 1), (2020, 4), (2019, 3), (2018, 1), (2017, 1)], (await archive.AskAsync("/api/years"))["items"]!.AsArray().Select(y => ((int)y!["year"]!, (int)y["count"]!)));
        foreach (var kind in (string[])["speakers", "authors", "categories", "affiliations", "tags", "years"])
        {
            foreach (var heading in (await archive.AskAsync($"/api/{kind}"))["items"]!.AsArray())
            {
                Assert.Equal((int)heading!["count"]!, (int)(await archive.AskAsync(new Uri($"{heading["seminars"]}").PathAndQuery))["total"]!);
                Assert.Equal(200, (await archive.Site.AskAsync(new Uri($"{heading["url"]}").AbsolutePath)).Status);
            }
        }
    }

    private static JsonObject Without(JsonNode node, params string[] names)
    {
        var rest = node.DeepClone().AsObject();
        foreach (var name in names) rest.Remove(name);
        return rest;
    }

    private static void AssertJson(string expected, JsonNode actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual.ToJsonString());
}
