using System.Net;
using System.Text.Json;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public sealed class BibliographySite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        Site.Write(new Post("awkward.md", """
            ---
            title: 'Knots {& "loops"} at 100%_#1 ~ C:\x'
            date: 2020-02-13
            speakers:
              - name: Professor Ludwig van der Berg
                affiliation: King's & Co
              - 大谷直樹
            location: Room 1, Leeds
            posted: 2020-02-20
            language: nl
            doi: https://doi.org/10.1234/a_b<c>x
            tags: [rope]
            slides: "/slides/My deck.pdf"
            ---

            First line.

            TY  - Second paragraph.
            """));
        Site.Write("slides/My deck.pdf", "%PDF-1.4");
        Site.Write(Seminar("plain", "2019", more: ["slug: 日本"], body: ""));
        Site.Write(Seminar("gone", "2018-01-01", more: ["status: withdrawn", "reason: On request"]));
        Site.Write(Seminar("draft", "2018-01-01", more: ["status: draft"]));
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class BibliographyTests(BibliographySite shared) : IClassFixture<BibliographySite>
{
    [Fact]
    public async Task BibTeX_keeps_its_braces_balanced() => Assert.Equal(
        """
        @misc{awkward,
          author = {van der Berg, Ludwig and {大谷直樹}},
          title = {{Knots \textbraceleft{}\& "loops"\textbraceright{} at 100\%\_\#1 \textasciitilde{} C:\textbackslash{}x}},
          howpublished = {Seminar presentation, King's \& Co},
          eventtitle = {Seminar Archive},
          eventdate = {2020-02-13},
          venue = {Room 1, Leeds},
          year = {2020},
          month = feb,
          doi = {10.1234/a_b<c>x},
          url = {https://seminars.example.org/seminars/awkward/},
          language = {nl},
          keywords = {rope},
          abstract = {First line. TY - Second paragraph.}
        }

        """.ReplaceLineEndings("\n"),
        await TextAsync("/seminars/awkward/cite.bib", "application/x-bibtex"));

    [Fact]
    public async Task RIS_keeps_every_value_on_its_line() => Assert.Equal(
        """
        TY  - SLIDE
        TI  - Knots {& "loops"} at 100%_#1 ~ C:\x
        AU  - van der Berg, Ludwig
        AU  - 大谷直樹
        PY  - 2020
        DA  - 2020/02/13/
        T2  - Seminar Archive
        M3  - Seminar presentation
        PB  - King's & Co
        CY  - Room 1, Leeds
        LA  - nl
        DO  - 10.1234/a_b<c>x
        UR  - https://seminars.example.org/seminars/awkward/
        L1  - https://seminars.example.org/slides/My%20deck.pdf
        KW  - rope
        AB  - First line. TY - Second paragraph.
        ER  - 

        """.ReplaceLineEndings("\r\n"),
        await TextAsync("/seminars/awkward/cite.ris", "application/x-research-info-systems"));

    [Fact]
    public async Task CSL_is_a_speech_with_as_much_of_the_date_as_is_known()
    {
        using var csl = JsonDocument.Parse(await TextAsync("/seminars/awkward/cite.json", "application/vnd.citationstyles.csl+json"));
        var item = Assert.Single(csl.RootElement.EnumerateArray());
        Assert.Equal(("speech", "Knots {& \"loops\"} at 100%_#1 ~ C:\\x", "King's & Co", "Room 1, Leeds"), (Text(item, "type"), Text(item, "title"), Text(item, "publisher"), Text(item, "event-place")));
        Assert.Equal(["family=van der Berg given=Ludwig", "literal=大谷直樹"], item.GetProperty("author").EnumerateArray().Select(a => string.Join(' ', a.EnumerateObject().Select(p => $"{p.Name}={p.Value}"))));
        Assert.Equal("10.1234/a_b<c>x", Text(item, "DOI"));
        Assert.Equal("[[2020,2,13]]", item.GetProperty("issued").GetProperty("date-parts").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));

        using var plain = JsonDocument.Parse(await TextAsync("/seminars/日本/cite.json", "application/vnd.citationstyles.csl+json"));
        Assert.Equal(["id", "type", "title", "issued", "genre", "event-title", "language", "URL"], plain.RootElement[0].EnumerateObject().Select(p => p.Name));
        Assert.StartsWith("@misc{seminar-20190000-cf2abf0c,\n  title = {{plain}},\n", await TextAsync("/seminars/日本/cite.bib", "application/x-bibtex"), StringComparison.Ordinal);
        Assert.Contains("\r\nDA  - 2019///\r\n", await TextAsync("/seminars/日本/cite.ris", "application/x-research-info-systems"), StringComparison.Ordinal);

        static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("gone", 410)]
    [InlineData("draft", 404)]
    [InlineData("nowhere", 404)]
    public async Task There_is_none_of_what_is_not_there(string slug, int status)
    {
        foreach (var ending in new[] { "bib", "ris", "json" }) Assert.Equal((status, null), await shared.Site.AskAsync($"/seminars/{slug}/cite.{ending}"));
        Assert.Equal((404, null), await shared.Site.AskAsync("/seminars/awkward/cite.xml"));
    }

    [Fact]
    public async Task Follows_a_seminar_to_its_new_address()
    {
        await using var site = await Site.With(Seminar("old"));
        site.Write(Seminar("old", more: ["slug: new"]));
        await site.SeedAsync();

        Assert.Equal((301, "/seminars/new/cite.bib"), await site.AskAsync("/seminars/old/cite.bib"));
        site.Delete("seminars/old.md");
        await site.SeedAsync();
        Assert.Equal((410, null), await site.AskAsync("/seminars/new/cite.bib"));
    }

    [Fact]
    public async Task The_page_links_to_them_and_bears_the_tags_of_a_presentation()
    {
        var page = await shared.Site.GetPageAsync("/seminars/awkward/");

        Assert.Equal(["/seminars/awkward/cite.bib", "/seminars/awkward/cite.ris", "/seminars/awkward/cite.json"], page.Links(".cite li a"));
        Assert.Equal(
            [
                "citation_title Knots {& \"loops\"} at 100%_#1 ~ C:\\x", "citation_author van der Berg, Ludwig", "citation_author 大谷直樹", "citation_publication_date 2020/02/13", "citation_online_date 2020/02/20", "citation_doi 10.1234/a_b<c>x", "citation_language nl",
                "citation_keywords rope", "citation_abstract_html_url https://seminars.example.org/seminars/awkward/", "citation_pdf_url https://seminars.example.org/slides/My%20deck.pdf", "DC.type presentation", "DC.relation.ispartof Seminar Archive",
            ],
            page.QuerySelectorAll("meta[name^=citation_], meta[name^='DC.']").Select(m => $"{m.GetAttribute("name")} {m.GetAttribute("content")}"));
        Assert.Empty((await shared.Site.GetPageAsync("/seminars/gone/", HttpStatusCode.Gone)).QuerySelectorAll(".cite, meta[name^=citation_]"));
    }

    private async Task<string> TextAsync(string address, string type)
    {
        using var answer = await shared.Site.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, type, "utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
        return await answer.Content.ReadAsStringAsync();
    }
}
