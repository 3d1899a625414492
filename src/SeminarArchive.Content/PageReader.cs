using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>Reads a page that is no seminar; its front matter may be missing.</summary>
internal static class PageReader
{
    private static readonly FieldTable Fields = new([new Field("title", [], FieldKind.Text, "What the page is called.", "title: About us")], FrozenDictionary<string, string>.Empty);

    /// <summary>Sections begin at <c>h2</c>, because the title is the page's <c>h1</c>.</summary>
    public static PageReading Read(string path, ReadOnlySpan<byte> bytes)
    {
        var page = PageOf(path, bytes, out var problems);
        return new PageReading(path, page, problems.InOrder()) { Lines = problems.Lines };
    }

    private static PageFile? PageOf(string path, ReadOnlySpan<byte> bytes, out ProblemList problems)
    {
        if (SourceText.From(path, bytes, out problems) is not { } text) return null;

        string? title = null;
        if (problems.Lines[0].TrimEnd() == "---" && Fences.Find(problems) is { } fences)
        {
            title = YamlTree.Read(fences, problems) is { } map ? new FrontMatterFields(map, problems, Fields).Text("title", 500) : null;
            text = string.Join('\n', problems.Lines.Skip(fences.Close + 1));
        }

        if (problems.HasErrors) return null;

        // A heading that only repeats, or gives, the title is printed once, by the page.
        var parts = text.TrimStart('\n', ' ').Split('\n', 2);
        if (parts[0].StartsWith("# ", StringComparison.Ordinal) && PlainText.Clean(parts[0][2..].TrimEnd('#', ' ')) is { Length: > 0 } heading
            && (title is null || string.Equals(title, heading, StringComparison.OrdinalIgnoreCase)))
        {
            title = heading;
            text = parts.Length > 1 ? parts[1] : "";
        }

        var (lines, list) = (problems.Lines, problems);
        var first = lines.Length - text.AsSpan().Count('\n');
        var body = MarkdownHtml.Render(text, (rule, line, column, cause, fix) => list.Add(rule, new Place(Math.Clamp(first + line, 1, lines.Length), column + 1), cause, fix), topHeading: 2);
        return problems.HasErrors ? null : new PageFile(path, Path.GetFileNameWithoutExtension(path), title, body.Html, body.Text);
    }
}
