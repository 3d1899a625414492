using System.Globalization;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SeminarArchive.Store;
using Serilog;
using Serilog.AspNetCore;

namespace SeminarArchive.Tests;

/// <summary>The whole site over a content folder of its own, gone when the test ends. The clock stands at 23 November 2026, noon UTC.</summary>
public sealed class Site : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder;
    private readonly Dictionary<string, string> _settings;
    private Factory? _factory;
    private bool _keepsLog;
    private bool _listens;
    private ManualResetEventSlim? _held;
    private HttpClient? _overTheWire;

    private Site(string folder, string content, params IEnumerable<(string Key, string Value)> settings)
    {
        (_folder, Content) = (folder, content);
        _settings = settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
    }

    /// <summary>The content folder.</summary>
    public string Content { get; }

    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(_folder, "data", "archive.db");

    /// <summary>What the site has logged; see <see cref="KeepLog"/>.</summary>
    public IReadOnlyList<string> LogLines
    {
        get
        {
            using var file = new StreamReader(new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    public FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>Where a site listens that was told to; see <see cref="Listen"/>.</summary>
    public Uri Address => new(Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private string LogFile => Path.Combine(_folder, "log.txt");

    private Factory Running => _factory ?? throw new InvalidOperationException("The site has not been started.");

    /// <summary>A site that holds these posts and nothing else, started and seeded.</summary>
    public static Task<Site> With(params Post[] posts) => With([], posts);

    /// <summary>As <see cref="With(Post[])"/>, with settings such as <c>("Site:PageSize", "2")</c>.</summary>
    public static async Task<Site> With((string Key, string Value)[] settings, params Post[] posts)
    {
        var site = Empty(settings);
        foreach (var post in posts) site.Write(post);
        await site.StartAsync();
        return site;
    }

    /// <summary>A site over a folder that is there already and is not written to.</summary>
    public static async Task<Site> Over(string content, params (string Key, string Value)[] settings)
    {
        var site = new Site(Directory.CreateTempSubdirectory("seminars-").FullName, content, settings);
        await site.StartAsync();
        return site;
    }

    /// <summary>A site with an empty content folder, not started.</summary>
    public static Site Empty(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("seminars-").FullName;
        var site = new Site(folder, Path.Combine(folder, "content"), settings);
        Directory.CreateDirectory(Path.Combine(site.Content, "seminars"));
        return site;
    }

    public void Write(Post post) => Write($"seminars/{post.FileName}", post.Markdown);

    /// <summary>Writes a file of the content folder; the folders above it come of themselves.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Write(string path, byte[] bytes)
    {
        Write(path, "");
        File.WriteAllBytes(Path.Combine(Content, path), bytes);
    }

    public void Delete(string path) => File.Delete(Path.Combine(Content, path));

    /// <summary>Another setting, for the next start.</summary>
    public void Set(string key, string value) => _settings[key] = value;

    /// <summary>Has the site keep a log for <see cref="LogLines"/>; to be called before it starts.</summary>
    public Site KeepLog()
    {
        _settings["Serilog:MinimumLevel:Default"] = "Information";
        _keepsLog = true;
        return this;
    }

    /// <summary>Has the site listen on a port of its own, for requests that no client would send; to be called before it starts.</summary>
    public Site Listen()
    {
        _listens = true;
        return this;
    }

    /// <summary>Starts the site and waits until its archive is seeded; <paramref name="meanwhile"/> runs while it is.</summary>
    public async Task StartAsync(Func<Task, Task>? meanwhile = null)
    {
        _factory = new Factory(this);
        if (_listens)
        {
            _factory.UseKestrel(0);
            _factory.StartServer();
        }

        await Client().GetAsync("/healthz");
        var seeding = _factory.Services.GetRequiredService<SeminarArchive.Web.ContentWatcher>().Seeded;
        if (meanwhile is not null) await meanwhile(seeding);
        await seeding;
    }

    /// <summary>Starts the site and holds its first seeding back until <paramref name="before"/> has run.</summary>
    public async Task StartHeldAsync(Func<Task> before)
    {
        using var held = new ManualResetEventSlim();
        _held = held;
        await StartAsync(async _ =>
        {
            await before();
            held.Set();
        });
        _held = null;
    }

    /// <summary>Brings the running site into line with its content folder.</summary>
    public Task<SeedReport> SeedAsync() => Service<Seeder>().SeedAsync();

    /// <summary>Changes the database behind the site's back.</summary>
    public async Task RunSqlAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async Task StopAsync()
    {
        await Running.DisposeAsync();
        _factory = null;
    }

    /// <summary>Stops the site and starts it again over the same folders.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public T Service<T>()
        where T : notnull => Running.Services.GetRequiredService<T>();

    /// <summary>The answer as it is: redirects are not followed.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => Client().GetAsync(address);

    /// <summary>The text at an address, which must be there.</summary>
    public async Task<string> GetStringAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Client().SendAsync(request);

    /// <summary>The page at an address, which must answer as expected without a redirect.</summary>
    public async Task<IDocument> GetPageAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await GetAsync(address);
        Assert.Equal((address, expected, answer.Headers.Location?.ToString()), (address, answer.StatusCode, null));
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(r => r.Content(html).Address(new Uri(new Uri("http://localhost"), address)));
    }

    /// <summary>Status and target of the answer: <c>(301, "/page/2/")</c>.</summary>
    public async Task<(int Status, string? Location)> AskAsync(string address)
    {
        using var answer = await GetAsync(address);
        return ((int)answer.StatusCode, answer.Headers.Location?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _overTheWire?.Dispose();
        if (_factory is not null) await _factory.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private HttpClient Client() => _listens
        ? _overTheWire ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address }
        : Running.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    private sealed class Factory(Site site) : WebApplicationFactory<Program>
    {
        private static Seeder Holding(IServiceProvider services, ManualResetEventSlim held)
        {
            var seeder = new Seeder(services.GetRequiredService<ArchiveFile>(), services.GetRequiredService<SeminarArchive.Content.ContentFolder>(), services.GetRequiredService<SeminarArchive.Web.SiteOptions>().Zone, services.GetRequiredService<TimeProvider>());
            seeder.Rebuilding += (_, _) => held.Wait(TimeSpan.FromMinutes(1));
            return seeder;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Site:ContentPath", site.Content);
            builder.UseSetting("Site:DataPath", Path.GetDirectoryName(site.Database));
            builder.UseSetting("Site:ManagementUrl", "");
            builder.UseSetting("Site:Watch", "false");
            builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
            foreach (var (key, value) in site._settings) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(site.Clock));
                if (site._held is { } held) services.Replace(ServiceDescriptor.Singleton(s => Holding(s, held)));
                // A logger of this site alone; the program's own is one for the whole process.
                if (site._keepsLog) services.AddSerilog((s, log) => log.ReadFrom.Configuration(s.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()).WriteTo.File(site.LogFile, formatProvider: CultureInfo.InvariantCulture), preserveStaticLogger: true)
                    .AddOptions<RequestLoggingOptions>().Configure<Serilog.ILogger>((o, log) => o.Logger = log);
            });
        }
    }
}
