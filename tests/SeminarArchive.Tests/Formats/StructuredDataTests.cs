using System.Text.Json;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

/// <summary>What pages say of themselves to search engines and to sites that show a link.</summary>
public class StructuredDataTests
{
    private static readonly Post Awkward = new("awkward.md", """
        ---
        title: 'Knots & "loops" </script><script>alert(1)</script>'
        date: 2020-02-13
        time: "12:30-13:30"
        location: Room 1 & 2
        speakers:
          - name: Professor Rachel Hawley
            affiliation: NHS & Co
            orcid: 0000-0002-1825-0097
          - name: محمد الحسن
        category: Handicraft
        tags: [rope, "a,b"]
        slides: slides/deck.pdf
        recording: https://example.org/watch?v=1&t=2
        doi: 10.1234/a<b
        ---

        An abstract with <b>markup</b> & "quotes".
        """);

    [Fact]
    public async Task A_seminar_names_its_speakers_slides_and_recording()
    {
        await using var site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        site.Write(Awkward);
        site.Write("slides/deck.pdf", "%PDF-1.4");
        await site.StartAsync();

        var graph = await GraphAsync(site, "/seminars/awkward/");
        var seminar = graph["EducationEvent"];
        Assert.Equal(
            ("Knots & \"loops\" </script><script>alert(1)</script>", "https://seminars.example.org/seminars/awkward/", "2020-02-13T12:30+00:00", "2020-02-13T13:30+00:00", "Room 1 & 2"),
            (Text(seminar, "name"), Text(seminar, "url"), Text(seminar, "startDate"), Text(seminar, "endDate"), seminar.GetProperty("location").GetProperty("name").GetString()));
        Assert.Equal(["Rachel Hawley", "محمد الحسن"], seminar.GetProperty("performer").EnumerateArray().Select(p => Text(p, "name")));
        Assert.Equal(("https://orcid.org/0000-0002-1825-0097", "NHS & Co"), (seminar.GetProperty("performer")[0].GetProperty("sameAs")[0].GetString(), seminar.GetProperty("performer")[0].GetProperty("affiliation").GetProperty("name").GetString()));
        Assert.False(seminar.GetProperty("performer")[1].TryGetProperty("affiliation", out _));
        var person = (await GraphAsync(site, "/speaker/rachel-hawley/"))["CollectionPage"].GetProperty("about");
        Assert.Equal((Text(person, "@id"), Text(person, "@id")), (Text(seminar.GetProperty("performer")[0], "@id"), Text(graph["PresentationDigitalDocument"].GetProperty("author")[0], "@id")));
        Assert.Equal(("EventSeries", "Seminar Archive", "https://seminars.example.org/"), (Text(seminar.GetProperty("superEvent"), "@type"), Text(seminar.GetProperty("superEvent"), "name"), Text(seminar.GetProperty("superEvent"), "url")));
        Assert.Equal(["rope", "a,b"], seminar.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(("10.1234/a<b", "https://doi.org/10.1234/a%3Cb"), (Text(seminar.GetProperty("identifier"), "value"), Text(seminar, "sameAs")));
        var encoding = graph["PresentationDigitalDocument"].GetProperty("encoding");
        Assert.Equal(("https://seminars.example.org/slides/deck.pdf", "application/pdf", "8"), (Text(encoding, "contentUrl"), Text(encoding, "encodingFormat"), Text(encoding, "contentSize")));
        Assert.Equal("https://example.org/watch?v=1&t=2", Text(graph["VideoObject"], "url"));
        Assert.Equal(["/", "/2020/", "/category/handicraft/"], graph["BreadcrumbList"].GetProperty("itemListElement").EnumerateArray().Select(i => new Uri(Text(i, "item")!).AbsolutePath));
        Assert.All(References(seminar).Concat(References(graph["VideoObject"])), id => Assert.True(id.EndsWith("/#website", StringComparison.Ordinal) || graph.Values.Any(n => n.TryGetProperty("@id", out var own) && own.GetString() == id), id));
    }

    [Fact]
    public async Task What_is_not_known_is_left_out()
    {
        await using var site = await Site.With(Seminar("year", "2019", body: ""), Seminar("gone", "2018-01-01", more: ["status: withdrawn", "reason: On request"]));

        var seminar = (await GraphAsync(site, "/seminars/year/"))["EducationEvent"];
        Assert.Equal(["@type", "@id", "name", "url", "startDate", "eventStatus", "inLanguage", "superEvent"], seminar.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2019", Text(seminar, "startDate"));
        Assert.Empty((await site.GetPageAsync("/seminars/gone/", System.Net.HttpStatusCode.Gone)).QuerySelectorAll("script[type='application/ld+json'], meta[property^='og:']"));
        Assert.Empty((await site.GetPageAsync("/search/?q=year")).QuerySelectorAll("script[type='application/ld+json'], meta[property^='og:']"));
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30", "VideoObject", "https://www.youtube.com/embed/dQw4w9WgXcQ", null, null)]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=x", "VideoObject", "https://www.youtube.com/embed/dQw4w9WgXcQ", null, null)]
    [InlineData("https://vimeo.com/123456789", "VideoObject", "https://player.vimeo.com/video/123456789", null, null)]
    [InlineData("https://example.org/a.mp4", "VideoObject", null, "https://example.org/a.mp4", "video/mp4")]
    [InlineData("/uploads/a b.mp3", "AudioObject", null, "http://localhost/uploads/a%20b.mp3", "audio/mpeg")]
    [InlineData("https://example.org/watch/youtube.com/watch?v=dQw4w9WgXcQ", "VideoObject", null, null, null)]
    public async Task A_recording_says_where_it_plays_when_that_is_known(string recording, string type, string? embed, string? content, string? format)
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", more: [$"recording: '{recording}'"]));
        site.Write("uploads/a b.mp3", "sound");
        await site.StartAsync();

        var video = (await GraphAsync(site, "/seminars/knots/"))[type];
        Assert.Equal((embed, content, format), (Known("embedUrl"), Known("contentUrl"), Known("encodingFormat")));
        Assert.False(video.TryGetProperty("uploadDate", out _));

        string? Known(string property) => video.TryGetProperty(property, out var value) ? value.GetString() : null;
    }

    [Fact]
    public async Task Every_page_to_be_found_says_whose_it_is_and_where_in_whole_sentences()
    {
        await using var site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"), ("Site:PageSize", "2"));
        for (var i = 0; i < 3; i++)
        {
            site.Write(Seminar($"knots-{i}", $"2020-02-1{i}", $"Knots {i}", postedBy: "Lucy Chapman", category: "Handicraft", body: i == 0 ? "" : "What was said.", more:
                ["speakers: [Ada Lovelace, Quentin Quick]", "affiliation: St James's Square", "tags: [rope]", "posted: 2020-02-20", "updated: 2021-03-04"]));
        }

        site.Write("about.md", "# About\n");
        await site.StartAsync();
        foreach (var address in Conventions.EveryAddress.Examples.Values)
        {
            var page = await site.GetPageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&utm=x" : "?utm=x"));
            var own = address.Split('?')[0];
            var open = !own.StartsWith("/search/", StringComparison.Ordinal);
            Assert.Equal(open ? $"https://seminars.example.org{own}" : "https://seminars.example.org/search/", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            Assert.EndsWith(own == "/" ? "Seminar Archive: leading and improving health care" : " | Seminar Archive", page.Title!, StringComparison.Ordinal);
            Assert.Equal((address, 0), (address, page.QuerySelectorAll("[id]").Length - page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count()));
            Assert.All(page.QuerySelectorAll("meta[content]"), m => Assert.NotEqual("", m.GetAttribute("content")!.Trim()));
            Assert.Equal((address, open), (address, page.QuerySelector("script[type='application/ld+json']") is not null));
            Assert.Equal((address, open ? "og:type og:title og:url og:site_name og:locale" : ""),
                (address, string.Join(' ', page.QuerySelectorAll("meta[property^='og:']").Select(m => m.GetAttribute("property")).Where(p => p != "og:description"))));
            var described = open && own is not ("/seminars/knots-0/" or "/about/");
            Assert.Equal((address, described, described), (address, page.QuerySelector("meta[name=description]") is not null, page.QuerySelector("meta[property='og:description']") is not null));
        }

        Assert.Equal("Knots 0 – Ada Lovelace, Quentin Quick, 10 February 2020 | Seminar Archive", (await site.GetPageAsync("/seminars/knots-0/")).Title);
        Assert.Equal(["2020-02-20", "2021-03-04"], (await site.GetPageAsync("/seminars/knots-1/")).QuerySelectorAll("meta[property^='article:']").Select(m => m.GetAttribute("content")));
        Assert.Empty((await site.GetPageAsync("/speakers/")).QuerySelectorAll("meta[property^='article:']"));
        Assert.Equal((2, "/"), ((await GraphAsync(site, "/speakers/"))["CollectionPage"].GetProperty("mainEntity").GetProperty("numberOfItems").GetInt32(), new Uri(Text((await GraphAsync(site, "/speakers/"))["BreadcrumbList"].GetProperty("itemListElement")[0], "item")!).AbsolutePath));
    }

    [Fact]
    public async Task Lists_are_collections_that_count_through_their_pages()
    {
        await using var site = await Conventions.EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        foreach (var address in Conventions.EveryAddress.Examples.Values.Where(a => a.EndsWith("/page/2/", StringComparison.Ordinal)))
        {
            var page = (await GraphAsync(site, address))["CollectionPage"];
            var list = page.GetProperty("mainEntity");
            Assert.Equal($"http://localhost{address}", Text(page, "url"));
            Assert.Equal(3, list.GetProperty("itemListElement")[0].GetProperty("position").GetInt32());
            Assert.Equal((await site.GetPageAsync(address)).Titles(), list.GetProperty("itemListElement").EnumerateArray().Select(i => Text(i, "name")));
        }

        var home = await GraphAsync(site, "/");
        Assert.Equal("http://localhost/search/?q={search_term_string}", Text(home["WebSite"].GetProperty("potentialAction").GetProperty("target"), "urlTemplate"));
        Assert.Equal("Ada Lovelace", Text((await GraphAsync(site, "/speaker/ada-lovelace/"))["CollectionPage"].GetProperty("about"), "name"));
    }

    [Fact]
    public async Task Sites_that_show_a_link_are_told_title_address_and_a_short_description()
    {
        var body = string.Join(' ', Enumerable.Repeat("An abstract of many words.", 40));
        await using var site = await Site.With([("Site:BaseUrl", "https://seminars.example.org")], Seminar("knots", title: "Knots & \"loops\"", speaker: "Rachel Hawley", body: body));

        var page = await site.GetPageAsync("/seminars/knots/");
        Assert.Equal(
            ["og:type article", "og:title Knots & \"loops\" – Rachel Hawley, 13 February 2020", "og:url https://seminars.example.org/seminars/knots/", "og:site_name Seminar Archive", "og:locale en_GB"],
            page.QuerySelectorAll("meta[property^='og:']").Select(m => $"{m.GetAttribute("property")} {m.GetAttribute("content")}").Where(m => !m.StartsWith("og:description", StringComparison.Ordinal)));
        var description = page.QuerySelector("meta[name=description]")!.GetAttribute("content")!;
        Assert.InRange(description.Length, 120, 156);
        Assert.StartsWith(description[..^1], body, StringComparison.Ordinal);
        Assert.Equal("website", (await site.GetPageAsync("/")).QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
    }

    private static async Task<Dictionary<string, JsonElement>> GraphAsync(Site site, string address)
    {
        var script = Assert.Single((await site.GetPageAsync(address)).QuerySelectorAll("script[type='application/ld+json']"));
        var root = JsonDocument.Parse(script.TextContent).RootElement;
        Assert.Equal("https://schema.org", Text(root, "@context"));
        return root.GetProperty("@graph").EnumerateArray().ToDictionary(n => Text(n, "@type")!, n => n, StringComparer.Ordinal);
    }

    private static IEnumerable<string> References(JsonElement node) => node.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Array ? p.Value.EnumerateArray().ToArray() : [p.Value])
        .Where(v => v.ValueKind == JsonValueKind.Object && v.EnumerateObject().Count() == 1 && v.TryGetProperty("@id", out _)).Select(v => Text(v, "@id")!);

    private static string? Text(JsonElement node, string property) => node.GetProperty(property).GetString();
}
