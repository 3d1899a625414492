using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class StatusPageTests
{
    private static readonly (string, string)[] Development = [("environment", "Development")];

    [Fact]
    public async Task Names_every_problem_with_its_place_cause_and_fix_and_says_what_readers_see()
    {
        await using var site = Site.Empty(Development);
        site.Write(Seminar("knots", speaker: "Ada Lovelace", affiliation: "Royal Society"));
        site.Write("seminars/tides.md", "---\ntitle: Tides\ndate: 2019-13-45\n---\n");

        await site.StartAsync();
        var page = await site.GetPageAsync("/status/");

        Assert.Equal(["content/seminars/tides.md"], page.QuerySelectorAll(".file h2").Select(h => h.TextContent));
        Assert.Equal("Line 3, column 7", page.QuerySelector(".prob__at .vh")!.TextContent);
        Assert.Equal("ErrorThere is no day \"2019-13-45\" in the calendar.", page.QuerySelector(".prob h3")!.TextContent);
        Assert.Equal("2019-13-45", page.QuerySelector(".src mark")!.TextContent);
        Assert.Equal("Not published until this is mended.", page.QuerySelector(".eff")!.TextContent);
        Assert.Equal("1", page.QuerySelector(".num")!.TextContent);
        Assert.Equal("noindex,follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Says_of_a_warning_what_it_means_for_readers()
    {
        await using var site = Site.Empty(Development);
        const string Warned = "time: soon";
        site.Write(Seminar("held", more: [Warned]));
        site.Write(Seminar("drafted", more: [Warned, "status: draft"]));
        site.Write(Seminar("spoilt"));
        await site.StartAsync();
        site.Write(Seminar("spoilt", more: [Warned, "status: perhaps"]));
        await site.SeedAsync();

        foreach (var show in new[] { "", "?show=warning" })
        {
            var page = await site.GetPageAsync("/status/" + show);
            Assert.Equal(
                ["drafted: Keeps nothing back.", "held: Published.", .. show.Length > 0 ? (string[])[] : ["spoilt: Readers see the last good version until this is mended."], "spoilt: Keeps nothing back."],
                page.QuerySelectorAll(".file").SelectMany(f => f.QuerySelectorAll(".eff").Select(e => $"{Path.GetFileNameWithoutExtension(f.QuerySelector("h2")!.TextContent)}: {e.TextContent}"))
                    .OrderBy(t => t.Split(':')[0], StringComparer.Ordinal).ThenByDescending(t => t, StringComparer.Ordinal));
            Assert.Equal(["/seminars/held/", "/seminars/spoilt/"], page.QuerySelectorAll(".file__h a").Select(a => a.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task Says_what_the_archive_lacks()
    {
        await using var site = await Site.With(Development,
            Seminar("whole", speaker: "Ada Lovelace", affiliation: "Royal Society", more: ["slides: https://example.org/x.pdf"]),
            Seminar("bare", body: ""),
            Seminar("lone", speaker: "Mary Somerville", more: ["slides: https://example.org/x.pdf"]),
            Seminar("drafted", more: ["status: draft"]));

        var page = await site.GetPageAsync("/status/");

        Assert.Equal(
            ["Without slides 1", "Without an abstract 1", "Without a speaker 1", "With a speaker without affiliation 1", "Drafts 1", "People who may be one 0"],
            page.QuerySelectorAll(".section li").Select(l => $"{l.QuerySelector("b")!.TextContent} {l.QuerySelector(".n")!.TextContent}"));
        Assert.Equal(["bare", "bare", "bare", "lone", "drafted"], page.QuerySelectorAll(".section li p a").Select(a => a.TextContent));
        Assert.Equal("0", page.QuerySelector(".num")!.TextContent);
    }

    [Fact]
    public async Task Names_people_who_may_be_one()
    {
        await using var site = await Site.With(Development,
            Seminar("knots", speaker: "Michael West"), Seminar("looms", speaker: "Professor Michael West"), Seminar("tides", speaker: "Micheal West"), Seminar("nets", speaker: "Ada Lovelace"));

        var page = await site.GetPageAsync("/status/");

        Assert.Equal(["/speaker/michael-west/", "/speaker/micheal-west/"], page.QuerySelectorAll(".section li:last-child a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Is_not_at_the_public_address_in_production()
    {
        await using var site = await Site.With(Seminar("knots"));

        Assert.Equal((404, null), await site.AskAsync("/status/"));
    }
}
