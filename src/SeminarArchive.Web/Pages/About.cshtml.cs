using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>What the archive is, from <c>content/about.md</c>.</summary>
public sealed class AboutModel(Archive archive) : PageModel
{
    public ContentPage About { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel = default)
    {
        if (await archive.ContentPages.FirstOrDefaultAsync(p => p.Path == "about.md", cancel) is not { } about) return NotFound();

        About = about;
        return Page();
    }
}
