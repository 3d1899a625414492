using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SeminarArchive.Content;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Store;

/// <summary>Writes seminars and all that hangs on them: headings, texts, the search index, counts.</summary>
/// <param name="bulk">True when the archive is empty: the search index is then built once, in <see cref="Finish"/>.</param>
/// <param name="predecessor">The database in whose place this one is; null when there is none, or its knowledge has been taken over already.</param>
internal sealed class SeminarWriter(RowWriter rows, ContentFolder content, TimeZoneInfo zone, DateTimeOffset now, bool bulk, Predecessor? predecessor)
{
    private readonly HeadingWriter _headings = new(rows);
    private readonly HashSet<int> _written = [];
    private readonly AddressWriter _addresses = new(rows);
    private readonly IndexWriter _index = new(rows, bulk);
    // Ids of seminars that are gone stay theirs, because their addresses are remembered by them.
    private int _next = Math.Max(Math.Max(rows.Last("Seminars"), predecessor?.LastId ?? 0), Math.Max(rows.Last("Tombstones", "SeminarId"), rows.Last("FormerSlugs", "SeminarId")));

    /// <summary>Seminars added or changed so far.</summary>
    public int Written { get; private set; }

    /// <summary>True when a seminar has come, gone or changed.</summary>
    public bool Changed { get; private set; }

    public HeadingWriter Headings => _headings;

    /// <summary>True when the seminar was added or changed.</summary>
    public bool HasWritten(int id) => _written.Contains(id);

    /// <summary>Path of the file whose seminar has the slug, or null.</summary>
    public string? OwnerOf(string slug) => (string?)rows.Scalar("SELECT \"Path\" FROM \"Seminars\" WHERE \"Slug\" = $1", slug);

    /// <summary>Whether the file has a seminar in the archive, perhaps from an earlier version of it.</summary>
    public bool Holds(string path) => rows.Scalar("SELECT 1 FROM \"Seminars\" WHERE \"Path\" = $1", path) is not null || predecessor?.At(path) is not null;

    /// <summary>Adds the seminar, or puts it in the place of what its file held before.</summary>
    /// <param name="hash">Of the file's bytes.</param>
    /// <param name="written">When the file was last written to.</param>
    public void Write(SeminarFile seminar, string hash, DateTimeOffset written)
    {
        var before = bulk ? predecessor?.At(seminar.Path) : Before(seminar.Path);
        // One that comes back to where it was is the same one.
        var buried = before is null && !(bulk && predecessor is null) ? (string?)rows.Scalar("SELECT \"Key\" FROM \"Tombstones\" WHERE \"Slug\" = $1", seminar.Slug) : null;
        var id = Clear(seminar.Path) ?? before?.Id ?? ++_next;
        var ends = SeminarZone.EndOf(seminar, zone);
        var due = seminar.Status == SeminarStatus.Published && seminar.Posted is { } posted && SeminarZone.At(posted, TimeOnly.MinValue, zone) is var day && day > now
            ? day.ToUnixTimeSeconds()
            : (long?)null;
        var status = due is null ? seminar.Status : SeminarStatus.Draft;
        var key = KeyOf(seminar, id, before?.Key ?? buried);
        if (!bulk || predecessor is not null) _addresses.Take(id, key, seminar.Slug, before is { IsDraft: false } ? before.Slug : null);
        var time = seminar.Time is { } t ? (t.Hour * 100) + t.Minute : 0;
        rows.Put(new Seminar
        {
            Id = id,
            Path = seminar.Path,
            Slug = seminar.Slug,
            ExternalId = seminar.Id,
            Key = key,
            Hash = hash,
            Title = seminar.Title,
            OriginalTitle = seminar.OriginalTitle,
            DateKey = seminar.Date.Key,
            EndDateKey = seminar.EndDate?.Key,
            SortKey = (seminar.Date.Key * 10000L) + time,
            Year = seminar.Date.Year,
            Month = seminar.Date.Month ?? 0,
            Time = seminar.Time,
            EndTime = seminar.EndTime,
            TimeZone = seminar.TimeZone,
            EndsAt = ends.ToUnixTimeSeconds(),
            Location = seminar.Location,
            Language = seminar.Language,
            Posted = seminar.Posted,
            Updated = seminar.Updated,
            ChangedAt = ChangedAt(seminar, hash, written, before, isDraft: status == SeminarStatus.Draft),
            WasPublic = status == SeminarStatus.Draft && (before is { WasPublic: true } || buried is not null),
            Status = status,
            DueAt = due,
            Reason = seminar.Reason,
            Summary = seminar.Summary,
            HasSlides = seminar.Resources.Any(r => r.Type == "slides"),
            HasRecording = seminar.Resources.Any(r => r.Type == "recording"),
        });

        var people = seminar.Speakers.Select(s => PersonName.Parse(s.Name)).ToList();
        for (var i = 0; i < people.Count; i++)
        {
            var speaker = seminar.Speakers[i];
            var slug = HeadingWriter.SlugOf(people[i].Full, people[i].Slug);
            var place = speaker.Affiliation is { } affiliation ? HeadingWriter.SlugOf(affiliation) : null;
            rows.Put(new SeminarSpeaker
            {
                SeminarId = id,
                Position = i,
                PersonId = _headings.IdOf<Person>(people[i].Full, slug),
                NameSlug = slug,
                PersonSlug = slug,
                Name = people[i].Full,
                Affiliation = speaker.Affiliation,
                AffiliationId = place is null ? null : _headings.IdOf<Affiliation>(speaker.Affiliation!, place),
                AffiliationSlug = place,
                Url = speaker.Url,
                Orcid = speaker.Orcid,
            });
        }

        foreach (var (author, name) in Named<Author>(seminar.Authors)) rows.Put(new SeminarAuthor { SeminarId = id, AuthorId = author, Name = name });
        foreach (var (category, name) in Named<Category>(seminar.Categories)) rows.Put(new SeminarCategory { SeminarId = id, CategoryId = category, Name = name });
        foreach (var (tag, name) in Named<Tag>(seminar.Tags)) rows.Put(new SeminarTag { SeminarId = id, TagId = tag, Name = name });
        for (var i = 0; i < seminar.Resources.Count; i++)
        {
            var r = seminar.Resources[i];
            rows.Put(new SeminarResource { SeminarId = id, Position = i, Type = r.Type, Label = r.Label, Url = r.Url, Size = content.SizeOf(r.Url) });
        }

        foreach (var alias in seminar.Aliases.Select(AliasKey.From)) rows.Run("INSERT OR IGNORE INTO \"Aliases\" (\"Address\", \"SeminarId\") VALUES ($1, $2)", alias, id);
        var text = new SeminarText
        {
            SeminarId = id,
            AbstractHtml = seminar.AbstractHtml,
            Title = seminar.Title,
            Affiliations = string.Join(", ", seminar.Speakers.Select(s => s.Affiliation).OfType<string>().Distinct(StringComparer.Ordinal)),
            Categories = string.Join(", ", seminar.Categories),
            Tags = string.Join(", ", seminar.Tags),
            Abstract = seminar.AbstractText,
        };
        text.Also = IndexWriter.AlsoOf(seminar, text);
        text.Speakers = SpeakerWords.Of(people.Select(p => (p.Full, (IReadOnlyList<string>)[])));
        rows.Put(text);
        rows.Put(new SeminarSignature { SeminarId = id, Marks = Signature.Of(text.Title, seminar.Tags, text.Abstract).ToBytes() });
        _index.Add(id);
        _written.Add(id);
        Changed = true;
        Written++;
    }

    /// <summary>Has the seminar found by these names of its speakers.</summary>
    public void NameSpeakers(int id, string names)
    {
        if (rows.Scalar("SELECT 1 FROM \"SeminarText\" WHERE \"SeminarId\" = $1 AND \"Speakers\" = $2", id, names) is not null) return;
        _index.Remove(id);
        rows.Run("UPDATE \"SeminarText\" SET \"Speakers\" = $2 WHERE \"SeminarId\" = $1", id, names);
        _index.Add(id);
    }

    /// <summary>Takes away what the file held and leaves a tombstone at its address; false when it held nothing.</summary>
    public bool Remove(string path, DateTimeOffset when)
    {
        if (rows.Scalar("SELECT \"Id\" FROM \"Seminars\" WHERE \"Path\" = $1", path) is not long id) return predecessor?.Bury(path, when) ?? false;
        _addresses.Bury(id, when);
        TakeOut(path);
        return true;
    }

    /// <summary>The file has another name now; its seminar stays the same one.</summary>
    public void Move(string from, string to)
    {
        rows.Run("UPDATE \"Seminars\" SET \"Path\" = $2 WHERE \"Path\" = $1", from, to);
        predecessor?.Move(from, to);
    }

    /// <summary>Takes the slug from a file that stands later in order, and records there why.</summary>
    public Problem Displace(string path, Problem why)
    {
        TakeOut(path);
        rows.Run("UPDATE \"SourceFiles\" SET \"SlugTaken\" = 1, \"Problems\" = $2 WHERE \"Path\" = $1", path, JsonSerializer.Serialize(new[] { why }));
        return why;
    }

    /// <summary>Looks again how large the files are that seminars point to; true when one has changed, come or gone.</summary>
    public bool RefreshSizes()
    {
        var any = false;
        foreach (var (id, position, url, size) in rows.Rows(
            "SELECT \"SeminarId\", \"Position\", \"Url\", \"Size\" FROM \"SeminarResource\" WHERE \"Url\" LIKE '/%'",
            r => (r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.IsDBNull(3) ? (long?)null : r.GetInt64(3))))
        {
            var there = content.SizeOf(url);
            if (there == size) continue;
            rows.Run("UPDATE \"SeminarResource\" SET \"Size\" = $3 WHERE \"SeminarId\" = $1 AND \"Position\" = $2", id, position, there);
            rows.Run("UPDATE \"Seminars\" SET \"ChangedAt\" = $2 WHERE \"Id\" = $1", id, now.ToUnixTimeSeconds());
            any = true;
        }

        return any;
    }

    /// <summary>Counts the headings that were touched anew, and completes the search index.</summary>
    public void Finish()
    {
        _headings.Recount();
        _index.Finish();
    }

    /// <summary>After a large change: statistics for the planner, and the log emptied into the file.</summary>
    public static void Settle(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    private void TakeOut(string path)
    {
        if (Clear(path) is not { } id) return;
        rows.Run("DELETE FROM \"Seminars\" WHERE \"Id\" = $1", id);
        Changed = true;
    }

    // Empties the seminar that a file held, all but its own row, and returns its id.
    private int? Clear(string path)
    {
        if (bulk || rows.Scalar("SELECT \"Id\" FROM \"Seminars\" WHERE \"Path\" = $1", path) is not long id) return null;

        _index.Remove((int)id);
        _headings.Touch(id);
        rows.Run("DELETE FROM \"SeminarSpeaker\" WHERE \"SeminarId\" = $1", id);
        rows.Run("DELETE FROM \"SeminarAuthor\" WHERE \"SeminarId\" = $1", id);
        rows.Run("DELETE FROM \"SeminarCategory\" WHERE \"SeminarId\" = $1", id);
        rows.Run("DELETE FROM \"SeminarTag\" WHERE \"SeminarId\" = $1", id);
        rows.Run("DELETE FROM \"SeminarResource\" WHERE \"SeminarId\" = $1", id);
        rows.Run("DELETE FROM \"Aliases\" WHERE \"SeminarId\" = $1", id);
        rows.Run("DELETE FROM \"SeminarText\" WHERE \"SeminarId\" = $1", id);
        rows.Run("DELETE FROM \"SeminarSignature\" WHERE \"SeminarId\" = $1", id);
        return (int)id;
    }

    private Earlier? Before(string path) => rows.Rows(
        "SELECT \"Id\", \"Key\", \"Slug\", \"Hash\", \"ChangedAt\", \"Status\" = 1, \"Status\" <> 1 OR \"WasPublic\" FROM \"Seminars\" WHERE \"Path\" = $1",
        r => new Earlier(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4), r.GetBoolean(5), r.GetBoolean(6)), path) is [var one] ? one : null;

    // In a new database what was there before it: as its predecessor had it, or by its own dates.
    private long ChangedAt(SeminarFile seminar, string hash, DateTimeOffset written, Earlier? before, bool isDraft)
    {
        var isOld = bulk && (predecessor is null || (before is not null && before.Hash == hash && before.Slug == seminar.Slug && before.IsDraft == isDraft));
        return isOld && before?.ChangedAt is { } known ? known : Math.Max(0, (isOld ? AsOld(seminar, written) : now).ToUnixTimeSeconds());
    }

    // The editors' identifier if they gave one, else what it was called at first; of two that claim one key, the second gets a number.
    private string KeyOf(SeminarFile seminar, int id, string? before)
    {
        const string page = "/seminars/";
        var first = seminar.Aliases.FirstOrDefault(a => a.StartsWith(page, StringComparison.Ordinal) && !a.Contains('?', StringComparison.Ordinal))?[page.Length..].Trim('/');
        var wanted = seminar.Id ?? before ?? (first is { Length: > 0 } && !first.Contains('/', StringComparison.Ordinal) ? first : seminar.Slug);
        var key = wanted;
        for (var n = 2; rows.Scalar("SELECT 1 FROM \"Seminars\" WHERE \"Key\" = $1 AND \"Id\" <> $2", key, id) is not null || predecessor?.Reserves(key, seminar.Path) == true; n++) key = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}");
        return key;
    }

    // What its own dates say of a seminar that was there before the database; the file's time only where they all lie ahead,
    // since a copy of the folder has other times.
    private DateTimeOffset AsOld(SeminarFile seminar, DateTimeOffset written)
    {
        var said = new[] { seminar.Updated, seminar.Posted }.OfType<DateOnly>().Select(Midnight).Where(m => m <= now).DefaultIfEmpty(DateTimeOffset.MaxValue).Max();
        if (said <= now) return said;

        var held = Midnight(seminar.Date.First);
        return held <= now ? held : written < now ? written : now;

        DateTimeOffset Midnight(DateOnly day) => SeminarZone.At(day, TimeOnly.MinValue, zone);
    }

    private IEnumerable<(int Id, string Name)> Named<T>(IReadOnlyList<string> names)
        where T : Heading, new() => names.Where(n => Slug.From(n).Length > 0).Select(n => (Id: _headings.IdOf<T>(n), Name: n)).DistinctBy(n => n.Id);
}
