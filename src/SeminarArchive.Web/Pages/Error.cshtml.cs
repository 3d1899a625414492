using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SeminarArchive.Web.Pages;

/// <summary>When the site itself has failed; asks nothing of the archive.</summary>
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is null) return NotFound();

        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Page();
    }
}
