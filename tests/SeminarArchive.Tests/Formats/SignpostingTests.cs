using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public class SignpostingTests
{
    private const string Origin = "https://xn--bcher-kva.example";

    private static readonly Post Knots = Seminar("knots", title: "Knots", more:
        [
            "speakers:", "  - name: Ada Lovelace", "    orcid: 0000-0002-1825-0097", "  - Mary Somerville", "doi: '10.1234/a<b>\"c'",
            "slides: [\"/slides/My deck, ü.pdf\", /slides/missing.pdf, \"https://bücher.example/a b>.pptx?x=1\", https://example.org/talk/]", "recording: https://example.org/knots.mp4",
        ]);

    [Fact]
    public async Task A_page_leads_to_what_belongs_to_it_in_headers_elements_and_linkset()
    {
        await using var site = await SiteAsync(Knots);
        string[] expected =
        [
            "cite-as https://doi.org/10.1234/a%3Cb%3E%22c ",
            "type https://schema.org/AboutPage ",
            "type https://schema.org/PresentationDigitalDocument ",
            "author https://orcid.org/0000-0002-1825-0097 ",
            $"item {Origin}/slides/My%20deck,%20%C3%BC.pdf application/pdf",
            "item https://xn--bcher-kva.example/a%20b%3E.pptx?x=1 application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "item https://example.org/knots.mp4 video/mp4",
            $"describedby {Origin}/seminars/knots/cite.bib application/x-bibtex",
            $"describedby {Origin}/seminars/knots/cite.ris application/x-research-info-systems",
            $"describedby {Origin}/seminars/knots/cite.json application/vnd.citationstyles.csl+json",
        ];
        var linkset = $"linkset {Origin}/seminars/knots/linkset.json application/linkset+json";

        var page = await site.GetPageAsync("/seminars/knots/");
        Assert.Equal(expected.Append(linkset), Elements(page));

        using var get = await site.GetAsync("/seminars/knots/");
        using var head = await site.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/seminars/knots/"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/seminars/knots/");
        again.Headers.IfNoneMatch.Add(get.Headers.ETag!);
        using var same = await site.SendAsync(again);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotModified), (get.StatusCode, head.StatusCode, same.StatusCode));
        foreach (var answer in (HttpResponseMessage[])[get, head, same])
        {
            Assert.Equal(string.Join(", ", expected.Append(linkset).Select(l => l.Split(' ')).Select(l => $"<{l[1]}>; rel=\"{l[0]}\"{(l[2].Length > 0 ? $"; type=\"{l[2]}\"" : "")}")), answer.Headers.GetValues("Link").Single());
        }

        using var file = await site.GetAsync("/seminars/knots/linkset.json");
        Assert.Equal("application/linkset+json", file.Content.Headers.ContentType?.ToString());
        var contexts = JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement.GetProperty("linkset").EnumerateArray().ToList();
        Assert.Equal($"{Origin}/seminars/knots/", contexts[0].GetProperty("anchor").GetString());
        Assert.Equal(expected, Targets(contexts[0]));
        Assert.Equal(
            expected.Where(l => l.StartsWith("item ", StringComparison.Ordinal) || l.StartsWith("describedby ", StringComparison.Ordinal)).Select(l => l.Split(' ')).Select(l => $"{l[1]} {(l[0] == "item" ? "collection" : "describes")} {Origin}/seminars/knots/ text/html"),
            contexts.Skip(1).Select(c => $"{c.GetProperty("anchor")} {Assert.Single(Targets(c))}"));
    }

    [Fact]
    public async Task The_address_in_the_archive_is_the_one_to_cite_where_there_is_no_other()
    {
        await using var site = await SiteAsync(Seminar("plain", more: ["slug: 日本"]));
        const string address = $"{Origin}/seminars/%E6%97%A5%E6%9C%AC/";

        Assert.Equal(
            [$"cite-as {address} ", "type https://schema.org/AboutPage ", "type https://schema.org/EducationEvent ", $"describedby {address}cite.bib application/x-bibtex", $"describedby {address}cite.ris application/x-research-info-systems",
                $"describedby {address}cite.json application/vnd.citationstyles.csl+json", $"linkset {address}linkset.json application/linkset+json"],
            Elements(await site.GetPageAsync("/seminars/日本/")));
        foreach (var file in (string[])["日本/cite.bib", "日本/cite.ris", "日本/cite.json", "日本.md"])
        {
            using var answer = await site.GetAsync($"/seminars/{file}");
            Assert.Equal($"<{address}>; rel=\"describes\"; type=\"text/html\"", answer.Headers.GetValues("Link").Single());
        }
    }

    [Theory]
    [InlineData(10, 17)]
    [InlineData(11, 1)]
    public async Task Many_files_are_named_in_the_linkset_alone(int files, int links)
    {
        await using var site = await SiteAsync(Seminar("knots", more: [$"slides: [{string.Join(", ", Enumerable.Range(0, files).Select(i => $"https://example.org/{i}.pdf"))}]"]));
        Assert.Equal(links, Elements(await site.GetPageAsync("/seminars/knots/")).Count());
        using var file = await site.GetAsync("/seminars/knots/linkset.json");
        Assert.Equal(files + 4, JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement.GetProperty("linkset").GetArrayLength());
    }

    [Fact]
    public async Task Headers_stay_short_however_long_the_addresses()
    {
        await using var site = await SiteAsync(Seminar("long", more: [$"slug: {string.Concat(Enumerable.Repeat("日本語", 40))}"]));
        using var answer = await site.GetAsync($"/seminars/{string.Concat(Enumerable.Repeat("日本語", 40))}/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(answer.Headers.GetValues("Link").Single().Length, 1, 4000);
    }

    [Fact]
    public async Task What_is_not_published_leads_nowhere()
    {
        await using var site = await SiteAsync(Seminar("gone", more: ["status: withdrawn", "reason: On request"]), Seminar("draft", more: ["status: draft"]), Seminar("former", more: ["slug: now"]));
        foreach (var (slug, status) in ((string, int)[])[("gone", 410), ("draft", 404), ("nowhere", 404)])
        {
            Assert.Equal((slug, status, null), (slug, (await site.AskAsync($"/seminars/{slug}/linkset.json")).Status, (await site.AskAsync($"/seminars/{slug}/linkset.json")).Location));
            using var page = await site.GetAsync($"/seminars/{slug}/");
            Assert.Equal((slug, status, false), (slug, (int)page.StatusCode, page.Headers.Contains("Link")));
        }

        site.Write(Seminar("former", more: ["slug: later"]));
        await site.SeedAsync();
        Assert.Equal((301, "/seminars/later/linkset.json"), await site.AskAsync("/seminars/now/linkset.json"));
    }

    [Fact]
    public async Task A_file_leads_back_to_the_seminars_that_it_belongs_to()
    {
        await using var site = await SiteAsync(
            Knots,
            Seminar("knots-again", "2021-01-01", more: ["resources:", "  - type: paper", "    url: \"/slides/My%20deck,%20%C3%BC.pdf#page=2\""]),
            Seminar("other", more: "slides: /slides/other.pdf"),
            Seminar("gone", "2022-01-01", more: ["status: withdrawn", "reason: On request", "slides: \"/slides/My deck, ü.pdf\""]),
            Seminar("draft", "2022-01-01", more: ["status: draft", "slides: \"/slides/My deck, ü.pdf\""]));
        site.Write("slides/other.pdf", "%PDF-1.5");
        site.Write("slides/nobodys.pdf", "%PDF-1.4");
        await site.SeedAsync();

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            Assert.Equal($"<{Origin}/seminars/knots-again/>; rel=\"collection\"; type=\"text/html\", <{Origin}/seminars/knots/>; rel=\"collection\"; type=\"text/html\"", await LinkAsync("/slides/My%20deck,%20%C3%BC.pdf", method));
            Assert.Equal($"<{Origin}/seminars/other/>; rel=\"collection\"; type=\"text/html\"", await LinkAsync("/slides/other.pdf", method));
            Assert.Null(await LinkAsync("/slides/nobodys.pdf", method));
        }

        site.Write("slides/other.pdf", "%PDF-1.5 and more");
        await site.SeedAsync();
        Assert.Equal($"<{Origin}/seminars/other/>; rel=\"collection\"; type=\"text/html\"", await LinkAsync("/slides/other.pdf", HttpMethod.Get));

        async Task<string?> LinkAsync(string address, HttpMethod method)
        {
            using var answer = await site.SendAsync(new HttpRequestMessage(method, address));
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            return answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
        }
    }

    [Fact]
    public async Task A_file_of_many_seminars_names_a_few()
    {
        await using var site = await SiteAsync([.. Enumerable.Range(0, 12).Select(i => Seminar($"s-{i}", $"2020-01-{i + 1:00}", more: [$"slug: {string.Concat(Enumerable.Repeat("日本語", 20))}-{i:00}", "slides: \"/slides/My deck, ü.pdf\""]))]);

        using var answer = await site.GetAsync("/slides/My%20deck,%20%C3%BC.pdf");
        var link = answer.Headers.GetValues("Link").Single();

        Assert.InRange(link.Length, 1, 4000);
        Assert.Contains("-11/>; rel=\"collection\"", link[..link.IndexOf(", ", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_stretch_of_a_list_is_named_in_ASCII_too()
    {
        var site = Site.Empty(("Site:BaseUrl", "https://bücher.example")).Listen();
        await using var stopped = site;
        site.Write(Seminar("knots"));
        site.Write(Seminar("tides"));
        await site.StartAsync();

        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(site.Address, "/api/seminars?limit=1"));

        Assert.Equal((200, true), ((int)answer.StatusCode, answer.Headers.GetValues("Link").Single().StartsWith("<https://xn--bcher-kva.example/api/seminars?", StringComparison.Ordinal)));
    }

    private static async Task<Site> SiteAsync(params Post[] posts)
    {
        var site = Site.Empty(("Site:BaseUrl", "https://bücher.example"));
        foreach (var post in posts) site.Write(post);
        site.Write("slides/My deck, ü.pdf", "%PDF-1.4");
        await site.StartAsync();
        return site;
    }

    private static IEnumerable<string> Elements(IDocument page) => page.QuerySelectorAll("link").Where(l => l.GetAttribute("rel") is "cite-as" or "type" or "author" or "item" or "describedby" or "linkset" or "license" or "collection")
        .Select(l => $"{l.GetAttribute("rel")} {l.GetAttribute("href")} {l.GetAttribute("type")}");

    private static IEnumerable<string> Targets(JsonElement context) => context.EnumerateObject().Where(r => r.Name != "anchor")
        .SelectMany(r => r.Value.EnumerateArray().Select(t => $"{r.Name} {t.GetProperty("href")} {(t.TryGetProperty("type", out var type) ? type.GetString() : "")}"));
}
