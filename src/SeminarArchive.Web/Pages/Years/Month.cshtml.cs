using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Years;

/// <summary>Everything held in one month, newest first.</summary>
public sealed class MonthModel(Archive archive, SeminarLists lists, SiteOptions site) : PageModel
{
    public SeminarPage Seminars { get; private set; } = null!;

    public IActionResult OnGet(int year, int month, [FromRoute] int number = 1)
    {
        Seminars = lists.HeldIn(archive, year, month, number, site.PageSize);

        return Seminars.Items.Count > 0 ? Page() : NotFound();
    }
}
