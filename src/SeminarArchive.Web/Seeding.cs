using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>Seeds the archive when the site starts, while the site answers from what the last run left.</summary>
public sealed partial class Seeding(ArchiveFile file, Seeder seeder, Readiness readiness, ILogger<Seeding> log) : BackgroundService
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first seeding has.</summary>
    public Task Done => _done.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SeedAsync(stoppingToken);
            _done.SetResult();
        }
        catch (Exception e)
        {
            _done.SetException(e);
            throw;
        }
    }

    private async Task SeedAsync(CancellationToken stoppingToken)
    {
        if (file.IsUsable) await AnnounceAsync(stoppingToken);

        var report = await seeder.SeedAsync(stoppingToken);
        if (report.SetAside is { } reason) LogSetAside(reason);
        foreach (var problem in report.Problems.Where(p => p.Severity != Severity.Notice)) LogProblem(problem.ToString());
        LogSeeded(report.Seminars, report.Files, report.Read, report.Written, report.Removed, (long)report.Elapsed.TotalMilliseconds);
        await AnnounceAsync(stoppingToken);

        // What a large seeding used is given back at once: it may not be needed again for months.
        if (report.Written > 1000) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    private async Task AnnounceAsync(CancellationToken cancel)
    {
        await using var archive = file.OpenRead();
        if ((await archive.States.SingleAsync(cancel)).Version == 0) return;
        readiness.Announce(await archive.ContentPages.AnyAsync(p => p.Path == "about.md", cancel));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Seeded {Seminars} seminars from {Files} files ({Read} read, {Written} written, {Removed} removed) in {Milliseconds} ms")]
    private partial void LogSeeded(int seminars, int files, int read, int written, int removed, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was set aside and rebuilt from content: {Reason}")]
    private partial void LogSetAside(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void LogProblem(string problem);
}
