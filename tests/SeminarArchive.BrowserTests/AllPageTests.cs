using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>Everything on one page: what is out of view is not laid out, and is there all the same.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class AllPageTests(BrowsedSite site)
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(360)]
    public async Task A_year_chosen_at_the_top_comes_to_the_top(int width)
    {
        var page = await site.TabAsync(new Window(width, 300));
        await page.OpenAsync("all");

        foreach (var year in new[] { 2017, 2024, 2019 })
        {
            await page.EvaluateAsync("year => document.querySelector(`.letters a[href='#y${year}']`).click()", year);
            Assert.InRange(await TopAsync(page, year), 0, 200);
        }
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(360)]
    public async Task An_address_with_a_year_leads_to_it(int width)
    {
        var page = await site.TabAsync(new Window(width, 300));
        await page.GotoAsync("/all/#y2019");

        Assert.InRange(await TopAsync(page, 2019), 0, 200);
    }

    [BrowserFact]
    public async Task The_browsers_own_find_reaches_the_end()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("all");
        var last = await page.EvaluateAsync<string>("() => [...document.querySelectorAll('.lines a')].at(-1).textContent");

        Assert.True(await page.EvaluateAsync<bool>("title => window.find(title)", last));
        Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.lines a')].at(-1).getBoundingClientRect().top < innerHeight"));
    }

    [BrowserFact]
    public async Task On_paper_it_is_whole()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("all");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(["visible"], await page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('.lines li')].map(l => getComputedStyle(l).contentVisibility))]"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.lines li')].filter(l => l.getBoundingClientRect().height < 8).length"));
        Assert.False(await page.Locator(".letters").IsVisibleAsync());
    }

    // Where a year stands in the window once it has come to rest.
    private static async Task<double> TopAsync(IPage page, int year)
    {
        await page.EvaluateAsync("() => new Promise(r => setTimeout(r, 300))");
        return await page.EvaluateAsync<double>("year => document.getElementById('h' + year).getBoundingClientRect().top", year);
    }
}
