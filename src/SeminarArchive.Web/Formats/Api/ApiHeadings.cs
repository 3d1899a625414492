using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>What seminars are gathered under: speakers, authors, categories, affiliations, tags and years.</summary>
public static class ApiHeadings
{
    internal static async Task<IResult> SpeakerAsync(HttpContext context, Archive archive, string slug, CancellationToken cancel)
    {
        if (archive.Heading<Person>(slug) is { } person) return Results.Json(ApiRoutes.RecordsOf(context).Of(person, whole: true));
        if (await archive.PersonOfAliasAsync(Addresses.Speaker(slug), cancel) is { } now) return new Moved(ApiAddresses.Speaker(now));
        return ApiProblem.NotFound(context, "No speaker has this slug.");
    }

    internal static Task<IResult> SpeakersAsync(HttpContext context, Archive archive, CancellationToken cancel) => ListAsync(context, archive.People, (p, records) => records.Of(p, whole: false), cancel);

    internal static Task<IResult> AuthorsAsync(HttpContext context, Archive archive, CancellationToken cancel) => ListAsync(context, archive.Authors, (h, records) => records.Of(h, "author"), cancel);

    internal static Task<IResult> CategoriesAsync(HttpContext context, Archive archive, CancellationToken cancel) => ListAsync(context, archive.Categories, (h, records) => records.Of(h, "category"), cancel);

    internal static Task<IResult> AffiliationsAsync(HttpContext context, Archive archive, CancellationToken cancel) => ListAsync(context, archive.Affiliations, (h, records) => records.Of(h, "affiliation"), cancel);

    internal static Task<IResult> TagsAsync(HttpContext context, Archive archive, CancellationToken cancel) => ListAsync(context, archive.Tags, (h, records) => records.Of(h, "tag"), cancel);

    internal static IResult Years(HttpContext context, Archive archive, SeminarLists lists)
    {
        var years = lists.Years(archive);
        return ApiRoutes.List(context, new ListOf<YearRecord> { Total = years.Count, Items = [.. years.Select(ApiRoutes.RecordsOf(context).Of)] });
    }

    private static async Task<IResult> ListAsync<T, TRecord>(HttpContext context, IQueryable<T> headings, Func<T, ApiRecords, TRecord> show, CancellationToken cancel)
        where T : Heading
    {
        var asked = ApiRoutes.QuestionOf(context);
        var list = Cursor.QuestionOf(asked.List);
        (string SortKey, string Slug)? place = null;
        if (asked.Cursor is { } text)
        {
            if (Cursor.Parse(text) is not { Parts: [var sortKey, var slug] } cursor || cursor.Question != list) return ApiProblem.BadParameter(context, "cursor", "It is not one that this list has given.");
            place = (sortKey, slug);
        }

        var total = await headings.CountAsync(h => h.Count > 0, cancel);
        var found = await headings.AlphabeticalAfter(place).Take(asked.Limit + 1).ToListAsync(cancel);
        var more = found.Count > asked.Limit;
        if (more) found.RemoveAt(found.Count - 1);
        var records = ApiRoutes.RecordsOf(context);
        return ApiRoutes.List(context, new ListOf<TRecord>
        {
            Total = total,
            Items = found.ConvertAll(h => show(h, records)),
            Next = more ? asked.AddressAt(context.RequestServices.GetRequiredService<SiteOptions>().OriginOf(context.Request), new Cursor(list, [found[^1].SortKey, found[^1].Slug])) : null,
        });
    }
}
