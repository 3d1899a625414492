using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>No rule of WCAG 2.2 AA that a program can judge is broken, nor any of axe's best practices: on a phone and a desk, by day and by night.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class AccessibilityTests(BrowsedSite site)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

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
                var result = await page.RunAxe(Rules);
                violations.AddRange(result.Violations.SelectMany(v => v.Nodes, (v, n) => $"{window.Width} {scheme}: {v.Id} ({v.Help}) {n.Html}"));
            }
        }

        Nothing.In(violations);
    }
}
