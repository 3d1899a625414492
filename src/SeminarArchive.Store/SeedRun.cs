using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>One seeding, from the look into the content folder to the commit.</summary>
internal sealed class SeedRun : IAsyncDisposable
{
    // An archive of this size does not vanish in one go by an editor's hand; a share that is not mounted looks like that.
    private const int TooManyToVanish = 10;

    private readonly Archive _archive;
    private readonly ContentFolder _content;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _now;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly RowWriter _rows;
    private readonly SeminarWriter _writer;
    private readonly TimeZoneInfo _zone;
    private readonly Predecessor? _predecessor;
    private readonly List<Problem> _problems = [];
    // The files of which there is one among the problems.
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private Dictionary<string, SourceFile> _known = [];
    private HashSet<string> _gone = [];
    private Dictionary<string, string>? _goneByHash;
    private bool _anew;
    private int _changes;

    /// <param name="predecessor">The database to take over from what only it knows, or null.</param>
    public SeedRun(Archive archive, ContentFolder content, TimeZoneInfo zone, TimeProvider clock, string? predecessor)
    {
        (_archive, _content, _zone, _clock, _now) = (archive, content, zone, clock, clock.GetUtcNow());
        _connection = (SqliteConnection)archive.Database.GetDbConnection();
        using (var tune = _connection.CreateCommand())
        {
            tune.CommandText = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8192";
            tune.ExecuteNonQuery();
        }

        _transaction = _connection.BeginTransaction();
        archive.Database.UseTransaction(_transaction);
        _rows = new RowWriter(archive, _connection, _transaction);
        if (predecessor is not null)
        {
            _predecessor = Predecessor.Read(predecessor, _rows, _transaction, out var fault);
            Heritage = fault is null ? "what only it knew was taken over" : $"what only it knew, such as deleted seminars, could not be read ({fault})";
        }

        _writer = new SeminarWriter(_rows, content, zone, _now, bulk: _rows.Scalar("SELECT 1 FROM \"SourceFiles\" LIMIT 1") is null, _predecessor);
    }

    /// <summary>What became of what only the database before this one knew; null when there was none to ask.</summary>
    public string? Heritage { get; }

    public async Task<SeedReport> ApplyAsync(IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        var state = await _archive.States.SingleAsync(cancel);
        _anew = state.Zone != _zone.Id;
        if (_anew) only = null;
        var (files, total) = only is null ? await LookAsync(cancel) : await LookAtAsync(only, cancel);

        var different = files.Where(f => _anew || !_known.TryGetValue(f.Path, out var k) || k.Length != f.Length || k.Modified != f.Modified).ToList();
        await TakeInAsync(different, cancel);
        var removed = RemoveGone();
        await PromoteClaimantsAsync(cancel);

        if (await new PeopleWriter(_archive, _rows, _writer).TakeInAsync(only is null ? _content : null, _problems, cancel)) _changes++;
        _changes += removed;
        _writer.Finish();
        if (only is null && _writer.RefreshSizes()) _changes++;
        if (new PageWriter(_rows).TakeIn(_content)) _changes++;
        var seen = SetTimes(isFirst: state.Version == 0);

        var version = state.Version + (_changes > 0 || state.Version == 0 ? 1 : 0);
        if (version != state.Version)
        {
            var changed = state.Version == 0
                ? _rows.Scalar("SELECT max(\"At\") FROM (SELECT \"ChangedAt\" AS \"At\" FROM \"Seminars\" WHERE \"Status\" <> $1 UNION ALL SELECT \"RemovedAt\" FROM \"Tombstones\")", (int)SeminarStatus.Draft)
                : seen;
            _rows.Run("UPDATE \"States\" SET \"Version\" = $1, \"SeededAt\" = $2, \"Zone\" = $3, \"ChangedAt\" = $4, \"Digest\" = $5", version, _now.ToUnixTimeSeconds(), _zone.Id, changed ?? 0, Digest());
        }
        else if (only is null)
        {
            _rows.Run("UPDATE \"States\" SET \"SeededAt\" = $1", _now.ToUnixTimeSeconds());
        }

        var seminars = await _archive.Seminars.CountAsync(cancel);
        _predecessor?.Forget();
        var due = _rows.Scalar("SELECT min(\"DueAt\") FROM \"Seminars\"") is long at ? DateTimeOffset.FromUnixTimeSeconds(at) : (DateTimeOffset?)null;
        await _transaction.CommitAsync(cancel);

        if (_changes > 1000) SeminarWriter.Settle(_connection);
        return new SeedReport(seminars, total, different.Count, _writer.Written, removed, version, due, _problems);
    }

    // Who asked while a long seeding was under way could not see what it changes, and shall be told when they ask for what changed since.
    private long SetTimes(bool isFirst)
    {
        var (begun, done) = (_now.ToUnixTimeSeconds(), _clock.GetUtcNow().ToUnixTimeSeconds());
        if (isFirst || done <= begun || _changes == 0) return begun;

        _rows.Run("UPDATE \"Seminars\" SET \"ChangedAt\" = $2 WHERE \"ChangedAt\" = $1", begun, done);
        _rows.Run("UPDATE \"Tombstones\" SET \"RemovedAt\" = $2 WHERE \"RemovedAt\" = $1", begun, done);
        return done;
    }

    // Over all that answers are made of, so that two sites with the same files agree on it.
    private string Digest()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var sql in (string[])[
            """SELECT "Slug", "Key", "Hash", "Status", "ChangedAt" FROM "Seminars" ORDER BY "Slug" """,
            """SELECT "Path", "Hash" FROM "SourceFiles" WHERE "Path" >= 'people/' AND "Path" < 'people0' ORDER BY "Path" """,
            """SELECT "Path", "Title", "Html" FROM "ContentPages" ORDER BY "Path" """,
            """SELECT "Slug", "Key", "RemovedAt" FROM "Tombstones" ORDER BY "Slug" """])
        {
            foreach (var row in _rows.Each(sql))
            {
                for (var i = 0; i < row.FieldCount; i++) digest.AppendData(Encoding.UTF8.GetBytes(Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) + "\0"));
            }
        }

        digest.AppendData(Encoding.UTF8.GetBytes(_zone.Id));
        return Convert.ToHexString(digest.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        _rows.Dispose();
        await _transaction.DisposeAsync();
    }

    // Everything: what is known against what is there.
    private async Task<(IReadOnlyList<ContentEntry> Files, int Total)> LookAsync(CancellationToken cancel)
    {
        _known = await _archive.SourceFiles.AsNoTracking().Where(f => f.Path.StartsWith("seminars/")).ToDictionaryAsync(f => f.Path, StringComparer.Ordinal, cancel);
        var listing = _content.Look();
        var there = listing.Entries.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        if (there.Count == 0 && _known.Count >= TooManyToVanish)
        {
            _problems.Add(FolderProblems.Emptied(_known.Count));
        }
        else
        {
            foreach (var folder in listing.Closed) _problems.Add(FolderProblems.Closed(folder));
            if (_predecessor is not null && there.Count > 0)
            {
                foreach (var (path, hash, slug) in _predecessor.Files().Where(f => !there.Contains(f.Path))) _known[path] = new SourceFile { Path = path, Hash = hash, Slug = slug };
            }

            _gone = [.. _known.Keys.Where(p => !there.Contains(p) && !listing.Closed.Any(c => p.StartsWith(c + "/", StringComparison.Ordinal)))];
        }

        ForgetDue();
        return (listing.Entries, there.Count);
    }

    // Only the paths that something has happened to.
    private async Task<(IReadOnlyList<ContentEntry> Files, int Total)> LookAtAsync(IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        var entries = paths.Distinct(StringComparer.Ordinal).Select(_content.Find).OfType<ContentEntry>().OrderBy(e => e.Path, StringComparer.Ordinal).ToList();
        var there = entries.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var chunk in paths.Chunk(500))
        {
            foreach (var file in await _archive.SourceFiles.AsNoTracking().Where(f => chunk.Contains(f.Path)).ToListAsync(cancel)) _known[file.Path] = file;
        }

        _gone = [.. _known.Keys.Where(p => !there.Contains(p))];
        foreach (var due in ForgetDue())
        {
            if (there.Add(due) && _content.Find(due) is { } entry) entries.Add(entry);
        }

        return (entries, Convert.ToInt32(_rows.Scalar("SELECT count(*) FROM \"SourceFiles\" WHERE \"Path\" LIKE 'seminars/%'"), CultureInfo.InvariantCulture) + entries.Count - _known.Count);
    }

    // Seminars whose day of posting has come are read as if their files were new.
    private List<string> ForgetDue()
    {
        var due = _rows.Column<string>("SELECT \"Path\" FROM \"Seminars\" WHERE \"DueAt\" <= $1", _now.ToUnixTimeSeconds());
        foreach (var path in due) _known.Remove(path);
        return due;
    }

    private async Task TakeInAsync(IReadOnlyList<ContentEntry> entries, CancellationToken cancel)
    {
        var stamps = entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
        await foreach (var reading in _content.ReadAsync(entries, cancel))
        {
            var before = _known.GetValueOrDefault(reading.Path);
            var stamp = stamps[reading.Path];
            if (before is not null && before.Hash == reading.Hash && !_anew)
            {
                _rows.Run("UPDATE \"SourceFiles\" SET \"Length\" = $2, \"Modified\" = $3 WHERE \"Path\" = $1", reading.Path, stamp.Length, stamp.Modified);
                continue;
            }

            TakeIn(reading, stamp, before);
            _changes++;
        }
    }

    private void TakeIn(Reading reading, ContentEntry stamp, SourceFile? before)
    {
        // What was said of it in this seeding, by its reading before or by another file, was about how things stood then.
        if (_reported.Remove(reading.Path)) _problems.RemoveAll(p => p.File == "content/" + reading.Path);
        var found = reading.Problems.ToList();
        var taken = false;
        if (before is null && OriginOf(reading) is { } origin)
        {
            _writer.Move(origin, reading.Path);
            before = _known.GetValueOrDefault(origin);
        }

        if (reading.Seminar is { } seminar)
        {
            if ((_writer.OwnerOf(seminar.Slug) ?? GoneWith(seminar)) is { } owner && owner != seminar.Path)
            {
                if (_gone.Contains(owner) && _writer.Holds(seminar.Path)) _writer.Remove(owner, _now);
                else if (_gone.Contains(owner)) _writer.Move(owner, seminar.Path);
                else if (string.CompareOrdinal(owner, seminar.Path) < 0) taken = true;
                else Displace(owner, seminar);

                if (taken) found.Add(FolderProblems.SlugTaken(seminar.Path, seminar.Slug, owner));
            }

            if (!taken) _writer.Write(seminar, reading.Hash, new DateTimeOffset(stamp.Modified, TimeSpan.Zero));
        }

        _rows.Put(new SourceFile
        {
            Path = reading.Path,
            Hash = reading.Hash,
            Length = stamp.Length,
            Modified = stamp.Modified,
            Slug = reading.Seminar?.Slug ?? before?.Slug,
            SlugTaken = taken,
            Problems = found.Count == 0 ? null : JsonSerializer.Serialize(found),
        });
        _problems.AddRange(found);
        if (found.Count > 0) _reported.Add(reading.Path);
    }

    // The vanished file that had the slug in the database before this one.
    private string? GoneWith(SeminarFile seminar) => _predecessor?.PathOf(seminar.Slug) is { } owner && _gone.Contains(owner) ? owner : null;

    private void Displace(string owner, SeminarFile seminar)
    {
        _problems.Add(_writer.Displace(owner, FolderProblems.SlugTaken(owner, seminar.Slug, seminar.Path)));
        _reported.Add(owner);
    }

    // A file under a new name that holds what one vanished file and no other held, to the byte or by its id, is that file:
    // its old address will lead to the new one, and if it has errors its last good version stays.
    private string? OriginOf(Reading reading)
    {
        _goneByHash ??= _gone.Where(_known.ContainsKey).GroupBy(p => _known[p].Hash, StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0 && g.Count() == 1).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var origin = _goneByHash.GetValueOrDefault(reading.Hash)
            ?? (reading.Seminar?.Id is { } id ? _rows.Column<string>("SELECT \"Path\" FROM \"Seminars\" WHERE \"ExternalId\" = $1", id).Find(_gone.Contains) : null);
        if (origin is null || !_writer.Holds(origin)) return null;
        return reading.Seminar is { } seminar && _writer.OwnerOf(seminar.Slug) is { } owner && owner != origin ? null : origin;
    }

    private int RemoveGone()
    {
        var removed = 0;
        foreach (var path in _gone)
        {
            if (_writer.Remove(path, _now)) removed++;
            if (_rows.Run("DELETE FROM \"SourceFiles\" WHERE \"Path\" = $1", path) > 0) _changes++;
        }

        return removed;
    }

    // A slug that has become free, or whose owner now stands later in order, goes to the first file that asks for it.
    private async Task PromoteClaimantsAsync(CancellationToken cancel)
    {
        var claimants = _rows.Column<string>("""
            SELECT f."Path" FROM "SourceFiles" f WHERE f."SlugTaken"
            AND NOT EXISTS (SELECT 1 FROM "Seminars" s WHERE s."Slug" = f."Slug" AND s."Path" < f."Path") ORDER BY f."Path"
            """);
        if (claimants.Count == 0) return;

        foreach (var path in claimants) _known.Remove(path);
        _gone.Clear();
        _goneByHash = null;
        await TakeInAsync([.. claimants.Select(_content.Find).OfType<ContentEntry>()], cancel);
    }
}
