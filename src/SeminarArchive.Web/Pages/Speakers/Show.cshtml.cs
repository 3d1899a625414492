using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Speakers;

/// <summary>Everything one person has given, newest first.</summary>
public sealed class ShowModel(Archive archive, SeminarLists lists, SiteOptions site) : PageModel
{
    public Person Person { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public IActionResult OnGet(string slug, [FromRoute] int number = 1)
    {
        if (archive.Heading<Person>(slug) is not { } person) return NotFound();

        Person = person;
        Seminars = lists.Under(archive, person, number, site.PageSize);

        return Seminars.Exists ? Page() : NotFound();
    }
}
