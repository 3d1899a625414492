using Microsoft.AspNetCore.Components;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>Addresses of the site's own styles and scripts.</summary>
public static class Asset
{
    /// <summary>With the print of its bytes in its name, so that browsers keep it for ever; without it where the framework knows none.</summary>
    public static string AddressOf(HttpContext context, string file) => "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file);
}
