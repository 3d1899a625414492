using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>Several names, one person, one page.</summary>
public sealed class PeoplePageTests
{
    private const string West = "---\nname: Professor Michael West\naliases: [M. West, Mike West, /speakers/mwest/]\norcid: 0000-0002-1825-0097\nwebsite: https://example.org/west\n---\n\nHe studies *teams*.\n";

    private static async Task<Site> SiteAsync(int pageSize = 20)
    {
        var site = Site.Empty(("Site:PageSize", $"{pageSize}"));
        site.Write(Seminar("knots", "2019-03-14", speaker: "M. West", affiliation: "Aston"));
        site.Write(Seminar("tides", "2020-01-01", speaker: "Prof. Michael West", affiliation: "Lancaster"));
        site.Write(Seminar("looms", "2021-06-01", speaker: "Michael West"));
        site.Write(Seminar("stars", "2022-06-01", speaker: "Michaela West", affiliation: "Elsewhere"));
        await site.StartAsync();
        return site;
    }

    [Fact]
    public async Task Titles_lead_to_one_page_without_a_file_and_initials_do_not()
    {
        await using var site = await SiteAsync();

        Assert.Equal(["looms", "tides"], (await site.GetPageAsync("/speaker/michael-west/")).Titles());
        Assert.Equal(["knots"], (await site.GetPageAsync("/speaker/m-west/")).Titles());
        Assert.Equal("Michael West", (await site.GetPageAsync("/speaker/michael-west/")).Text("h1"));
    }

    [Fact]
    public async Task A_people_file_makes_one_page_of_all_spellings()
    {
        await using var site = await SiteAsync(pageSize: 2);
        site.Write("people/anything.md", West);
        Assert.Equal([], (await site.SeedAsync()).Problems);

        var page = await site.GetPageAsync("/speaker/michael-west/");
        Assert.Equal("Professor Michael West", page.Text("h1"));
        Assert.Equal("Lancaster", page.Text(".lead .intro"));
        Assert.Equal("<p>He studies <em>teams</em>.</p>", page.QuerySelector(".bio p")!.OuterHtml);
        Assert.Equal(["ORCID 0000-0002-1825-0097", "Website"], page.Texts(".facts li"));
        Assert.Equal(["https://orcid.org/0000-0002-1825-0097", "https://example.org/west"], page.Links(".facts a"));
        Assert.Equal(["looms", "tides"], page.Titles());
        Assert.Equal(["knots"], (await site.GetPageAsync("/speaker/michael-west/page/2/")).Titles());
        Assert.Empty((await site.GetPageAsync("/speaker/michael-west/page/2/")).QuerySelectorAll(".bio"));
    }

    [Fact]
    public async Task Every_seminar_keeps_the_name_of_its_day_and_links_to_the_person()
    {
        await using var site = await SiteAsync();
        site.Write("people/west.md", West);
        await site.SeedAsync();

        var page = await site.GetPageAsync("/seminars/knots/");

        Assert.Equal("M. West Aston", page.Text(".speaker"));
        Assert.Equal(["/speaker/michael-west/"], page.Links(".speaker a[href^='/speaker/']"));
        Assert.Equal(["West, Michael 3 seminars", "West, Michaela 1 seminar"], (await site.GetPageAsync("/speakers/")).Texts("ul.names li"));
    }

    [Theory]
    [InlineData("/speaker/m-west/")]
    [InlineData("/speaker/m-west/page/2/")]
    [InlineData("/speaker/mike-west/")]
    [InlineData("/Speaker/Mike-West")]
    [InlineData("/speakers/mwest/")]
    [InlineData("/speakers/mwest")]
    public async Task Other_addresses_lead_there_at_once(string address)
    {
        await using var site = await SiteAsync();
        site.Write("people/west.md", West);
        await site.SeedAsync();

        Assert.Equal((301, "/speaker/michael-west/"), await site.AskAsync(address));
    }

    [Fact]
    public async Task A_renamed_address_leads_on_from_the_name()
    {
        await using var site = await SiteAsync();
        site.Write("people/west.md", "---\nname: Michael West\nslug: west\n---\n");
        await site.SeedAsync();

        Assert.Equal((301, "/speaker/west/"), await site.AskAsync("/speaker/michael-west/"));
        Assert.Equal(["looms", "tides"], (await site.GetPageAsync("/speaker/west/")).Titles());
    }

    [Fact]
    public async Task Any_spelling_finds_all_talks()
    {
        await using var site = await SiteAsync();
        site.Write("people/west.md", West);
        await site.SeedAsync();
        foreach (var words in (string[])["mike west", "professor michael west", "m west"])
        {
            Assert.Equal(["knots", "looms", "tides"], (await site.GetPageAsync($"/search/?q={words}")).Found().Where(title => title != "stars").Order());
        }

        site.Delete("people/west.md");
        await site.SeedAsync();
        Assert.Equal([], (await site.GetPageAsync("/search/?q=mike west")).Found());
    }

    [Fact]
    public async Task Nobody_without_a_seminar_has_a_page()
    {
        await using var site = await SiteAsync();
        site.Write("people/hopper.md", "---\nname: Grace Hopper\naliases: [G. Hopper]\n---\n\nNever came.\n");
        await site.SeedAsync();

        Assert.Equal(404, (await site.AskAsync("/speaker/grace-hopper/")).Status);
        Assert.Equal(404, (await site.AskAsync("/speaker/g-hopper/")).Status);
        Assert.Equal(["West, Michael 2 seminars", "West, M. 1 seminar", "West, Michaela 1 seminar"], (await site.GetPageAsync("/speakers/")).Texts("ul.names li").OrderByDescending(name => name.Contains('2')).ThenBy(name => name));
    }

    [Fact]
    public async Task A_file_with_an_error_keeps_its_last_good_version()
    {
        await using var site = await SiteAsync();
        site.Write("people/west.md", West);
        await site.SeedAsync();
        site.Write("people/west.md", "---\nname: Michael West\nslug: ???\n---\n");
        var problem = Assert.Single((await site.SeedAsync()).Problems);

        Assert.Equal(("content/people/west.md", 3, 7, "slug-empty"), (problem.File, problem.Line, problem.Column, problem.Rule));
        Assert.Equal("Professor Michael West", (await site.GetPageAsync("/speaker/michael-west/")).Text("h1"));
    }
}
