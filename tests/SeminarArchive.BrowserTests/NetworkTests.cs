using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>What the pages ask for, and what the browser has to say about it.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class NetworkTests(BrowsedSite site)
{
    private const string ReportViolations = "addEventListener('securitypolicyviolation', e => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`))";

    [BrowserFact]
    public async Task No_page_makes_the_browser_complain_or_asks_another_host_for_anything()
    {
        var page = await site.TabAsync();
        await page.AddInitScriptAsync(ReportViolations);
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, m) =>
        {
            // The browser calls a page that answers 404 or 410 an error of its own.
            if (m.Type is "error" or "warning" && !IsAnswerOf(m, page.Url)) complaints.Enqueue($"{page.Url}: {m.Text} {m.Location}");
        };
        page.PageError += (_, e) => complaints.Enqueue($"{page.Url}: {e}");
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(site.Origin + "/", StringComparison.Ordinal)) complaints.Enqueue($"{page.Url}: asks for {r.Url}");
        };
        page.RequestFailed += (_, r) => complaints.Enqueue($"{page.Url}: {r.Url} {r.Failure}");

        foreach (var address in PageType.All.Select(p => p.Address).Concat(site.Seminars)) await page.GotoAsync(address);

        Nothing.In(complaints);
    }

    [BrowserFact]
    public async Task Styles_fonts_and_icon_arrive_and_may_be_kept_for_a_year()
    {
        var page = await site.TabAsync();
        // The icon may still be on its way while they are looked through.
        var answers = new ConcurrentQueue<IResponse>();
        page.Response += (_, r) => answers.Enqueue(r);
        foreach (var name in new[] { "front", "speakers", "seminar-arabic" }) await page.OpenAsync(name);
        await page.EvaluateAsync("() => document.fonts.ready");

        var assets = answers.Where(a => a.Request.ResourceType != "document").DistinctBy(a => a.Url, StringComparer.Ordinal).ToList();
        var told = await Task.WhenAll(assets.Select(async a => $"{a.Status} {a.Request.ResourceType} {await a.HeaderValueAsync("cache-control")}"));

        Assert.Contains(assets, a => a.Request.ResourceType == "stylesheet");
        Assert.Contains(assets, a => a.Request.ResourceType == "font");
        Nothing.In(assets.Zip(told).Where(a => !a.Second.StartsWith("200 ", StringComparison.Ordinal) || !a.Second.EndsWith("max-age=31536000, immutable", StringComparison.Ordinal)).Select(a => $"{a.First.Url}: {a.Second}"));
    }

    [BrowserFact]
    public async Task A_formula_is_set_as_in_a_book_with_a_font_that_no_other_page_fetches()
    {
        var page = await site.TabAsync(new Window(360, 800));
        var fonts = new ConcurrentQueue<string>();
        page.Request += (_, r) =>
        {
            if (r.ResourceType == "font" && r.Url.Contains("math", StringComparison.Ordinal)) fonts.Enqueue(new Uri(page.Url).AbsolutePath);
        };
        await page.OpenAsync("seminar");
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.GotoAsync("/seminars/flow-why-the-queue-is-somewhere-else/");
        await page.EvaluateAsync("() => document.fonts.ready");

        var above = await page.EvaluateAsync<bool>("""
            () => {
              const [top, bottom] = [...document.querySelector('math[display=block] mfrac').children].map(e => e.getBoundingClientRect());
              return top.height > 5 && top.bottom <= bottom.top;
            }
            """);

        Assert.True(above);
        Assert.Equal(["/seminars/flow-why-the-queue-is-somewhere-else/"], fonts);
    }

    [BrowserFact]
    public async Task The_typeface_is_loaded_and_in_use()
    {
        var page = await site.TabAsync();
        await page.OpenAsync("front");
        var faces = await page.EvaluateAsync<string[]>("async () => { await document.fonts.ready; return [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', '')) }");

        Assert.Contains("Source Serif 4", faces);
        Assert.StartsWith("\"Source Serif 4\"", await page.Locator("h1").EvaluateAsync<string>("h => getComputedStyle(h).fontFamily"), StringComparison.Ordinal);
    }

    private static bool IsAnswerOf(IConsoleMessage message, string address) =>
        message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal) && message.Location.StartsWith(address, StringComparison.Ordinal)
        && PageType.All.Any(p => p.Status != 200 && address.EndsWith(p.Address, StringComparison.Ordinal));
}
