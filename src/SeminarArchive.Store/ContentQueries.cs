using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What the archive knows of content that is no seminar.</summary>
public static class ContentQueries
{
    extension(Archive archive)
    {
        /// <summary>Whether there is a page such as <c>about.md</c>.</summary>
        public bool HasPage(string path)
        {
            using var found = archive.Ask("SELECT 1 FROM \"ContentPages\" WHERE \"Path\" = $1", path);
            return found.Read();
        }

        /// <summary>When a file that is served as it is last became another, see <see cref="MediaFile.ChangedAt"/>; null when there is none at that path, or it is not the one that was seen there.</summary>
        /// <param name="path">Under the content folder.</param>
        /// <param name="length">Of the file as it is now.</param>
        /// <param name="written">When it was last written to, UTC.</param>
        public DateTimeOffset? MediaChangedAt(string path, long length, DateTime written)
        {
            using var found = archive.Ask("SELECT \"ChangedAt\" FROM \"MediaFiles\" WHERE \"Path\" = $1 AND \"Length\" = $2 AND \"Modified\" = $3", path, length, written.Ticks);
            return found.Read() ? DateTimeOffset.FromUnixTimeSeconds(found.GetInt64(0)) : null;
        }

        /// <summary>Slugs of the published seminars that a file belongs to as slides, recording or other material, newest first; whatever way they write its path.</summary>
        /// <param name="path">Under the content folder.</param>
        /// <param name="length">Of the file.</param>
        public IReadOnlyList<string> SeminarsWithFile(string path, long length)
        {
            var slugs = new List<string>();
            // CROSS, so that SQLite looks for the size first, not at every seminar for its files: 8 ms instead of 104 among 100,000.
            using var found = archive.Ask("""
                SELECT s."Slug", r."Url" FROM "SeminarResource" r CROSS JOIN "Seminars" s ON s."Id" = r."SeminarId"
                WHERE r."Size" = $1 AND r."Url" LIKE '/%' AND s."Status" = $2 ORDER BY s."SortKey" DESC, s."Slug"
                """, length, (int)SeminarStatus.Published);
            while (found.Read())
            {
                if (PlainText.Normal(FileSizes.PathOf(found.GetString(1))) == path && !slugs.Contains(found.GetString(0))) slugs.Add(found.GetString(0));
            }

            return slugs;
        }
    }
}
