using System.Text.RegularExpressions;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

/// <summary>The categories of a seminar stand everywhere in the order in which its editor wrote them; the first is the one that stands for all.</summary>
public class CategoryOrderTests
{
    [Theory]
    [InlineData("/seminars/knots/", "<nav class=\"crumbs\".+?</nav>", 1)]
    [InlineData("/seminars/knots/", "\"BreadcrumbList\".+?]", 1)]
    [InlineData("/seminars/knots/", "Filed under.+?</p>", 3)]
    [InlineData("/api/seminars/knots", "\"categories\".+?]", 3)]
    [InlineData("/api/seminars", "\"categories\".+?]", 3)]
    [InlineData("/export/seminars.csv", "\nknots.+", 3)]
    [InlineData("/export/seminars.jsonl", "\"categories\".+?]", 3)]
    [InlineData("/feed/atom/", "<entry>.+", 3)]
    [InlineData("/calendar.ics", "CATEGORIES:.+", 3)]
    public async Task As_written_and_otherwise_as_soon_as_they_are_written_otherwise(string address, string part, int named)
    {
        await using var site = await Site.With(Knots("Weaving", "Art", "Rope"), Seminar("art", "2019-01-01", category: "Rope"));

        var before = await AskAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        site.Write(Knots("Rope", "Weaving", "Art"));
        await site.SeedAsync();
        var after = await AskAsync();

        Assert.Equal(new[] { "Weaving", "Art", "Rope" }.Take(named), before.Names);
        Assert.Equal(new[] { "Rope", "Weaving", "Art" }.Take(named), after.Names);
        Assert.NotEqual(before.Stamp, after.Stamp);

        async Task<(IEnumerable<string> Names, string Stamp)> AskAsync() =>
            (Regex.Matches(Regex.Match(await site.GetStringAsync(address), part, RegexOptions.Singleline).Value, "Weaving|Art|Rope").Select(m => m.Value).Distinct(),
                Regex.Match(await site.GetStringAsync("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:knots"), "<datestamp>.+?<").Value);
    }

    private static Post Knots(params string[] categories) => Seminar("knots", more: $"categories: [{string.Join(", ", categories)}]");
}
