using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SeminarArchive.Store;
using SeminarArchive.Web.Formats.Api;

namespace SeminarArchive.Web;

/// <summary>Marks an endpoint whose answer depends on the settings alone.</summary>
public sealed class FromSettings;

/// <summary>
/// Says of every answer how long it may be kept and by what to ask again: an <c>ETag</c> made from the content alone, so that two sites with the same
/// content agree on it, and <c>Last-Modified</c>, which an endpoint may set itself where it knows better than the archive as a whole.
/// Who has the answer already gets a 304. What is not as long as the archive is made whole and kept for the next who asks, in <see cref="PageCache"/>.
/// </summary>
public sealed class Freshness(RequestDelegate next, ArchiveMoments moments, PageCache cache, PrivateRequest requests, SiteOptions site, TimeProvider clock, IHostEnvironment environment)
{
    // Longer than nearly all that is kept takes to be made; a client that takes it slowly is no reason to wait on.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private const string Kept = "public, max-age=60, s-maxage=300, stale-while-revalidate=86400";

    // Another program makes other pages from the same archive, and so do other settings.
    private readonly string _maker = $"{typeof(Freshness).Module.ModuleVersionId} {System.Text.Json.JsonSerializer.Serialize(new { site.Title, site.Subject, site.Description, site.BaseUrl, site.FirstUrl, site.TimeZone, site.Language, site.PageSize })}";

    /// <summary>True for what is asked of the archive or the settings; not for what stands for another answer, as an error does.</summary>
    public static bool Concerns(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata && (NotYet.Concerns(context) || metadata.GetMetadata<FromSettings>() is not null)
        && metadata.GetMetadata<FromArchiveAttribute>() is not { IsMomentary: true }
        && metadata.GetMetadata<ResponseCacheAttribute>() is not { NoStore: true }
        && context.Features.Get<IExceptionHandlerFeature>() is null && context.Features.Get<IStatusCodeReExecuteFeature>() is null;

    /// <summary>What the answer to a request goes by when the query does not count.</summary>
    public static PageKey KeyOf(HttpRequest request, SiteOptions site) =>
        site.BaseUrl.Length > 0 ? new("", "", request.Path.Value ?? "/") : new(request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "/");

    /// <summary>Whether whoever asks reads pages, as browsers do.</summary>
    public static bool IsForBrowser(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()!.Metadata;
        if (moments.Now() is not { } moment || !IsGet(context.Request)) return next(context);
        var query = metadata.GetMetadata<ReadsQueryAttribute>()?.Of(context.Request.Query) ?? "";
        if (metadata.GetMetadata<FromArchiveAttribute>() is { IsLong: true }) return SendAsync(context, moment, query);

        return HoldAsync(context, moment, metadata, query);
    }

    /// <summary>Whether the request names the very answer that it would get; by its date only where that is the same, for another state of the archive may be dated earlier.</summary>
    public static bool HasAlready(HttpRequest request, EntityTagHeaderValue? tag, DateTimeOffset? modified)
    {
        if (!IsGet(request)) return false;
        if (request.Headers.IfNoneMatch is { Count: > 0 } tags)
            return tag is not null && EntityTagHeaderValue.TryParseList(tags, out var had) && had.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
        return modified is { } then && request.Headers.IfModifiedSince is { Count: > 0 } date && HeaderUtilities.TryParseDate(date.ToString(), out var since) && then == since;
    }

    /// <summary>Makes a 304 of an answer whose body has not been sent.</summary>
    public static void Shorten(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        response.ContentType = null;
        response.Headers.Remove(HeaderNames.ContentDisposition);
    }

    private static bool IsGet(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Made in a request of its own, which no visitor can break off and which can be made again after a change.
    private async Task HoldAsync(HttpContext context, ArchiveMoment moment, EndpointMetadataCollection metadata, string query)
    {
        var plain = KeyOf(context.Request, site);
        var browser = metadata.GetMetadata<FromArchiveAttribute>() is { HasFormForBrowsers: true } && IsForBrowser(context.Request);
        var asked = Packings.Accepted(context.Request.Headers.AcceptEncoding);
        var make = requests.Like(context, query, browser ? "text/html" : "", next, answer => Finish(answer, asked));
        var page = metadata.GetMetadata<FromSettings>() is null ? await cache.GetAsync(plain with { Target = plain.Target + query, ForBrowsers = browser }, moment, make) : await make();
        await page.SendAsync(context);
    }

    private KeptPage Finish(PrivateAnswer answer, Packing asked)
    {
        var headers = answer.Headers;
        // Elsewhere said by who stands before this; here it is kept with the answer.
        CrossOrigin.OpenUnlessPage(headers);
        if (answer.StatusCode is StatusCodes.Status200OK or StatusCodes.Status410Gone) Promise(headers);
        if (answer.StatusCode == StatusCodes.Status200OK)
        {
            if (StringValues.IsNullOrEmpty(headers.ETag)) headers.ETag = TagOf(answer.Body.Span).ToString();
            if (StringValues.IsNullOrEmpty(headers.LastModified) && moments.Now() is { } moment) headers.LastModified = HeaderUtilities.FormatDate(moment.ChangedAt);
        }

        return new KeptPage(answer.StatusCode, headers, HeldBody.From(answer.Body, headers.ContentType.ToString(), asked));
    }

    private void Promise(IHeaderDictionary headers)
    {
        if (StringValues.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = environment.IsDevelopment() ? "no-cache" : Kept;
        if (!headers.Vary.Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase)) headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
    }

    // As long as the archive: its tag is known before it is, from what it is made of.
    private async Task SendAsync(HttpContext context, ArchiveMoment moment, string query)
    {
        var (request, response) = (context.Request, context.Response);
        var key = KeyOf(request, site);
        if (query.Length == 0 && cache.Find(key) is { } kept)
        {
            await kept.SendAsync(context);
            return;
        }

        var tag = TagOf(System.Text.Encoding.UTF8.GetBytes($"{_maker} {moment.Name} {site.OriginOf(request)} {request.Path} {query}"));
        KeyValuePair<string, StringValues>[] headers = [];
        response.OnStarting(() =>
        {
            if (response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)) return Task.CompletedTask;
            Promise(response.Headers);
            response.GetTypedHeaders().ETag = tag;
            response.GetTypedHeaders().LastModified = moment.ChangedAt;
            CrossOrigin.OpenUnlessPage(response.Headers);
            headers = [.. response.Headers.Where(h => !h.Key.Equals(HeaderNames.ContentEncoding, StringComparison.OrdinalIgnoreCase))];
            return Task.CompletedTask;
        });
        if (HasAlready(request, tag, moment.ChangedAt)) await SendNothingAsync(context);
        else if (query.Length > 0 || !HttpMethods.IsGet(request.Method)) await next(context);
        else if (await BeginAsync(key, moment, context.RequestAborted) is { } copy) await SendAndKeepAsync(context, moment, key, copy, () => headers);
        else if (cache.Find(key) is { } made) await made.SendAsync(context);
        else await next(context);
    }

    // Waits while somebody else has it made. Null when it is kept by then, or not to be.
    private async Task<LongCopy?> BeginAsync(PageKey key, ArchiveMoment moment, CancellationToken cancel)
    {
        using var longest = new CancellationTokenSource(LongestWait, clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, cancel);
        while (true)
        {
            if (cache.BeginLong(key, moment, out var underWay) is { } copy) return copy;
            if (underWay is null || enough.IsCancellationRequested) return null;
            await underWay.Over.WaitAsync(enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cache.Find(key) is not null) return null;
        }
    }

    // Whether there is anything at the address is the endpoint's to say, which need not say what.
    private async Task SendNothingAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
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

    // Only what the client has been sent to its end is kept, and only if the archive is still the same.
    private async Task SendAndKeepAsync(HttpContext context, ArchiveMoment moment, PageKey key, LongCopy copy, Func<KeyValuePair<string, StringValues>[]> headers)
    {
        var response = context.Response;
        var body = response.Body;
        await using var keeping = new KeepingStream(response, Packings.Accepted(context.Request.Headers.AcceptEncoding), copy);
        KeptPage? page = null;
        response.Body = keeping;
        try
        {
            await next(context);
            if (await keeping.EndAsync() is { } packed && !context.RequestAborted.IsCancellationRequested) page = new KeptPage(StatusCodes.Status200OK, headers(), new LongBody(packed, keeping.Packing, keeping.Written));
        }
        finally
        {
            response.Body = body;
            cache.EndLong(key, moment, copy, page);
        }
    }

    // Weak: the same page goes out packed in several ways.
    private static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"", isWeak: true);
}
