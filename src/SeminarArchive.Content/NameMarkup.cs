using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>What is written around names and is no part of them: links, e-mail addresses, emphasis, bullets, and the marks of footnotes.</summary>
internal static partial class NameMarkup
{
    /// <summary>The names without it, and the address, where all of the line is one link; what is left out is reported.</summary>
    public static (string Names, string? Url) Remove(string line, Place place, ProblemList problems)
    {
        if (!IsWritten(line)) return (line, null);

        string? whole = null;
        var names = Markup().Replace(line, match =>
        {
            if (match.Length == line.Length && match.Groups["url"] is { Success: true } url) whole = url.Value;
            return match.Groups["name"].Value;
        });
        // "Jane Doe1, John Roe2"; one digit alone may belong to a name.
        if (Digits().Count(names) > 1) names = Digits().Replace(names, "");
        names = string.Join(' ', names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (names == line || !names.Any(char.IsLetter)) return (line, null);

        problems.Add(Rules.NameMarkup, place,
            whole is null ? $"{PlainText.Quote(line)} is written with more than names, such as a link, an e-mail address or the marks of footnotes; only {PlainText.Quote(names)} is kept." : $"{PlainText.Quote(line)} is written as a link; {PlainText.Quote(names)} is taken for the name, and the address for a page about the person.",
            $"Write  {names} ; a page about a person goes into an entry of its own:  - name: …  and below it  url: https://…");
        return (names, whole);
    }

    // Most lines are names alone.
    private static bool IsWritten(string line)
    {
        foreach (var c in line)
        {
            if (c is '[' or '<' or '*' or '_' or ':' or '•' or '†' or '‡' or '§' or '¶' or (>= '0' and <= '9') or '¹' or '²' or '³' or (>= '\u2070' and <= '\u2079')) return true;
        }

        return false;
    }

    // [Jane Doe](https://…), <a href="…">Jane Doe</a>, <b>Jane Doe</b>, <jane@example.org>, [[Jane Doe]], **Jane Doe**, "• Jane Doe", "Speaker: Jane Doe", Jane Doe¹†
    [GeneratedRegex("""
        \[(?<name>[^\[\]]+)\]\((?<url>(https?://|www\.)[^()\s]*)\)
        | <a\s[^>]*?href\s*=\s*["']?(?<url>[^"'\s>]+)[^>]*>(?<name>[^<>]*)</a>
        | <(?<tag>b|i|em|strong|span|sup)>(?<name>[^<>]*)</\k<tag>>
        | \s*<(mailto:)?[\w.+-]+@[\w-]+(\.[\w-]+)+>
        | \[\[([^\[\]|]+\|)?(?<name>[^\[\]|]+)\]\]
        | (?<![^\s,;&])(?<mark>\*{1,3}|_{1,3})(?=\p{L})(?<name>[^*_]+)(?<=[\w.)])\k<mark>(?![^\s,;&])
        | ^\s*[•*]\s+
        | ^(speakers?|presenters?|presented\ by|talk\ by)\s*:\s*
        | (?<=\p{L}|\.)\s?[¹²³\u2070\u2074-\u2079†‡§¶*](,?[¹²³\u2070\u2074-\u2079†‡§¶*])*,?(?=\s*([,;&]|$|and\b))
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=\p{Ll}|\.)\d(,\d)*(?=\s*([,;&]|$|and\b))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
