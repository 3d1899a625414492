using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Files every speaker under the person they are, as <see cref="WhoIsWho"/> says, and keeps what people files say about them.</summary>
internal sealed class PeopleWriter(Archive archive, RowWriter rows, SeminarWriter seminars)
{
    private static readonly string[] Rules = [Content.Rules.PersonTwice.Name, Content.Rules.PersonAliasTaken.Name, Content.Rules.OrcidDiffers.Name, Content.Rules.SpeakerUnsure.Name];

    private readonly HashSet<string> _changedFiles = new(StringComparer.Ordinal);
    private readonly HashSet<int> _toIndex = [];
    private bool _any;

    /// <summary>
    /// True when a page could look different. All speakers are looked at together, so that the answer does not depend on what was known before;
    /// only what differs is written.
    /// </summary>
    /// <param name="content">Null when no people file has changed.</param>
    /// <param name="problems">Receives those of changed people files, and those between files that were not there before.</param>
    public async Task<bool> TakeInAsync(ContentFolder? content, List<Problem> problems, CancellationToken cancel)
    {
        if (content is not null) TakeInFiles(content, problems);
        if (_changedFiles.Count == 0 && !seminars.Changed) return false;

        var files = await archive.PeopleFiles.OrderBy(f => f.Path).ToListAsync(cancel);
        var speakers = rows.Rows(
            """
            SELECT x."SeminarId", x."Position", x."PersonId", x."PersonSlug", s."Path", x."Name", x."NameSlug", x."Orcid"
            FROM "SeminarSpeaker" x JOIN "Seminars" s ON s."Id" = x."SeminarId" ORDER BY s."Path", x."Position"
            """,
            r => new Filed(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetString(3), new PrintedSpeaker(r.GetString(4), r.GetString(5), r.GetString(6), r.IsDBNull(7) ? null : r.GetString(7))));
        var who = WhoIsWho.Of([.. files.Select(f => f.ToContent())], [.. speakers.Select(s => s.Printed)]);

        Refile(speakers, who);
        var ids = Describe(who);
        Index(speakers, who);
        Redirect(who, ids);
        Report(who, problems);
        return _any || _changedFiles.Count > 0;
    }

    private void TakeInFiles(ContentFolder content, List<Problem> problems)
    {
        var (entries, closed) = content.People();
        problems.AddRange(closed.Select(FolderProblems.Closed));
        var known = rows.Rows("SELECT \"Path\", \"Hash\", \"Length\", \"Modified\", \"Slug\" FROM \"SourceFiles\" WHERE \"Path\" LIKE 'people/%'",
            r => (Path: r.GetString(0), Hash: r.GetString(1), Length: r.GetInt64(2), Modified: r.GetInt64(3), Slug: r.IsDBNull(4) ? null : r.GetString(4))).ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var gone in known.Keys.Except(entries.Select(e => e.Path), StringComparer.Ordinal).Where(p => !closed.Any(c => p.StartsWith(c + "/", StringComparison.Ordinal))))
        {
            rows.Run("DELETE FROM \"SourceFiles\" WHERE \"Path\" = $1", gone);
            rows.Run("DELETE FROM \"PeopleFiles\" WHERE \"Path\" = $1", gone);
            _changedFiles.Add(gone);
        }

        var changed = entries.Where(e => !known.TryGetValue(e.Path, out var k) || k.Length != e.Length || k.Modified != e.Modified).ToDictionary(e => e.Path, StringComparer.Ordinal);
        foreach (var reading in content.ReadPeople(changed.Values))
        {
            var stamp = changed[reading.Path];
            var before = known.GetValueOrDefault(reading.Path);
            if (before.Hash == reading.Hash)
            {
                rows.Run("UPDATE \"SourceFiles\" SET \"Length\" = $2, \"Modified\" = $3 WHERE \"Path\" = $1", reading.Path, stamp.Length, stamp.Modified);
                continue;
            }

            rows.Put(new SourceFile
            {
                Path = reading.Path,
                Hash = reading.Hash,
                Length = stamp.Length,
                Modified = stamp.Modified,
                Slug = reading.Person?.Slug ?? before.Slug,
                Problems = Json(reading.Problems),
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
            _any = true;
        }
    }

    private Dictionary<string, int> Describe(WhoIsWho who)
    {
        var stored = rows.Rows("SELECT \"Slug\", \"Id\", \"File\", \"Variants\" FROM \"People\"", r => (Slug: r.GetString(0), Id: r.GetInt32(1), File: r.IsDBNull(2) ? null : r.GetString(2), Variants: r.GetString(3)))
            .ToDictionary(p => p.Slug, StringComparer.Ordinal);
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
    }

    private void Index(List<Filed> speakers, WhoIsWho who)
    {
        for (var i = 0; i < speakers.Count;)
        {
            var (start, seminar, several) = (i, speakers[i].SeminarId, false);
            for (; i < speakers.Count && speakers[i].SeminarId == seminar; i++) several |= who.Speakers[i].Variants.Count > 1;
            if (!_toIndex.Contains(seminar) && !(several && seminars.HasWritten(seminar))) continue;
            seminars.NameSpeakers(seminar, SpeakerWords.Of(Enumerable.Range(start, i - start).Select(n => (speakers[n].Printed.Name, who.Speakers[n].Variants))));
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
            var before = stored.TryGetValue(path, out var json) ? JsonSerializer.Deserialize<List<Problem>>(json)! : [];
            var own = before.Where(p => !Rules.Contains(p.Rule)).ToList();
            var between = now[path].ToList();
            if (before.Skip(own.Count).SequenceEqual(between)) continue;

            problems.AddRange(between.Except(before));
            rows.Run("UPDATE \"SourceFiles\" SET \"Problems\" = $2 WHERE \"Path\" = $1", path, Json([.. own, .. between]));
        }
    }

    private static string? Json(IReadOnlyList<Problem> problems) => problems.Count == 0 ? null : JsonSerializer.Serialize(problems);

    private readonly record struct Filed(int SeminarId, int Position, int PersonId, string PersonSlug, PrintedSpeaker Printed);
}
