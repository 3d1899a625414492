using System.Buffers;

namespace SeminarArchive.Content;

/// <summary>A quick look over Markdown before it is parsed, so that no text can make the parser slow.</summary>
internal static class NestingLimit
{
    private const int MaxQuotes = 20;
    private const int MaxIndent = 80;
    private const int MaxRun = 200;
    private const int MaxMarksInParagraph = 3000;
    private const int MaxBracketsOpen = 60;
    private const int MaxElementsOpen = 60;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]!(<*_~`$|\"'&");

    /// <summary>Where a limit is passed first, both from 0, and in what; null when none is.</summary>
    public static (int Line, int Column, string What)? Exceeded(string markdown)
    {
        int line = 0, start = 0, marks = 0, open = 0;
        while (start <= markdown.Length)
        {
            var end = markdown.IndexOf('\n', start);
            if (end < 0) end = markdown.Length;
            var row = markdown.AsSpan(start, end - start);
            if (row.IsWhiteSpace())
            {
                marks = 0;
                open = 0;
            }
            else if (Row(row, ref marks, ref open) is { } found)
            {
                return (line, found.Column, found.What);
            }

            start = end + 1;
            line++;
        }

        return null;
    }

    /// <summary>
    /// Whether more elements are open at one time than a page ever needs. Parsing unclosed formatting elements costs the square of their number.
    /// </summary>
    public static bool ExceededByHtml(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var total = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var closing = at + 1 < html.Length && html[at + 1] == '/';
            var start = at + (closing ? 2 : 1);
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
            if (end == start) continue;
            var name = html[start..Math.Min(end, start + 20)];
            if (name.ToLowerInvariant() is "p" or "li" or "br" or "hr" or "img" or "input" or "col" or "wbr" or "td" or "th" or "tr" or "dt" or "dd") continue;

            var now = open.GetValueOrDefault(name);
            if (closing && now == 0) continue;
            open[name] = now + (closing ? -1 : 1);
            total += closing ? -1 : 1;
            if (total > MaxElementsOpen) return true;
        }

        return false;
    }

    private static (int Column, string What)? Row(ReadOnlySpan<char> row, ref int marks, ref int open)
    {
        int quotes = 0, indent = 0, at = 0, bullets = 0;
        for (; at < row.Length; at++)
        {
            var c = row[at];
            if (c == '>') quotes++;
            else if (c is '-' or '*' or '+' && at + 1 < row.Length && row[at + 1] is ' ' or '\t') bullets++;
            else if (c == '\t') indent += 4;
            else if (c == ' ') indent++;
            else break;
        }

        if (quotes > MaxQuotes) return (0, "Quotations (>) are nested too deep here.");
        if (bullets > MaxQuotes || (indent > MaxIndent && at < row.Length && (bullets > 0 || char.IsAsciiDigit(row[at])))) return (at < row.Length ? at : 0, "Lists are nested too deep here.");

        var run = 1;
        for (var i = NextMark(row, at); i < row.Length; i = NextMark(row, i + 1))
        {
            var c = row[i];
            if (c == ']')
            {
                if (open > 0) open--;
                continue;
            }

            run = i > at && row[i - 1] == c ? run + 1 : 1;
            if (run > MaxRun && (c is not ('*' or '_') || row.Trim().ContainsAnyExcept(c, ' '))) return (i - run + 1, $"The same mark ({c}) stands here more than {MaxRun} times in a row.");
            if (c == '[' && ++open > MaxBracketsOpen) return (i, "Too many brackets ([) are open at one time here.");
            if (++marks > MaxMarksInParagraph) return (i, "There are too many marks such as [ * _ in one paragraph here.");
        }

        return null;
    }

    private static int NextMark(ReadOnlySpan<char> row, int from)
    {
        var ahead = row[from..].IndexOfAny(Marks);
        return ahead < 0 ? row.Length : from + ahead;
    }
}
