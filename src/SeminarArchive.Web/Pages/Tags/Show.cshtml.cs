using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Tags;

/// <summary>Everything that bears one tag, newest first.</summary>
public sealed class ShowModel(Archive archive, SiteOptions site) : PageModel
{
    public Tag Tag { get; private set; } = null!;

    public SeminarPage Seminars { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromRoute] int number = 1, CancellationToken cancel = default)
    {
        if (await archive.Tags.BySlugAsync(slug, cancel) is not { } tag) return NotFound();

        Tag = tag;
        Seminars = await archive.Tagged(tag).ToPageAsync(number, site.PageSize, cancel);

        return Seminars.Exists ? Page() : NotFound();
    }
}
