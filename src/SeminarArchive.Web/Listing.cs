using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>A list of seminars with an address of its own, under which its feeds, its calendar and its citations stand too.</summary>
/// <param name="Name">As its page is headed: <c>Seminars posted by Lucy Chapman</c>; of all seminars, the site's title.</param>
/// <param name="Address">Of its page, from the root, with a slash at the end.</param>
/// <param name="Seminars">Published ones, in no order.</param>
public sealed record Listing(string Name, string Address, IQueryable<Seminar> Seminars);

/// <summary>Finds lists by the routes of their pages.</summary>
public static class Listings
{
    // Kind and route, as the pages have them.
    private static readonly (string Kind, string Route)[] Routes =
    [
        ("", ""), ("author", "author/{slug}/"), ("category", "category/{slug}/"), ("speaker", "speaker/{slug}/"), ("affiliation", "affiliation/{slug}/"), ("tag", "tag/{slug}/"),
        ("year", "{year:length(4):regex(^[0-9]+$):int}/"), ("month", "{year:length(4):regex(^[0-9]+$):int}/{month:length(2):regex(^[0-9]+$):range(1,12)}/"),
    ];

    /// <summary>
    /// Has <paramref name="answer"/> asked for <paramref name="ending"/> (<c>feed</c>, <c>calendar.ics</c>) below the page of every list, all seminars and months included.
    /// The list asked for is <see cref="FindAsync"/>'s to find.
    /// </summary>
    public static void MapListings(this WebApplication app, string ending, Func<HttpContext, Archive, SiteOptions, Task> answer, params object[] metadata)
    {
        // There are many of them, and for each of another form the framework would write and compile code at the start.
        RequestDelegate asked = context => answer(context, context.RequestServices.GetRequiredService<Archive>(), context.RequestServices.GetRequiredService<SiteOptions>());
        foreach (var (kind, route) in Routes)
        {
            app.MapMethods($"/{route}{ending}", [HttpMethods.Get, HttpMethods.Head], asked).WithMetadata([.. metadata, new Kind(kind)]);
        }
    }

    /// <summary>The list whose ending was asked for; null when there is none at that address.</summary>
    public static async Task<Listing?> FindAsync(HttpContext context, Archive archive, SiteOptions site)
    {
        var cancel = context.RequestAborted;
        var kind = context.GetEndpoint()?.Metadata.GetMetadata<Kind>()?.Name;
        switch (kind)
        {
            case "":
                return All(archive, site);
            case "year" or "month":
                var year = Number(context, "year");
                var month = Number(context, "month");
                var seminars = month == 0 ? archive.Seminars.HeldIn(year) : archive.Seminars.HeldIn(year, month);
                if (!await seminars.AnyAsync(cancel)) return null;
                return month == 0
                    ? new Listing($"Seminars of {year:0000}", Addresses.Year(year), seminars)
                    : new Listing($"Seminars of {new DateOnly(year, month, 1).ToString("MMMM yyyy", site.Culture)}", Addresses.Month(year, month), seminars);
            default:
                return kind is null ? null : Of(kind, context.GetRouteValue("slug") as string ?? "", archive);
        }
    }

    /// <summary>The list of a kind that has the slug, as in <c>/category/{slug}/</c>; null when there is none.</summary>
    public static Listing? Of(string kind, string slug, Archive archive) => kind switch
    {
        "author" => archive.Heading<Author>(slug) is { } author ? new Listing($"Seminars posted by {author.Name}", Addresses.Of(author), archive.PostedBy(author)) : null,
        "category" => archive.Heading<Category>(slug) is { } category ? new Listing(category.Name, Addresses.Of(category), archive.In(category)) : null,
        "speaker" => archive.Heading<Person>(slug) is { } person ? new Listing($"Seminars by {person.Name}", Addresses.Of(person), archive.GivenBy(person.Id)) : null,
        "affiliation" => archive.Heading<Affiliation>(slug) is { } affiliation ? new Listing($"Seminars from {affiliation.Name}", Addresses.Of(affiliation), archive.GivenFrom(affiliation)) : null,
        "tag" => archive.Heading<Tag>(slug) is { } tag ? new Listing($"Seminars tagged {tag.Name}", Addresses.Of(tag), archive.Tagged(tag)) : null,
        _ => null,
    };

    /// <summary>Answers where there is no list: by a 301 to that of the person whose old address it is below, else by 404.</summary>
    public static async Task SayMovedAsync(HttpContext context, Archive archive)
    {
        var path = context.Request.Path.Value!;
        var list = path.LastIndexOf('/') + 1;
        if (await archive.PersonOfAliasAsync(path[..list], context.RequestAborted) is { } person) CanonicalAddress.Move(context, Addresses.Speaker(person) + path[list..]);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>All seminars, past and to come.</summary>
    public static Listing All(Archive archive, SiteOptions site) => new(site.Title, "/", archive.Seminars);

    private static int Number(HttpContext context, string key) =>
        int.TryParse(context.GetRouteValue(key) as string, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private sealed record Kind(string Name);
}
