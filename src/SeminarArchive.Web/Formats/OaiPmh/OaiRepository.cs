using System.Text;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>
/// The archive as a repository that libraries harvest: the Open Archives Initiative's Protocol for Metadata Harvesting, version 2.0.
/// A published seminar is a record; one that was withdrawn, made a draft again or deleted is a deleted record; what was never public is none.
/// </summary>
public static class OaiRepository
{
    public const string Address = "/oai";

    /// <summary>Records in one answer.</summary>
    public const int PageSize = 100;

    // No harvester has more to say.
    private const int LongestForm = 16 * 1024;

    public static void MapOaiRepository(this WebApplication app) =>
        app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], AnswerAsync).WithMetadata(new FromArchiveAttribute { IsMomentary = true });

    private static async Task AnswerAsync(HttpContext context, Archive archive, SiteOptions site, TimeProvider clock)
    {
        var (request, response) = (context.Request, context.Response);
        var pairs = Arguments.Pairs(request.QueryString.Value ?? "");
        if (HttpMethods.IsPost(request.Method))
        {
            if (request.ContentType is { } type && !type.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            {
                await RefuseAsync(response, StatusCodes.Status415UnsupportedMediaType, "Arguments are sent as application/x-www-form-urlencoded.\n");
                return;
            }

            if (await FormAsync(request) is not { } form)
            {
                await RefuseAsync(response, StatusCodes.Status413PayloadTooLarge, "That is more than any request of the protocol needs.\n");
                return;
            }

            pairs = pairs.Concat(Arguments.Pairs(form));
        }

        // The time is taken before anything is read, so that who asks from then on misses nothing.
        using var answer = new Answer(clock.GetUtcNow(), site.OriginOf(request), Arguments.Of(pairs));
        await new Harvest(archive, site, answer, context.RequestAborted).RunAsync();
        response.ContentType = "text/xml; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(request.Method)) await answer.SendAsync(response.Body, context.RequestAborted);
    }

    private static async Task<string?> FormAsync(HttpRequest request)
    {
        var form = new byte[LongestForm + 1];
        var length = await request.Body.ReadAtLeastAsync(form, form.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > LongestForm ? null : Encoding.UTF8.GetString(form, 0, length);
    }

    private static Task RefuseAsync(HttpResponse response, int status, string why)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(why);
    }
}
