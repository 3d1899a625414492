using System.Text.RegularExpressions;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

/// <summary>What programs are told of files that a seminar names and that are not there: nothing that would lead them to a 404.</summary>
public class MissingFileTests
{
    private const string Feed = "/feed/atom/";
    private const string Api = "/api/seminars/knots";
    private const string JsonLines = "/export/seminars.jsonl";

    [Theory]
    [InlineData("/seminars/knots/cite.ris", "deck.pdf x.pdf")]
    [InlineData("/seminars/knots/calendar.ics", "deck.pdf x.pdf")]
    [InlineData("/seminars/knots/linkset.json", "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData("/calendar.ics", "deck.pdf x.pdf")]
    [InlineData("/oai?verb=ListRecords&metadataPrefix=oai_dc", "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData("/oai?verb=ListRecords&metadataPrefix=mods", "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData("/export/seminars.csv", "deck.pdf talk.mp4 x.pdf")]
    [InlineData(JsonLines, "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData(Api, "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData("/api/seminars", "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData("/feed/", "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData(Feed, "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData("/feed/json/", "deck.pdf talk.mp4 data.csv x.pdf")]
    [InlineData("/seminars/knots/", "deck.pdf talk.mp4 x.pdf")]
    public async Task The_address_of_a_file_is_told_once_it_is_there_and_that_of_another_site_always(string address, string files)
    {
        await using var site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        site.Write(Seminar("knots", more: ["slides: [slides/deck.pdf, slides/paper.html, https://example.org/x.pdf]", "recording: slides/talk.mp4", "resources: [{type: data, url: slides/data.csv}, {type: list, url: /speakers/}]"]));
        // Of a kind that is not handed out.
        site.Write("slides/paper.html", "<p>Paper.</p>");
        await site.StartAsync();
        var before = await AskAsync();

        Assert.Equal(["x.pdf"], before.Files);

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Write("slides/deck.pdf", "%PDF-1.4");
        site.Write("slides/talk.mp4", "film");
        site.Write("slides/data.csv", "a,b\n");
        await site.SeedAsync();
        var after = await AskAsync();

        Assert.Equal(files.Split(' ').Order(StringComparer.Ordinal), after.Files);
        Assert.NotEqual(before.Tag, after.Tag);

        async Task<(List<string> Files, string? Tag)> AskAsync()
        {
            using var answer = await site.GetAsync(address);
            var text = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
            // Of a page, what it says of itself to programs.
            if (address == "/seminars/knots/") text = Regex.Match(text, @"<script type=""application/ld\+json"">(.+?)</script>").Value;
            return ([.. Regex.Matches(text, @"https://(?:seminars\.example\.org/slides|example\.org)/([\w.]+)").Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)], answer.Headers.ETag?.Tag ?? Regex.Match(text, "<datestamp>.+?<").Value);
        }
    }

    [Fact]
    public async Task The_API_and_the_lines_of_JSON_still_say_that_the_file_is_named()
    {
        await using var site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        site.Write(Seminar("knots", more: ["resources: [{type: slides, label: Deck, url: slides/deck.pdf}, {type: list, url: /speakers/}]"]));
        await site.StartAsync();

        Assert.Contains("""[{"type":"slides","label":"Deck","mediaType":"application/pdf"},{"type":"list","url":"https://seminars.example.org/speakers/"}]""", Regex.Replace(await site.GetStringAsync(Api), @"\s*\n\s*|(?<=:) ", ""), StringComparison.Ordinal);
        Assert.Contains("""[{"type":"slides","label":"Deck","url":null,"size":null},{"type":"list","label":null,"url":"https://seminars.example.org/speakers/","size":null}]""", await site.GetStringAsync(JsonLines), StringComparison.Ordinal);
        Assert.DoesNotContain("Deck", await site.GetStringAsync(Feed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_the_search_count_slides_and_recordings_that_can_be_had()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", more: ["slides: slides/deck.pdf", "recording: slides/talk.mp4"]));
        site.Write(Seminar("bends", more: ["slides: https://example.org/bends.pdf"]));
        await site.StartAsync();

        Assert.Equal(("Slides", "bends", "", "bends"), await AskAsync());

        site.Write("slides/deck.pdf", "%PDF-1.4");
        site.Write("slides/talk.mp4", "film");
        await site.SeedAsync();
        Assert.Equal(("Slides, Slides, Recording", "bends, knots", "knots", "bends, knots"), await AskAsync());

        site.Delete("slides/deck.pdf");
        await site.SeedAsync();
        Assert.Equal(("Slides, Recording", "bends", "knots", "bends"), await AskAsync());

        async Task<(string Marks, string Slides, string Recordings, string Chosen)> AskAsync() =>
            (string.Join(", ", (await site.GetPageAsync("/")).QuerySelectorAll(".has li").Select(m => m.TextContent)),
                await FoundAsync("has:slides"), await FoundAsync("has:recording"),
                string.Join(", ", Regex.Matches(await site.GetStringAsync("/api/seminars?has=slides"), @"""slug"": ?""(\w+)""").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)));

        async Task<string> FoundAsync(string query) =>
            string.Join(", ", (await site.GetPageAsync("/search/?q=" + query)).QuerySelectorAll(".row__t a").Select(a => a.GetAttribute("href")!.Split('/')[2]).Order(StringComparer.Ordinal));
    }
}
