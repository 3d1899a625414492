using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Keeps what becomes of addresses: the ones a seminar has left, and the ones whose seminar is gone.</summary>
internal sealed class AddressWriter(RowWriter rows)
{
    /// <summary>
    /// The seminar is about to stand at this slug; the public one that it had before, if another, leads here from now on.
    /// Its own tombstone goes; that of another stays, out of sight, since programs know that one by its key.
    /// </summary>
    public void Take(int seminar, string key, string slug, string? before)
    {
        rows.Run("DELETE FROM \"Tombstones\" WHERE (\"Slug\" = $1 AND \"Key\" = $3) OR \"SeminarId\" = $2", slug, seminar, key);
        rows.Run("DELETE FROM \"FormerSlugs\" WHERE \"Slug\" = $1", slug);
        if (before is not null && before != slug) rows.Put(new FormerSlug { Slug = before, SeminarId = seminar });
    }

    /// <summary>The seminar's file is gone: what was published says so at its address for as long as the database lasts.</summary>
    public void Bury(long seminar, DateTimeOffset when) => rows.Run("""
        INSERT OR REPLACE INTO "Tombstones" ("Slug", "SeminarId", "Key", "Title", "DateKey", "Speakers", "Categories", "RemovedAt")
        SELECT s."Slug", s."Id", s."Key", s."Title", s."DateKey",
            coalesce((SELECT group_concat(p."Name", ', ' ORDER BY p."Position") FROM "SeminarSpeaker" p WHERE p."SeminarId" = s."Id"), ''),
            coalesce((SELECT group_concat(c."Slug", char(10)) FROM "SeminarCategory" l JOIN "Categories" c ON c."Id" = l."CategoryId" WHERE l."SeminarId" = s."Id"), ''), $2
        FROM "Seminars" s WHERE s."Id" = $1 AND (s."Status" <> $3 OR s."WasPublic")
        """, seminar, when.ToUnixTimeSeconds(), (int)SeminarStatus.Draft);
}
