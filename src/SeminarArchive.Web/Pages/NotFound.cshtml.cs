using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Pages;

/// <summary>
/// For every address that leads nowhere: an old one is answered by a 301 to its seminar or person, one cut short by a 301 to its list,
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
        if (missed is not null && await archive.LeadsToAsync(path, missed.OriginalQueryString, mayBePost: true, cancel) is { } address)
        {
            // An editor may say tomorrow that it leads elsewhere.
            Response.Headers.CacheControl = "public, max-age=3600";
            return RedirectPermanent(address);
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        Response.Headers.CacheControl = "public, max-age=60";
        Nearest = await Finder.NearestAsync(archive, path.TrimEnd('/').Split('/')[^1].Replace('-', ' '), 3, cancel);
        Newest = Nearest.Count > 0 ? [] : await archive.Seminars.Past(clock.GetUtcNow()).NewestFirst().Take(3).AsRows().ToListAsync(cancel);
        return Page();
    }
}
