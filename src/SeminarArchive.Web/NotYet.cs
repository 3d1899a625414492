using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using SeminarArchive.Store;
using SeminarArchive.Web.Formats.Api;

namespace SeminarArchive.Web;

/// <summary>Marks an endpoint that is no page and yet answers from the archive.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromArchiveAttribute : Attribute
{
    /// <summary>True when the answer is as long as the archive and therefore sent while it is made; such an endpoint writes nothing for HEAD.</summary>
    public bool IsLong { get; init; }

    /// <summary>True when browsers, who ask for <c>text/html</c>, get another form of it than programs.</summary>
    public bool HasFormForBrowsers { get; init; }

    /// <summary>True when the answer tells the time, and is therefore another one at every moment: nobody is to keep it.</summary>
    public bool IsMomentary { get; init; }
}

/// <summary>
/// Until the first seeding is done there is nothing to answer from: 503, and when to come again. The same for whoever asks when the database
/// turns out to be damaged, and until it is rebuilt.
/// </summary>
public sealed class NotYet(RequestDelegate next, Readiness readiness, ArchiveFile file)
{
    private const string Page = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="3"><title>The archive is being prepared</title></head>
        <body><h1>The archive is being prepared</h1><p>This page asks again by itself in a few seconds.</p></body></html>
        """;

    public static bool Concerns(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata && (metadata.GetMetadata<PageActionDescriptor>() is not null || metadata.GetMetadata<FromArchiveAttribute>() is not null);

    public async Task InvokeAsync(HttpContext context)
    {
        if (readiness.Ready)
        {
            try
            {
                await next(context);
                return;
            }
            catch (SqliteException e) when (readiness.IsNoMore(file, e) && !context.Response.HasStarted)
            {
                context.Response.Clear();
            }
        }

        await AnswerAsync(context);
    }

    /// <summary>Answers that there is nothing to answer from yet.</summary>
    internal static async Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        context.Response.Headers.CacheControl = "no-store";
        if (ApiAddresses.Has(context.Request.Path))
        {
            await ApiProblem.NotYet(context).ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
