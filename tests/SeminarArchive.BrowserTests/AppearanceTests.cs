using System.Text;
using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>By day, by night, on paper, and while the page arrives.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class AppearanceTests(BrowsedSite site)
{
    private const string Paper = "() => getComputedStyle(document.body).backgroundColor";

    [BrowserFact]
    public async Task The_page_is_dark_where_the_system_is()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("front");
        Assert.Equal("rgb(251, 252, 250)", await page.EvaluateAsync<string>(Paper));

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(17, 22, 26)", await page.EvaluateAsync<string>(Paper));
    }

    [BrowserTheory]
    [InlineData("front", 1280)]
    [InlineData("front", 360)]
    [InlineData("seminar", 1280)]
    [InlineData("seminar", 360)]
    public async Task Nothing_moves_while_the_page_arrives(string name, int width)
    {
        var page = await site.TabAsync(new Window(width, 800));
        await page.AddInitScriptAsync("window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => window.shift += e.value)).observe({ type: 'layout-shift', buffered: true })");
        await page.OpenAsync(name);
        await page.EvaluateAsync("async () => { await document.fonts.ready; await new Promise(r => setTimeout(r, 300)) }");

        Assert.Equal(0, await page.EvaluateAsync<double>("() => window.shift"));
    }

    [BrowserFact]
    public async Task On_paper_a_seminar_keeps_its_words_and_citation_and_loses_the_rest()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("seminar");
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Nothing.In(await VisibleAsync(page, ".nav", ".bar", ".skip", ".crumbs", ".prevnext", ".foot nav"));
        Assert.Equal(["h1", ".when", ".speaker", ".prose", ".cite .txt"], await VisibleAsync(page, "h1", ".when", ".speaker", ".prose", ".cite .txt"));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>(Paper));
    }

    [BrowserFact]
    public async Task On_paper_a_list_keeps_its_rows_and_loses_the_rest()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("front");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Nothing.In(await VisibleAsync(page, ".nav", ".bar", ".skip", ".index", ".pager a", ".formats", ".foot nav"));
        Assert.Equal(["h1", ".mark", ".row__t", ".row__date", ".who"], await VisibleAsync(page, "h1", ".mark", ".row__t", ".row__date", ".who"));
    }

    [BrowserFact]
    public async Task On_paper_a_page_of_a_list_says_which_it_is()
    {
        var page = await site.TabAsync();
        await page.GotoAsync("/page/2/");
        Nothing.In(await VisibleAsync(page, ".of"));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Matches("^Page 2 of [0-9]+$", await page.Locator(".pager").InnerTextAsync());
    }

    [BrowserFact]
    public async Task On_paper_a_file_of_the_site_has_its_whole_address()
    {
        const string printed = "() => [...document.querySelectorAll('.take a:not(.btn)')].map(a => getComputedStyle(a, '::after').content)";
        var page = await site.TabAsync();
        await page.OpenAsync("seminar-cancelled");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var addresses = await page.EvaluateAsync<string[]>(printed);
        Assert.Contains(addresses, a => a.Contains(site.Origin + "/", StringComparison.Ordinal));
        Assert.All(addresses, a => Assert.StartsWith("\" <http", a, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Institutions_below_each_other_are_parted_by_their_lines()
    {
        var page = await site.TabAsync();
        await page.GotoAsync("/2019/");
        Assert.NotEqual(0, await page.Locator(".row .who i").CountAsync());
        Nothing.In(await VisibleAsync(page, ".row .who i"));

        await page.SetViewportSizeAsync(360, 740);
        Assert.Equal([".row .who i"], await VisibleAsync(page, ".row .who i"));
    }

    [BrowserTheory]
    [InlineData("Next")]
    [InlineData("Today")]
    [InlineData("Now")]
    public async Task The_word_above_the_next_date_is_not_broken(string word)
    {
        var page = await site.TabAsync(new Window(360, 740));
        await page.OpenAsync("front");

        Assert.Equal(1, await page.EvaluateAsync<int>("word => { const h = document.getElementById('next'); h.textContent = word; return Math.round(h.getBoundingClientRect().height / parseFloat(getComputedStyle(h).lineHeight)); }", word));
    }

    [BrowserFact]
    public async Task A_span_of_days_stays_beside_its_row()
    {
        var page = await site.TabAsync(new Window(360, 740));
        await page.GotoAsync("/2019/");

        Assert.True(await page.EvaluateAsync<bool>("() => { const d = document.querySelector('.row__date'); d.insertAdjacentHTML('beforeend', '<span class=y>– 1 Jan 2020</span>'); return d.scrollWidth <= d.clientWidth; }"));
    }

    [BrowserFact]
    public async Task Each_paragraph_runs_in_the_direction_of_its_own_script()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("seminar");

        Assert.Equal("true,false,true", await page.EvaluateAsync<string>("""
            () => {
              const prose = document.querySelector('.prose');
              prose.innerHTML = '<div dir="rtl"><p>English.</p><p>مرحبا بكم.</p></div><div><p>English.</p></div>';
              return [...prose.querySelectorAll('p')].map(p => { const at = i => { const r = document.createRange(); r.setStart(p.firstChild, i); r.setEnd(p.firstChild, i + 1); return r.getBoundingClientRect().left; }; return at(0) < at(p.textContent.length - 1); }).join();
            }
            """));
    }

    [BrowserFact]
    public async Task Columns_of_a_table_are_aligned_as_written()
    {
        var page = await site.TabAsync();
        await page.GotoAsync("/seminars/who-speaks-first/");

        foreach (var row in new[] { "thead", "tbody" })
            Assert.Equal(["start", "end", "end"], await page.EvaluateAsync<string[]>("row => [...document.querySelector(`.prose ${row} tr`).cells].map(cell => getComputedStyle(cell).textAlign)", row));
    }

    [BrowserTheory]
    [InlineData("front")]
    [InlineData("seminar")]
    public async Task A_page_prints(string name)
    {
        var page = await site.TabAsync();
        await page.OpenAsync(name);

        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });

        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        Assert.True(pdf.Length > 10_000);
    }

    private static async Task<List<string>> VisibleAsync(IPage page, params IEnumerable<string> selectors)
    {
        var visible = new List<string>();
        foreach (var selector in selectors)
        {
            var found = await page.Locator(selector).AllAsync();
            if (found.Count > 0 && (await Task.WhenAll(found.Select(f => f.IsVisibleAsync()))).Any(v => v)) visible.Add(selector);
        }

        return visible;
    }
}
