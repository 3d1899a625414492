using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Marks of Markdown and HTML in a title, which is plain text everywhere it is printed.</summary>
internal static partial class TitleMarkup
{
    /// <summary>The title's words without them; what is left out is reported, and TeX that stays.</summary>
    public static string Remove(string title, Place place, ProblemList problems)
    {
        if (!title.AsSpan().ContainsAny("*_<[$")) return title;

        var plain = Markup().Replace(title, match => match.Groups["words"] is { Success: true } words ? words.Value : " ");
        plain = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (plain != title && plain.Length > 0) problems.Add(Rules.TitleMarkup, place, $"A title is plain text: only the words of {PlainText.Quote(title)} are kept, without the marks around them.", $"Write  title: {YamlLine.InQuotes(plain)}");
        else plain = title;

        if (Formula().Match(plain) is { Success: true } formula) problems.Add(Rules.TitleMarkup, place, $"{PlainText.Quote(formula.Value)} is printed as it stands: a title is plain text and has no formulas.", "Write it in words or signs, such as  α  for  $\\alpha$ .");
        return plain;
    }

    // *E. coli*, **E. coli**, _E. coli_, <em>E. coli</em>, [E. coli](https://…)
    [GeneratedRegex("""
        (?<![^\s("'“‘/-])(?<mark>\*{1,3}|_{1,3})(?=[\w"'“‘(])(?!_)(?<words>[^*_]+)(?<=[\w"'”’).?!])\k<mark>(?![^\s)"'”’.,;:!?/-])
        | <(?<tag>em|i|b|strong|u|sub|sup|span|small|cite|mark|font)(\s[^<>]*)?>(?<words>[^<>]*)</\k<tag>>
        | <br\s*/?>
        | (?<!\!)\[(?<words>[^\[\]]+)\]\(https?://[^()\s]+\)
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\$[^$]*\\[A-Za-z][^$]*\$|\$[^$\s][^$]*[\^_][^$]*\$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Formula();
}
