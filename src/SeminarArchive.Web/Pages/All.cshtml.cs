using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>The whole archive on one page, for the browser's own find and for paper.</summary>
[FromArchive(IsLong = true)]
public sealed class AllModel(Archive archive, SeminarLists lists) : PageModel
{
    /// <summary>Newest first; each has at least one seminar.</summary>
    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    /// <summary>Every seminar, newest first, read from the database as it is written out; ends when the reader has gone.</summary>
    public IAsyncEnumerator<SeminarLine> Lines() => archive.Seminars.NewestFirst().AsLines().AsAsyncEnumerable().GetAsyncEnumerator(HttpContext.RequestAborted);

    public void OnGet() => Years = lists.Years(archive);
}
