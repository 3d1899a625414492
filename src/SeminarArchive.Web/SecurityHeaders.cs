using Microsoft.Extensions.Primitives;

namespace SeminarArchive.Web;

/// <summary>The headers that keep a page to itself: no script but the site's own, no framing, no guessing of types.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    // Images and media may come from elsewhere, since abstracts show them; everything that acts comes from here.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' https:; media-src 'self' https:; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Names and values, the same for every answer.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, StringValues>> All =
    [
        new("Content-Security-Policy", Policy),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, since an answer that fails is begun anew without the headers it had.
        context.Response.OnStarting(Set, context.Response.Headers);
        return next(context);
    }

    private static Task Set(object state)
    {
        var headers = (IHeaderDictionary)state;
        foreach (var (name, value) in All) headers[name] = value;
        return Task.CompletedTask;
    }
}
