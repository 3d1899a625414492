namespace SeminarArchive.Web.Formats.Api;

/// <summary>
/// Lets pages of any site read what is not a page itself: the API and all that it links to, feeds, calendars, exports. Nothing in it is secret, and nobody is signed in.
/// Answers what is not a question to the API with 204 or 405.
/// </summary>
public sealed class CrossOrigin(RequestDelegate next)
{
    public const string Methods = "GET, HEAD, OPTIONS";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!ApiAddresses.Has(request.Path))
        {
            context.Response.OnStarting(OpenUnlessPage, context.Response.Headers);
            return next(context);
        }

        // At the last moment, since an answer that fails is begun anew without the headers it had.
        context.Response.OnStarting(Open, context.Response.Headers);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        return HttpMethods.IsOptions(request.Method) ? Allow(context.Response) : ApiProblem.NotAllowed(context).ExecuteAsync(context);
    }

    /// <summary>What an answer says of itself that any site's pages may read.</summary>
    public static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "Allow, ETag, Link, Retry-After";
    }

    /// <summary>As <see cref="Open(IHeaderDictionary)"/>, of what is not a page by its type.</summary>
    public static void OpenUnlessPage(IHeaderDictionary headers)
    {
        if (!headers.ContentType.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase)) Open(headers);
    }

    private static Task OpenUnlessPage(object state)
    {
        OpenUnlessPage((IHeaderDictionary)state);
        return Task.CompletedTask;
    }

    private static Task Open(object state)
    {
        Open((IHeaderDictionary)state);
        return Task.CompletedTask;
    }

    private static Task Allow(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = Methods;
        response.Headers.AccessControlAllowMethods = Methods;
        response.Headers.AccessControlAllowHeaders = "*";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }
}
