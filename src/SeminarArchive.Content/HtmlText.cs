using System.Net;
using System.Text;

namespace SeminarArchive.Content;

/// <summary>The plain text of safe HTML: what Markdig printed, or what the sanitiser let through.</summary>
internal static class HtmlText
{
    /// <summary>All of it, paragraphs parted by a blank line; footnote marks left out.</summary>
    public static string From(string html) => Read(html, proseOnly: false, int.MaxValue);

    /// <summary>Its beginning, without headings, tables, code and footnotes.</summary>
    public static string Prose(string html) => Read(html, proseOnly: true, 700);

    private static string Read(string html, bool proseOnly, int enough)
    {
        var text = new StringBuilder(Math.Min(html.Length, enough));
        string? until = null;
        var at = 0;
        while (at < html.Length && text.Length < enough)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            if (until is null) text.Append(html, at, open - at);
            if (open == html.Length) break;

            var close = EndOfTag(html, open);
            var tag = html.AsSpan(open + 1, close - open - 1);
            at = close + 1;
            var ending = tag.StartsWith('/');
            if (ending) tag = tag[1..];
            var length = tag.IndexOfAny(" \t\n/>");
            var name = length < 0 ? tag : tag[..length];
            if (until is not null)
            {
                if (ending && name.SequenceEqual(until))
                {
                    // The mark of a footnote stands within a sentence.
                    if (until != "a") Break(text, "\n\n");
                    until = null;
                }

                continue;
            }

            if (!ending && SkipUntil(name, tag, proseOnly) is { } end) until = end;
            else if (name is "br")
            {
                Break(text, "\n");
                if (at < html.Length && html[at] == '\n') at++;
            }
            else if (proseOnly && ending && name is "li") Stop(text, ';');
            else if (proseOnly && ending && name is "ul" or "ol") Stop(text, '.');
            else if (name is "li" or "tr" or "dt" or "dd") Break(text, "\n");
            else if (name is "td" or "th") text.Append(' ');
            else if (IsBlock(name)) Break(text, "\n\n");
        }

        var plain = WebUtility.HtmlDecode(text.ToString());
        if (plain.Contains('\\', StringComparison.Ordinal))
        {
            plain = Formulas.WithoutMarks(plain).Replace("\\(", "$", StringComparison.Ordinal).Replace("\\)", "$", StringComparison.Ordinal)
                .Replace("\\[", "$$", StringComparison.Ordinal).Replace("\\]", "$$", StringComparison.Ordinal);
        }

        return Tidy(plain, text.Clear());
    }

    private static int EndOfTag(string html, int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return i;
        }

        return html.Length - 1;
    }

    private static string? SkipUntil(ReadOnlySpan<char> name, ReadOnlySpan<char> tag, bool proseOnly)
    {
        if (name is "a" && tag.Contains("footnote-", StringComparison.Ordinal)) return "a";
        if (!proseOnly) return null;
        return name switch
        {
            "h1" => "h1",
            "h2" => "h2",
            "h3" => "h3",
            "h4" => "h4",
            "h5" => "h5",
            "h6" => "h6",
            "table" => "table",
            "pre" => "pre",
            "div" when tag.Contains("footnotes", StringComparison.Ordinal) => "ol",
            _ => null,
        };
    }

    private static bool IsBlock(ReadOnlySpan<char> name) =>
        name is "p" or "div" or "ul" or "ol" or "dl" or "blockquote" or "pre" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "section" or "figure" or "figcaption" or "details" or "summary";

    // What stood on lines of its own will run on in one.
    private static void Stop(StringBuilder text, char mark)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
        if (text.Length > 0 && text[^1] == ';') text.Length--;
        if (text.Length > 0 && char.IsLetterOrDigit(text[^1])) text.Append(mark);
    }

    private static void Break(StringBuilder text, string mark)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length == 0) return;
        if (text[^1] != '\n') text.Append(mark);
        else if (mark.Length == 2 && (text.Length < 2 || text[^2] != '\n')) text.Append('\n');
    }

    // At most one blank line in a row, no spaces at the ends of lines.
    private static string Tidy(string text, StringBuilder tidy)
    {
        var blank = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var row = line.Trim();
            if (row.IsEmpty)
            {
                blank++;
                continue;
            }

            if (tidy.Length > 0) tidy.Append(blank > 0 ? "\n\n" : "\n");
            blank = 0;
            tidy.Append(row);
        }

        return tidy.ToString();
    }
}
