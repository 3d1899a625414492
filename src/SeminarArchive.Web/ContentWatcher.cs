using Microsoft.Data.Sqlite;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web;

/// <summary>
/// Keeps the archive in line with the content folder while the site runs: seeds at the start, then whenever something has changed
/// and it has been quiet for a moment, when a seminar's day of posting has come, and now and then in any case,
/// since network shares and container mounts do not always say that they changed; rarely where the system tells of everything.
/// </summary>
public sealed partial class ContentWatcher(
    ArchiveFile file, Seeder seeder, ContentFolder content, Finder finder, ArchiveMoments moments, Readiness readiness, SiteOptions site, TimeProvider clock, ILogger<ContentWatcher> log) : BackgroundService
{
    // An editor's save, or one file of a copy, is over when nothing has happened for this long.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    // The save of a single short file, which programs write in one go.
    private static readonly TimeSpan AfterSave = TimeSpan.FromMilliseconds(30);

    // A copy of thousands of files is taken in as it goes, so that it need not end first.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    // Between two looks through everything: where all that happens is heard of, and elsewhere.
    private static readonly TimeSpan Rarely = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

    // Bytes that memory has grown by; for less, no answer has to wait.
    private const long Much = 32 * 1024 * 1024;

    private readonly TaskCompletionSource _seeded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SeedProgress? _progress;
    private TimeSpan _look;
    private long _held;
    private DateTimeOffset? _due;
    private bool _failed;

    /// <summary>Ends when the first seeding has, well or not.</summary>
    public Task Seeded => _seeded.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = new FolderChanges(content.Root);
        if (site.Watch && !changes.Start(out var reason)) LogPolling(reason);
        seeder.Rebuilding += (_, _) => readiness.Withdraw();
        seeder.Progressed += (_, seeding) => _progress?.Step(seeding.Done, seeding.Files);
        file.Damaged += (_, _) => changes.Wake();
        var usable = file.IsUsable;
        if (usable) Announce();
        await SeedAsync(null, stoppingToken);
        _seeded.SetResult();
        // The pages do without it.
        _ = Task.Run(ArchiveFile.WarmUp, stoppingToken);
        // A file that was just made needs no second look.
        if (usable) _ = Task.Run(Examine, stoppingToken);

        while (!stoppingToken.IsCancellationRequested)
        {
            var happened = await changes.WaitAsync(UntilNextLook(changes.IsReliable), stoppingToken);
            var isExpected = happened || _failed || _due <= clock.GetUtcNow();
            if (happened) await changes.QuietAsync(Quiet, AfterSave, Longest, stoppingToken);
            // Where content is not read again, a seminar's day of posting comes all the same.
            // After a failure, what was heard then is not known any more.
            var heard = happened ? changes.Take() : site.Watch || _failed ? null : [];
            var isChanged = await SeedAsync(_failed ? null : heard, stoppingToken);
            if (!isChanged || isExpected || !changes.IsReliable) continue;
            changes.Distrust();
            LogPolling("the system did not tell of a change");
        }
    }

    // Answers do not wait for it. Damage that it finds has the archive rebuilt, and nothing answered until then.
    private void Examine()
    {
        try
        {
            if (!file.Examine()) readiness.Withdraw();
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            // It is being rebuilt already.
            LogUnexamined(e.Message);
        }
    }

    // The larger the archive, the rarer a look through all of it; sooner when a seminar is about to publish itself.
    // One that is due still after a look has errors, or cannot be reached.
    private TimeSpan UntilNextLook(bool hearsAll)
    {
        var interval = site.PollInterval ?? (hearsAll && !_failed ? Rarely : Often);
        if (_failed) return interval;
        var wait = site.Watch ? TimeSpan.FromTicks(Math.Max(interval.Ticks, _look.Ticks * 50)) : TimeSpan.FromDays(1);
        return _due - clock.GetUtcNow() is { } left && left > TimeSpan.Zero && left < wait ? left : wait;
    }

    // Whether the archive has become another one.
    private async Task<bool> SeedAsync(IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        SeedReport report;
        try
        {
            using (_progress = new SeedProgress(clock, log)) report = await seeder.SeedAsync(only, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // Nothing has changed, whatever it was; the next look tries again.
            _failed = true;
            LogFailed(e);
            return false;
        }

        _failed = false;
        if (only is null) _look = report.Elapsed;
        _due = report.Due;
        if (report.SetAside is { } reason) LogSetAside(reason);
        var known = readiness.Report?.Folder ?? [];
        report = report with { Folder = report.Folder ?? known };
        foreach (var problem in report.Problems.Where(p => p.Severity != Severity.Notice).Concat(report.Folder.Except(known))) LogProblem(problem.ToString());
        if (report.Read + report.Removed > 0 || !readiness.Ready) LogSeeded(report.Seminars, report.Files, report.Read, report.Written, report.Removed, (long)report.Elapsed.TotalMilliseconds);
        var isChanged = report.Version != readiness.Report?.Version;
        readiness.Report = report;
        Announce();

        // What it used, and what had been worked out of the archive as it was, is given back at once: the next change may not come for months.
        if (isChanged && GC.GetTotalMemory(forceFullCollection: false) - _held >= Much)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            _held = GC.GetTotalMemory(forceFullCollection: false);
        }

        return isChanged;
    }

    private void Announce()
    {
        try
        {
            using var archive = file.OpenRead();
            var hadAbout = readiness.HasAbout;
            readiness.Announce(archive.HasPage("about.md"));
            // Who asked before this was known has had pages made that lead there, or do not, as it was.
            if (readiness.HasAbout != hadAbout) moments.Forget();
            finder.WarmUp(archive);
            moments.Now();
        }
        catch (SqliteException e) when (ArchiveFile.IsDamage(e))
        {
            readiness.Withdraw(file, e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _failed = true;
            LogFailed(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database could not be looked through: {Reason}")]
    private partial void LogUnexamined(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Seeded {Seminars} seminars from {Files} files ({Read} read, {Written} written, {Removed} removed) in {Milliseconds} ms")]
    private partial void LogSeeded(int seminars, int files, int read, int written, int removed, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was set aside and rebuilt from content: {Reason}")]
    private partial void LogSetAside(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Changes are found by looking only: {Reason}")]
    private partial void LogPolling(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The archive could not be brought up to date; it stays as it was and will be tried again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void LogProblem(string problem);
}
