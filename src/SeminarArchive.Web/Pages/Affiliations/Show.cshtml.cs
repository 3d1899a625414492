using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Affiliations;

/// <summary>Everything given by speakers of one institution, newest first.</summary>
public sealed class ShowModel(Archive archive, SiteOptions site) : PageModel
{
    public Affiliation Affiliation { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromRoute] int number = 1, CancellationToken cancel = default)
    {
        if (await archive.Affiliations.BySlugAsync(slug, cancel) is not { } affiliation) return NotFound();

        Affiliation = affiliation;
        Seminars = await archive.GivenFrom(affiliation).ToPageAsync(number, site.PageSize, cancel);

        return Seminars.Exists ? Page() : NotFound();
    }
}
