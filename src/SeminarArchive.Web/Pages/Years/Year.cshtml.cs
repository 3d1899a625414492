using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Years;

/// <summary>Everything held in one year, newest first.</summary>
public sealed class YearModel(Archive archive, SiteOptions site) : PageModel
{
    public SeminarPage Seminars { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, [FromRoute] int number = 1, CancellationToken cancel = default)
    {
        Seminars = await archive.Seminars.HeldIn(year).ToPageAsync(number, site.PageSize, cancel);

        return Seminars.Items.Count > 0 ? Page() : NotFound();
    }
}
