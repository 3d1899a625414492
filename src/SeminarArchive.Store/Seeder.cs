using Microsoft.Data.Sqlite;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>
/// Brings the archive into line with the content folder and says what editors must put right.
/// All or nothing: readers see the archive as it was or as it is now, never in between.
/// A file with errors keeps its last good version; a file in a folder that cannot be listed keeps its page.
/// One seeding at a time.
/// </summary>
public sealed class Seeder(ArchiveFile file, ContentFolder content, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>Counted up when the same files shall give other rows: databases of an earlier generation are rebuilt.</summary>
    internal const string Generation = "14";

    /// <summary>Raised before the database is set aside: from then until the seeding is done there is nothing to answer from.</summary>
    public event EventHandler? Rebuilding;

    /// <summary>Raised now and then while files are taken in.</summary>
    public event EventHandler<SeedProgressEventArgs>? Progressed;

    /// <summary>Raised when a seeding is done, whether anything changed or not.</summary>
    public event EventHandler<SeededEventArgs>? Seeded;

    /// <param name="only">
    /// Paths of seminar files, under the content folder, that may have come, gone or changed: nothing else is looked at.
    /// Null looks at everything.
    /// </param>
    /// <exception cref="IOException">The data folder cannot be written to.</exception>
    /// <exception cref="SqliteException">The database cannot be written to: it is locked, or the disk is full. Nothing has changed.</exception>
    public async Task<SeedReport> SeedAsync(IReadOnlyCollection<string>? only = null, CancellationToken cancel = default)
    {
        var start = clock.GetTimestamp();
        var setAside = file.Prepare(() => Rebuilding?.Invoke(this, EventArgs.Empty));
        SeedReport report;
        try
        {
            report = await RunAsync(setAside is null ? only : null, start, setAside, cancel);
        }
        catch (SqliteException e) when (ArchiveFile.IsDamage(e) && file.Exists)
        {
            Rebuilding?.Invoke(this, EventArgs.Empty);
            file.SetAside();
            report = await RunAsync(null, start, $"SQLite found it damaged ({e.Message})", cancel);
        }

        Seeded?.Invoke(this, new SeededEventArgs(report));
        return report;
    }

    private async Task<SeedReport> RunAsync(IReadOnlyCollection<string>? only, long start, string? setAside, CancellationToken cancel)
    {
        var (report, lost) = file.Exists ? (await UpdateAsync(only, cancel), null) : await BuildAsync(cancel);
        return report with { Elapsed = clock.GetElapsedTime(start), SetAside = lost is null ? setAside : $"{setAside ?? "an earlier run was broken off"}; what it knew of former addresses and of deleted seminars could not be carried over ({lost})" };
    }

    private async Task<SeedReport> UpdateAsync(IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        await using var connection = file.OpenWrite();
        await using var run = new SeedRun(connection, content, zone, clock, Beginning.Known, Tell);
        var report = await run.ApplyAsync(only, cancel);
        if (report.Written + report.Removed > 0) file.RefreshReaders();
        return report;
    }

    // Where rows of the database before do not fit, or cannot be read, it is built without them; what may pass is tried again.
    private async Task<(SeedReport Report, string? Lost)> BuildAsync(CancellationToken cancel)
    {
        try
        {
            return (await BuildAsync(carryOver: true, cancel), null);
        }
        catch (Exception e) when (file.HasFormer && e is not OperationCanceledException && !ArchiveFile.IsPassing(e))
        {
            return (await BuildAsync(carryOver: false, cancel), e.Message);
        }
    }

    private async Task<SeedReport> BuildAsync(bool carryOver, CancellationToken cancel)
    {
        await using var connection = file.OpenDraft();
        try
        {
            SeedReport report;
            var beginning = carryOver && file.CarryOver(connection) ? Beginning.CarriedOver : Beginning.Nothing;
            await using (var run = new SeedRun(connection, content, zone, clock, beginning, Tell)) report = await run.ApplyAsync(null, cancel);
            file.Adopt(connection);
            return report;
        }
        catch
        {
            await connection.CloseAsync();
            file.Discard();
            throw;
        }
    }

    private void Tell(int done, int files) => Progressed?.Invoke(this, new SeedProgressEventArgs(done, files));
}
