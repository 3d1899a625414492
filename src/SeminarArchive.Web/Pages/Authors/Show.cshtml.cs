using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Authors;

/// <summary>Everything one author has posted, newest first.</summary>
public sealed class ShowModel(Archive archive, SeminarLists lists, SiteOptions site) : PageModel
{
    public Author Author { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public IActionResult OnGet(string slug, [FromRoute] int number = 1)
    {
        if (archive.Heading<Author>(slug) is not { } author) return NotFound();

        Author = author;
        Seminars = lists.Under(archive, author, number, site.PageSize);

        return Seminars.Exists ? Page() : NotFound();
    }
}
