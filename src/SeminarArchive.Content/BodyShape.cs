using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SeminarArchive.Content;

/// <summary>Makes a parsed body fit the page it will stand on.</summary>
internal static class BodyShape
{
    /// <summary>Headings begin at <paramref name="topHeading"/> and can be linked to; table columns are aligned by class, not by a style attribute.</summary>
    public static void Fit(MarkdownDocument document, int topHeading)
    {
        List<HeadingBlock>? headings = null;
        foreach (var block in document.Descendants<Block>())
        {
            if (block is HeadingBlock heading) (headings ??= []).Add(heading);
            else if (block is Table table) Align(table);
        }

        if (headings is null) return;
        var levels = HeadingLevels.Fit(headings.ConvertAll(heading => heading.Level), topHeading);
        for (var i = 0; i < levels.Length; i++) headings[i].Level = levels[i];
        TextAnchors.Set(document, headings);
    }

    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
            {
                var align = table.ColumnDefinitions[i].Alignment;
                if (align is TableColumnAlign.Right or TableColumnAlign.Center) row[i].GetAttributes().AddClass(align == TableColumnAlign.Right ? "right" : "center");
            }
        }

        foreach (var column in table.ColumnDefinitions)
        {
            column.Alignment = null;
            column.Width = 0;
        }
    }
}
