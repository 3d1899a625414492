using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SeminarArchive.Content;

/// <summary>HTML of an editor's own, cut down to what an abstract may have.</summary>
internal static class SafeHtml
{
    [ThreadStatic]
    private static HtmlSanitizer? sanitiser;

    private static readonly string[] Tags =
    [
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "kbd", "samp", "var", "em", "strong", "i", "b", "u", "s", "del", "ins",
        "mark", "small", "sub", "sup", "q", "cite", "dfn", "abbr", "time", "span", "div", "bdi", "bdo", "ruby", "rb", "rt", "rp", "wbr", "a", "img", "figure", "figcaption", "details", "summary",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "input",
    ];

    private static readonly string[] Attributes =
    [
        "href", "src", "alt", "title", "lang", "dir", "class", "id", "colspan", "rowspan", "scope", "headers", "start", "reversed", "type", "value", "checked", "disabled", "open",
        "datetime", "cite", "width", "height", "loading", "span", "abbr",
    ];

    private static readonly string[] Classes = ["math", "footnotes", "footnote-ref", "footnote-back-ref", "contains-task-list", "task-list-item", "right", "center"];

    // They carry no meaning an abstract needs; what stands in them does.
    private static readonly string[] Unwrapped =
    [
        "center", "font", "big", "tt", "strike", "nobr", "article", "section", "header", "footer", "main", "aside", "nav", "address", "hgroup", "label", "fieldset", "legend", "picture", "noscript", "body", "html", "form",
    ];

    /// <summary>Headings begin at <paramref name="topHeading"/>; what is left out is reported once for each element's name.</summary>
    public static string Sanitise(string html, int topHeading, MarkdownDocument source, BodyProblem report)
    {
        var body = HtmlFragment.Parse(html);
        var removed = Unwrap(body);
        TellAddresses(body, source, report);

        sanitiser ??= Build();
        var clean = sanitiser.SanitizeDom((IHtmlDocument)body.Owner!, body);
        var root = clean.Body!;
        foreach (var name in removed) Report(name, source, report);
        Finish(root, topHeading);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var node in root.ChildNodes) node.ToHtml(writer, HtmlFormatter.Instance);
        return writer.ToString().Trim();
    }

    private static HtmlSanitizer Build()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src", "cite"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        };
        var built = new HtmlSanitizer(options) { AllowDataAttributes = false };
        built.AllowedClasses.UnionWith(Classes);
        built.RemovingCssClass += (_, e) => e.Cancel = e.CssClass.StartsWith("language-", StringComparison.Ordinal) && e.CssClass.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#' or '_');
        return built;
    }

    // Returns the names of elements that the sanitiser will leave out with what is in them.
    private static List<string> Unwrap(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(string.Join(',', Unwrapped)).Reverse())
        {
            while (element.FirstChild is { } child) element.Parent!.InsertBefore(child, element);
            element.Remove();
        }

        return [.. body.QuerySelectorAll("*").Select(e => e.LocalName).Where(name => !Tags.Contains(name)).Distinct(StringComparer.Ordinal)];
    }

    // The sanitiser leaves the addresses out. Those of Markdown are gone by now.
    private static void TellAddresses(IElement body, MarkdownDocument source, BodyProblem report)
    {
        foreach (var url in body.QuerySelectorAll("a[href], img[src]").Select(element => element is IHtmlImageElement ? (Name: "img", Url: element.GetAttribute("src")!) : (Name: "a", Url: element.GetAttribute("href")!))
            .Where(link => !(link.Name == "img" ? BodyLinks.IsSafeImage(link.Url) : BodyLinks.IsSafe(link.Url))).Distinct())
        {
            var (line, column) = Where(url.Name, source, url.Url);
            BodyLinks.Tell(url.Url, isImage: url.Name == "img", line, column, report);
        }
    }

    private static void Finish(IElement root, int topHeading)
    {
        foreach (var input in root.QuerySelectorAll("input"))
        {
            if (input.GetAttribute("type") != "checkbox")
            {
                input.Remove();
                continue;
            }

            input.SetAttribute("disabled", "disabled");
        }

        foreach (var (elements, attribute) in (ReadOnlySpan<(string, string)>)[("a", "href"), ("img", "src")])
        {
            foreach (var element in root.QuerySelectorAll(elements))
            {
                if (element.GetAttribute(attribute) is { } url) element.SetAttribute(attribute, BodyLinks.Rooted(url.Trim()));
            }
        }

        foreach (var image in root.QuerySelectorAll("img"))
        {
            if (image.GetAttribute("src") is { Length: > 0 } src && BodyLinks.IsSafeImage(src)) image.SetAttribute("loading", "lazy");
            else image.Replace(root.Owner!.CreateTextNode(image.GetAttribute("alt") ?? ""));
        }

        // An id or fragment of the editor's own must not meet one of the page's.
        foreach (var element in root.QuerySelectorAll("[id]"))
        {
            element.Id = TextAnchors.Of(element.Id!);
        }

        foreach (var link in root.QuerySelectorAll("a[href^='#']"))
        {
            var target = link.GetAttribute("href")![1..];
            if (target.Length > 0) link.SetAttribute("href", "#" + TextAnchors.Of(target));
        }

        var headings = root.QuerySelectorAll("h1,h2,h3,h4,h5,h6").ToList();
        var levels = HeadingLevels.Fit(headings.ConvertAll(heading => heading.LocalName[1] - '0'), topHeading);
        for (var i = 0; i < levels.Length; i++) Rename(headings[i], $"h{levels[i]}");
    }

    private static void Rename(IElement element, string name)
    {
        if (element.LocalName == name) return;
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes) renamed.SetAttribute(attribute.Name, attribute.Value);
        while (element.FirstChild is { } child) renamed.AppendChild(child);
        element.Replace(renamed);
    }

    private static void Report(string name, MarkdownDocument source, BodyProblem report)
    {
        var (line, column) = Where(name, source);
        report(Rules.HtmlRemoved, line, column, $"The HTML element <{PlainText.Quote(name).Trim('"')}> is not allowed in an abstract; it is left out with everything in it.",
            name is "iframe" or "video" or "embed" or "object" or "audio" ? "Link to the recording with the field  recording:  instead." : "Delete it, or write the same in Markdown.");
    }

    /// <param name="holding">What else stands in the element's tag; in a block, on its line.</param>
    private static (int Line, int Column) Where(string name, MarkdownDocument source, string holding = "")
    {
        foreach (var node in source.Descendants())
        {
            switch (node)
            {
                case HtmlInline inline when inline.Tag.StartsWith("<" + name, StringComparison.OrdinalIgnoreCase) && inline.Tag.Contains(holding, StringComparison.Ordinal):
                    return (inline.Line, inline.Column);
                case HtmlBlock block:
                    for (var i = 0; i < block.Lines.Count; i++)
                    {
                        var line = block.Lines.Lines[i].Slice.ToString();
                        var at = line.IndexOf("<" + name, StringComparison.OrdinalIgnoreCase);
                        if (at >= 0 && line.IndexOf(holding, at, StringComparison.Ordinal) >= 0) return (block.Line + i, block.Column + at);
                    }

                    break;
            }
        }

        return (0, 0);
    }
}
