using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Pages;

/// <summary>
/// For every address that leads nowhere: an old one is answered by a 301 to its seminar or person, one cut short by a 301 to its list,
/// any other by 404 with the lists and seminars whose names come nearest.
/// </summary>
public sealed class NotFoundModel(Archive archive, Finder finder, TimeProvider clock) : PageModel
{
    /// <summary>Lists of the kind that the address asks for, the nearest first; where none is near, of another kind under the very name.</summary>
    public IReadOnlyList<(string Kind, string Address, NearHeading Heading)> Headings { get; private set; } = [];

    public IReadOnlyList<SeminarRow> Nearest { get; private set; } = [];

    public IReadOnlyList<SeminarRow> Newest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel = default)
    {
        var missed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var path = missed?.OriginalPath ?? "/";
        if (missed is not null && await archive.LeadsToAsync(path, missed.OriginalQueryString, mayBePost: true, cancel) is { } address)
        {
            return new Moved(address);
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        Response.Headers.CacheControl = "public, max-age=60";
        var parts = path.Trim('/').Split('/');
        Headings = parts.Length > 1 ? HeadingsLike(parts[0], parts[1]) : [];
        // Who asks for a script looks for a way in, not for a seminar.
        Nearest = Path.GetExtension(parts[^1]) is ".php" or ".asp" or ".aspx" or ".jsp" or ".cgi" ? [] : await finder.NearestAsync(archive, parts[^1].Replace('-', ' '), 3, cancel);
        Newest = Nearest.Count > 0 ? [] : await archive.Seminars.Past(clock.GetUtcNow()).NewestFirst().Take(3).AsRows().ToListAsync(cancel);
        return Page();
    }

    private List<(string Kind, string Address, NearHeading Heading)> HeadingsLike(string kind, string slug)
    {
        (string Kind, Func<string, string> AddressOf, Func<IReadOnlyList<NearHeading>> Near)[] kinds =
        [
            ("tag", Addresses.Tag, () => Finder.NearestHeadings<Tag>(archive, slug)), ("category", Addresses.Category, () => Finder.NearestHeadings<Category>(archive, slug)),
            ("speaker", Addresses.Speaker, () => Finder.NearestHeadings<Person>(archive, slug)), ("affiliation", Addresses.Affiliation, () => Finder.NearestHeadings<Affiliation>(archive, slug)),
            ("author", Addresses.Author, () => Finder.NearestHeadings<Author>(archive, slug)),
        ];
        if (!Array.Exists(kinds, k => k.Kind == kind)) return [];

        var near = kinds.Where(k => k.Kind == kind).SelectMany(k => k.Near().Select(h => (k.Kind, k.AddressOf(h.Slug), h))).ToList();
        return near.Count > 0 ? near : [.. kinds.Where(k => k.Kind != kind).SelectMany(k => k.Near().Where(h => h.Slug == slug).Select(h => (k.Kind, k.AddressOf(h.Slug), h)))];
    }
}
