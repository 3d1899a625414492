using Microsoft.Playwright;

namespace SeminarArchive.BrowserTests;

/// <summary>Pictures for eyes: <c>SCREENSHOTS=folder tests/run --filter Screenshots</c>.</summary>
[Collection(nameof(BrowsedSite))]
public sealed class Screenshots(BrowsedSite site)
{
    private const string Folder = "SCREENSHOTS";

    [BrowserFact(OnlyWith = Folder)]
    public async Task Of_every_kind_of_page()
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable(Folder)!).FullName;
        foreach (var window in new[] { Window.Phone, Window.Desktop })
        {
            var page = await site.TabAsync(window);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var type in PageType.All)
                {
                    await page.OpenAsync(type);
                    await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, $"{type.Name}-{window.Width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png") });
                }
            }
            }
    }
}
