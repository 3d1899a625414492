using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>All past seminars, newest first, and above them the next ones to come.</summary>
public sealed class IndexModel(Archive archive, SeminarLists lists, SiteOptions site, TimeProvider clock) : PageModel
{
    public SeminarPage Seminars { get; private set; } = null!;

    public UpcomingSeminars Upcoming { get; private set; } = null!;

    /// <summary>The first to come that is not off; where all that are shown are, the first of them.</summary>
    public SeminarRow? Next => Upcoming.First.FirstOrDefault(row => row.EventStatus == EventStatus.Scheduled) ?? (Upcoming.First is [var first, ..] ? first : null);

    public IActionResult OnGet([FromRoute] int number = 1)
    {
        (Seminars, Upcoming) = lists.Front(archive, clock.GetUtcNow(), number, site.PageSize);

        return Seminars.Exists ? Page() : NotFound();
    }
}
