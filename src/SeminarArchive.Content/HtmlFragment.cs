using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SeminarArchive.Content;

/// <summary>HTML as it stands in a page's body.</summary>
internal static class HtmlFragment
{
    /// <summary>The body of a document of its own that holds it.</summary>
    public static IHtmlElement Parse(string html)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = html;
        return body;
    }
}
