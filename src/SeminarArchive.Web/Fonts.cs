using Microsoft.AspNetCore.StaticAssets;

namespace SeminarArchive.Web;

/// <summary>
/// The stylesheet cannot ask for a file by the fingerprint that the build gives it, so fonts carry one in their own names
/// (<c>source-serif-4-latin.1c8f.woff2</c>). What has such a name never changes and may be kept for good.
/// </summary>
public static class Fonts
{
    public static StaticAssetsEndpointConventionBuilder KeepFonts(this StaticAssetsEndpointConventionBuilder assets)
    {
        assets.Add(endpoint =>
        {
            if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } send } || !path.EndsWith(".woff2", StringComparison.Ordinal)) return;

            endpoint.RequestDelegate = context =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                    return Task.CompletedTask;
                });
                return send(context);
            };
        });
        return assets;
    }
}
