using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>
/// Brings the archive into line with the content folder and says what editors must put right.
/// All or nothing: readers see the archive as it was or as it is now, never in between.
/// A file with errors keeps its last good version. One seeding at a time.
/// </summary>
public sealed class Seeder(ArchiveFile file, ContentFolder content, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>Counted up when the same files shall give other rows: databases of an earlier generation are rebuilt.</summary>
    internal const string Generation = "2";

    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <exception cref="IOException">The data folder cannot be written to.</exception>
    public async Task<SeedReport> SeedAsync(CancellationToken cancel = default)
    {
        var start = clock.GetTimestamp();
        var setAside = file.Prepare();
        try
        {
            return await ApplyAsync(start, setAside, cancel);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NotADatabase)
        {
            file.SetAside();
            return await ApplyAsync(start, $"SQLite found it damaged ({e.Message})", cancel);
        }
    }

    private async Task<SeedReport> ApplyAsync(long start, string? setAside, CancellationToken cancel)
    {
        await using var archive = ArchiveFile.Attach(file.OpenWrite());
        var connection = (SqliteConnection)archive.Database.GetDbConnection();
        using (var tune = connection.CreateCommand())
        {
            tune.CommandText = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY";
            tune.ExecuteNonQuery();
        }

        await using var transaction = connection.BeginTransaction();
        archive.Database.UseTransaction(transaction);
        var known = await archive.SourceFiles.AsNoTracking().Where(f => f.Path.StartsWith("seminars/")).ToDictionaryAsync(f => f.Path, StringComparer.Ordinal, cancel);
        var state = await archive.States.SingleAsync(cancel);
        var anew = state.Zone != zone.Id;
        using var rows = new RowWriter(archive, connection, transaction);
        var writer = new SeminarWriter(rows, content, zone, bulk: known.Count == 0);
        var problems = new List<Problem>();
        var changes = 0;

        var files = content.Seminars();
        var changed = files.Where(f => anew || !known.TryGetValue(f.Path, out var k) || k.Length != f.Length || k.Modified != f.Modified).ToList();
        var removed = 0;
        foreach (var gone in known.Keys.Except(files.Select(f => f.Path), StringComparer.Ordinal))
        {
            if (writer.Remove(gone)) removed++;
            rows.Run("DELETE FROM \"SourceFiles\" WHERE \"Path\" = $1", gone);
        }

        await TakeInAsync(changed);

        // A slug that has become free, or whose owner now stands later in order, goes to the first file that asks for it.
        var claimants = rows.Column<string>("""
            SELECT f."Path" FROM "SourceFiles" f WHERE f."SlugTaken"
            AND NOT EXISTS (SELECT 1 FROM "Seminars" s WHERE s."Slug" = f."Slug" AND s."Path" < f."Path") ORDER BY f."Path"
            """);
        if (claimants.Count > 0)
        {
            known.Clear();
            await TakeInAsync([.. files.Where(f => claimants.Contains(f.Path))]);
        }

        if (await new PeopleWriter(archive, rows, writer).TakeInAsync(content, problems, cancel)) changes++;
        changes += removed + (writer.RefreshSizes() ? 1 : 0) + (new PageWriter(rows).TakeIn(content) ? 1 : 0);
        writer.Finish();
        var version = state.Version + (changes > 0 || state.Version == 0 ? 1 : 0);
        rows.Run("UPDATE \"States\" SET \"Version\" = $1, \"SeededAt\" = $2, \"Zone\" = $3", version, clock.GetUtcNow().ToUnixTimeSeconds(), zone.Id);
        var seminars = await archive.Seminars.CountAsync(cancel);
        await transaction.CommitAsync(cancel);

        if (changes > 1000) SeminarWriter.Settle(connection);
        return new SeedReport(seminars, files.Count, changed.Count, writer.Written, removed, version, clock.GetElapsedTime(start), setAside, problems);

        async Task TakeInAsync(List<ContentEntry> entries)
        {
            var stamps = entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
            await foreach (var reading in content.ReadAsync(entries, cancel))
            {
                var before = known.GetValueOrDefault(reading.Path);
                var stamp = stamps[reading.Path];
                if (before is not null && before.Hash == reading.Hash && !anew)
                {
                    rows.Run("UPDATE \"SourceFiles\" SET \"Length\" = $2, \"Modified\" = $3 WHERE \"Path\" = $1", reading.Path, stamp.Length, stamp.Modified);
                    continue;
                }

                var found = reading.Problems.ToList();
                var taken = false;
                if (reading.Seminar is { } seminar)
                {
                    if (writer.OwnerOf(seminar.Slug) is { } owner && owner != seminar.Path)
                    {
                        taken = string.CompareOrdinal(owner, seminar.Path) < 0;
                        if (taken) found.Add(SlugTaken(seminar.Path, seminar.Slug, owner));
                        else problems.Add(writer.Displace(owner, SlugTaken(owner, seminar.Slug, seminar.Path)));
                    }

                    if (!taken) writer.Write(seminar);
                }

                rows.Put(new SourceFile
                {
                    Path = reading.Path,
                    Hash = reading.Hash,
                    Length = stamp.Length,
                    Modified = stamp.Modified,
                    Slug = reading.Seminar?.Slug ?? before?.Slug,
                    SlugTaken = taken,
                    Problems = found.Count == 0 ? null : JsonSerializer.Serialize(found),
                });
                problems.AddRange(found);
                changes++;
            }
        }
    }

    private static Problem SlugTaken(string path, string slug, string owner) => new(
        "content/" + path, 1, 1, Severity.Error, "slug-taken",
        $"The address /seminars/{slug}/ already belongs to content/{owner}.",
        $"give one of the two files another address, with a line of its own between the --- lines:  slug: {slug}-2", null);
}
