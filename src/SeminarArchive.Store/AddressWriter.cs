using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Keeps what becomes of addresses: the ones a seminar has left, and the ones whose seminar is gone.</summary>
internal sealed class AddressWriter(RowWriter rows)
{
    /// <summary>The seminar is about to stand at this slug; the one it had, if another, leads here from now on.</summary>
    public void Take(int seminar, string slug)
    {
        rows.Run("DELETE FROM \"Tombstones\" WHERE \"Slug\" = $1 OR \"SeminarId\" = $2", slug, seminar);
        rows.Run("DELETE FROM \"FormerSlugs\" WHERE \"Slug\" = $1", slug);
        if (rows.Scalar("SELECT \"Slug\" FROM \"Seminars\" WHERE \"Id\" = $1 AND \"Status\" <> $2", seminar, (int)SeminarStatus.Draft) is string before && before != slug)
        {
            rows.Put(new FormerSlug { Slug = before, SeminarId = seminar });
        }
    }

    /// <summary>The seminar's file is gone: what was published says so at its address for as long as the database lasts.</summary>
    public void Bury(long seminar, DateTimeOffset when) => rows.Run("""
        INSERT OR REPLACE INTO "Tombstones" ("Slug", "SeminarId", "Key", "Title", "DateKey", "Speakers", "RemovedAt")
        SELECT s."Slug", s."Id", s."Key", s."Title", s."DateKey",
            coalesce((SELECT group_concat(p."Name", ', ' ORDER BY p."Position") FROM "SeminarSpeaker" p WHERE p."SeminarId" = s."Id"), ''), $2
        FROM "Seminars" s WHERE s."Id" = $1 AND (s."Status" <> $3 OR s."WasPublic")
        """, seminar, when.ToUnixTimeSeconds(), (int)SeminarStatus.Draft);
}
