using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>What of the archive can be had as files.</summary>
public sealed class ExportModel(Archive archive) : PageModel
{
    public int Total { get; private set; }

    /// <summary>Of which the day is known.</summary>
    public int Dated { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel = default)
    {
        Total = await archive.Seminars.CountAsync(cancel);
        Dated = await archive.Seminars.OnADay().CountAsync(cancel);
    }
}
