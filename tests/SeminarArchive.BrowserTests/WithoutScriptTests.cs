using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>Everything works in a browser that runs no script.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class WithoutScriptTests(BrowsedSite site)
{
    [BrowserFact]
    public async Task From_the_list_to_a_seminar_to_its_speaker_and_back()
    {
        var page = await site.TabAsync(script: false);
        await page.OpenAsync("front");
        var row = page.Locator(".flow .row").Filter(new() { HasText = "Small data, big wards" });
        var speaker = await row.Locator(".who a").First.InnerTextAsync();

        await row.Locator(".row__t a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Small data, big wards");

        await page.Locator(".speaker a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(speaker);
        await Assertions.Expect(page.Locator(".flow .row").Filter(new() { HasText = "Small data, big wards" })).ToHaveCountAsync(1);

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Small data, big wards");
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.Origin + "/");
    }

    [BrowserFact]
    public async Task The_search_form_finds()
    {
        var page = await site.TabAsync(Window.Phone, script: false);
        await page.OpenAsync("front");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("porter notices");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(site.Origin + "/search/?q=porter+notices");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("porter notices");
        await Assertions.Expect(page.Locator(".results .row__t").First).ToContainTextAsync("porter notices");
    }

    [BrowserFact]
    public async Task The_pager_leads_through_all_pages()
    {
        var page = await site.TabAsync(Window.Phone, script: false);
        await page.OpenAsync("front");
        var rows = new List<string?>();
        for (var number = 1; ; number++)
        {
            rows.AddRange(await page.Locator(".flow .row__t a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"));
            await Assertions.Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync($"Page {number}");
            if (await page.Locator(".pager [rel=next]").CountAsync() == 0) break;
            await page.Locator(".pager [rel=next]").ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync($"{site.Origin}/page/{number + 1}/");
        }

        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.Equal([], rows.Except(site.Seminars));
    }

    [BrowserFact]
    public async Task The_sheet_of_years_opens()
    {
        var page = await site.TabAsync(Window.Phone, script: false);
        await page.OpenAsync("front");

        await page.GetByRole(AriaRole.Button, new() { Name = "Years" }).ClickAsync();
        await page.Locator("#years").GetByRole(AriaRole.Link, new() { Name = "2019" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(site.Origin + "/2019/");
    }

    [BrowserFact]
    public async Task A_style_of_citing_is_chosen()
    {
        var page = await site.TabAsync(Window.Phone, script: false);
        await page.OpenAsync("seminar");
        var shown = page.Locator(".cite .txt:visible");

        await Assertions.Expect(shown).ToHaveCountAsync(1);
        await Assertions.Expect(shown).ToContainTextAsync("[Seminar presentation]. Seminar");
        await page.GetByLabel("Vancouver").CheckAsync();
        await Assertions.Expect(shown).ToHaveCountAsync(1);
        await Assertions.Expect(shown).ToContainTextAsync("[Internet]. Seminar presented at:");
    }
}
