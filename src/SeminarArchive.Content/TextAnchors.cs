using Markdig.Extensions.Mathematics;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SeminarArchive.Content;

/// <summary>The ids within a text, which links with <c>#</c> lead to. All begin alike, so that none meets one of the page that the text stands on.</summary>
internal static class TextAnchors
{
    private const string Own = "text-";

    /// <summary>The id for what an editor has written as one, or after the <c>#</c> of a link; what is one already stays. Those of footnotes are Markdig's.</summary>
    public static string Of(string written)
    {
        if (IsFootnote(written)) return written;
        var slug = Slug.From(Uri.UnescapeDataString(Written(written)));
        return Own + (slug.Length > 0 ? slug : "id");
    }

    /// <summary>What an editor writes for the id.</summary>
    public static string Written(string id) => id.StartsWith(Own, StringComparison.Ordinal) ? id[Own.Length..] : id;

    /// <summary>Names each heading after its words, numbered from 1 where another has the name before, and has links in the text that mean a heading lead there.</summary>
    public static void Set(MarkdownDocument document, IEnumerable<HeadingBlock> headings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            var name = Of(heading.Inline is { } words ? string.Concat(words.Descendants().Select(WordsOf)) : "");
            var id = name;
            for (var n = 1; !ids.Add(id); n++) id = $"{name}-{n}";
            heading.GetAttributes().Id = id;
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link is { GetDynamicUrl: null, Url: ['#', _, ..] url } && Of(url[1..]) is var target && ids.Contains(target)) link.Url = "#" + target;
        }
    }

    private static string WordsOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline formula => formula.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };

    private static bool IsFootnote(string id) =>
        (id.StartsWith("fn:", StringComparison.Ordinal) || id.StartsWith("fnref:", StringComparison.Ordinal)) && id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..].All(c => char.IsAsciiDigit(c) || c == ':');
}
