using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Links and e-mail addresses that are written around names.</summary>
internal static partial class NameMarkup
{
    /// <summary>The names without it, and the address, where all of the line is one link; what is left out is reported.</summary>
    public static (string Names, string? Url) Remove(string line, Place place, ProblemList problems)
    {
        if (!line.AsSpan().ContainsAny('[', '<')) return (line, null);

        string? whole = null;
        var names = string.Join(' ', Markup().Replace(line, match =>
        {
            if (match.Length == line.Length && match.Groups["url"] is { Success: true } url) whole = url.Value;
            return match.Groups["name"].Value;
        }).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (names == line || !names.Any(char.IsLetter)) return (line, null);

        problems.Add(Rules.NameMarkup, place,
            whole is null ? $"{PlainText.Quote(line)} is written with a link or an e-mail address; only {PlainText.Quote(names)} is kept." : $"{PlainText.Quote(line)} is written as a link; {PlainText.Quote(names)} is taken for the name, and the address for a page about the person.",
            $"Write  {names} ; a page about a person goes into an entry of its own:  - name: …  and below it  url: https://…");
        return (names, whole);
    }

    [GeneratedRegex("""\[(?<name>[^\[\]]+)\]\((?<url>(https?://|www\.)[^()\s]*)\)|<a\s[^>]*?href\s*=\s*["']?(?<url>[^"'\s>]+)[^>]*>(?<name>[^<>]*)</a>|<(?<tag>b|i|em|strong|span)>(?<name>[^<>]*)</\k<tag>>|\s*<(mailto:)?[\w.+-]+@[\w-]+(\.[\w-]+)+>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Markup();
}
