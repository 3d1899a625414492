using System.Text.RegularExpressions;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SeminarArchive.Content;

/// <summary>Takes from a parsed body every link and image that the site must not print, and names what a screen reader would not.</summary>
internal static partial class BodyLinks
{
    /// <summary>True when the body holds HTML of the editor's own, which only a sanitiser can judge.</summary>
    public static bool MakeSafe(MarkdownDocument document, BodyProblem report)
    {
        var rawHtml = false;
        List<Inline>? unsafeLinks = null;
        List<HtmlInline>? comparisons = null;
        foreach (var node in document.Descendants())
        {
            if (node is LinkInline { GetDynamicUrl: null, Url: { } url } own) own.Url = Rooted(url);
            switch (node)
            {
                case TaskList task:
                    task.GetAttributes().AddPropertyIfNotExist("aria-label", task.Checked ? "Done" : "To do");
                    break;
                case HtmlInline html when Comparison().IsMatch(html.Tag):
                    (comparisons ??= []).Add(html);
                    break;
                case HtmlBlock or HtmlInline:
                    rawHtml = true;
                    break;
                case LinkInline { IsImage: true } image:
                    if (IsSafeImage(Url(image))) image.GetAttributes().AddPropertyIfNotExist("loading", "lazy");
                    else (unsafeLinks ??= []).Add(image);
                    break;
                case LinkInline link when !IsSafe(Url(link)):
                    (unsafeLinks ??= []).Add(link);
                    break;
                case AutolinkInline { IsEmail: false } link when !IsSafe(link.Url):
                    (unsafeLinks ??= []).Add(link);
                    break;
            }
        }

        foreach (var inline in unsafeLinks ?? []) Unlink(inline, report);
        foreach (var inline in comparisons ?? []) inline.ReplaceBy(new LiteralInline(inline.Tag));
        return rawHtml;
    }

    /// <summary>Whether a link may be followed: http, https, mailto, or within the site.</summary>
    public static bool IsSafe(string url) => Links.Scheme(url) is null or "http" or "https" or "mailto";

    /// <summary>Whether an image may be shown: https, or within the site.</summary>
    public static bool IsSafeImage(string url) => Links.Scheme(url) is null or "https";

    /// <summary>As in fields, files of the content folder may be named without the slash before, or from where the seminar's file stands; other addresses stay as they are.</summary>
    public static string Rooted(string url) =>
        url.Length > 0 && url[0] is 's' or 'u' or '.' or 'c' && Links.FromContent(url) is { } path && Links.IsOfFiles(path) ? "/" + path : url;

    /// <summary>Tells of an address that is left out.</summary>
    public static void Tell(string url, bool isImage, int line, int column, BodyProblem report)
    {
        if (isImage)
        {
            report(Rules.ImageUnsafe, line, column, $"The image {PlainText.Quote(url)} is not shown: it must be a file of the site or come over https.",
                "Put the image under content/uploads/ and write its path, such as  /uploads/knot.png .");
        }
        else
        {
            report(Rules.LinkUnsafe, line, column, $"The link to {PlainText.Quote(url)} is left out; only http, https and mailto addresses are linked.",
                "Write an address that begins with https:// , or a path on this site.");
        }
    }

    private static string Url(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";

    // "x<a and y>b": words where a tag has attributes with values, or such as need none.
    [GeneratedRegex(@"^<[a-z]+(\s+(?!(open|checked|disabled|reversed|hidden|controls|muted|loop|autoplay|required|selected|nowrap|async|defer|itemscope)\b)[a-z]+)+\s*>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();

    // What the link stands around, stays.
    private static void Unlink(Inline inline, BodyProblem report)
    {
        var url = inline is LinkInline link ? Url(link) : ((AutolinkInline)inline).Url;
        Tell(url, inline is LinkInline { IsImage: true }, inline.Line, inline.Column, report);
        if (inline is ContainerInline container)
        {
            while (container.FirstChild is { } child)
            {
                child.Remove();
                inline.InsertBefore(child);
            }
        }
        else
        {
            inline.InsertBefore(new LiteralInline(url));
        }

        inline.Remove();
    }
}
