using System.Collections.Frozen;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SeminarArchive.Content;

/// <summary>The abstract proper within a body that also has a biography or references.</summary>
internal static class AbstractPart
{
    private static readonly FrozenSet<string> Labels = new[] { "abstract", "abstracts", "summary", "résumé", "resumé", "zusammenfassung", "resumen", "riassunto", "resumo", "概要", "要旨" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Ends = new[]
    {
        "biography", "bio", "short bio", "short biography", "speaker bio", "biographie", "biografie", "références", "references", "reference", "bibliography", "about the speaker", "about the speakers",
        "speaker", "speakers", "slides", "links", "schedule", "registration", "略歴", "参考文献",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The blocks between the label "Abstract" (a heading, or the bold beginning of a paragraph) and the next such label;
    /// null when there is no label. A label that opens the body is taken out, because the page prints one.
    /// </summary>
    public static IReadOnlyList<Block>? Find(MarkdownDocument document)
    {
        for (var i = 0; i < document.Count && i < 60; i++)
        {
            if (LabelOf(document[i]) is not { } label || !Labels.Contains(label)) continue;

            var first = !document.Take(i).Any(block => block is not (HtmlBlock or LinkReferenceDefinitionGroup));
            var end = i + 1;
            while (end < document.Count && !(LabelOf(document[end]) is { } next && Ends.Contains(next)) && document[end] is not Markdig.Extensions.Footnotes.FootnoteGroup
                && !(document[i] is HeadingBlock own && document[end] is HeadingBlock other && other.Level <= own.Level)) end++;
            var part = document.Skip(i).Take(end - i).ToList();
            var heading = document[i] is HeadingBlock;
            if (heading) part.RemoveAt(0);
            if (first && TakeLabel(document, document[i])) part.RemoveAll(block => block.Parent is null);
            else if (!heading) return part.Count > 0 ? part : null;
            return part;
        }

        return null;
    }

    // "Abstract" of `## Abstract`, `**Abstract:** What …`, `**Abstract**: What …` and `Abstract: What …`.
    private static string? LabelOf(Block block) => block switch
    {
        HeadingBlock { Inline: { } inline } => Bare(TextOf(inline)),
        ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 2 } strong } => Bare(TextOf(strong)),
        ParagraphBlock { Inline.FirstChild: LiteralInline literal } when literal.Content.AsSpan() is var text && text.IndexOf(':') is > 2 and < 20 and var colon => Bare(text[..colon].ToString()),
        _ => null,
    };

    private static bool TakeLabel(MarkdownDocument document, Block block)
    {
        if (block is HeadingBlock)
        {
            document.Remove(block);
            return true;
        }

        var inline = ((ParagraphBlock)block).Inline!;
        if (inline.FirstChild is EmphasisInline strong)
        {
            strong.Remove();
        }
        else if (inline.FirstChild is LiteralInline literal)
        {
            literal.Content.Start = literal.Content.Text.IndexOf(':', literal.Content.Start) + 1;
        }

        while (inline.FirstChild is LineBreakInline or LiteralInline)
        {
            if (inline.FirstChild is LiteralInline text)
            {
                while (!text.Content.IsEmpty && text.Content.CurrentChar is ':' or ' ' or '.' or '：') text.Content.SkipChar();
                if (!text.Content.IsEmpty) break;
            }

            inline.FirstChild!.Remove();
        }

        if (inline.FirstChild is null) document.Remove(block);
        return true;
    }

    private static string TextOf(ContainerInline inline) =>
        string.Concat(inline.Descendants<LiteralInline>().Take(4).Select(literal => literal.Content.ToString()));

    private static string Bare(string text) => text.Trim().TrimEnd(':', '.', '：').Trim();
}
