using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What a seeding finds in the database.</summary>
internal enum Beginning
{
    /// <summary>What the seeding before has left.</summary>
    Known,

    /// <summary>No rows, and nobody reads from it.</summary>
    Nothing,

    /// <summary>Rows of a database that was set aside, by <see cref="ArchiveFile.CarryOver"/>; nobody reads from it.</summary>
    CarriedOver,
}

/// <summary>One seeding, from the look into the content folder to the commit.</summary>
internal sealed class SeedRun : IAsyncDisposable
{
    // An archive of this size does not vanish in one go by an editor's hand; a share that is not mounted looks like that.
    private const int TooManyToVanish = 10;

    private readonly ContentFolder _content;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _now;
    // When what changes in this seeding is said to have changed: never before what changed last, though the clock may have been set back.
    private readonly DateTimeOffset _stamp;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly RowWriter _rows;
    private readonly SeminarWriter _writer;
    private readonly SeminarsDigest _digest;
    private readonly Drafting _drafting;
    private readonly TimeZoneInfo _zone;
    private readonly bool _isNew;
    private readonly bool _isCarriedOver;
    private readonly Action<int, int> _progress;
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _folder = [];
    // The files of which there is one among the problems.
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    // What is known of the files that were changed, or are gone.
    private readonly Dictionary<string, KnownFile> _known = new(StringComparer.Ordinal);
    private HashSet<string> _gone = [];
    private HashSet<string> _due = [];
    private Dictionary<string, string>? _goneByHash;
    private bool _anew;
    private int _changes;

    /// <param name="connection">Stays the caller's.</param>
    /// <param name="progress">Told now and then how many files are done, and of how many.</param>
    public SeedRun(SqliteConnection connection, ContentFolder content, TimeZoneInfo zone, TimeProvider clock, Beginning beginning, Action<int, int> progress)
    {
        (_connection, _content, _zone, _clock, _now, _progress) = (connection, content, zone, clock, clock.GetUtcNow(), progress);
        (_isNew, _isCarriedOver) = (beginning == Beginning.Nothing, beginning == Beginning.CarriedOver);
        _transaction = _connection.BeginTransaction();
        _rows = new RowWriter(_connection, _transaction);
        _digest = new SeminarsDigest((string)_rows.Scalar("SELECT \"SeminarsDigest\" FROM \"States\"")!);
        _stamp = NotBefore((long)_rows.Scalar("SELECT \"ChangedAt\" FROM \"States\"")!, _now);
        _writer = new SeminarWriter(_rows, content, _digest, _stamp, beginning);
        _drafting = new Drafting(content.Sizes(), zone, _now);
    }

    public async Task<SeedReport> ApplyAsync(IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        var (before, zone) = _rows.Rows("SELECT \"Version\", \"Zone\" FROM \"States\"", r => (r.GetInt64(0), r.GetString(1)))[0];
        _anew = _isCarriedOver || (zone != _zone.Id && !_isNew);
        if (_anew) only = null;
        var (different, total) = only is null ? Look() : LookAt(only);
        if (only is not null && total == 0 && _gone.Count > 0)
        {
            // As many as there were may be too many to believe.
            only = null;
            _known.Clear();
            _gone.Clear();
            (different, total) = Look();
        }

        if (_isNew || _isCarriedOver) _writer.Begin();
        await TakeInAsync(different, cancel);
        if (_isNew) _writer.Settle(() => ArchiveFile.AddIndexes(_connection));
        var removed = RemoveGone();
        if (!_isNew) await PromoteClaimantsAsync(cancel);
        if (_isCarriedOver)
        {
            _writer.Complete();
            // What could not be read now is to be read when it can.
            _rows.Run("UPDATE \"SourceFiles\" SET \"Hash\" = '' WHERE \"Length\" = -1");
        }


        if (new PeopleWriter(_rows, _writer).TakeIn(only is null ? _content : null, _problems, _folder)) _changes++;
        _changes += removed;
        _writer.Finish();
        var media = new MediaWriter(_rows, _content, _clock);
        if (only is null)
        {
            var listing = _content.Media();
            _folder.AddRange(listing.Closed.Select(FolderProblems.Closed).Concat(listing.Unread));
            var others = media.TakeIn(listing);
            if (!_isNew && _writer.RefreshSizes(others)) _changes++;
        }

        if (new PageWriter(_rows).TakeIn(_content, _problems)) _changes++;

        var version = before + (_changes > 0 || before == 0 ? 1 : 0);
        if (version != before)
        {
            var end = _isNew ? _now : NotBefore(_stamp.ToUnixTimeSeconds(), _clock.GetUtcNow());
            if (end.ToUnixTimeSeconds() > _stamp.ToUnixTimeSeconds()) _writer.Stamp(end);
            var changed = _isNew ? _rows.Scalar("SELECT max(\"ChangedAt\") FROM \"Seminars\" WHERE \"Status\" <> $1", (int)SeminarStatus.Draft) as long? ?? 0 : end.ToUnixTimeSeconds();
            if (_isNew) media.DateBySeminars(changed);
            _rows.Run("UPDATE \"States\" SET \"Version\" = $1, \"SeededAt\" = $2, \"Zone\" = $3, \"ChangedAt\" = $4, \"Digest\" = $5, \"SeminarsDigest\" = $6",
                version, _now.ToUnixTimeSeconds(), _zone.Id, changed, Digest(), _digest.ToString());
        }
        else if (only is null)
        {
            _rows.Run("UPDATE \"States\" SET \"SeededAt\" = $1", _now.ToUnixTimeSeconds());
        }

        var seminars = Convert.ToInt32(_rows.Scalar("SELECT count(*) FROM \"Seminars\" WHERE \"Status\" = $1", (int)SeminarStatus.Published), CultureInfo.InvariantCulture);
        var due = _rows.Scalar("SELECT min(\"DueAt\") FROM \"Seminars\"") is long at ? DateTimeOffset.FromUnixTimeSeconds(at) : (DateTimeOffset?)null;
        await _transaction.CommitAsync(cancel);

        if (_changes > 1000 && !_isNew && !_isCarriedOver) ArchiveFile.Settle(_connection);
        return new SeedReport(seminars, total, different.Count, _writer.Written, removed, version, due, _problems) { Folder = only is null ? [.. _folder.Distinct()] : null };
    }

    // Over all that answers are made of, so that two sites with the same files agree on it.
    private string Digest()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes(_digest.ToString()));
        foreach (var sql in (string[])[
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

    // Everything: what is known against what is there. Of files that are as they were, nothing is kept in memory.
    private (IReadOnlyList<ContentEntry> Different, int Total) Look()
    {
        var listing = _content.Look();
        _folder.AddRange(ContentAudit.OfLinks(listing));
        if (_isNew)
        {
            _folder.AddRange(listing.Closed.Select(FolderProblems.Closed));
            return (listing.Entries, listing.Entries.Count);
        }

        var due = Due();
        var there = listing.Entries.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var same = new HashSet<string>(StringComparer.Ordinal);
        var gone = new List<string>();
        var known = 0;
        foreach (var row in _rows.Each("SELECT \"Path\", \"Length\", \"Modified\", \"Hash\", \"Slug\" FROM \"SourceFiles\" WHERE \"Path\" >= 'seminars/' AND \"Path\" < 'seminars0'"))
        {
            known++;
            var path = row.GetString(0);
            if (!there.TryGetValue(path, out var entry)) gone.Add(path);
            else if (!_anew && !due.Contains(path) && entry.Length == row.GetInt64(1) && entry.Modified == row.GetInt64(2)) same.Add(entry.Path);
            if (!same.Contains(path)) _known[path] = KnownFile.From(row);
        }

        if (there.Count == 0 && known >= TooManyToVanish)
        {
            _folder.Add(FolderProblems.Emptied(known));
        }
        else
        {
            _folder.AddRange(listing.Closed.Select(FolderProblems.Closed));
            _gone = [.. gone.Where(p => !listing.IsClosed(p))];
        }

        return ([.. listing.Entries.Where(e => !same.Contains(e.Path))], there.Count);
    }

    // Only the paths that something has happened to.
    private (IReadOnlyList<ContentEntry> Different, int Total) LookAt(IReadOnlyCollection<string> paths)
    {
        var due = Due();
        var heard = paths.ToHashSet(StringComparer.Ordinal);
        var all = heard.Union(due, StringComparer.Ordinal).ToList();
        var entries = all.Select(_content.Find).OfType<ContentEntry>().OrderBy(e => e.Path, PathOrder.Instance).ToList();
        var there = entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
        var same = new HashSet<string>(StringComparer.Ordinal);
        var known = 0;
        foreach (var path in all)
        {
            foreach (var (stamp, file) in _rows.Rows("SELECT \"Path\", \"Length\", \"Modified\", \"Hash\", \"Slug\" FROM \"SourceFiles\" WHERE \"Path\" = $1", r => ((r.GetInt64(1), r.GetInt64(2)), KnownFile.From(r)), path))
            {
                known++;
                _known[path] = file;
                if (there.TryGetValue(path, out var entry))
                {
                    if (stamp == (entry.Length, entry.Modified) && !due.Contains(path)) same.Add(path);
                }
                else if (heard.Contains(path))
                {
                    _gone.Add(path);
                }
                else
                {
                    // Nothing was said of it; a look at everything will tell.
                    known--;
                }
            }
        }

        var total = Convert.ToInt32(_rows.Scalar("SELECT count(*) FROM \"SourceFiles\" WHERE \"Path\" >= 'seminars/' AND \"Path\" < 'seminars0'"), CultureInfo.InvariantCulture) + entries.Count - known;
        entries.RemoveAll(e => same.Contains(e.Path));
        return (entries, total);
    }

    private static DateTimeOffset NotBefore(long earliest, DateTimeOffset now) => now.ToUnixTimeSeconds() < earliest ? DateTimeOffset.FromUnixTimeSeconds(earliest) : now;

    // The files of seminars whose day of posting has come.
    private HashSet<string> Due() => _due = _rows.Column<string>("SELECT \"Path\" FROM \"Seminars\" WHERE \"DueAt\" <= $1", _now.ToUnixTimeSeconds()).ToHashSet(StringComparer.Ordinal);

    private async Task TakeInAsync(IReadOnlyList<ContentEntry> entries, CancellationToken cancel)
    {
        var done = 0;
        await foreach (var (stamp, reading, draft) in _content.ReadAsync(entries, Draft, cancel))
        {
            if (++done % 100 == 0) _progress(done, entries.Count);
            var before = _known.GetValueOrDefault(reading.Path);
            if (before is not null && before.Hash == reading.Hash && !_anew && !(draft is not null && _due.Contains(reading.Path)))
            {
                _rows.Run("UPDATE \"SourceFiles\" SET \"Length\" = $2, \"Modified\" = $3 WHERE \"Path\" = $1", reading.Path, SourceFile.LengthOf(stamp, reading.Hash), stamp.Modified);
                continue;
            }

            TakeIn(reading, draft, stamp, before);
            _changes++;
        }
    }

    // On any thread.
    private (ContentEntry Stamp, Reading Reading, SeminarDraft? Draft) Draft(ContentEntry stamp, Reading reading) =>
        (stamp, reading, reading.Seminar is { } seminar ? _drafting.Of(seminar, reading.Hash) : null);

    private void TakeIn(Reading reading, SeminarDraft? draft, ContentEntry stamp, KnownFile? before)
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
            if (_writer.OwnerOf(seminar.Slug) is { } owner && owner != seminar.Path)
            {
                if (_gone.Contains(owner) && _writer.Holds(seminar.Path)) _writer.Remove(owner, _stamp);
                else if (_gone.Contains(owner)) _writer.Move(owner, seminar.Path);
                else if (PathOrder.Instance.Compare(owner, seminar.Path) < 0) taken = true;
                else Displace(owner, seminar);

                if (taken) found.Add(FolderProblems.SlugTaken(seminar.Path, seminar.Slug, owner));
            }

            if (!taken) _writer.Write(draft!);
        }

        _rows.Put(new SourceFile
        {
            Path = reading.Path,
            Hash = reading.Hash,
            Length = SourceFile.LengthOf(stamp, reading.Hash),
            Modified = stamp.Modified,
            Slug = reading.Seminar?.Slug ?? before?.Slug,
            SlugTaken = taken,
            Problems = SourceFile.Json(found),
        });
        _problems.AddRange(found);
        if (found.Count > 0) _reported.Add(reading.Path);
    }

    private void Displace(string owner, SeminarFile seminar)
    {
        _problems.Add(_writer.Displace(owner, seminar.Path, FolderProblems.SlugTaken(owner, seminar.Slug, seminar.Path)));
        _reported.Add(owner);
    }

    // A file under a new name that holds what one vanished file and no other held, to the byte or by its id, is that file:
    // its old address will lead to the new one, and if it has errors its last good version stays.
    private string? OriginOf(Reading reading)
    {
        if (_gone.Count == 0) return null;

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
            if (_writer.Remove(path, _stamp)) removed++;
            if (_rows.Run("DELETE FROM \"SourceFiles\" WHERE \"Path\" = $1", path) > 0) _changes++;
        }

        return removed;
    }

    // A slug that has become free, or whose owner now stands later in order, goes to the first file that asks for it; which may free another.
    private async Task PromoteClaimantsAsync(CancellationToken cancel)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var claimants = _rows.Rows("""
                SELECT f."Path", s."Path" FROM "SourceFiles" f LEFT JOIN "Seminars" s ON s."Slug" = f."Slug" WHERE f."SlugTaken"
                """, r => (Claimant: r.GetString(0), Owner: r.IsDBNull(1) ? null : r.GetString(1)))
                .Where(claim => claim.Owner is null || PathOrder.Instance.Compare(claim.Claimant, claim.Owner) < 0)
                .Select(claim => claim.Claimant).Order(PathOrder.Instance).Where(asked.Add).ToList();
            if (claimants.Count == 0) return;

            foreach (var path in claimants) _known.Remove(path);
            _gone.Clear();
            _goneByHash = null;
            await TakeInAsync([.. claimants.Select(_content.Find).OfType<ContentEntry>()], cancel);
        }
    }

    // A file as it was when it was read last.
    private sealed record KnownFile(string Hash, string? Slug)
    {
        public static KnownFile From(SqliteDataReader row) => new(row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4));
    }
}
