using System.Text.RegularExpressions;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public class LlmsTextTests
{
    [Fact]
    public async Task Names_the_archive_and_where_everything_is()
    {
        await using var site = await Site.With([("Site:BaseUrl", "https://seminars.example.org"), ("Site:Description", "Seminars\non knots."), ("Site:Title", "Knots & Loops")],
            Seminar("a", "1998-02-13", category: "Odd [and] *even*"), Seminar("b", "2020", category: "Odd [and] *even*"), Seminar("gone", "1990-01-01", category: "Hidden", more: ["status: withdrawn"]));
        using var answer = await site.GetAsync("/llms.txt");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var lines = text.Split('\n');
        Assert.Equal(["# Knots & Loops", "", "> Seminars on knots.", ""], lines[..4]);
        Assert.StartsWith("2 seminars, from 1998 to 2020. ", lines[4], StringComparison.Ordinal);
        Assert.Equal(["## Lists", "## Categories", "## Data", "## Optional"], lines.Where(l => l.StartsWith("##", StringComparison.Ordinal)));
        Assert.Contains(@"- [Odd \[and\] \*even\*](https://seminars.example.org/category/odd-and-even/): 2 seminars", lines);

        // What the form asks of a line of a section.
        var links = lines.SkipWhile(l => l != "## Lists").Where(l => l.Length > 0 && l[0] != '#').Select(l => Regex.Match(l, @"^- \[(?:\\.|[^\]\\])+\]\(https://seminars\.example\.org(/\S*)\): .+$")).ToList();
        Assert.All(links, l => Assert.True(l.Success));
        var addresses = links.Select(l => l.Groups[1].Value).ToList();
        Assert.Subset(addresses.ToHashSet(), new HashSet<string>(["/", "/years/", "/all/", "/feed/", "/feed/atom/", "/feed/json/", "/api/", "/api/openapi.json", "/oai?verb=Identify", "/export/seminars.jsonl", "/export/", "/sitemap.xml", "/calendar.ics"]));
        foreach (var address in addresses)
        {
            Assert.Equal((address, (200, null)), (address, await site.AskAsync(address)));
        }
    }

    [Fact]
    public async Task An_empty_archive_has_one_too()
    {
        await using var site = await Site.With([("Site:Description", "")]);

        Assert.StartsWith("# Seminar Archive\n\n> 0 seminars on leading and improving health care.\n\n0 seminars. ", await (await site.GetAsync("/llms.txt")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
