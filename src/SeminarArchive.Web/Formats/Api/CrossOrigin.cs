namespace SeminarArchive.Web.Formats.Api;

/// <summary>Lets pages of any site ask the API: nothing in it is secret, and nobody is signed in. Answers what is not a question with 204 or 405.</summary>
public sealed class CrossOrigin(RequestDelegate next)
{
    public const string Methods = "GET, HEAD, OPTIONS";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!ApiAddresses.Has(request.Path)) return next(context);

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
