using SeminarArchive.Web.Formats.OaiPmh;

namespace SeminarArchive.Web;

/// <summary>
/// The archive is read, not written to: whatever is not GET or HEAD is answered by 405.
/// Harvesters may send by POST what they ask.
/// </summary>
public sealed class OnlyReading(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return next(context);

        var answersForms = CanonicalAddress.Canonical(context.Request.Path.Value ?? "/") == OaiRepository.Address;
        if (answersForms && HttpMethods.IsPost(method)) return next(context);

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = answersForms ? "GET, HEAD, POST" : "GET, HEAD";
        return Task.CompletedTask;
    }
}
