using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Categories;

/// <summary>Everything in one category, newest first.</summary>
public sealed class ShowModel(Archive archive, SeminarLists lists, SiteOptions site) : PageModel
{
    public Category Category { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public IActionResult OnGet(string slug, [FromRoute] int number = 1)
    {
        if (archive.Heading<Category>(slug) is not { } category) return NotFound();

        Category = category;
        Seminars = lists.Under(archive, category, number, site.PageSize);

        return Seminars.Exists ? Page() : NotFound();
    }
}
