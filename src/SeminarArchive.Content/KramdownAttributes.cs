using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SeminarArchive.Content;

/// <summary>How Jekyll's Markdown says what a picture or a table looks like, <c>{: .wide}</c>: it is no text, and is left out.</summary>
internal sealed partial class KramdownAttributes : ParsingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new Parser());
        pipeline.DocumentProcessed += document =>
        {
            // Where nothing else stood in a paragraph.
            foreach (var paragraph in document.Descendants<ParagraphBlock>().Where(paragraph => paragraph.Inline is { FirstChild: null }).ToList()) paragraph.Parent!.Remove(paragraph);
        };
    }

    // {:.table.table-striped}, {: #id .wide width="50%"}
    [GeneratedRegex("""\G\{:(?>\s*([.#][\w-]+|[\w-]+=("[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)))+\s*\}""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attributes();

    private sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() != ':' || Attributes().Match(slice.Text, slice.Start, slice.Length) is not { Success: true } match) return false;
            slice.Start += match.Length;
            processor.Inline = null;
            return true;
        }
    }
}
