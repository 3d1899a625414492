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
        var lines = text.TrimStart('\n', ' ').Split('\n', 2);
        if (lines[0].StartsWith("# ", StringComparison.Ordinal) && PlainText.Clean(lines[0][2..].TrimEnd('#', ' ')) is { Length: > 0 } heading
            && (title is null || string.Equals(title, heading, StringComparison.OrdinalIgnoreCase)))
        {
            title = heading;
            text = lines.Length > 1 ? lines[1] : "";
        }

        var body = MarkdownHtml.Render(text, topHeading: 2);
        return new PageFile(path, Path.GetFileNameWithoutExtension(path), title, body.Html, body.Text);
    }
}
