using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Web.Formats.Api;

namespace SeminarArchive.Web.Pages;

/// <summary>When the site itself has failed; asks nothing of the archive.</summary>
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } failure) return NotFound();
        if (ApiAddresses.Has(failure.Path))
        {
            await ApiProblem.Failure(HttpContext).ExecuteAsync(HttpContext);
            return new EmptyResult();
        }

        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Page();
    }
}
