using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SeminarArchive.Content;

/// <summary>Lines straight above or below a table, such as its source: for Markdig they undo the table, here they are paragraphs of their own.</summary>
internal sealed partial class TableEdges : ParsingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += Part;

    private static void Part(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock { Parent: { } parent } paragraph) return;
        var lines = paragraph.Lines;
        var rule = 1;
        while (rule < lines.Count && !(IsRow(lines, rule) && IsRow(lines, rule - 1) && Rule().IsMatch(lines.Lines[rule].Slice.AsSpan()))) rule++;
        if (rule >= lines.Count) return;

        var end = rule + 1;
        while (end < lines.Count && IsRow(lines, end)) end++;
        var at = parent.IndexOf(paragraph);
        if (end < lines.Count) parent.Insert(at + 1, Lines(paragraph, end, lines.Count));
        if (rule > 1) parent.Insert(at, Lines(paragraph, 0, rule - 1));
        if (end == lines.Count && rule == 1) return;
        var table = Lines(paragraph, rule - 1, end);
        (paragraph.Lines, paragraph.Line, paragraph.Column, paragraph.Span) = (table.Lines, table.Line, table.Column, table.Span);
    }

    private static ParagraphBlock Lines(ParagraphBlock whole, int from, int to)
    {
        var part = new ParagraphBlock(whole.Parser) { Line = whole.Lines.Lines[from].Line, Column = whole.Lines.Lines[from].Column, Span = new SourceSpan(whole.Lines.Lines[from].Slice.Start, whole.Lines.Lines[to - 1].Slice.End) };
        for (var i = from; i < to; i++) part.AppendLine(ref whole.Lines.Lines[i].Slice, whole.Lines.Lines[i].Column, whole.Lines.Lines[i].Line, whole.Lines.Lines[i].Position, trackTrivia: false);
        return part;
    }

    private static bool IsRow(StringLineGroup lines, int at) => lines.Lines[at].Slice.AsSpan().Contains('|');

    // |---|:-:|
    [GeneratedRegex(@"^\s*\|?(\s*:?-+:?\s*\|?)+\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Rule();
}
