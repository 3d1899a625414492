using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;
using SeminarArchive.Web.Formats;

namespace SeminarArchive.Web.Pages.Seminars;

/// <summary>One seminar; of one that was withdrawn, what it was and why.</summary>
public sealed class ShowModel(Archive archive, Finder finder, TimeProvider clock, SiteOptions site, IWebHostEnvironment environment) : PageModel
{
    public Seminar Seminar { get; private set; } = null!;

    /// <summary>What is left of a seminar whose file was deleted; then there is no <see cref="Seminar"/>.</summary>
    public Tombstone? Tombstone { get; private set; }

    public Surroundings Around { get; private set; } = Surroundings.None;

    /// <summary>What programs are told of it in the headers; nothing of one that is not published.</summary>
    public IReadOnlyList<TypedLink> Links { get; private set; } = [];

    public bool IsUpcoming => Seminar.EndsAt > clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>How one that is not over is marked.</summary>
    public string Coming => Words.Coming(Seminar.BeginsAt, Seminar.Last is not null, clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel = default)
    {
        if (await archive.SeminarAsync(slug, cancel) is not { } seminar) return await GoneAsync(slug, cancel);
        if (seminar.Status == SeminarStatus.Draft && !environment.IsDevelopment()) return NotFound();

        Seminar = seminar;
        if (seminar.Status == SeminarStatus.Withdrawn)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (seminar.Status != SeminarStatus.Published) return Page();

        Around = finder.Around(archive, seminar);
        Links = Signposting.Of(seminar, site.OriginOf(Request));
        Response.Headers.Link = Signposting.Header(Links);
        return Page();
    }

    private async Task<IActionResult> GoneAsync(string slug, CancellationToken cancel)
    {
        if (await archive.SlugAfterAsync(slug, cancel) is { } now) return new Moved(Addresses.Seminar(now));
        if (await archive.TombstoneAsync(slug, cancel) is not { } tombstone) return NotFound();

        Tombstone = tombstone;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
