using System.Net;
using System.Text.RegularExpressions;

namespace SeminarArchive.Web.Formats;

/// <summary>HTML of an abstract that leaves its page: its links say where they lead by themselves.</summary>
public static partial class AbsoluteHtml
{
    /// <param name="html">As the archive keeps it: every attribute in double quotes.</param>
    /// <param name="page">Absolute address of the page that it stands on.</param>
    public static string Of(string html, Uri page) => html.Contains("=\"", StringComparison.Ordinal)
        ? Tag().Replace(html, tag => Link().Replace(tag.Value, link => $"{link.Groups["name"].Value}=\"{Absolute(link.Groups["url"].Value, page)}\""))
        : html;

    private static string Absolute(string encoded, Uri page) =>
        Uri.TryCreate(page, WebUtility.HtmlDecode(encoded), out var url) && url.Scheme is "http" or "https" ? WebUtility.HtmlEncode(url.AbsoluteUri) : encoded;

    // Texts may look like attributes; only what stands within a tag is one.
    [GeneratedRegex("""<[a-z][^\s<>"=]*(\s+[^\s<>"=]+(="[^"]*")?)+\s*/?>""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<=\s)(?<name>href|src|cite)="(?<url>[^"]*)"(?=[\s/>])""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Link();
}
