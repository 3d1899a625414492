using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>Where seminars stood before.</summary>
public static class OldAddresses
{
    extension(Archive archive)
    {
        /// <summary>The slug of the seminar that names the address among its aliases, with this query or else without one; or null.</summary>
        public async Task<string?> FormerlyAtAsync(string path, string? query, CancellationToken cancel = default)
        {
            if (await archive.SlugOfAliasAsync(path + query, cancel) is { } slug) return slug;
            return query is { Length: > 0 } && path != "/" ? await archive.SlugOfAliasAsync(path, cancel) : null;
        }

        /// <summary>
        /// The slug of the seminar at an address in one of the shapes in which WordPress wrote a post's:
        /// <c>/slug/</c>, <c>/2020/02/slug/</c>, <c>/2020/02/13/slug/</c>; or null.
        /// </summary>
        public async Task<string?> PostedAtAsync(string path, CancellationToken cancel = default)
        {
            var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length is not (1 or 3 or 4) || !parts[..^1].All(IsNumber)) return null;
            var last = parts[^1];
            return await archive.Seminars.IgnoreQueryFilters().Where(s => s.Slug == last && s.Status != SeminarStatus.Draft).Select(s => s.Slug).FirstOrDefaultAsync(cancel);
        }
    }

    private static bool IsNumber(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
