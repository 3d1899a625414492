using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>Seminars in which all the words occur, the best match first.</summary>
public sealed class SearchModel(Archive archive, SiteOptions site) : PageModel
{
    public string Query { get; private set; } = "";

    /// <summary>True when the query was longer than the archive reads.</summary>
    public bool WasCut { get; private set; }

    public PageOf<SeminarRow> Results { get; private set; } = null!;

    /// <summary>To go on from when nothing was found, newest first.</summary>
    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? q, [FromRoute] int number = 1, CancellationToken cancel = default)
    {
        var query = (q ?? "").Trim();
        WasCut = query.Length > SeminarSearch.MaxLength;
        Query = WasCut ? query[..SeminarSearch.MaxLength] : query;
        Results = await archive.SearchAsync(Query, number, site.PageSize, cancel);
        if (Results.Total == 0) Years = await archive.Seminars.CountByYearAsync(cancel);

        return Results.Exists ? Page() : NotFound();
    }
}
