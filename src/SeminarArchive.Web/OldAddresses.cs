using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>Where seminars and people stood before.</summary>
public static class OldAddresses
{
    extension(Archive archive)
    {
        /// <summary>
        /// Where an address leads at which nothing stands: to the seminar or person that had it, with this query or else without one,
        /// to the list that it names as it is printed, or to the one of which it is the beginning; or null.
        /// </summary>
        /// <param name="path">In its canonical form.</param>
        /// <param name="mayBePost">Whether WordPress may have had a post there.</param>
        public async Task<string?> LeadsToAsync(string path, string? query, bool mayBePost, CancellationToken cancel = default)
        {
            if (await archive.SeminarOnceAtAsync(path, query, mayBePost, cancel) is { } slug) return Addresses.Seminar(slug);
            if (await WithOrWithoutAsync(path, query, a => archive.PersonOfAliasAsync(a, cancel)) is { } person) return Addresses.Speaker(person);
            if (OldLists.InnerCategory(path) is var (inner, page))
            {
                return archive.Heading<Category>(inner) is { } category ? Addresses.Numbered(Addresses.Of(category), page) : await archive.LeadsToAsync($"/category/{inner}/", null, mayBePost: false, cancel);
            }

            if (SpeltNames.Slugged(path) is { } slugged)
            {
                return slugged.Split('/') is [_, var kind, var named, ..] && Listings.Of(kind, named, archive) is not null ? new PathString(slugged).ToUriComponent() : await archive.LeadsToAsync(slugged, null, mayBePost: false, cancel);
            }

            // A program that asks for a feed, or a form that sends words, would not know what to do with a list.
            return QueryHelpers.ParseQuery(query).Keys.Any(k => k is "s" or "feed") ? null : Addresses.Below(path);
        }

        /// <summary>The slug of the seminar that an address is an old one of: an alias, or a post's; or null.</summary>
        /// <inheritdoc cref="LeadsToAsync"/>
        public async Task<string?> SeminarOnceAtAsync(string path, string? query, bool mayBePost, CancellationToken cancel = default) =>
            await archive.FormerlyAtAsync(path, query, cancel) ?? (path == "/" && Named(query) is { } name ? await archive.PostOfAsync([name], cancel) : null)
            ?? (mayBePost && Addresses.Below(path) is null ? await archive.PostedAtAsync(path, cancel) : null)
            ?? (path.Split('/') is ["", "seminars", { Length: > 0 } slug, ""] && await archive.SeminarAsync(slug, cancel) is null ? await archive.SlugAfterAsync(slug, cancel) : null)
            ?? (PostAbove(path) is { } post ? await archive.NowOrFormerlyAtAsync(post, mayBePost, cancel) : null);

        /// <summary>The slug of the seminar that names the address among its aliases, with this query or else without one; or null.</summary>
        public Task<string?> FormerlyAtAsync(string path, string? query, CancellationToken cancel = default) =>
            WithOrWithoutAsync(path, query, a => archive.SlugOfAliasAsync(a, cancel));

        /// <summary>
        /// The slug of the seminar at an address in one of the shapes in which WordPress wrote a post's:
        /// <c>/slug/</c>, <c>/2020/02/slug/</c>, <c>/2020/02/13/slug/</c>, and what stood below; of one that has left the slug, where it is now,
        /// and of one that was deleted, where that is said; or null.
        /// </summary>
        public async Task<string?> PostedAtAsync(string path, CancellationToken cancel = default) =>
            await archive.PostOfAsync(Parts(path), cancel) ?? (PostAbove(path) is { } post ? await archive.PostOfAsync(Parts(post), cancel) : null);

        // What stood below a post is asked for below its present address, too, and below the aliases that it was given.
        private async Task<string?> NowOrFormerlyAtAsync(string post, bool mayBePost, CancellationToken cancel) => Parts(post) switch
        {
            ["seminars", var slug] => await archive.PostOfAsync([slug], cancel) ?? await archive.FormerlyAtAsync(post, null, cancel),
            _ => mayBePost ? await archive.FormerlyAtAsync(post, null, cancel) : null,
        };

        private async Task<string?> PostOfAsync(string[] parts, CancellationToken cancel)
        {
            if (parts.Length is not (1 or 3 or 4) || !parts[..^1].All(IsNumber)) return null;
            var last = parts[^1];
            return await archive.Seminars.IgnoreQueryFilters().Where(s => s.Slug == last && s.Status != SeminarStatus.Draft).Select(s => s.Slug).FirstOrDefaultAsync(cancel)
                ?? await archive.SlugAfterAsync(last, cancel) ?? (await archive.TombstoneAsync(last, cancel))?.Slug;
        }
    }

    /// <summary>What WordPress's front page was asked for by number, whatever else newsletters have added: <c>?p=12</c> of <c>?utm_source=x&amp;p=12</c>; null when nothing is.</summary>
    public static string? Numbered(string? query) => Numbered(QueryHelpers.ParseQuery(query));

    /// <inheritdoc cref="Numbered(string?)"/>
    public static string? Numbered(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        foreach (var (name, value) in query)
        {
            if (name is "p" or "page_id" or "attachment_id" or "author" or "cat" && value is [{ Length: > 0 } number] && number.All(char.IsAsciiDigit)) return $"?{name}={number}";
        }

        return null;
    }

    /// <summary>Whether WordPress's front page was asked for something else, by number or by name.</summary>
    public static bool IsForPost(string? query) => Numbered(query) is not null || Named(query) is not null;

    // The slug that WordPress's front page was asked for: ?name=knots.
    private static string? Named(string? query) => QueryHelpers.ParseQuery(query).TryGetValue("name", out var name) && name is [.., { Length: > 0 } slug] ? AliasKey.Fold(slug) : null;

    // The post below which an address stood; a number below a number is a month or a day.
    private static string? PostAbove(string path) =>
        Parts(path) is [.. var post, var below] && post is [.., var above] && (below is "embed" or "trackback"
            || (IsNumber(below) && !IsNumber(above) && above is not "page" and not "tag" and not "category" and not "author")
            || (below.StartsWith("comment-page-", StringComparison.Ordinal) && IsNumber(below[13..]))) ? $"/{string.Join('/', post)}/" : null;

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    // The front page is what its query asks it for, or itself.
    private static async Task<string?> WithOrWithoutAsync(string path, string? query, Func<string, Task<string?>> find)
    {
        if (await find(path + query) is { } found) return found;
        return query is not { Length: > 0 } ? null : path != "/" ? await find(path) : Numbered(query) is { } number && number != query ? await find(path + number) : null;
    }

    private static bool IsNumber(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
