using System.Globalization;
using SeminarArchive.Content;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Store;

/// <summary>Writes seminars and all that hangs on them: headings, texts, the search index, counts.</summary>
/// <param name="beginning">With nothing, what must be unique is looked up in memory, and there are no indexes until <see cref="Settle"/>.</param>
internal sealed class SeminarWriter(RowWriter rows, ContentFolder content, SeminarsDigest digest, DateTimeOffset now, Beginning beginning)
{
    private readonly HeadingWriter _headings = new(rows, beginning == Beginning.Nothing);
    private readonly HashSet<int> _written = [];
    private readonly HashSet<long> _refiled = [];
    private readonly AddressWriter _addresses = new(rows);
    private readonly IndexWriter _index = new(rows);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private readonly bool _isCarriedOver = beginning == Beginning.CarriedOver;
    private bool _bulk = beginning == Beginning.Nothing;
    // Ids of seminars that are gone stay theirs, because their addresses are remembered by them.
    private int _next = beginning == Beginning.Nothing ? 0 : Math.Max(rows.Last("Seminars"), Math.Max(rows.Last("Tombstones", "SeminarId"), rows.Last("FormerSlugs", "SeminarId")));

    /// <summary>True when nothing that is worked out of all seminars together is there from before.</summary>
    public bool IsNew { get; } = beginning != Beginning.Known;

    /// <summary>Seminars added or changed so far.</summary>
    public int Written { get; private set; }

    /// <summary>True when a seminar has come, gone or changed.</summary>
    public bool Changed { get; private set; }

    public HeadingWriter Headings => _headings;

    /// <summary>The speakers of seminars that have come, gone or changed, as they were before and as they are now.</summary>
    public HashSet<string> TouchedNames { get; } = new(StringComparer.Ordinal);

    /// <summary>True when one of them has, or had, an iD, or was filed under another name than their own.</summary>
    public bool TouchedTies { get; private set; }

    /// <summary>To be called for a seminar one of whose speakers is filed under another person than before.</summary>
    public void Refiled(int id) => _refiled.Add(id);

    /// <summary>True when the seminar was added or changed.</summary>
    public bool HasWritten(int id) => _written.Contains(id);

    /// <summary>Path of the file whose seminar has the slug, or null.</summary>
    public string? OwnerOf(string slug) => _bulk ? _owners.GetValueOrDefault(slug) : (string?)rows.Scalar("SELECT \"Path\" FROM \"Seminars\" WHERE \"Slug\" = $1", slug);

    /// <summary>Whether the file has a seminar in the archive, perhaps from an earlier version of it.</summary>
    public bool Holds(string path) => rows.Scalar("SELECT 1 FROM \"Seminars\" WHERE \"Path\" = $1", path) is not null;

    /// <summary>Adds the seminar, or puts it in the place of what its file held before.</summary>
    public void Write(SeminarDraft draft)
    {
        var row = draft.Row;
        var before = _bulk ? null : Before(row.Path);
        // One that comes back to where it was is the same one.
        var (buried, grave) = before is null && !_bulk ? Buried(row.Slug) : default;
        var id = row.Id = Clear(row.Path) ?? grave ?? ++_next;
        row.WasPublic = row.Status == SeminarStatus.Draft && (before is { WasPublic: true } || buried is not null);
        row.Key = Free(row.ExternalId ?? before?.Key ?? buried ?? draft.FirstKey, id);
        if (_bulk)
        {
            _owners[row.Slug] = row.Path;
        }
        else
        {
            _addresses.Take(id, row.Key, row.Slug, before is { WasPublic: true } ? before.Slug : null);
            // Another version of the program is no change to what a seminar says.
            var isSame = _isCarriedOver && before is not null && (before.Hash, before.Slug, before.Status) == (row.Hash, row.Slug, row.Status);
            row.ChangedAt = isSame ? before!.ChangedAt : Math.Max(0, now.ToUnixTimeSeconds());
        }

        if (row.PostAddress is { } address && !IsFirstToClaim(AliasKey.From(address), id)) row.PostAddress = null;
        digest.Toggle(row.Slug, row.Key, row.Hash, row.Status, row.ChangedAt);
        rows.Put(row);
        foreach (var speaker in draft.Speakers)
        {
            speaker.SeminarId = id;
            speaker.PersonId = _headings.Under<Person>(new(speaker.NameSlug, speaker.Name), row, speaker);
            speaker.AffiliationId = speaker.AffiliationSlug is { } place ? _headings.Under<Affiliation>(new(place, speaker.Affiliation!), row) : null;
            rows.Put(speaker);
            if (!_bulk) TouchedNames.Add(speaker.NameSlug);
            TouchedTies |= speaker.Orcid is not null;
        }

        foreach (var author in draft.Authors) rows.Put(new SeminarAuthor { SeminarId = id, AuthorId = _headings.Under<Author>(author, row), Name = author.Name });
        foreach (var (i, category) in draft.Categories.Index()) rows.Put(new SeminarCategory { SeminarId = id, Position = i, CategoryId = _headings.Under<Category>(category, row), Name = category.Name });
        foreach (var tag in draft.Tags) rows.Put(new SeminarTag { SeminarId = id, TagId = _headings.Under<Tag>(tag, row), Name = tag.Name });
        foreach (var resource in draft.Resources)
        {
            resource.SeminarId = id;
            rows.Put(resource);
        }

        foreach (var alias in draft.Aliases) rows.Put(new Alias { Address = alias, SeminarId = id });
        draft.Text.SeminarId = id;
        rows.Put(draft.Text);
        rows.Put(new SeminarSignature { SeminarId = id, Marks = draft.Marks });
        if (row.Status == SeminarStatus.Published) _index.Add(draft.Text, draft.Words);
        if (!_bulk) _written.Add(id);
        Changed = true;
        Written++;
    }

    /// <summary>Has all that was changed in this seeding say that it was at its end: who asked meanwhile could not see it, and shall be told when they ask for what changed since.</summary>
    public void Stamp(DateTimeOffset end)
    {
        foreach (var id in rows.Column<long>("SELECT \"Id\" FROM \"Seminars\" WHERE \"ChangedAt\" = $1", now.ToUnixTimeSeconds())) Date(id, end);
        rows.Run("UPDATE \"Tombstones\" SET \"RemovedAt\" = $2 WHERE \"RemovedAt\" = $1", now.ToUnixTimeSeconds(), end.ToUnixTimeSeconds());
    }

    /// <summary>Before the first seminar of a new database.</summary>
    public void Begin() => _index.Gather(begin: true);

    /// <summary>After the last one: from now on the database is as any other, which seminars are changed in one by one.</summary>
    /// <param name="addIndexes">Called when the headings are there.</param>
    public void Settle(Action addIndexes)
    {
        _bulk = false;
        _owners.Clear();
        _keys.Clear();
        _claimed.Clear();
        _headings.Settle();
        _index.Gather(begin: false);
        addIndexes();
    }

    /// <summary>After the last one, where seminars were carried over: those that were not written again, because their files have errors or cannot be reached, stay as they are.</summary>
    public void Complete()
    {
        foreach (var id in rows.Column<long>("SELECT \"Id\" FROM \"Seminars\"").Where(id => !_written.Contains((int)id)))
        {
            ToggleStored(id);
            _index.Add((int)id);
            _headings.Touch(id);
            _written.Add((int)id);
        }

        _index.Gather(begin: false);
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
        if (rows.Scalar("SELECT \"Id\" FROM \"Seminars\" WHERE \"Path\" = $1", path) is not long id) return false;
        _addresses.Bury(id, when);
        TakeOut(path);
        return true;
    }

    /// <summary>The file has another name now; its seminar stays the same one.</summary>
    public void Move(string from, string to) => rows.Run("UPDATE \"Seminars\" SET \"Path\" = $2 WHERE \"Path\" = $1", from, to);

    /// <summary>Takes the slug from a file that stands later in order, and records there why. The seminar at an address stays the same one, whichever file it is in.</summary>
    /// <param name="by">The file that has it from now on, and is about to be written.</param>
    public Problem Displace(string path, string by, Problem why)
    {
        if (Holds(by)) TakeOut(path);
        else Move(path, by);
        var known = SourceFile.ProblemsOf((string?)rows.Scalar("SELECT \"Problems\" FROM \"SourceFiles\" WHERE \"Path\" = $1", path));
        rows.Run("UPDATE \"SourceFiles\" SET \"SlugTaken\" = 1, \"Problems\" = $2 WHERE \"Path\" = $1", path, SourceFile.Json([.. known, why]));
        return why;
    }

    /// <summary>Looks again how large the files are that seminars point to; true when one has changed, come or gone.</summary>
    /// <param name="changed">Paths of files that are others now, be they as long as before or not.</param>
    public bool RefreshSizes(HashSet<string> changed)
    {
        var sizes = content.Sizes();
        var others = new List<(long Id, long Position, long? Size)>();
        foreach (var row in rows.Each("SELECT \"SeminarId\", \"Position\", \"Url\", \"Size\" FROM \"SeminarResource\" WHERE \"Url\" LIKE '/%'"))
        {
            var there = sizes.Of(row.GetString(2));
            if (there != (row.IsDBNull(3) ? null : row.GetInt64(3)) || changed.Contains(FileSizes.PathOf(row.GetString(2)))) others.Add((row.GetInt64(0), row.GetInt64(1), there));
        }

        foreach (var (id, position, size) in others)
        {
            rows.Run("UPDATE \"SeminarResource\" SET \"Size\" = $3 WHERE \"SeminarId\" = $1 AND \"Position\" = $2", id, position, size);
            Date(id, now);
        }

        foreach (var id in others.Select(o => o.Id).Distinct())
        {
            var resources = rows.Rows("SELECT \"Type\", \"Url\", \"Size\" FROM \"SeminarResource\" WHERE \"SeminarId\" = $1",
                r => new SeminarResource { Type = r.GetString(0), Url = r.GetString(1), Size = r.IsDBNull(2) ? null : r.GetInt64(2) }, id);
            rows.Run("UPDATE \"Seminars\" SET \"HasSlides\" = $2, \"HasRecording\" = $3 WHERE \"Id\" = $1", id, SeminarResource.Offers(resources, "slides"), SeminarResource.Offers(resources, "recording"));
        }

        return others.Count > 0;
    }

    /// <summary>Counts the headings that were touched anew, dates the seminars that other systems are told something else of for it, and completes the search index.</summary>
    public void Finish()
    {
        var others = _headings.Recount();
        others.UnionWith(_refiled);
        // What a new database finds is how things are, and no change.
        if (!IsNew)
        {
            foreach (var id in others) Date(id, now, onlyPublished: true);
        }

        _index.Finish(anew: IsNew);
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
        if (_bulk || rows.Scalar("SELECT \"Id\" FROM \"Seminars\" WHERE \"Path\" = $1", path) is not long id) return null;

        if (!_isCarriedOver || _written.Contains((int)id))
        {
            ToggleStored(id);
            _index.Remove((int)id);
        }

        _headings.Touch(id);
        foreach (var (name, tied) in rows.Rows("SELECT \"NameSlug\", \"Orcid\" IS NOT NULL OR \"NameSlug\" <> \"PersonSlug\" FROM \"SeminarSpeaker\" WHERE \"SeminarId\" = $1", r => (r.GetString(0), r.GetBoolean(1)), id))
        {
            TouchedNames.Add(name);
            TouchedTies |= tied;
        }

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
        "SELECT \"Key\", \"Slug\", \"Status\", \"WasPublic\", \"Hash\", \"ChangedAt\" FROM \"Seminars\" WHERE \"Path\" = $1",
        r => new Earlier(r.GetString(0), r.GetString(1), (SeminarStatus)r.GetInt32(2), r.GetBoolean(3), r.GetString(4), r.GetInt64(5)), path) is [var one] ? one : null;

    // The key and the id of the seminar that stood at the address, by which the addresses are remembered that it had before; the id where nobody has it.
    private (string? Key, int? Id) Buried(string slug) => rows.Rows(
        "SELECT t.\"Key\", t.\"SeminarId\", EXISTS (SELECT 1 FROM \"Seminars\" s WHERE s.\"Id\" = t.\"SeminarId\") FROM \"Tombstones\" t WHERE t.\"Slug\" = $1",
        r => (r.GetString(0), r.GetBoolean(2) ? (int?)null : r.GetInt32(1)), slug) is [var one] ? one : default((string?, int?));

    // Of two that claim one address, the first has it, as with every alias.
    private bool IsFirstToClaim(string address, int id) =>
        _bulk ? _claimed.Add(address) : rows.Scalar("SELECT 1 FROM \"Aliases\" WHERE \"Address\" = $1 AND \"SeminarId\" <> $2", address, id) is null;

    // Of two that claim one key, the second gets a number.
    private string Free(string wanted, int id)
    {
        var key = wanted;
        for (var n = 2; IsTaken(key); n++) key = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}");
        return key;

        bool IsTaken(string one) => _bulk ? !_keys.Add(one) : rows.Scalar("SELECT 1 FROM \"Seminars\" WHERE \"Key\" = $1 AND \"Id\" <> $2", one, id) is not null;
    }

    /// <param name="onlyPublished">Deleted records keep the time of their deletion.</param>
    private void Date(long id, DateTimeOffset at, bool onlyPublished = false)
    {
        var (slug, key, hash, status, changed) = Stored(id);
        if (onlyPublished && status != SeminarStatus.Published) return;
        digest.Toggle(slug, key, hash, status, changed);
        rows.Run("UPDATE \"Seminars\" SET \"ChangedAt\" = $2 WHERE \"Id\" = $1", id, at.ToUnixTimeSeconds());
        digest.Toggle(slug, key, hash, status, at.ToUnixTimeSeconds());
    }

    // A seminar as it is stored is reckoned in, or out.
    private void ToggleStored(long id)
    {
        var (slug, key, hash, status, changed) = Stored(id);
        digest.Toggle(slug, key, hash, status, changed);
    }

    private (string Slug, string Key, string Hash, SeminarStatus Status, long ChangedAt) Stored(long id) =>
        rows.Rows("SELECT \"Slug\", \"Key\", \"Hash\", \"Status\", \"ChangedAt\" FROM \"Seminars\" WHERE \"Id\" = $1",
            r => (r.GetString(0), r.GetString(1), r.GetString(2), (SeminarStatus)r.GetInt32(3), r.GetInt64(4)), id)[0];

    // A seminar as the archive had it before.
    private sealed record Earlier(string Key, string Slug, SeminarStatus Status, bool IsDraftAgain, string Hash, long ChangedAt)
    {
        // What has been published or withdrawn at some time.
        public bool WasPublic => Status != SeminarStatus.Draft || IsDraftAgain;
    }
}
