using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Affiliations;

/// <summary>The institutions that speakers came from.</summary>
public sealed class IndexModel(Archive archive) : PageModel
{
    public IReadOnlyList<Affiliation> Affiliations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel = default) => Affiliations = await archive.Affiliations.Alphabetical().ToListAsync(cancel);
}
