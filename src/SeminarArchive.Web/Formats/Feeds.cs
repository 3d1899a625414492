using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// RSS 2.0, Atom 1.0 and JSON Feed 1.1 of every list: <c>…/feed/</c>, <c>…/feed/atom/</c>, <c>…/feed/json/</c>, and the whole history behind each in
/// archived pages, <c>…/feed/archive/1/</c>.
/// </summary>
public static class Feeds
{
    /// <summary>Seminars in one document.</summary>
    public const int PageSize = 30;

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var kind in FeedKind.All)
        {
            Func<HttpContext, Archive, SiteOptions, Task> answer = async (context, archive, site) => await (await AnswerAsync(kind, context, archive, site)).ExecuteAsync(context);
            app.MapListings(kind.Ending, answer, new FromArchiveAttribute { HasFormForBrowsers = true }, new ReadsQueryAttribute("paged"));
            app.MapListings(kind.Ending + "archive/{number:regex(^[1-9][0-9]*$):int}", answer, new FromArchiveAttribute { HasFormForBrowsers = true });
        }
    }

    private static async Task<IResult> AnswerAsync(FeedKind kind, HttpContext context, Archive archive, SiteOptions site)
    {
        var cancel = context.RequestAborted;
        var number = context.GetRouteValue("number") is string text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : (int?)null;
        if (await Listings.FindAsync(context, archive, site) is not { } list)
        {
            var path = context.Request.Path.Value!;
            var former = path[..(path.IndexOf("/feed/", StringComparison.Ordinal) + 1)];
            return await archive.PersonOfAliasAsync(former, cancel) is { } person ? new Moved(kind.AddressOf(Addresses.Speaker(person), number)) : Results.NotFound();
        }

        // Enough full pages for what the latest do not reach.
        var pages = Math.Max(0, await list.Seminars.CountAsync(cancel) - 1) / PageSize;
        if (number > pages) return Results.NotFound();
        // WordPress counted from the latest, so that what it had there changed.
        if (number is null && OldLists.Page(context.Request.Query) is > 1 and var asked) return asked <= pages + 1 ? Results.Redirect(kind.AddressOf(list.Address, pages + 2 - asked)) : Results.NotFound();

        var ids = number is { } n ? await list.Seminars.ArchivedAsync(n, PageSize, cancel) : await list.Seminars.LatestAsync(PageSize, cancel);
        var origin = site.OriginOf(context.Request);
        var naming = new FeedId(site.FirstOriginOf(context.Request));
        var entries = (await archive.SeminarsAsync(ids, texts: true, cancel)).Select(s => FeedEntry.Of(s, site, origin, naming)).ToList();
        var updated = entries.Count > 0 ? entries.Max(e => e.Updated) : context.RequestServices.GetRequiredService<ArchiveMoments>().Now()?.ChangedAt ?? DateTimeOffset.UnixEpoch;
        var page = new FeedPage(kind, list, number, pages, entries, updated, site, origin) { Id = naming.Of(list) };

        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Results.Bytes(kind.Write(page), (Freshness.IsForBrowser(context.Request) ? kind.BrowserType : kind.MediaType) + "; charset=utf-8");
    }
}
