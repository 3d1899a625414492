using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Affiliations;

/// <summary>Everything given by speakers of one institution, newest first.</summary>
public sealed class ShowModel(Archive archive, SeminarLists lists, SiteOptions site) : PageModel
{
    public Affiliation Affiliation { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public IActionResult OnGet(string slug, [FromRoute] int number = 1)
    {
        if (archive.Heading<Affiliation>(slug) is not { } affiliation) return NotFound();

        Affiliation = affiliation;
        Seminars = lists.Under(archive, affiliation, number, site.PageSize);

        return Seminars.Exists ? Page() : NotFound();
    }
}
