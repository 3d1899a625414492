using System.Globalization;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>
/// What every answer of a while depends on: the state of the archive, and which seminars are past or have begun. Two moments with the same
/// <see cref="Name"/> give the same answers.
/// </summary>
/// <param name="Version">Of the archive.</param>
/// <param name="Name">Made from the content alone: the same in two archives with the same files.</param>
/// <param name="ChangedAt">When an answer could last have changed: a change was taken in, or a seminar began or became a past one.</param>
/// <param name="Until">When the next seminar begins or becomes a past one; the end of time when there is none.</param>
public sealed record ArchiveMoment(long Version, string Name, DateTimeOffset ChangedAt, DateTimeOffset Until);

/// <summary>Tells the moment, and asks the database for it only when it may be another.</summary>
public sealed class ArchiveMoments
{
    private readonly ArchiveFile _file;
    private readonly TimeProvider _clock;
    private readonly Lock _keeping = new();
    private volatile ArchiveMoment? _kept;
    private int _changes;

    public ArchiveMoments(ArchiveFile file, Seeder seeder, TimeProvider clock)
    {
        (_file, _clock) = (file, clock);
        seeder.Rebuilding += (_, _) => Forget();
        seeder.Seeded += (_, seeding) => { if (_kept?.Version != seeding.Report.Version) Forget(); };
    }

    /// <summary>Raised when the moment that was told is no longer the present one because the archive has changed.</summary>
    public event EventHandler? Passed;

    /// <summary>As of now; null while there is no archive.</summary>
    public ArchiveMoment? Now()
    {
        var now = _clock.GetUtcNow();
        if (_kept is { } kept && now < kept.Until) return kept;

        var changes = Volatile.Read(ref _changes);
        var asked = Ask(now);
        lock (_keeping)
        {
            // What was asked for before a change must not stand for what came after it.
            if (changes == _changes) _kept = asked;
        }

        return asked;
    }

    /// <summary>Has all that answers are made of looked at anew: the moment that was told is the present one no longer, though it may be told again by the same name.</summary>
    public void Forget()
    {
        lock (_keeping)
        {
            _changes++;
            _kept = null;
        }

        Passed?.Invoke(this, EventArgs.Empty);
    }

    private ArchiveMoment? Ask(DateTimeOffset now)
    {
        if (!_file.Exists) return null;

        using var archive = _file.OpenRead();
        using var state = archive.Ask("""
            SELECT "Version", "Digest", "ChangedAt",
                (SELECT max("EndsAt") FROM "Seminars" WHERE "Status" = $1 AND "EndsAt" <= $2), (SELECT min("EndsAt") FROM "Seminars" WHERE "Status" = $1 AND "EndsAt" > $2),
                (SELECT max("BeginsAt") FROM "Seminars" WHERE "Status" = $1 AND "EndsAt" > $2 AND "BeginsAt" <= $2), (SELECT min("BeginsAt") FROM "Seminars" WHERE "Status" = $1 AND "EndsAt" > $2 AND "BeginsAt" > $2)
            FROM "States" WHERE "Version" > 0
            """, (int)SeminarStatus.Published, now.ToUnixTimeSeconds());
        if (!state.Read()) return null;

        // The index has those that are not over, which are few. Of the others, the beginning lies before an end that has passed.
        var passed = Math.Max(Second(3) ?? 0, Second(5) ?? 0);
        var next = Math.Min(Second(4) ?? long.MaxValue, Second(6) ?? long.MaxValue);
        return new ArchiveMoment(
            state.GetInt64(0),
            string.Create(CultureInfo.InvariantCulture, $"{state.GetString(1)}-{passed}"),
            DateTimeOffset.FromUnixTimeSeconds(Math.Max(state.GetInt64(2), passed)),
            next == long.MaxValue ? DateTimeOffset.MaxValue : DateTimeOffset.FromUnixTimeSeconds(next));

        long? Second(int ordinal) => state.IsDBNull(ordinal) ? null : state.GetInt64(ordinal);
    }
}
