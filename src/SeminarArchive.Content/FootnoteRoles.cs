using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Tells screen readers which numbers and arrows lead to footnotes and back, and where the notes stand.</summary>
internal static partial class FootnoteRoles
{
    /// <param name="html">With the footnotes as Markdig prints them, through the sanitiser or not.</param>
    public static string Name(string html)
    {
        if (!html.Contains("class=\"footnotes\"", StringComparison.Ordinal)) return html;

        var named = References().Replace(html, "class=\"footnote-ref\" role=\"doc-noteref\" aria-label=\"Note ${number}\"><sup>${number}<");
        return named.Replace("class=\"footnote-back-ref\"", "class=\"footnote-back-ref\" role=\"doc-backlink\" aria-label=\"Back to the text\"", StringComparison.Ordinal)
            .Replace("<div class=\"footnotes\"", "<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("""class="footnote-ref"><sup>(?<number>[0-9]+)<""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();
}
