using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>Seminars, one by one and in lists.</summary>
public static class ApiSeminars
{
    internal static async Task<IResult> ShowAsync(HttpContext context, Archive archive, string slug, CancellationToken cancel)
    {
        switch (await archive.SeminarAsync(slug, cancel))
        {
            case { Status: SeminarStatus.Published } seminar:
                return Results.Json(ApiRoutes.RecordsOf(context).Of(seminar, whole: true));
            case { Status: SeminarStatus.Withdrawn } seminar:
                return ApiProblem.Withdrawn(context, seminar);
            case null:
                if (await archive.SlugAfterAsync(slug, cancel) is { } now) return new Moved(ApiAddresses.Seminar(now));
                if (await archive.TombstoneAsync(slug, cancel) is { } tombstone) return ApiProblem.Deleted(context, tombstone);
                if (await archive.SlugOfAliasAsync(Addresses.Seminar(slug), cancel) is { } other) return new Moved(ApiAddresses.Seminar(other));
                break;
        }

        return ApiProblem.NotFound(context, "No seminar has this slug.");
    }

    internal static Task<IResult> ListAsync(HttpContext context, Archive archive, Finder finder, CancellationToken cancel)
    {
        var asked = ApiRoutes.QuestionOf(context);
        var query = SearchQuery.Parse(asked.One(ApiParameter.Q));
        // Punctuation alone asks for nothing.
        return query.IsEmpty ? WalkAsync(context, asked, archive, cancel) : SearchAsync(context, asked, query, archive, finder, cancel);
    }

    // In the order of the archive; the cursor names the last item's place in it, so that the walk goes on there whatever has come or gone.
    private static async Task<IResult> WalkAsync(HttpContext context, ApiQuestion asked, Archive archive, CancellationToken cancel)
    {
        var list = Cursor.QuestionOf(asked.List);
        (long SortKey, string Slug)? place = null;
        if (asked.Cursor is { } text)
        {
            if (Cursor.Parse(text) is not { Parts: [var key, var slug] } cursor || cursor.Question != list || Cursor.Number(key) is not { } sortKey) return BadCursor(context);
            place = (sortKey, slug);
        }

        var seminars = asked.Choice.Of(archive);
        var total = await seminars.CountAsync(cancel);
        var ordered = asked.One(ApiParameter.Sort) == "oldest" ? seminars.OldestAfter(place) : seminars.NewestAfter(place);
        var keys = await ordered.Take(asked.Limit + 1).Select(s => new { s.Id, s.SortKey, s.Slug }).ToListAsync(cancel);
        var more = keys.Count > asked.Limit;
        if (more) keys.RemoveAt(keys.Count - 1);

        return ApiRoutes.List(context, new SeminarList
        {
            Total = total,
            Items = await RecordsAsync(context, asked, archive, keys.ConvertAll(k => k.Id), cancel),
            Next = more ? NextOf(context, asked, new Cursor(list, [keys[^1].SortKey.ToString(CultureInfo.InvariantCulture), keys[^1].Slug])) : null,
        });
    }

    // Ranked: a place in the ranking means something in the state of the archive it was made in only, which the cursor therefore names.
    private static async Task<IResult> SearchAsync(HttpContext context, ApiQuestion asked, SearchQuery query, Archive archive, Finder finder, CancellationToken cancel)
    {
        foreach (var parameter in (ApiParameter[])[ApiParameter.Author, ApiParameter.Tag])
        {
            if (asked.Asks(parameter)) return ApiProblem.BadParameter(context, parameter.Name, $"It cannot be asked together with q, which takes {parameter.Name}: instead.");
        }

        var search = SearchAddress.From(context.Request.Query);
        if (search.WasNarrowedTooFar) return ApiProblem.BadParameter(context, "q", $"It can be narrowed by {SearchFilters.Most} filters at most.");

        var list = Cursor.QuestionOf(asked.List);
        var state = await archive.States.Select(s => s.Digest).SingleAsync(cancel);
        var (size, number) = (asked.Limit, 1);
        if (asked.Cursor is { } text)
        {
            if (Cursor.Parse(text) is not { Parts: [var then, var each, var at] } cursor || cursor.Question != list
                || Cursor.Number(each) is not (>= 1 and <= ApiParameter.HighestLimit and var limit) || Cursor.Number(at) is not (> 1 and <= int.MaxValue and var next)) return BadCursor(context);
            // How many results lack some words depends on how many are shown at once.
            if (asked.Asks(ApiParameter.Limit) && asked.Limit != limit) return ApiProblem.BadParameter(context, "limit", $"These results began with {limit} at a time and go on so.");
            if (then != state) return ApiProblem.OutdatedCursor(context, asked.AddressAt(Origin(context), null));
            (size, number) = ((int)limit, (int)next);
        }

        var results = await finder.FindAsync(archive, query, search.Filters, search.Order, number, size, cancel);
        if (!results.Exists) return BadCursor(context);

        return ApiRoutes.List(context, new SeminarList
        {
            Total = results.Total,
            Items = await RecordsAsync(context, asked, archive, [.. results.Items.Select(i => i.Row.Id)], cancel),
            Next = number < results.Pages ? NextOf(context, asked, new Cursor(list, [state, size.ToString(CultureInfo.InvariantCulture), (number + 1).ToString(CultureInfo.InvariantCulture)])) : null,
            Search = new SearchRecord { Query = query.Text, Corrected = results.Corrected ?? results.Read, WithEveryWord = results.WithEveryWord },
        });
    }

    private static async Task<IReadOnlyList<SeminarRecord>> RecordsAsync(HttpContext context, ApiQuestion asked, Archive archive, IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var records = ApiRoutes.RecordsOf(context);
        var seminars = await archive.SeminarsAsync(ids, texts: asked.Asks(ApiParameter.Expand), cancel);
        return [.. seminars.Select(s => records.Of(s, whole: false))];
    }

    private static string NextOf(HttpContext context, ApiQuestion asked, Cursor cursor) => asked.AddressAt(Origin(context), cursor);

    private static string Origin(HttpContext context) => context.RequestServices.GetRequiredService<SiteOptions>().OriginOf(context.Request);

    private static IResult BadCursor(HttpContext context) => ApiProblem.BadParameter(context, "cursor", "It is not one that this list has given: take next as it was answered, and change nothing else.");
}
