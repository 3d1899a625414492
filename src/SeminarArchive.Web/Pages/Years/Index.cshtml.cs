using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Years;

/// <summary>The whole archive by year and month.</summary>
public sealed class IndexModel(Archive archive, SeminarLists lists) : PageModel
{
    /// <summary>Newest first; month 0 holds those whose month is not known.</summary>
    public IReadOnlyList<MonthCount> Months { get; private set; } = [];

    public void OnGet() => Months = lists.Months(archive);
}
