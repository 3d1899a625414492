using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>
/// No rule of WCAG 2.2 AA that a program can judge is broken, nor any of axe's best practices: on a phone and a desk, by day and by night.
/// <c>SCREENSHOTS=folder tests/run --filter Breaks_no_rule</c> leaves pictures of all that was judged.
/// </summary>
[Collection(nameof(BrowsedSite))]
public sealed class AccessibilityTests(BrowsedSite site)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    // What colours can break; the rest would only be judged once more.
    private static readonly AxeRunOptions ColourRules = new()
    {
        RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    [BrowserTheory]
    [MemberData(nameof(PageType.Names), MemberType = typeof(PageType))]
    public async Task Breaks_no_rule(string name)
    {
        var page = await site.TabAsync();
        await page.OpenAsync(name);
        var violations = new List<string>();
        foreach (var window in new[] { Window.Desktop, Window.Phone })
        {
            await page.SetViewportSizeAsync(window.Width, window.Height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                if (!string.IsNullOrEmpty(Pictures)) await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Pictures, $"{name}-{window.Width}-{scheme}.png") });
                var result = await page.RunAxe(scheme == ColorScheme.Light ? Rules : ColourRules);
                violations.AddRange(result.Violations.SelectMany(v => v.Nodes, (v, n) => $"{window.Width} {scheme}: {v.Id} ({v.Help}) {n.Html}"));
            }
        }

        Nothing.In(violations);
    }
}
