namespace SeminarArchive.Web;

/// <summary>
/// Where no public address is configured, addresses are made from the host that each request names; one that names none, or none that can stand in an address, gets 400.
/// Whether the site is well is told to everybody.
/// </summary>
public sealed class KnownHost(RequestDelegate next, SiteOptions site)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (site.BaseUrl.Length > 0 || request.Path.Value is "/healthz" or "/readyz" || Uri.TryCreate(site.OriginOf(request), UriKind.Absolute, out _)) return next(context);

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("The request does not say in Host which site it is for.\n", context.RequestAborted);
    }
}
