using Microsoft.AspNetCore.Mvc.RazorPages;
using SeminarArchive.Content;

namespace SeminarArchive.Web;

/// <summary>The archive's own files (calendars, exports, citations …) have addresses without capitals, which routing takes for the same: other ways of writing them are answered by a 301.</summary>
public sealed class OwnFiles(RequestDelegate next)
{
    /// <summary>True for what the archive or the settings answer and is no page.</summary>
    public static bool Concerns(HttpContext context) => context.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<PageActionDescriptor>() is null
        && (metadata.GetMetadata<FromArchiveAttribute>() is not null || metadata.GetMetadata<FromSettings>() is not null);

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        // What could not be decoded is left alone: its letters are digits.
        if (!path.Any(char.IsUpper) || path.Contains('%', StringComparison.Ordinal) || AliasKey.Fold(path) is var folded && folded == path) return next(context);

        CanonicalAddress.Move(context, new PathString(folded).ToUriComponent() + context.Request.QueryString);
        return Task.CompletedTask;
    }
}
