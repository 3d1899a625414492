using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Categories;

/// <summary>Everything in one category, newest first.</summary>
public sealed class ShowModel(Archive archive, SiteOptions site) : PageModel
{
    public Category Category { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromRoute] int number = 1, CancellationToken cancel = default)
    {
        if (await archive.Categories.BySlugAsync(slug, cancel) is not { } category) return NotFound();

        Category = category;
        Seminars = await archive.In(category).ToPageAsync(number, site.PageSize, cancel);

        return Seminars.Exists ? Page() : NotFound();
    }
}
