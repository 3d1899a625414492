using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>All past seminars, newest first, and above them the next one to come.</summary>
public sealed class IndexModel(Archive archive, SiteOptions site, TimeProvider clock) : PageModel
{
    public SeminarPage Seminars { get; private set; } = null!;

    public SeminarRow? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int number = 1, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        Seminars = await archive.Seminars.Past(now).ToPageAsync(number, site.PageSize, cancel);
        if (number == 1) Next = await archive.Seminars.Upcoming(now).OrderBy(s => s.SortKey).ThenBy(s => s.Slug).AsRows().FirstOrDefaultAsync(cancel);

        return Seminars.Exists ? Page() : NotFound();
    }
}
