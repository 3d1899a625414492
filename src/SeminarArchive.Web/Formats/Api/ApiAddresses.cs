namespace SeminarArchive.Web.Formats.Api;

/// <summary>The addresses of the API, percent-encoded and from the root; none but the first ends in a slash.</summary>
public static class ApiAddresses
{
    /// <summary>The page that describes the API.</summary>
    public const string Root = "/api/";

    public const string Document = "/api/openapi.json";

    public const string Seminars = "/api/seminars";

    public const string Speakers = "/api/speakers";

    public const string Authors = "/api/authors";

    public const string Categories = "/api/categories";

    public const string Affiliations = "/api/affiliations";

    public const string Tags = "/api/tags";

    public const string Years = "/api/years";

    public static string Seminar(string slug) => $"{Seminars}/{Uri.EscapeDataString(slug)}";

    public static string Speaker(string slug) => $"{Speakers}/{Uri.EscapeDataString(slug)}";

    /// <summary>The seminars of which a filter is true.</summary>
    public static string SeminarsOf(string filter, string value) => $"{Seminars}?{filter}={Uri.EscapeDataString(value)}";

    /// <summary>Whether a path belongs to the API, its page excepted.</summary>
    public static bool Has(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue && rest != "/";
}
