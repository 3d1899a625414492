using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>Marks an endpoint whose answer depends on the settings alone.</summary>
public sealed class FromSettings;

/// <summary>
/// Says of every answer how long it may be kept and by what to ask again: an <c>ETag</c> made from the content alone, so that two sites with the same
/// content agree on it, and <c>Last-Modified</c>, which an endpoint may set itself where it knows better than the archive as a whole.
/// Who has the answer already gets a 304.
/// </summary>
public sealed class Freshness(RequestDelegate next, ArchiveMoments moments, SiteOptions site, IHostEnvironment environment)
{
    private const string Kept = "public, max-age=60, s-maxage=300, stale-while-revalidate=86400";

    // Another program makes other pages from the same archive, and so do other settings.
    private readonly string _maker = $"{typeof(Freshness).Module.ModuleVersionId} {System.Text.Json.JsonSerializer.Serialize(new { site.Title, site.Subject, site.Description, site.BaseUrl, site.TimeZone, site.Language, site.PageSize })}";

    public static bool Concerns(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is null
        && context.GetEndpoint()?.Metadata.GetMetadata<FromArchiveAttribute>() is not { IsMomentary: true } && (NotYet.Concerns(context) || context.GetEndpoint()?.Metadata.GetMetadata<FromSettings>() is not null);

    public Task InvokeAsync(HttpContext context)
    {
        if (moments.Now() is not { } moment) return next(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null || IsGet(context.Request)) Promise(context, moment);
        return IsLong(context) ? SendAsync(context, moment) : HoldAsync(context);
    }

    /// <summary>Whether the request names the very answer that it would get.</summary>
    public static bool HasAlready(HttpRequest request, EntityTagHeaderValue? tag, DateTimeOffset? modified)
    {
        if (!IsGet(request)) return false;
        var headers = request.GetTypedHeaders();
        if (request.Headers.IfNoneMatch.Count > 0) return tag is not null && headers.IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
        return modified is { } then && headers.IfModifiedSince is { } since && then <= since;
    }

    private static bool IsGet(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsLong(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<FromArchiveAttribute>() is { IsLong: true };

    private void Promise(HttpContext context, ArchiveMoment moment) => context.Response.OnStarting(() =>
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified or StatusCodes.Status410Gone)
        {
            if (StringValues.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = environment.IsDevelopment() ? "no-cache" : Kept;
            if (!headers.Vary.Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase)) headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && StringValues.IsNullOrEmpty(headers.LastModified)) context.Response.GetTypedHeaders().LastModified = moment.ChangedAt;
        return Task.CompletedTask;
    });

    // Too long to be held: its tag is known before it is, from what it is made of.
    private async Task SendAsync(HttpContext context, ArchiveMoment moment)
    {
        var request = context.Request;
        if (!IsGet(request))
        {
            await next(context);
            return;
        }

        var tag = TagOf(Encoding.UTF8.GetBytes($"{_maker} {moment.Name} {site.OriginOf(request)} {request.Path} {request.QueryString}"));
        var response = context.Response;
        response.OnStarting(() =>
        {
            if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified) response.GetTypedHeaders().ETag = tag;
            return Task.CompletedTask;
        });
        if (!HasAlready(request, tag, moment.ChangedAt))
        {
            await next(context);
            return;
        }

        // Whether there is anything at the address is the endpoint's to say, which need not say what.
        var body = response.Body;
        request.Method = HttpMethods.Head;
        response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode == StatusCodes.Status200OK) Shorten(response);
    }

    private async Task HoldAsync(HttpContext context)
    {
        var response = context.Response;
        var body = response.Body;
        using var held = new MemoryStream();
        response.Body = held;
        // The tag is that of the whole answer, also for those who ask for its headers only.
        var asked = context.Request.Method;
        if (HttpMethods.IsHead(asked)) context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
            context.Request.Method = asked;
        }

        held.TryGetBuffer(out var bytes);
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var typed = response.GetTypedHeaders();
            typed.ETag ??= TagOf(bytes);
            if (HasAlready(context.Request, typed.ETag, typed.LastModified ?? moments.Now()?.ChangedAt))
            {
                Shorten(response);
                return;
            }
        }

        if (bytes.Count > 0 && !HttpMethods.IsHead(asked)) await body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void Shorten(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        response.ContentType = null;
        response.Headers.Remove(HeaderNames.ContentDisposition);
    }

    // Weak: the same page goes out compressed in several ways.
    private static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"", isWeak: true);
}
