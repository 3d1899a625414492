using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Tags;

/// <summary>Everything that bears one tag, newest first.</summary>
public sealed class ShowModel(Archive archive, SeminarLists lists, SiteOptions site) : PageModel
{
    public Tag Tag { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public IActionResult OnGet(string slug, [FromRoute] int number = 1)
    {
        if (archive.Heading<Tag>(slug) is not { } tag) return NotFound();

        Tag = tag;
        Seminars = lists.Under(archive, tag, number, site.PageSize);

        return Seminars.Exists ? Page() : NotFound();
    }
}
