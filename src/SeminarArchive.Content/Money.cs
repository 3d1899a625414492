using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace SeminarArchive.Content;

/// <summary>Dollar signs of prices, which Markdig takes for those around a formula where two of them meet: <c>$300 to $450 (US$)</c>.</summary>
internal sealed partial class Money : ParsingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Replace<MathInlineParser>(new Parser());

    // What follows the first dollar sign, up to the last.
    private static bool IsPrice(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]) || text.ContainsAny("\\^_=")) return false;
        return text.Contains('$') || text.Count('(') != text.Count(')') || Words().IsMatch(text);
    }

    // A word between spaces, as in "5 to 6", or the name of a currency's land at the end, as in "5, US$".
    [GeneratedRegex(@" [\p{L}-]{2,} | (US|AU?|CA?|NZ|HK|SG?|R)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    private sealed class Parser : MathInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var (start, before) = (slice, processor.Inline);
            if (!base.Match(processor, ref slice)) return false;
            if (processor.Inline is not MathInline { DelimiterCount: 1 } formula || !IsPrice(formula.Content.AsSpan())) return true;
            (slice, processor.Inline) = (start, before);
            return false;
        }
    }
}
