using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Keeps account of slides, pictures and other files that are served as they are: of when each last became another.</summary>
internal sealed class MediaWriter(RowWriter rows, ContentFolder content, TimeProvider clock)
{
    /// <summary>Takes in all of them, as <see cref="ContentFolder.Media"/> lists them. A file in a folder that cannot be listed stays as it was known.</summary>
    /// <returns>Paths of those that were known, and whose bytes are others now. One that was only touched, or copied anew, is none of them.</returns>
    public HashSet<string> TakeIn(ContentListing listing)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var known = rows.Rows("SELECT \"Path\", \"Length\", \"Modified\", \"Sample\" FROM \"MediaFiles\"", r => (Path: r.GetString(0), Length: r.GetInt64(1), Modified: r.GetInt64(2), Sample: r.GetString(3)))
            .ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var file in listing.Entries.DistinctBy(entry => entry.Address, StringComparer.Ordinal))
        {
            var isKnown = known.Remove(file.Address, out var before);
            if (isKnown && (before.Length, before.Modified) == (file.Length, file.Modified)) continue;

            var sample = content.SampleOf(file);
            if (isKnown && (before.Length, before.Sample) == (file.Length, sample))
            {
                rows.Run("UPDATE \"MediaFiles\" SET \"Modified\" = $2 WHERE \"Path\" = $1", file.Address, file.Modified);
                continue;
            }

            rows.Put(new MediaFile { Path = file.Address, Length = file.Length, Modified = file.Modified, Sample = sample, ChangedAt = Math.Max(0, clock.GetUtcNow().ToUnixTimeSeconds()) });
            if (isKnown) changed.Add(file.Address);
        }

        foreach (var gone in known.Keys.Where(path => !listing.IsClosed(path))) rows.Run("DELETE FROM \"MediaFiles\" WHERE \"Path\" = $1", gone);

        return changed;
    }

    /// <summary>Dates them by the seminars that point to them; for a new database, which knows no more of them than that they were there before it.</summary>
    /// <param name="archive">Unix seconds of the last change to the archive: the date of those that no seminar points to.</param>
    public void DateBySeminars(long archive)
    {
        rows.Run("UPDATE \"MediaFiles\" SET \"ChangedAt\" = $1", archive);
        var newest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in rows.Each("""
            SELECT r."Url", s."ChangedAt" FROM "SeminarResource" r JOIN "Seminars" s ON s."Id" = r."SeminarId" WHERE r."Url" LIKE '/%' AND r."Size" IS NOT NULL AND s."Status" <> $1
            """, (int)SeminarStatus.Draft))
        {
            var path = FileSizes.PathOf(row.GetString(0));
            newest[path] = Math.Max(newest.GetValueOrDefault(path), row.GetInt64(1));
        }

        foreach (var (path, at) in newest) rows.Run("UPDATE \"MediaFiles\" SET \"ChangedAt\" = $2 WHERE \"Path\" = $1", path, at);
    }
}
