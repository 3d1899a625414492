using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SeminarArchive.Content;

/// <summary>Footnotes that nothing in the text cites: Markdig drops them with their words; here they stand behind those that are cited, and are told.</summary>
internal static class UncitedFootnotes
{
    public static void Keep(MarkdownDocument document, BodyProblem report)
    {
        if (document.LastChild is not FootnoteGroup notes || document.GetLinkReferenceDefinitions(addGroup: false) is not { } definitions) return;

        var labels = notes.OfType<Footnote>().Select(note => note.Label).ToHashSet(StringComparer.Ordinal);
        foreach (var note in definitions.OfType<FootnoteLinkReferenceDefinition>().Select(definition => definition.Footnote).Where(note => note.Order < 0))
        {
            note.Order = notes.Count + 1;
            notes.Add(note);
            // The text may have the number without the mark: "as Smith says[1]".
            var name = note.Label![1..];
            if (name.All(char.IsAsciiDigit) && name != $"{note.Order}" && note is [ParagraphBlock { Inline.FirstChild: { } first }, ..]) first.InsertBefore(new LiteralInline($"[{name}] "));
            var isSecond = !labels.Add(note.Label);
            report(Rules.FootnoteUnpaired, note.Line, 0, isSecond ? $"There is another footnote [{note.Label}], which is the one that is cited; this one is printed below it." : $"Nothing cites the footnote [{note.Label}], so no number leads to it; it is printed below the text.",
                isSecond ? "Give it a name of its own, such as  [^note]: , and cite it where it belongs." : $"Write  [{note.Label}]  where it belongs in the text.");
        }
    }
}
