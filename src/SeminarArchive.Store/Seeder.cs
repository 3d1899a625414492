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
    internal const string Generation = "7";

    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Raised before the database is set aside: from then until the seeding is done there is nothing to answer from.</summary>
    public event EventHandler? Rebuilding;

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
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NotADatabase)
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
        await using var archive = ArchiveFile.Attach(file.OpenWrite());
        await using var run = new SeedRun(archive, content, zone, clock, file.Predecessor);
        var report = await run.ApplyAsync(only, cancel);
        return report with { Elapsed = clock.GetElapsedTime(start), SetAside = setAside is null || run.Heritage is null ? setAside : $"{setAside}; {run.Heritage}" };
    }
}
