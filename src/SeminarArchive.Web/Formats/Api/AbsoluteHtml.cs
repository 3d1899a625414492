using System.Text.RegularExpressions;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>HTML of the archive for use elsewhere.</summary>
public static partial class AbsoluteHtml
{
    /// <summary>Addresses from the site's root made absolute. The HTML must be the archive's own, which escapes angle brackets and quotes all attributes.</summary>
    public static string From(string html, string origin) =>
        html.Contains("=\"/", StringComparison.Ordinal) ? Tag().Replace(html, tag => Address().Replace(tag.Value, $"${{start}}{origin.Replace("$", "$$", StringComparison.Ordinal)}/")) : html;

    [GeneratedRegex("""<[a-zA-Z][a-zA-Z0-9]*(\s+[^\s"'<>=/]+(="[^"]*")?)+\s*/?>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<start>\s(href|src|cite)=")/(?!/)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
