using System.Globalization;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>Whatever goes wrong in the API, as <c>application/problem+json</c> (RFC 9457); each kind of problem is described at <c>/api/</c>.</summary>
public static class ApiProblem
{
    public const string MediaType = "application/problem+json";

    /// <summary>The kinds of problem: the end of their address, status, title, and what they mean.</summary>
    public static readonly IReadOnlyList<(string Name, int Status, string Title, string Meaning)> Kinds =
    [
        ("bad-parameter", StatusCodes.Status400BadRequest, "A parameter cannot be used", "It is unknown, is given twice, or has a value that means nothing; `parameter` names it."),
        ("not-found", StatusCodes.Status404NotFound, "There is nothing at this address", "Nothing has ever stood there, or it is not published."),
        ("not-allowed", StatusCodes.Status405MethodNotAllowed, "The API is only read", "Ask with GET or HEAD."),
        ("outdated-cursor", StatusCodes.Status409Conflict, "The results have changed", "The archive has changed since the search began, and its results may be ranked otherwise now; `restart` is where to begin again."),
        ("withdrawn", StatusCodes.Status410Gone, "The seminar has been withdrawn", "`seminar` says what stood here and, where recorded, why it no longer does."),
        ("deleted", StatusCodes.Status410Gone, "The seminar is no longer in the archive", "`seminar` says what stood here and when it was removed."),
        ("failure", StatusCodes.Status500InternalServerError, "The archive has failed", "It is no fault of the request."),
        ("not-yet", StatusCodes.Status503ServiceUnavailable, "The archive is being prepared", "`Retry-After` says after how many seconds to ask again."),
    ];

    public static IResult BadParameter(HttpContext context, string parameter, string detail) => Answer(context, "bad-parameter", detail, p => p with { Parameter = parameter });

    public static IResult NotFound(HttpContext context, string detail)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Answer(context, "not-found", detail);
    }

    public static IResult NotAllowed(HttpContext context)
    {
        context.Response.Headers.Allow = CrossOrigin.Methods;
        return Answer(context, "not-allowed", $"{context.Request.Method} is not possible; ask with GET or HEAD.");
    }

    /// <param name="restart">The first stretch of the list.</param>
    public static IResult OutdatedCursor(HttpContext context, string restart)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Answer(context, "outdated-cursor", "The archive has changed since the first of these results were given; begin again at the address in restart.", p => p with { Parameter = "cursor", Restart = restart });
    }

    public static IResult Withdrawn(HttpContext context, Seminar seminar) => Answer(
        context, "withdrawn", seminar.Reason ?? "No reason was recorded.", p => p with { Seminar = new GoneRecord { Title = seminar.Title, Date = seminar.Date.ToString(), Reason = seminar.Reason } });

    public static IResult Deleted(HttpContext context, Tombstone tombstone)
    {
        var removed = DateTimeOffset.FromUnixTimeSeconds(tombstone.RemovedAt);
        return Answer(context, "deleted", string.Create(CultureInfo.InvariantCulture, $"It was removed on {removed:yyyy-MM-dd}. No reason was recorded."),
            p => p with { Seminar = new GoneRecord { Title = tombstone.Title, Date = tombstone.Date.ToString(), Removed = removed } });
    }

    public static IResult Failure(HttpContext context) => Answer(context, "failure", "Please ask again later.");

    public static IResult NotYet(HttpContext context) => Answer(context, "not-yet", "Please ask again in a few seconds.");

    /// <summary>The address of a kind of problem.</summary>
    public static string AddressOf(string origin, string name) => $"{origin}{ApiAddresses.Root}#{name}";

    private static IResult Answer(HttpContext context, string name, string detail, Func<ProblemRecord, ProblemRecord>? with = null)
    {
        var (_, status, title, _) = Kinds.Single(k => k.Name == name);
        var origin = context.RequestServices.GetRequiredService<SiteOptions>().OriginOf(context.Request);
        var problem = new ProblemRecord { Type = AddressOf(origin, name), Title = title, Status = status, Detail = detail };
        return Results.Json(with is null ? problem : with(problem), contentType: MediaType, statusCode: status);
    }
}
