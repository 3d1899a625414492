using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Pages;

/// <summary>What a search has found, a page at a time, with what it can be narrowed by.</summary>
[ReadsSearch]
public sealed class SearchModel(Archive archive, SeminarLists lists, Finder finder, SiteOptions site) : PageModel
{
    /// <summary>What was asked.</summary>
    public SearchAddress Asked { get; private set; } = null!;

    public SearchQuery Query { get; private set; } = null!;

    /// <summary>The search whose results these are: what was asked, or its correction or reading.</summary>
    public SearchAddress Shown { get; private set; } = null!;

    public SearchResults Results { get; private set; } = null!;

    /// <summary>True when nothing is asked: the page then says how to ask.</summary>
    public bool IsBlank => Asked.IsBlank;

    /// <summary>To go on from when nothing was found, newest first.</summary>
    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] int number = 1, CancellationToken cancel = default)
    {
        var asked = SearchAddress.From(Request.Query);
        Query = SearchQuery.Parse(asked.Query);
        Asked = asked with { Query = Query.Text };
        Results = await finder.FindAsync(archive, Query, Asked.Filters, Asked.Order, number, site.PageSize, cancel);
        Shown = (Results.Corrected ?? Results.Read) is { } corrected ? Asked with { Query = corrected } : Asked;
        if (IsBlank || Results.Total == 0) Years = lists.Years(archive);

        return Results.Exists ? Page() : NotFound();
    }
}
