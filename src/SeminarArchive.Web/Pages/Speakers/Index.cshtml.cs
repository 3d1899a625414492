using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Speakers;

/// <summary>Everybody who has spoken, by family name.</summary>
public sealed class IndexModel(Archive archive) : PageModel
{
    public IReadOnlyList<Person> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel = default) => People = await archive.People.Alphabetical().ToListAsync(cancel);
}
