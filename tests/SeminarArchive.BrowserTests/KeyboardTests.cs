using System.Text.Json.Serialization;
using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>The archive by keyboard alone.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class KeyboardTests(BrowsedSite site)
{
    // Focus is seen when it has an outline, lies in the window and nothing lies over it.
    private const string Focused =
        """
        () => {
          const e = document.activeElement, r = e.getClientRects()[0], s = getComputedStyle(e);
          if (e === document.body || !r) return null;
          const x = r.left + r.width / 2, y = r.top + r.height / 2, top = document.elementFromPoint(x, y);
          const place = e.closest('.skip, .mark, .nav, .bar, .next, .index, .flow, .pager, .formats, .foot');
          return {
            place: place ? place.classList[0] : 'main',
            address: e.getAttribute('href') ?? e.name ?? '',
            seen: s.outlineStyle === 'solid' && parseFloat(s.outlineWidth) >= 2 && !!top && (e === top || e.contains(top) || top.contains(e)),
            html: e.outerHTML.slice(0, 120),
          };
        }
        """;

    [BrowserFact]
    public async Task The_first_stop_skips_to_the_content()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("front");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", (await FocusAsync(page))?.Place);
        Assert.True((await page.Locator(".skip").BoundingBoxAsync())!.Y >= 0);

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("() => document.activeElement.id"));

        await page.Keyboard.PressAsync("Tab");
        Assert.NotNull(await page.EvaluateAsync<string>("() => document.activeElement.closest('main')?.id"));
    }

    [BrowserTheory]
    [InlineData(1280, "skip mark nav bar next index flow pager formats foot")]
    [InlineData(900, "skip mark nav bar next flow pager formats foot")]
    [InlineData(360, "skip mark nav bar next flow pager formats foot")]
    public async Task Every_stop_is_seen_and_they_come_in_the_order_of_the_page(int width, string places)
    {
        var page = await site.TabAsync(new Window(width, 800));
        await page.OpenAsync("front");

        var stops = await WalkAsync(page);

        Assert.Equal(places.Split(' '), stops.Select(s => s.Place).Where((p, i) => i == 0 || stops[i - 1].Place != p));
        Assert.Equal(
            await page.Locator(".flow .row__t a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"),
            stops.Where(s => s.Place == "flow" && s.Address.StartsWith("/seminars/", StringComparison.Ordinal)).Select(s => s.Address));
        Nothing.In(stops.Where(s => !s.Seen).Select(s => s.Html));
    }

    [BrowserTheory]
    [InlineData("seminar", 1280)]
    [InlineData("seminar", 360)]
    [InlineData("seminar-upcoming", 360)]
    [InlineData("years", 1280)]
    [InlineData("years", 360)]
    [InlineData("speakers", 360)]
    [InlineData("search-results", 360)]
    public async Task Every_stop_is_seen(string name, int width)
    {
        var page = await site.TabAsync(new Window(width, 800));
        await page.OpenAsync(name);

        var stops = await WalkAsync(page);

        Assert.True(stops.Count > 10);
        Nothing.In(stops.Where(s => !s.Seen).Select(s => s.Html));
    }

    [BrowserFact]
    public async Task A_sheet_of_years_opens_and_closes_by_keyboard_and_gives_focus_back()
    {
        var page = await site.TabAsync(Window.Phone);
        await page.OpenAsync("front");
        var sheet = page.Locator("#years");
        var button = page.Locator(".bar .btn");
        Assert.False(await sheet.IsVisibleAsync());

        await page.Locator(".find button").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await sheet.IsVisibleAsync());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("index", (await FocusAsync(page))?.Place);

        await page.Keyboard.PressAsync("Escape");
        Assert.False(await sheet.IsVisibleAsync());
        await Assertions.Expect(button).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.False(await sheet.IsVisibleAsync());
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task The_sheet_of_years_closes_when_a_year_of_this_page_is_chosen()
    {
        var page = await site.TabAsync(Window.Phone);
        await page.OpenAsync("front");
        await page.Locator(".bar .btn").ClickAsync();

        await page.Locator("#years a[href^='#']").Last.ClickAsync();

        await Assertions.Expect(page.Locator("#years")).ToBeHiddenAsync();
        Assert.Contains("#y", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_citation_is_copied_by_a_button()
    {
        var page = await site.TabAsync(Window.Desktop);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.OpenAsync("seminar");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Harvard" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        var citation = await page.Locator(".cite .txt:visible").TextContentAsync();
        Assert.Contains("Available at: http", citation, StringComparison.Ordinal);
        Assert.Equal(string.Join(' ', citation!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    private static async Task<List<Stop>> WalkAsync(IPage page)
    {
        var stops = new List<Stop>();
        while (stops.Count < 400)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await FocusAsync(page) is not { } stop) break;
            stops.Add(stop);
        }

        return stops;
    }

    private static async Task<Stop?> FocusAsync(IPage page) =>
        await page.EvaluateAsync<System.Text.Json.JsonElement?>(Focused) is { ValueKind: System.Text.Json.JsonValueKind.Object } json
            ? System.Text.Json.JsonSerializer.Deserialize<Stop>(json)
            : null;

    private sealed record Stop(
        [property: JsonPropertyName("place")] string Place,
        [property: JsonPropertyName("address")] string Address,
        [property: JsonPropertyName("seen")] bool Seen,
        [property: JsonPropertyName("html")] string Html);
}
