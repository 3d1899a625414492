using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>Authors, categories, speakers, affiliations and tags.</summary>
public class HeadingPageTests
{
    [Fact]
    public async Task Tags_that_differ_in_signs_have_pages_of_their_own()
    {
        await using var site = await Site.With(Seminar("knots", more: ["tags: [C++, C#, C]", "categories: [F#]"]));

        Assert.Equal(["/tag/c/", "/tag/c-sharp/", "/tag/c-plus-plus/"], (await site.GetPageAsync("/tags/")).Links(".names a").OrderBy(link => link!.Length));
        Assert.Equal("Seminars tagged C#", (await site.GetPageAsync("/tag/c-sharp/")).Text("h1"));
        Assert.Equal("F#", (await site.GetPageAsync("/category/f-sharp/")).Text("h1"));
    }

    [Fact]
    public async Task Each_lists_only_its_own_newest_first()
    {
        await using var site = await Site.With(
            Seminar("knots", "2019-03-14", speaker: "Ada Lovelace", affiliation: "St James's Square", postedBy: "Lucy Chapman", category: "Handicraft", more: ["tags: [rope]"]),
            Seminar("tides", "2020-01-01", speaker: "Mary Somerville", affiliation: "Burntisland", postedBy: "Grace Hopper", category: "Nature", more: ["tags: [sea]"]),
            Seminar("looms", "2021-06-01", speaker: "Ada Lovelace", affiliation: "St James's Square", postedBy: "Lucy Chapman", category: "Handicraft", more: ["tags: [rope, sea]"]));

        foreach (var (address, heading, titles) in new[]
        {
            ("/author/lucy-chapman/", "Seminars posted by Lucy Chapman", new[] { "looms", "knots" }),
            ("/author/grace-hopper/", "Seminars posted by Grace Hopper", ["tides"]),
            ("/category/handicraft/", "Handicraft", ["looms", "knots"]),
            ("/speaker/ada-lovelace/", "Ada Lovelace", ["looms", "knots"]),
            ("/affiliation/burntisland/", "Burntisland", ["tides"]),
            ("/tag/rope/", "Seminars tagged rope", ["looms", "knots"]),
            ("/tag/sea/", "Seminars tagged sea", ["looms", "tides"]),
        })
        {
            var page = await site.GetPageAsync(address);
            Assert.Equal((address, heading), (address, page.Text("h1")));
            Assert.Equal(titles, page.Titles());
            Assert.Equal([$"http://localhost{address}"], page.Links("link[rel=canonical]"));
        }

        Assert.Equal(["Chapman 2", "Hopper 1"], (await site.GetPageAsync("/authors/")).Texts(".names li").Select(t => t.Replace("Lucy ", "", StringComparison.Ordinal).Replace("Grace ", "", StringComparison.Ordinal).Replace(" seminars", "", StringComparison.Ordinal).Replace(" seminar", "", StringComparison.Ordinal)).Order());
        Assert.Equal(["Handicraft 2 seminars", "Nature 1 seminar"], (await site.GetPageAsync("/categories/")).Texts(".names li"));
        Assert.Equal(["Lovelace, Ada 2 seminars", "Somerville, Mary 1 seminar"], (await site.GetPageAsync("/speakers/")).Texts(".names li"));
        Assert.Equal(["Burntisland 1 seminar", "St James's Square 2 seminars"], (await site.GetPageAsync("/affiliations/")).Texts(".names li"));
        Assert.Equal(["rope 2 seminars", "sea 2 seminars"], (await site.GetPageAsync("/tags/")).Texts(".names li"));
        Assert.Equal(["/tag/rope/", "/tag/sea/"], (await site.GetPageAsync("/tags/")).Links(".names a"));
    }

    [Fact]
    public async Task An_author_is_not_a_speaker_and_a_speaker_not_an_author()
    {
        await using var site = await Site.With(Seminar("knots", speaker: "Ada Lovelace", postedBy: "Lucy Chapman"));

        foreach (var address in new[] { "/speaker/lucy-chapman/", "/author/ada-lovelace/", "/tag/lucy-chapman/", "/category/ada-lovelace/", "/affiliation/ada-lovelace/" }) Assert.Equal((address, 404), (address, (await site.AskAsync(address)).Status));
    }

    [Theory]
    [InlineData("/author/lucy-chapman/")]
    [InlineData("/category/handicraft/")]
    [InlineData("/speaker/ada-lovelace/")]
    [InlineData("/affiliation/burntisland/")]
    [InlineData("/tag/rope/")]
    public async Task Long_lists_have_pages_of_their_own(string address)
    {
        await using var site = await Site.With([("Site:PageSize", "2")], [.. Enumerable.Range(1, 5)
            .Select(i => Seminar($"s{i}", $"201{i}-01-01", speaker: "Ada Lovelace", affiliation: "Burntisland", postedBy: "Lucy Chapman", category: "Handicraft", more: ["tags: [rope]"])), Seminar("other", "2013-06-01")]);

        Assert.Equal(["s5", "s4"], (await site.GetPageAsync(address)).Titles());
        Assert.Equal(["s3", "s2"], (await site.GetPageAsync(address + "page/2/")).Titles());
        Assert.Equal(["s1"], (await site.GetPageAsync(address + "page/3/")).Titles());
        Assert.Equal(404, (await site.AskAsync(address + "page/4/")).Status);
        Assert.Equal([$"http://localhost{address}page/2/"], (await site.GetPageAsync(address + "page/2/")).Links("link[rel=canonical]"));
        Assert.Equal([address, address + "page/3/"], (await site.GetPageAsync(address + "page/2/")).Links(".pager .step"));
    }

    [Fact]
    public async Task A_category_is_described_by_its_page()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", category: "handicraft"));
        site.Write(Seminar("tides", category: "Nature"));
        site.Write("categories/handicraft.md", "---\ntitle: Handicraft\n---\n\nWhat *hands* can do.\n");
        site.Write("categories/empty.md", "Nothing is in here.\n");
        await site.StartAsync();

        var page = await site.GetPageAsync("/category/handicraft/");
        Assert.Equal(("Handicraft", "<p>What <em>hands</em> can do.</p>"), (page.Text("h1"), page.QuerySelector("div.intro")!.InnerHtml.Trim()));
        Assert.Empty((await site.GetPageAsync("/category/nature/")).QuerySelectorAll("div.intro"));
        Assert.Equal(404, (await site.AskAsync("/category/empty/")).Status);

        site.Write("categories/nature.md", "What grows.\n");
        site.Delete("categories/handicraft.md");
        await site.SeedAsync();
        Assert.Equal("What grows.", (await site.GetPageAsync("/category/nature/")).Text("div.intro"));
        page = await site.GetPageAsync("/category/handicraft/");
        Assert.Equal(("handicraft", 0), (page.Text("h1"), page.QuerySelectorAll("div.intro").Length));
    }

    [Fact]
    public async Task Spellings_of_one_name_are_one_heading_called_as_the_newest_has_it()
    {
        await using var site = await Site.With(
            Seminar("knots", "2019-01-01", speaker: "Prof. Ada Lovelace", category: "HANDICRAFT", postedBy: "lucy chapman"),
            Seminar("looms", "2021-01-01", speaker: "Dame Ada Lovelace", category: "Handicraft", postedBy: "Lucy Chapman"),
            Seminar("tides", "2020-01-01", speaker: "Ada Lovelace", category: "handicraft", postedBy: "Lucy chapman"));

        Assert.Equal(("Dame Ada Lovelace", "Handicraft", "Seminars posted by Lucy Chapman"), (
            (await site.GetPageAsync("/speaker/ada-lovelace/")).Text("h1"), (await site.GetPageAsync("/category/handicraft/")).Text("h1"), (await site.GetPageAsync("/author/lucy-chapman/")).Text("h1")));
        Assert.Equal(["looms", "tides", "knots"], (await site.GetPageAsync("/speaker/ada-lovelace/")).Titles());
        Assert.Equal("Prof. Ada Lovelace", (await site.GetPageAsync("/seminars/knots/")).Text(".speaker bdi"));
    }

    [Fact]
    public async Task A_speaker_has_the_facts_of_the_newest_seminar_that_gives_them()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", "2019-01-01", more: ["speakers:", "  - name: Ada Lovelace", "    affiliation: St James's Square", "    orcid: 0000-0002-1825-0097", "    url: https://example.org/old"]));
        site.Write(Seminar("looms", "2020-01-01", more: ["speakers:", "  - name: Ada Lovelace", "    affiliation: Ockham", "    url: https://example.org/new"]));
        await site.StartAsync();

        var page = await site.GetPageAsync("/speaker/ada-lovelace/");

        Assert.Equal("Ockham", page.Text(".intro"));
        Assert.Equal(["https://orcid.org/0000-0002-1825-0097", "https://example.org/new"], page.Links(".facts a"));
        Assert.Equal(["looms"], (await site.GetPageAsync("/affiliation/ockham/")).Titles());
    }

    [Theory]
    [InlineData("大谷直樹", "/speaker/大谷直樹/", "Chinese and Japanese")]
    [InlineData("Łukasz Żółć", "/speaker/lukasz-zolc/", "Z")]
    [InlineData("Ναυσικά", "/speaker/ναυσικά/", "Greek")]
    [InlineData("Фёдор Достоевский", "/speaker/фёдор-достоевский/", "Cyrillic")]
    [InlineData("محمد", "/speaker/محمد/", "Arabic")]
    [InlineData("Seán Ó Ríordáin", "/speaker/sean-o-riordain/", "O")]
    [InlineData("O'Brien", "/speaker/obrien/", "O")]
    public async Task Names_of_every_script_have_a_readable_address(string name, string address, string initial)
    {
        await using var site = await Site.With([Seminar("knots", speaker: name), .. Enumerable.Range(0, 25).Select(i => Seminar($"s{i}", speaker: $"Q{i} Quorn{i}"))]);
        var link = Assert.Single((await site.GetPageAsync("/seminars/knots/")).Links(".speaker a"))!;

        Assert.Equal(name, (await site.GetPageAsync(link)).Text("h1"));
        Assert.Equal(name, (await site.GetPageAsync(string.Join('/', link.Split('/').Select(p => p.ToLowerInvariant())))).Text("h1"));
        Assert.Equal(["knots"], (await site.GetPageAsync(link)).Titles());
        Assert.Equal([initial], (await site.GetPageAsync("/speakers/")).QuerySelectorAll("section.az").Where(s => s.Links("a").Contains(link)).Select(s => s.Text("h2")));
        Assert.Equal(address, Uri.UnescapeDataString(link));
    }

    [Fact]
    public async Task Long_indexes_are_parted_by_initial()
    {
        await using var site = await Site.With([.. Enumerable.Range(0, 30).Select(i => Seminar($"s{i}", speaker: $"{(char)('A' + (i % 10))}{i}", more: i == 0 ? ["tags: [x]"] : []))]);

        var page = await site.GetPageAsync("/speakers/");

        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"], page.Texts("section.az h2"));
        Assert.Equal(["#in-a", "#in-b", "#in-c", "#in-d", "#in-e", "#in-f", "#in-g", "#in-h", "#in-i", "#in-j"], page.Links(".letters a"));
        Assert.Equal(["B1 1 seminar", "B11 1 seminar", "B21 1 seminar"], page.Texts("#in-b li"));
    }
}
