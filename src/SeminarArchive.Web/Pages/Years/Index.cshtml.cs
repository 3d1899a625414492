using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Years;

/// <summary>The whole archive by year and month.</summary>
public sealed class IndexModel(Archive archive) : PageModel
{
    /// <summary>Newest first; month 0 holds those whose month is not known.</summary>
    public IReadOnlyList<MonthCount> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel = default) => Months = await archive.Seminars.CountByMonthAsync(cancel);
}
