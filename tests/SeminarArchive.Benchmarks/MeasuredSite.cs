using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SeminarArchive.Store;
using SeminarArchive.Web;

namespace SeminarArchive.Benchmarks;

/// <param name="Elapsed">From the first middleware of the site to the last byte.</param>
/// <param name="Cpu">Of the whole process meanwhile.</param>
internal sealed record Answer(string Address, int Status, TimeSpan Elapsed, TimeSpan Cpu);

/// <summary>
/// The real site in this process, with a clock around all of its middleware. Requests reach it without a socket (TestServer): what a socket
/// costs is the same for every page and depends on the machine, and would lie outside the clock in any case. Its log is silent.
/// </summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private readonly Factory _factory;
    private readonly string? _temporary;

    private MeasuredSite(string content, string data, string? temporary, bool keeps)
    {
        (Content, _temporary) = (content, temporary);
        _factory = new Factory(content, data, keeps);
    }

    public string Content { get; }

    /// <summary>How long the start took, with the seeding where there was something to seed.</summary>
    public TimeSpan Start { get; private set; }

    /// <param name="data">Null: a folder of its own, deleted in the end.</param>
    /// <param name="keeps">Whether answers are kept in memory; else each is made anew, since what is measured is the making.</param>
    public static async Task<MeasuredSite> StartAsync(string content, string? data, bool keeps = false)
    {
        var watch = Stopwatch.StartNew();
        var temporary = data is null ? Directory.CreateTempSubdirectory("seminars-").FullName : null;
        var site = new MeasuredSite(Path.GetFullPath(content), Path.GetFullPath(data ?? temporary!), temporary, keeps);
        site._factory.StartServer();
        await site._factory.Services.GetRequiredService<ContentWatcher>().Seeded;
        site.Start = watch.Elapsed;
        return site;
    }

    public Archive OpenRead() => _factory.Services.GetRequiredService<ArchiveFile>().OpenRead();

    /// <summary>Asks as a browser does, which takes compressed answers.</summary>
    public async Task<Answer> AskAsync(string address)
    {
        var (clock, question) = (new Stopwatch(), address.IndexOf('?', StringComparison.Ordinal));
        var before = Environment.CpuUsage.TotalTime;
        var context = await _factory.Server.SendAsync(c =>
        {
            c.Request.Method = HttpMethods.Get;
            c.Request.Path = Uri.UnescapeDataString(question < 0 ? address : address[..question]);
            c.Request.QueryString = new QueryString(question < 0 ? "" : address[question..]);
            c.Request.Headers.AcceptEncoding = "gzip, deflate, br";
            c.Items[typeof(Stopwatch)] = clock;
        });
        // The last byte comes when the site is done with the request, and the clock with it.
        await context.Response.Body.CopyToAsync(Stream.Null);
        return new Answer(address, context.Response.StatusCode, clock.Elapsed, Environment.CpuUsage.TotalTime - before);
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_temporary is not null) Directory.Delete(_temporary, recursive: true);
    }

    private sealed class Factory(string content, string data, bool keeps) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Site:ContentPath", content);
            builder.UseSetting("Site:DataPath", data);
            builder.UseSetting("Site:ManagementUrl", "");
            builder.UseSetting("Site:Watch", "false");
            if (!keeps) builder.UseSetting("Site:CacheMegabytes", "0");
            builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Outermost()));
        }
    }

    private sealed class Outermost : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                var clock = (Stopwatch)context.Items[typeof(Stopwatch)]!;
                clock.Start();
                await rest(context);
                clock.Stop();
            });
            next(app);
        };
    }
}
