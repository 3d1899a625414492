using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>
/// For every address that leads nowhere: an old one is answered by a 301 to its seminar or person,
/// any other by 404 with the seminars whose names come nearest.
/// </summary>
public sealed class NotFoundModel(Archive archive, TimeProvider clock) : PageModel
{
    public IReadOnlyList<SeminarRow> Nearest { get; private set; } = [];

    public IReadOnlyList<SeminarRow> Newest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel = default)
    {
        var missed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var path = missed?.OriginalPath ?? "/";
        if (missed is not null && await MovedToAsync(path, missed.OriginalQueryString, cancel) is { } slug) return RedirectPermanent(Addresses.Seminar(slug));
        if (missed is not null && await archive.PersonOfAliasAsync(path, cancel) is { } person) return RedirectPermanent(Addresses.Speaker(person));

        Response.StatusCode = StatusCodes.Status404NotFound;
        Response.Headers.CacheControl = "public, max-age=60";
        Nearest = await archive.NearestAsync(path.TrimEnd('/').Split('/')[^1].Replace('-', ' '), 3, cancel);
        Newest = Nearest.Count > 0 ? [] : await archive.Seminars.Past(clock.GetUtcNow()).NewestFirst().Take(3).AsRows().ToListAsync(cancel);
        return Page();
    }

    // Aliases first; then the shapes in which WordPress wrote a post's address: /slug/, /2020/02/slug/, /2020/02/13/slug/.
    private async Task<string?> MovedToAsync(string path, string? query, CancellationToken cancel)
    {
        if (await archive.SlugOfAliasAsync(path + query, cancel) is { } aliased) return aliased;
        if (query is { Length: > 0 } && await archive.SlugOfAliasAsync(path, cancel) is { } plain) return plain;

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (1 or 3 or 4) || !parts[..^1].All(IsNumber)) return null;
        var last = parts[^1];
        return await archive.Seminars.IgnoreQueryFilters().Where(s => s.Slug == last && s.Status != SeminarStatus.Draft).Select(s => s.Slug).FirstOrDefaultAsync(cancel);
    }

    private static bool IsNumber(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
