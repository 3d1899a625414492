using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Speakers;

/// <summary>Everything one person has given, newest first.</summary>
public sealed class ShowModel(Archive archive, SiteOptions site) : PageModel
{
    public Person Person { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromRoute] int number = 1, CancellationToken cancel = default)
    {
        if (await archive.People.BySlugAsync(slug, cancel) is not { } person) return NotFound();

        Person = person;
        Seminars = await archive.GivenBy(person.Id).ToPageAsync(number, site.PageSize, cancel);

        return Seminars.Exists ? Page() : NotFound();
    }
}
