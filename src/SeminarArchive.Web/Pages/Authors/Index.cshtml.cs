using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Authors;

/// <summary>Who has posted seminars.</summary>
public sealed class IndexModel(Archive archive) : PageModel
{
    public IReadOnlyList<Author> Authors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel = default) => Authors = await archive.Authors.Alphabetical().ToListAsync(cancel);
}
