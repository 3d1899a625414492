using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;
using SeminarArchive.Web;
using SeminarArchive.Web.Commands;
using SeminarArchive.Web.Formats;
using SeminarArchive.Web.Formats.Api;
using SeminarArchive.Web.Formats.OaiPmh;
using Serilog;
using Serilog.Events;

if (ShortRun.Suits(args)) return await ShortRun.RunAsync(args);
if (CommandLine.IsCommand(args)) return await CommandLine.RunAsync(args, Terminal.Own);
return await ServeAsync(args);

// Apart from the lines above: what a method uses is loaded before its first line, and the commands need nothing of the web.
static async Task<int> ServeAsync(string[] args)
{
    InlineSockets.Prefer();
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Home.Program });
    SiteOptions site;
    try
    {
        site = SiteOptions.From(builder.Configuration);
        site.MakeDataFolder();
    }
    catch (SiteOptionsException e)
    {
        await Console.Error.WriteLineAsync($"The archive cannot start:\n{e.Message}");
        return 1;
    }

    builder.WebHost.UseStaticWebAssets();
    builder.WebHost.ConfigureKestrel(k =>
    {
        k.AddServerHeader = false;
        // A search of 10,000 characters of any script, which is answered with a word on its length.
        k.Limits.MaxRequestLineSize = 128 * 1024;
    });
    builder.WebHost.UseSockets(InlineSockets.Configure);
    builder.Services.AddSingleton<IMemoryPoolFactory<byte>, WideBlocks>();
    builder.Services.AddSerilog(log => log.ReadFrom.Configuration(builder.Configuration).MinimumLevel.Override(RequestLog.Hosting, LevelAlias.Off).WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));
    var management = Management.Open(builder, site);
    builder.Services.AddSingleton(management);
    builder.Services.AddSingleton(site);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton<Readiness>();
    builder.Services.AddSingleton(new ContentFolder(site.ContentPath));
    builder.Services.AddSingleton(_ => new ArchiveFile(site.DataPath));
    builder.Services.AddSingleton(s => new Seeder(s.GetRequiredService<ArchiveFile>(), s.GetRequiredService<ContentFolder>(), site.Zone, s.GetRequiredService<TimeProvider>()));
    builder.Services.AddSingleton<ArchiveMoments>();
    builder.Services.AddSingleton<PageCache>();
    builder.Services.AddSingleton<PrivateRequest>();
    builder.Services.AddTransient<IStartupFilter, KeptPagesFirst>();
    builder.Services.AddSingleton<Finder>();
    builder.Services.AddSingleton<SeminarLists>();
    builder.Services.AddScoped(s => s.GetRequiredService<ArchiveFile>().OpenRead());
    builder.Services.AddSingleton<ContentWatcher>();
    builder.Services.AddHostedService(s => s.GetRequiredService<ContentWatcher>());
    builder.Services.AddRazorPages(pages => pages.Conventions.Add(new NumberedPages()));
    builder.Services.AddApi();
    builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // No page has a secret to keep: no keys on disk.
    builder.Services.AddResponseCompression(compression =>
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. Bibliography.Kinds.Select(k => k.MediaType), "text/calendar", "text/csv", "application/jsonl"];
    });
    builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    builder.Services.AddHealthChecks().AddCheck<SeededCheck>("seeded");

    var app = builder.Build();
    if (management.Fault is { } fault) app.Logger.NoManagement(fault);

    app.UseSerilogRequestLogging(RequestLog.Configure);
    app.UseMiddleware<SecurityHeaders>();
    app.UseMiddleware<CrossOrigin>();
    app.UseMiddleware<OnlyReading>();
    app.UseMiddleware<KnownHost>();
    app.UseExceptionHandler("/error/");
    app.UseResponseCompression();
    app.UseMiddleware<ContentFiles>();
    app.UseStatusCodePagesWithReExecute("/not-found/");
    app.UseMiddleware<CanonicalAddress>();
    app.UseRouting();
    app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
    app.MapHealthChecks("/readyz");
    app.MapOpenSearch();
    app.MapRobots();
    app.MapSitemap();
    app.MapBibliography();
    app.MapSearchSuggestions();
    app.MapFeeds();
    app.MapApi();
    app.MapLinksets();
    app.MapCalendars();
    app.MapExports();
    app.MapLlmsText();
    app.MapMarkdownSource();
    app.MapOEmbed();
    app.MapOaiRepository();
    app.MapStaticAssets().KeepFonts();
    app.UseWhen(OwnFiles.Concerns, files => files.UseMiddleware<OwnFiles>());
    app.UseWhen(NotYet.Concerns, pages => pages.UseMiddleware<NotYet>());
    app.UseWhen(Freshness.Concerns, pages => pages.UseMiddleware<Freshness>());
    app.MapRazorPages().WithStaticAssets();

    await app.RunAsync();
    return 0;
}

/// <summary>Named so that tests can start the site.</summary>
public sealed partial class Program;
