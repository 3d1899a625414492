using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Authors;

/// <summary>Everything one author has posted, newest first.</summary>
public sealed class ShowModel(Archive archive, SiteOptions site) : PageModel
{
    public Author Author { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromRoute] int number = 1, CancellationToken cancel = default)
    {
        if (await archive.Authors.BySlugAsync(slug, cancel) is not { } author) return NotFound();

        Author = author;
        Seminars = await archive.PostedBy(author).ToPageAsync(number, site.PageSize, cancel);

        return Seminars.Exists ? Page() : NotFound();
    }
}
