using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store;

/// <summary>What the archive knows of the files that are served as they are.</summary>
public static class MediaQueries
{
    extension(Archive archive)
    {
        /// <summary>When the file last became another, see <see cref="MediaFile.ChangedAt"/>; null when there is none at that path, or it is not the one that was seen there.</summary>
        /// <param name="path">Under the content folder.</param>
        /// <param name="length">Of the file as it is now.</param>
        /// <param name="written">When it was last written to, UTC.</param>
        public async Task<DateTimeOffset?> MediaChangedAtAsync(string path, long length, DateTime written)
        {
            var ticks = written.Ticks;
            var at = await archive.MediaFiles.Where(f => f.Path == path && f.Length == length && f.Modified == ticks).Select(f => (long?)f.ChangedAt).FirstOrDefaultAsync();
            return at is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }
    }
}
