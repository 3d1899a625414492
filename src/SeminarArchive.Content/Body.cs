namespace SeminarArchive.Content;

/// <summary>What a file says about its seminar: the text below the front matter, and <c>abstract:</c>.</summary>
internal static class Body
{
    private const int MaxCharacters = 300_000;

    /// <summary>Empty when there is none, or when it cannot be read; the problem then says why.</summary>
    public static MarkdownHtml Of(FrontMatterFields? fields, Fences fences, ProblemList problems, int topHeading = 3)
    {
        var lines = problems.Lines;
        var first = fences.Close + 1;
        while (first < lines.Length && string.IsNullOrWhiteSpace(lines[first])) first++;
        var body = first < lines.Length ? string.Join('\n', lines, first, lines.Length - first).TrimEnd() : "";
        if (Abstract(fields, problems) is not { } field) return Render(body, line => first + 1 + line, first + 1, problems, topHeading);

        // The two are often the same text; where they are not, neither is lost.
        var (text, place, block) = field;
        text = text.Trim('\n', ' ');
        var (a, b) = (Letters(text), Letters(body));
        var start = place.Line + (block ? 1 : 0);
        if (a.Length == 0 || b.Contains(a, StringComparison.Ordinal)) return Render(body, line => first + 1 + line, first + 1, problems);
        if (a.Contains(b, StringComparison.Ordinal)) return Render(text, line => start + line, start, problems);

        var rows = text.AsSpan().Count('\n') + 2;
        return Render(text + "\n\n" + body, line => line < rows ? start + line : first + 1 + line - rows, start, problems);
    }

    private static MarkdownHtml Render(string markdown, Func<int, int> fileLine, int at, ProblemList problems, int topHeading = 3)
    {
        if (markdown.Length == 0) return MarkdownHtml.Empty;
        if (markdown.Length > MaxCharacters)
        {
            problems.Add(Rules.BodyTooLong, new Place(at, 1), $"The abstract is {markdown.Length} characters long; {MaxCharacters} is the limit.",
                "Put long material into a file of its own under content/slides/ and link to it.");
            return MarkdownHtml.Empty;
        }

        return MarkdownHtml.Render(markdown, (rule, line, column, cause, fix) => problems.Add(rule, new Place(Math.Clamp(fileLine(line), 1, problems.Lines.Length), column + 1), cause, fix), topHeading);
    }

    private static (string Text, Place Place, bool Block)? Abstract(FrontMatterFields? fields, ProblemList problems)
    {
        if (fields?.One("abstract") is not { } field) return null;
        if (field.Value is YamlText text) return (text.Value, text.Place, text.Block);
        problems.Add(Rules.FieldShape, field.Place, "\"abstract\" should be one text, not a list or a group of fields.", "Write the abstract below the closing line --- and delete this field.");
        return null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
