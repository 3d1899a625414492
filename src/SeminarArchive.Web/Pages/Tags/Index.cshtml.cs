using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Tags;

/// <summary>The tags.</summary>
public sealed class IndexModel(Archive archive) : PageModel
{
    public IReadOnlyList<Tag> Tags { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel = default) => Tags = await archive.Tags.Alphabetical().ToListAsync(cancel);
}
