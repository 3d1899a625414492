namespace SeminarArchive.BrowserTests;

/// <summary>A feed that somebody opens in a browser.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class FeedTests(BrowsedSite site)
{
    private const string Seen = "names => [...document.querySelectorAll(names)].filter(e => e.getClientRects().length > 0).map(e => e.textContent)";

    [BrowserTheory]
    [InlineData("/category/patient-voice/feed/")]
    [InlineData("/category/patient-voice/feed/atom/")]
    public async Task Reads_as_a_list_and_leads_to_the_lists_page(string address)
    {
        var page = await site.TabAsync(new Window(360, 800));
        await page.GotoAsync(address);

        var titles = await page.EvaluateAsync<string[]>(Seen, "item > title, entry > title");
        Assert.Contains("Postponed: What patients remember", titles);
        Assert.Equal(titles.Length, (await page.EvaluateAsync<string[]>(Seen, "startdate")).Length);
        Nothing.In(await page.EvaluateAsync<string[]>(Seen, "link, guid, id, description, summary, content, encoded, category"));
        Assert.StartsWith("This is a feed:", Assert.Single(await page.EvaluateAsync<string[]>(Seen, "p")), StringComparison.Ordinal);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));

        await page.EvaluateAsync("() => document.querySelector('a').click()");
        await page.ArrivesAtAsync("/category/patient-voice/");
    }
}
