using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>Suggestions while one types, after the combobox pattern of the ARIA practices; and facets on a phone.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class SearchFieldTests(BrowsedSite site)
{
    [BrowserFact]
    public async Task Suggests_names_and_titles_to_the_keyboard()
    {
        var page = await OpenAsync();
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Search seminars" });
        Assert.Equal("false", await field.GetAttributeAsync("aria-expanded"));

        await field.PressSequentiallyAsync("west");
        var options = page.GetByRole(AriaRole.Option);
        await options.First.WaitForAsync();
        Assert.Equal(["Professor Michael West Speaker, 1 seminar", "Westmere Business School Affiliation, 6 seminars"], await options.AllInnerTextsAsync().ContinueWith(t => t.Result.Select(x => x.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal))));
        Assert.Equal("true", await field.GetAttributeAsync("aria-expanded"));
        Assert.Null(await field.GetAttributeAsync("aria-activedescendant"));

        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(("suggestion-0", "true"), (await field.GetAttributeAsync("aria-activedescendant"), await options.First.GetAttributeAsync("aria-selected")));
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Null(await field.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("suggestion-1", await field.GetAttributeAsync("aria-activedescendant"));
        Nothing.In((await page.RunAxe()).Violations.SelectMany(v => v.Nodes, (v, n) => $"{v.Id}: {n.Html}"));

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(("false", 0, "west"), (await field.GetAttributeAsync("aria-expanded"), await page.Locator("#suggestions:visible").CountAsync(), await field.InputValueAsync()));

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("/speaker/michael-west/");
    }

    [BrowserFact]
    public async Task Enter_without_a_choice_searches_and_a_click_chooses()
    {
        var page = await OpenAsync();
        await page.Locator("#q").PressSequentiallyAsync("comp");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync("/search/?q=comp");

        await page.Locator("#q").FillAsync("compassion at");
        await page.GetByRole(AriaRole.Option, new() { Name = "Compassion at scale" }).ClickAsync();
        await page.ArrivesAtAsync("/seminars/compassion-at-scale/");
    }

    [BrowserFact]
    public async Task Closes_when_the_field_is_left_or_emptied()
    {
        var page = await OpenAsync();
        var list = page.Locator("#suggestions:visible");
        await page.Locator("#q").PressSequentiallyAsync("comp");
        await list.WaitForAsync();
        await page.Locator("h1").ClickAsync();
        Assert.Equal(0, await list.CountAsync());

        await page.Locator("#q").FillAsync("compa");
        await list.WaitForAsync();
        await page.Locator("#q").FillAsync("");
        await list.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [BrowserFact]
    public async Task Stays_within_a_narrow_window()
    {
        var page = await site.TabAsync(Window.Narrowest);
        await page.OpenAsync("front");
        await page.Locator("#q").PressSequentiallyAsync("the");
        await page.Locator("#suggestions:visible").WaitForAsync();

        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var box = (await page.Locator("#suggestions").BoundingBoxAsync())!;
        Assert.InRange(box.X, 0, 320 - box.Width);
    }

    // What is clipped has a box all the same.
    [BrowserTheory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1080)]
    [InlineData(1280)]
    public async Task Each_is_seen_and_can_be_touched_at_every_width(int width)
    {
        var page = await site.TabAsync(Window.Desktop);
        await page.SetViewportSizeAsync(width, 800);
        await page.OpenAsync("front");
        await page.Locator("#q").PressSequentiallyAsync("comp");
        await page.Locator("#suggestions:visible").WaitForAsync();

        Assert.Equal("", await page.EvaluateAsync<string>("""
            () => [...document.querySelectorAll('#suggestions [role=option]')].filter(o => {
              const box = o.getBoundingClientRect();
              return !o.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
            }).map(o => o.textContent).join('; ')
            """));
    }

    [BrowserFact]
    public async Task A_phone_narrows_results_in_a_sheet_without_script()
    {
        var page = await site.TabAsync(Window.Phone, script: false);
        await page.OpenAsync("search-results");
        Assert.Equal(0, await page.Locator("#facets:visible").CountAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Narrow results" }).ClickAsync();
        await page.Locator("#facets").GetByRole(AriaRole.Link, new() { Name = "2020" }).ClickAsync();
        await page.ArrivesAtAsync("/search/?q=leadership&year=2020");
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("front");
        return page;
    }
}
