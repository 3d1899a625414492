using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Categories;

/// <summary>The categories.</summary>
public sealed class IndexModel(Archive archive) : PageModel
{
    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel = default) => Categories = await archive.Categories.Alphabetical().ToListAsync(cancel);
}
