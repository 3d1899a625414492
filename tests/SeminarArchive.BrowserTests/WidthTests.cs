using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>Nothing stands out sideways: whatever is too wide scrolls or is cut within its own box.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class WidthTests(BrowsedSite site)
{
    // Boxes and lines of text beyond either edge, unless something within the window scrolls or clips them.
    private const string StandingOut =
        """
        () => {
          const width = document.documentElement.clientWidth, found = [];
          const out = r => r.width > 0 && r.height > 0 && (r.right > width + .5 || r.left < -.5);
          const held = e => {
            for (; e && e !== document.body; e = e.parentElement) {
              const s = getComputedStyle(e);
              if (s.clipPath !== 'none' && s.position === 'absolute') return true;
              if (s.overflowX !== 'visible' && !out(e.getBoundingClientRect())) return true;
            }
            return false;
          };
          const say = (e, r, what) => found.push(`${what} ${e.tagName.toLowerCase()}.${e.className} ${Math.round(r.left)}–${Math.round(r.right)} of ${width}: ${e.textContent.trim().slice(0, 60)}`);
          if (document.scrollingElement.scrollWidth > innerWidth) found.push(`The page scrolls sideways: ${document.scrollingElement.scrollWidth} > ${innerWidth}`);
          for (const e of document.body.querySelectorAll('*')) {
            const r = e.getBoundingClientRect();
            if (out(r) && !held(e)) say(e, r, 'box');
          }
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let t; t = texts.nextNode();) {
            if (!t.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(t);
            const r = [...range.getClientRects()].find(out);
            if (r && !held(t.parentElement)) say(t.parentElement, r, 'text');
          }
          return found;
        }
        """;

    // What WCAG 1.4.12 lets a reader set.
    private const string Spread =
        """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
          document.adoptedStyleSheets = [sheet];
        }
        """;

    [BrowserFact]
    public async Task Everything_fits_a_window_of_320_pixels()
    {
        var page = await site.TabAsync(Window.Narrowest);

        Nothing.In(await StandingOutAsync(page, PageType.All.Select(p => p.Address).Concat(site.Seminars)));
    }

    [BrowserFact]
    public async Task Everything_fits_a_window_of_320_pixels_with_wide_spacing()
    {
        var page = await site.TabAsync(Window.Narrowest);

        Nothing.In(await StandingOutAsync(page, PageType.All.Select(p => p.Address), Spread));
    }

    [BrowserTheory]
    [InlineData(768)]
    [InlineData(1088)]
    [InlineData(1280)]
    public async Task Everything_fits_with_letters_of_twice_the_size(int width)
    {
        var page = await site.TabAsync(new Window(width, 800));
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setFontSizes", new Dictionary<string, object> { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = 32, ["fixed"] = 26 } });

        Nothing.In(await StandingOutAsync(page, PageType.All.Select(p => p.Address)));
        Assert.Equal(32, await page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.documentElement).fontSize)"));
    }

    [BrowserTheory]
    [InlineData(1088)]
    [InlineData(1280)]
    public async Task A_column_beside_the_list_scrolls_down_but_not_sideways(int width)
    {
        var page = await site.TabAsync(new Window(width, 400));
        var columns = new List<string>();
        foreach (var address in PageType.All.Select(p => p.Address))
        {
            await page.GotoAsync(address);
            columns.AddRange(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.index')].filter(i => i.scrollHeight > i.clientHeight).map(i => `${location.pathname}: ${i.scrollWidth - i.clientWidth} px more`)"));
        }

        Assert.NotEmpty(columns);
        Assert.All(columns, c => Assert.EndsWith(": 0 px more", c, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(480)]
    [InlineData(768)]
    [InlineData(1088)]
    [InlineData(2560)]
    public async Task Everything_fits_at_every_step_of_the_layout(int width)
    {
        var page = await site.TabAsync(new Window(width, 800));

        Nothing.In(await StandingOutAsync(page, PageType.All.Select(p => p.Address)));
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Long_words_beside_an_abstract_and_below_it_are_broken(int width)
    {
        const string lengthen = "() => { for (const e of document.querySelectorAll('.take dd bdi, .prevnext b bdi')) e.textContent = 'https://example.org/' + 'j'.repeat(200); }";
        var page = await site.TabAsync(new Window(width, 800));
        var place = site.Seminars[0];
        await page.GotoAsync(place);

        Assert.True(await page.Locator(".take dd bdi").CountAsync() > 0 && await page.Locator(".prevnext b bdi").CountAsync() > 0);
        Nothing.In(await StandingOutAsync(page, [place], lengthen));
    }

    private static async Task<List<string>> StandingOutAsync(IPage page, IEnumerable<string> addresses, string? before = null)
    {
        var found = new List<string>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            if (before is not null) await page.EvaluateAsync(before);
            found.AddRange((await page.EvaluateAsync<string[]>(StandingOut)).Select(f => $"{address}: {f}"));
        }

        return found;
    }
}
