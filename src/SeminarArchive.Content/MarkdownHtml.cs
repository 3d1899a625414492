using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;

namespace SeminarArchive.Content;

/// <summary>Receives what an editor should know about a body; line and column count from 0.</summary>
internal delegate void BodyProblem(Rule rule, int line, int column, string cause, string fix);

/// <summary>Markdown → safe HTML, plain text and a summary: the one pipeline for everything editors write.</summary>
/// <param name="Html">Safe to print as it stands.</param>
/// <param name="Text">Plain text, paragraphs parted by a blank line.</param>
/// <param name="Summary">The first sentences, at most 300 characters.</param>
public sealed record MarkdownHtml(string Html, string Text, string Summary)
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>What comes of an empty body.</summary>
    public static MarkdownHtml Empty { get; } = new("", "", "");

    /// <summary>
    /// Renders a text whose highest heading becomes an <c>h3</c>, or what <paramref name="topHeading"/> says.
    /// A text nested so deep that rendering it would take long is left out altogether.
    /// </summary>
    public static MarkdownHtml Render(string markdown, int topHeading = 3) => Render(markdown, (_, _, _, _, _) => { }, topHeading);

    internal static MarkdownHtml Render(string markdown, BodyProblem report, int topHeading = 3)
    {
        markdown = WithoutControls(markdown);
        if (NestingLimit.Exceeded(markdown) is { } limit)
        {
            report(Rules.BodyTooDeep, limit.Line, limit.Column, limit.What,
                "Write it with less nesting; text that should appear as it is goes between two lines of three backquotes (```).");
            return Empty;
        }

        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            UncitedFootnotes.Keep(document, report);
            PrintedMarkup.Tell(markdown, document, report);
            return Render(document, report, topHeading);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit on depth, for what the quick look does not see.
            report(Rules.BodyTooDeep, 0, 0, "Lists, quotations or brackets are nested too deep in the abstract.", "Write it with less nesting.");
            return Empty;
        }
#pragma warning disable CA1031 // A slip of the parser must cost one file its abstract, not the site its start.
        catch (Exception)
#pragma warning restore CA1031
        {
            report(Rules.BodyUnreadable, 0, 0, "The archive cannot make sense of this abstract.", "Take out unusual marks, such as tables within lists, one by one until it is read; and tell whoever runs the archive.");
            return Empty;
        }
    }

    private static MarkdownHtml Render(MarkdownDocument document, BodyProblem report, int topHeading)
    {
        var rawHtml = BodyLinks.MakeSafe(document, report);
        var part = AbstractPart.Find(document);
        BodyShape.Fit(document, topHeading);
        var html = document.ToHtml(Pipeline).Trim();
        if (rawHtml && NestingLimit.ExceededByHtml(html))
        {
            report(Rules.BodyTooDeep, 0, 0, "The HTML in the abstract opens more elements than it closes, or nests them too deep.", "Close each element, or write the same in Markdown.");
            return Empty;
        }

        if (rawHtml) html = SafeHtml.Sanitise(html, topHeading, document, report);

        // What was written as a number, such as &#x1B;.
        html = WithoutControls(html);
        var text = HtmlText.From(html);
        // Plain text has the TeX.
        var typeset = FootnoteRoles.Name(Formulas.Set(html, document, report));
        var summary = part is null ? Excerpt.Of(HtmlText.Prose(html)) : "";
        if (part is not null)
        {
            summary = Excerpt.Of(HtmlText.Prose(WithoutControls(Part(document, part, rawHtml))));
            if (summary.Length == 0) summary = Excerpt.Of(HtmlText.Prose(html));
        }

        return new MarkdownHtml(typeset, text, summary);
    }

    // The blocks are moved to a document of their own, once the whole has been rendered.
    private static string Part(MarkdownDocument document, IReadOnlyList<Block> part, bool rawHtml)
    {
        var own = new MarkdownDocument();
        foreach (var block in part)
        {
            document.Remove(block);
            own.Add(block);
        }

        var html = own.ToHtml(Pipeline);
        return rawHtml ? SafeHtml.Sanitise(html, 3, own, (_, _, _, _, _) => { }) : html;
    }

    private static MarkdownPipeline Build()
    {
        var quotes = new SmartyPantOptions();
        foreach (var (type, mark) in (ReadOnlySpan<(SmartyPantType, string)>)
        [
            (SmartyPantType.LeftQuote, "‘"), (SmartyPantType.RightQuote, "’"), (SmartyPantType.LeftDoubleQuote, "“"), (SmartyPantType.RightDoubleQuote, "”"),
            (SmartyPantType.LeftAngleQuote, "«"), (SmartyPantType.RightAngleQuote, "»"), (SmartyPantType.Ellipsis, "…"), (SmartyPantType.Dash2, "–"), (SmartyPantType.Dash3, "—"),
        ]) quotes.Mapping[type] = mark;

        return new MarkdownPipelineBuilder { MaximumNestingDepth = 64 }
            .UsePipeTables().UseFootnotes().UseDefinitionLists().UseTaskLists().UseAutoLinks().UseMathematics().Use<Money>().Use<FormulaMarks>().Use<KramdownAttributes>().Use<TableEdges>()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked).UseSmartyPants(quotes)
            .UsePreciseSourceLocation()
            .Build();
    }

    // Word breaks lines with a vertical tab.
    private static string WithoutControls(string text) =>
        PlainText.HoldsControls(text) ? string.Concat(text.Replace('\v', ' ').Replace('\f', ' ').Where(c => !PlainText.IsControl(c))) : text;
}
