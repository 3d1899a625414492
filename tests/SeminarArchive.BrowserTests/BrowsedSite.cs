using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SeminarArchive.Store;
using SeminarArchive.Web;

namespace SeminarArchive.BrowserTests;

/// <summary>
/// The demonstration archive on a port of its own and one browser to look at it with, for all tests.
/// The clock stands at 23 November 2026, noon UTC, so that the same seminars are upcoming every time.
/// </summary>
public sealed class BrowsedSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Milliseconds that a test waits for what should be there at once; a machine may be busy.</summary>
    public const float Patience = 15_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly string _data = Directory.CreateTempSubdirectory("seminars-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _tab;

    /// <summary>Scheme, host and port, without a final slash.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>The addresses of all seminars, newest first.</summary>
    public IReadOnlyList<string> Seminars { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            if (Chromium.Required) throw new InvalidOperationException(Chromium.Missing);
            return;
        }

        UseKestrel(0);
        StartServer();
        Origin = ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
        await Services.GetRequiredService<ContentWatcher>().Seeded;
        await using (var scope = Services.CreateAsyncScope())
        {
            var archive = scope.ServiceProvider.GetRequiredService<Archive>();
            Seminars = await archive.Seminars.NewestFirst().Select(s => "/seminars/" + s.Slug + "/").ToListAsync();
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    /// <summary>A tab in a profile of its own, without motion, so that what is scrolled to is there at once. The tab before it is closed.</summary>
    public async Task<IPage> TabAsync(Window? window = null, bool script = true)
    {
        var browser = _browser ?? throw new InvalidOperationException("There is no browser.");
        if (_tab is not null) await _tab.CloseAsync();
        window ??= Window.Desktop;
        _tab = await browser.NewPageAsync(new()
        {
            BaseURL = Origin,
            ViewportSize = new() { Width = window.Width, Height = window.Height },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        _tab.SetDefaultTimeout(Patience);
        return _tab;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Site:ContentPath", Path.Combine(Home.Repository ?? throw new InvalidOperationException("Run the tests from source."), "tests", "demo-content"));
        builder.UseSetting("Site:DataPath", _data);
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false"); // As published: else a site run from source lets nothing be kept.
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Now))));
    }
}

/// <summary>The inner size of a window, in CSS pixels.</summary>
public sealed record Window(int Width, int Height)
{
    public static Window Narrowest { get; } = new(320, 640);

    public static Window Phone { get; } = new(360, 740);

    public static Window Desktop { get; } = new(1280, 800);
}

[CollectionDefinition(nameof(BrowsedSite))]
public sealed class BrowsedSiteTests : ICollectionFixture<BrowsedSite>;
