using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>What a screen reader goes by: headings, landmarks, the current place.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class StructureTests(BrowsedSite site)
{
    [BrowserFact]
    public async Task Every_page_has_one_h1_and_headings_without_a_gap()
    {
        var page = await site.TabAsync();
        foreach (var address in PageType.All.Select(p => p.Address).Concat(site.Seminars))
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            var levels = await page.Locator("h1, h2, h3, h4, h5, h6").EvaluateAllAsync<int[]>("all => all.map(h => Number(h.tagName[1]))");

            Assert.Equal((address, 1), (address, levels.Count(l => l == 1)));
            Assert.Equal((address, 1), (address, levels[0]));
            Assert.True(levels.Zip(levels.Skip(1)).All(p => p.Second <= p.First + 1), $"{address}: {string.Join(' ', levels)}");
        }
    }

    [BrowserFact]
    public async Task Every_page_has_its_landmarks_and_names_its_language()
    {
        var page = await site.TabAsync();
        foreach (var type in PageType.All)
        {
            await page.OpenAsync(type);
            foreach (var landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo, AriaRole.Search })
            {
                Assert.Equal((type.Name, landmark, 1), (type.Name, landmark, await page.GetByRole(landmark).CountAsync()));
            }

            var navigations = await page.Locator("nav").EvaluateAllAsync<string[]>("all => all.map(n => n.ariaLabel ?? document.getElementById(n.getAttribute('aria-labelledby'))?.textContent ?? '')");
            Assert.Equal((type.Name, "Main", "Footer"), (type.Name, navigations[0], navigations[^1]));
            Assert.DoesNotContain("", navigations);
            Assert.Equal(navigations.Distinct(), navigations);
            Assert.Equal((type.Name, "en-GB"), (type.Name, await page.Locator("html").GetAttributeAsync("lang")));
        }
    }

    [BrowserFact]
    public async Task The_navigation_marks_where_the_reader_is()
    {
        var page = await site.TabAsync();
        foreach (var type in PageType.All)
        {
            await page.OpenAsync(type);
            var current = await page.Locator(".nav [aria-current]").EvaluateAllAsync<string[]>("all => all.map(a => `${a.textContent}=${a.getAttribute('aria-current')}`)");

            Assert.Equal((type.Name, type.Current), (type.Name, current.SingleOrDefault()));
        }
    }

    [BrowserFact]
    public async Task Words_of_another_language_say_so_and_run_their_own_way()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("seminar-arabic");
        var title = page.Locator("h1");

        Assert.Equal("ar", await title.GetAttributeAsync("lang"));
        Assert.Equal("rtl", await title.EvaluateAsync<string>("h => getComputedStyle(h).direction"));
        Assert.Equal("rtl", await page.Locator(".prose p").First.EvaluateAsync<string>("p => getComputedStyle(p).direction"));
        Assert.Equal("ltr", await page.Locator(".prose .label").EvaluateAsync<string>("h => getComputedStyle(h).direction"));
        Assert.Equal("ltr", await page.Locator(".cite").EvaluateAsync<string>("h => getComputedStyle(h).direction"));
    }
}
