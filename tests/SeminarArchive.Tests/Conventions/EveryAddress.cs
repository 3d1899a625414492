using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Conventions;

/// <summary>One example of every kind of page, and an archive in which all of them exist.</summary>
internal static class EveryAddress
{
    /// <summary>Route template → an address that it answers.</summary>
    public static readonly IReadOnlyDictionary<string, string> Examples = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [""] = "/",
        ["page/{number}"] = "/page/2/",
        ["about"] = "/about/",
        ["all"] = "/all/",
        ["api"] = "/api/",
        ["export"] = "/export/",
        ["search"] = "/search/?q=knots",
        ["search/page/{number}"] = "/search/page/2/?q=knots",
        ["seminars/{slug}"] = "/seminars/knots-0/",
        ["authors"] = "/authors/",
        ["author/{slug}"] = "/author/lucy-chapman/",
        ["author/{slug}/page/{number}"] = "/author/lucy-chapman/page/2/",
        ["categories"] = "/categories/",
        ["category/{slug}"] = "/category/handicraft/",
        ["category/{slug}/page/{number}"] = "/category/handicraft/page/2/",
        ["speakers"] = "/speakers/",
        ["speaker/{slug}"] = "/speaker/ada-lovelace/",
        ["speaker/{slug}/page/{number}"] = "/speaker/ada-lovelace/page/2/",
        ["affiliations"] = "/affiliations/",
        ["affiliation/{slug}"] = "/affiliation/st-jamess-square/",
        ["affiliation/{slug}/page/{number}"] = "/affiliation/st-jamess-square/page/2/",
        ["tags"] = "/tags/",
        ["tag/{slug}"] = "/tag/rope/",
        ["tag/{slug}/page/{number}"] = "/tag/rope/page/2/",
        ["years"] = "/years/",
        ["{year}"] = "/2020/",
        ["{year}/page/{number}"] = "/2020/page/2/",
        ["{year}/{month}"] = "/2020/02/",
        ["{year}/{month}/page/{number}"] = "/2020/02/page/2/",
    };

    /// <summary>An archive of so many seminars on knots, all of February 2020, in which every example exists when a page holds fewer.</summary>
    public static async Task<Site> SiteAsync(int seminars, int pageSize)
    {
        var site = Site.Empty(("Site:PageSize", $"{pageSize}"));
        for (var i = 0; i < seminars; i++)
        {
            site.Write(Seminar($"knots-{i}", $"2020-02-{(i % 28) + 1:00}", $"Knots {i}", postedBy: "Lucy Chapman", category: "Handicraft", more:
                ["speakers:", "  - name: Ada Lovelace", "    affiliation: St James's Square", $"  - name: Guest {i}", $"    affiliation: House {i}", $"tags: [rope, knot-{i}]", "slides: https://example.org/knots.pdf"]));
        }

        site.Write(Seminar("to-come", "2026-12-01", speaker: "Ada Lovelace"));
        site.Write("about.md", "# About\n\nOn knots.\n");
        site.Write("categories/handicraft.md", "What hands can do.\n");
        await site.StartAsync();
        return site;
    }
}
