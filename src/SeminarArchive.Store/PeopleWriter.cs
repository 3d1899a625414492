using Microsoft.Data.Sqlite;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Files every speaker under the person they are, as <see cref="WhoIsWho"/> says, and keeps what people files say about them.</summary>
internal sealed class PeopleWriter(RowWriter rows, SeminarWriter seminars)
{
    private const string Speakers = """
        SELECT x."SeminarId", x."Position", x."PersonId", x."PersonSlug", s."Path", x."Name", x."NameSlug", x."Orcid"
        FROM "SeminarSpeaker" x JOIN "Seminars" s ON s."Id" = x."SeminarId"
        """;

    private static readonly string[] Rules = [Content.Rules.PersonTwice.Name, Content.Rules.PersonAliasTaken.Name, Content.Rules.OrcidShared.Name, Content.Rules.OrcidDiffers.Name, Content.Rules.SpeakerUnsure.Name];

    private readonly HashSet<string> _changedFiles = new(StringComparer.Ordinal);
    private readonly HashSet<int> _toIndex = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private bool _any;

    /// <summary>
    /// True when a page could look different. All speakers are looked at together, so that the answer does not depend on what was known before;
    /// only what differs is written. Where names have nothing to do with any others, those alone are looked at.
    /// </summary>
    /// <param name="content">Null when no people file has changed.</param>
    /// <param name="problems">Receives those of changed people files, and those between files that were not there before.</param>
    /// <param name="folder">Receives those of the folder itself.</param>
    public bool TakeIn(ContentFolder? content, List<Problem> problems, List<Problem> folder)
    {
        if (content is not null) TakeInFiles(content, problems, folder);
        if (_changedFiles.Count == 0 && !seminars.Changed) return false;

        var files = rows.Rows("""SELECT "Path", "Slug", "Name", "Aliases", "OldAddresses", "Orcid", "Website", "Ignore", "BiographyHtml", "BiographyText" FROM "PeopleFiles" ORDER BY "Path" """, PeopleFile.From);
        if (_changedFiles.Count == 0 && AreAlone(files))
        {
            var some = seminars.TouchedNames.Order(StringComparer.Ordinal)
                .SelectMany(name => rows.Rows(Speakers + " WHERE x.\"PersonId\" = (SELECT \"Id\" FROM \"People\" WHERE \"Slug\" = $1) ORDER BY s.\"Path\", x.\"Position\"", Read, name)).ToList();
            var they = WhoIsWho.Of([], [.. some.Select(s => s.Printed)]);
            Describe(they, alone: true);
            Index(some, they);
            return _any;
        }

        var speakers = rows.Rows(Speakers + " ORDER BY s.\"Path\", x.\"Position\"", Read);
        var who = WhoIsWho.Of([.. files.Select(f => f.ToContent())], [.. speakers.Select(s => s.Printed)]);

        Refile(speakers, who);
        var ids = Describe(who);
        Index(speakers, who);
        Redirect(who, ids);
        Report(who, problems);
        return _any || _changedFiles.Count > 0;
    }

    // Names that stand nowhere beside an iD and in no people file, and that cannot be an address made by counting, are each a person of their own:
    // WhoIsWho ties names together by iDs and files only, and what it makes of others does not depend on these.
    private bool AreAlone(List<PeopleFile> files)
    {
        if (seminars.IsNew || seminars.TouchedTies || seminars.TouchedNames.Count > 200) return false;

        var known = files.SelectMany(f => f.Aliases.Append(f.Name).Select(n => PersonName.Parse(n).Slug).Append(f.Slug)).ToHashSet(StringComparer.Ordinal);
        return seminars.TouchedNames.All(name => !known.Contains(name) && !char.IsDigit(name[^1])
            && rows.Scalar("SELECT 1 FROM \"SeminarSpeaker\" WHERE \"NameSlug\" = $1 AND \"Orcid\" IS NOT NULL", name) is null);
    }

    // The same names come again and again.
    private Filed Read(SqliteDataReader row) => new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), Once(row.GetString(3)),
        new PrintedSpeaker(row.GetString(4), Once(row.GetString(5)), Once(row.GetString(6)), row.IsDBNull(7) ? null : Once(row.GetString(7))));

    private string Once(string text) => _texts.TryGetValue(text, out var same) ? same : _texts[text] = text;

    private void TakeInFiles(ContentFolder content, List<Problem> problems, List<Problem> folder)
    {
        var listing = content.People();
        folder.AddRange(listing.Closed.Select(FolderProblems.Closed).Concat(ContentAudit.OfLinks(listing)));
        var known = rows.Rows("SELECT \"Path\", \"Hash\", \"Length\", \"Modified\", \"Slug\" FROM \"SourceFiles\" WHERE \"Path\" LIKE 'people/%'",
            r => (Path: r.GetString(0), Hash: r.GetString(1), Length: r.GetInt64(2), Modified: r.GetInt64(3), Slug: r.IsDBNull(4) ? null : r.GetString(4))).ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var gone in known.Keys.Except(listing.Entries.Select(e => e.Path), StringComparer.Ordinal).Where(p => !listing.IsClosed(p)))
        {
            rows.Run("DELETE FROM \"SourceFiles\" WHERE \"Path\" = $1", gone);
            rows.Run("DELETE FROM \"PeopleFiles\" WHERE \"Path\" = $1", gone);
            _changedFiles.Add(gone);
        }

        var changed = listing.Entries.Where(e => !known.TryGetValue(e.Path, out var k) || k.Length != e.Length || k.Modified != e.Modified).ToDictionary(e => e.Path, StringComparer.Ordinal);
        foreach (var reading in content.ReadPeople(changed.Values))
        {
            var stamp = changed[reading.Path];
            var before = known.GetValueOrDefault(reading.Path);
            if (before.Hash == reading.Hash)
            {
                rows.Run("UPDATE \"SourceFiles\" SET \"Length\" = $2, \"Modified\" = $3 WHERE \"Path\" = $1", reading.Path, SourceFile.LengthOf(stamp, reading.Hash), stamp.Modified);
                continue;
            }

            rows.Put(new SourceFile
            {
                Path = reading.Path,
                Hash = reading.Hash,
                Length = SourceFile.LengthOf(stamp, reading.Hash),
                Modified = stamp.Modified,
                Slug = reading.Person?.Slug ?? before.Slug,
                Problems = SourceFile.Json(reading.Problems),
            });
            if (reading.Person is { } person) rows.Put(PeopleFile.From(person));
            problems.AddRange(reading.Problems);
            _changedFiles.Add(reading.Path);
        }
    }

    private void Refile(List<Filed> speakers, WhoIsWho who)
    {
        for (var i = 0; i < speakers.Count; i++)
        {
            var (filed, person) = (speakers[i], who.Speakers[i]);
            if (filed.PersonSlug == person.Slug) continue;

            seminars.Headings.Touch<Person>(filed.PersonId);
            rows.Run("UPDATE \"SeminarSpeaker\" SET \"PersonId\" = $3, \"PersonSlug\" = $4 WHERE \"SeminarId\" = $1 AND \"Position\" = $2",
                filed.SeminarId, filed.Position, seminars.Headings.IdOf<Person>(filed.Printed.Name, person.Slug), person.Slug);
            _toIndex.Add(filed.SeminarId);
            seminars.Refiled(filed.SeminarId);
            _any = true;
        }
    }

    private Dictionary<string, int> Describe(WhoIsWho who, bool alone = false)
    {
        const string people = """SELECT "Slug", "Id", "File", "Variants" FROM "People" """;
        var stored = (alone ? who.People.SelectMany(p => rows.Rows(people + "WHERE \"Slug\" = $1", Person, p.Slug)) : rows.Rows(people, Person)).ToDictionary(p => p.Slug, StringComparer.Ordinal);
        foreach (var person in who.People)
        {
            var (_, id, file, before) = stored[person.Slug];
            var variants = person.Variants.Count > 1 ? string.Join('\n', person.Variants) : "";
            if (variants == before && file == person.File?.Path && (file is null || !_changedFiles.Contains(file))) continue;

            rows.Run("UPDATE \"People\" SET \"File\" = $2, \"Variants\" = $3 WHERE \"Id\" = $1", id, person.File?.Path, variants);
            seminars.Headings.Touch<Person>(id);
            if (variants != before) _toIndex.UnionWith(rows.Column<long>("SELECT \"SeminarId\" FROM \"SeminarSpeaker\" WHERE \"PersonId\" = $1", id).Select(s => (int)s));
            _any = true;
        }

        return stored.ToDictionary(p => p.Key, p => p.Value.Id, StringComparer.Ordinal);

        static (string Slug, int Id, string? File, string Variants) Person(SqliteDataReader r) => (r.GetString(0), r.GetInt32(1), r.IsDBNull(2) ? null : r.GetString(2), r.GetString(3));
    }

    // Of seminars that are found by their speakers' other spellings, or no longer.
    private void Index(List<Filed> speakers, WhoIsWho who)
    {
        for (var i = 0; i < speakers.Count; i++)
        {
            if (who.Speakers[i].Variants.Count > 1 && seminars.HasWritten(speakers[i].SeminarId)) _toIndex.Add(speakers[i].SeminarId);
        }

        foreach (var seminar in _toIndex)
        {
            seminars.NameSpeakers(seminar, SpeakerWords.Of(rows.Rows(
                "SELECT x.\"Name\", p.\"Variants\" FROM \"SeminarSpeaker\" x JOIN \"People\" p ON p.\"Id\" = x.\"PersonId\" WHERE x.\"SeminarId\" = $1 ORDER BY x.\"Position\"",
                r => (r.GetString(0), (IReadOnlyList<string>)r.GetString(1).Split('\n', StringSplitOptions.RemoveEmptyEntries)), seminar)));
        }
    }

    private void Redirect(WhoIsWho who, Dictionary<string, int> ids)
    {
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in who.People)
        {
            foreach (var address in person.OldAddresses) wanted.TryAdd(AliasKey.From(address), ids[person.Slug]);
        }

        foreach (var (address, id) in rows.Rows("SELECT \"Address\", \"PersonId\" FROM \"PersonAliases\"", r => (r.GetString(0), r.GetInt32(1))))
        {
            if (wanted.TryGetValue(address, out var person) && person == id) wanted.Remove(address);
            else rows.Run("DELETE FROM \"PersonAliases\" WHERE \"Address\" = $1", address);
        }

        foreach (var (address, id) in wanted) rows.Put(new PersonAlias { Address = address, PersonId = id });
    }

    // Problems between files are kept with the file that each is about, after its own.
    private void Report(WhoIsWho who, List<Problem> problems)
    {
        var now = who.Problems.ToLookup(p => p.File["content/".Length..], StringComparer.Ordinal);
        var stored = rows.Rows("SELECT \"Path\", \"Problems\" FROM \"SourceFiles\" WHERE \"Problems\" IS NOT NULL", r => (Path: r.GetString(0), Problems: r.GetString(1))).ToDictionary(f => f.Path, f => f.Problems, StringComparer.Ordinal);
        foreach (var path in stored.Keys.Union(now.Select(g => g.Key), StringComparer.Ordinal))
        {
            var before = SourceFile.ProblemsOf(stored.GetValueOrDefault(path));
            var own = before.Where(p => !Rules.Contains(p.Rule)).ToList();
            var between = now[path].ToList();
            if (before.Skip(own.Count).SequenceEqual(between)) continue;

            problems.AddRange(between.Except(before));
            rows.Run("UPDATE \"SourceFiles\" SET \"Problems\" = $2 WHERE \"Path\" = $1", path, SourceFile.Json([.. own, .. between]));
        }
    }

    private readonly record struct Filed(int SeminarId, int Position, int PersonId, string PersonSlug, PrintedSpeaker Printed);
}
