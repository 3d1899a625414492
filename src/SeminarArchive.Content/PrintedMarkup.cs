using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SeminarArchive.Content;

/// <summary>What was meant for a link, a picture, a footnote or a formula, and is printed as it is written: addresses with a space, and the marks of other programs.</summary>
internal static partial class PrintedMarkup
{
    // One of these stands at, or before, the beginning of each instruction.
    private static readonly SearchValues<string> Beginnings = SearchValues.Create(["{{", "{%", "{:", "]{", ":::", "[!", "<o:", "</o:", "<w:", "</w:"], StringComparison.Ordinal);

    // Each is looked for among the texts.
    private const int Most = 20;

    /// <param name="markdown">The text that the document was made of.</param>
    public static void Tell(string markdown, MarkdownDocument document, BodyProblem report)
    {
        if (markdown.Contains('[', StringComparison.Ordinal)) Tell(Forms(), Rules.MarkupPrinted, Judge, markdown, document, report);
        if (markdown.AsSpan().ContainsAny(Beginnings)) Tell(Instructions(), Rules.MarkupPrinted, JudgeInstruction, markdown, document, report);
        if (markdown.Contains("[^", StringComparison.Ordinal)) Tell(Citations(), Rules.FootnoteUnpaired, found => ($"There is no footnote {found} in this text, so that {found} is printed as it stands.", $"Write the footnote in a paragraph of its own:  {found}: …"), markdown, document, report);
        if (markdown.Contains("%%", StringComparison.Ordinal)) TellRemark(markdown, document, report);
        if (markdown.Contains("\\(", StringComparison.Ordinal) || markdown.Contains("\\[", StringComparison.Ordinal)) Tell(Brackets(), Rules.FormulaPrinted, JudgeBrackets, markdown, document, report);
    }

    private static void Tell(Regex forms, Rule rule, Func<string, (string Cause, string Fix)?> judge, string markdown, MarkdownDocument document, BodyProblem report)
    {
        var told = 0;
        foreach (var match in forms.EnumerateMatches(markdown))
        {
            if (told == Most) return;
            var found = markdown.Substring(match.Index, match.Length);
            if ((match.Index > 0 && markdown[match.Index - 1] == '\\') || judge(found) is not var (cause, fix) || !IsText(document, match.Index) || (found.StartsWith("[[", StringComparison.Ordinal) && HoldsLink(document, match.Index, match.Length))) continue;

            told++;
            var at = match.Index + (found[0] == ']' ? 2 : 0);
            var before = markdown.AsSpan(0, at);
            report(rule, before.Count('\n'), at - before.LastIndexOf('\n') - 1, cause, fix);
        }
    }

    // Whoever relies on it being hidden shall not find it on the site.
    private static void TellRemark(string markdown, MarkdownDocument document, BodyProblem report)
    {
        var marks = new List<int>();
        foreach (var match in Remarks().EnumerateMatches(markdown))
        {
            if (!IsText(document, match.Index)) continue;
            marks.Add(match.Index);
            if (marks.Count == 2) break;
        }

        if (marks is not [var first, _]) return;
        var before = markdown.AsSpan(0, first);
        report(Rules.BodyHides, before.Count('\n'), first - before.LastIndexOf('\n') - 1, "What stands between two %% is hidden in Obsidian; here everybody would read it.",
            "Delete it, and keep it in another place: readers can have the file itself, too. If they shall see it, write  \\%%  for each of the two.");
    }

    private static (string Cause, string Fix)? JudgeInstruction(string found) => found switch
    {
        ['[', '!', ..] => ($"{PlainText.Quote(found)} makes a box in other programs; here it is printed as it stands, in a quotation.", "Write a word in its place, such as  > **Note:** …"),
        ['{', '{' or '%', ..] => ($"{PlainText.Quote(found)} is an instruction to another program, such as Hugo or Jekyll; here it is printed as it stands.",
            $"Write what it stands for; a picture is  ![what it shows](/uploads/knot.png) . If readers shall see it, write it between backquotes:  `{found}`"),
        ['<', ..] => ($"{PlainText.Quote(found)} is a mark of Word; here it is printed as it stands.", "Delete it."),
        _ => ($"{PlainText.Quote(found)} is a mark of another program, such as Pandoc or Jekyll; here it is printed as it stands.", "Delete it, and what closes it."),
    };

    private static (string Cause, string Fix)? Judge(string found)
    {
        if (found[0] == ']')
        {
            var address = found[2..^1].Trim();
            return ($"{PlainText.Quote(address)} has a space in it, so that this is no link and no picture, and is printed as it stands.", $"Write  {Escaped(address)}");
        }

        if (found[0] == '!')
        {
            var name = found[3..^2].Split('|')[0].Trim();
            var file = name[(name.LastIndexOf('/') + 1)..];
            return ($"{PlainText.Quote(found)} is a picture in other programs; here it is printed as it stands.", $"Put the file into  uploads  and write:  ![{Path.GetFileNameWithoutExtension(file)}](/uploads/{Escaped(file)})");
        }

        if (found[1] == '[') return JudgePage(found);

        return ($"{PlainText.Quote(found)} is a mark of WordPress; here it is printed as it stands.",
            "Delete it, and what closes it. A picture is  ![what it shows](/uploads/knot.png) ; the address of a recording goes into  recording: .");
    }

    // Null for words in brackets: the name of a page or a file has a capital, a space or a hyphen.
    private static (string Cause, string Fix)? JudgePage(string found)
    {
        var parts = found[2..^2].Split('|', 2, StringSplitOptions.TrimEntries);
        var name = parts[0].Split('#')[0].Trim();
        name = name[(name.LastIndexOf('/') + 1)..];
        if (!(char.IsUpper(found[2]) && name.Length > 2 && name.Any(char.IsLower)) && name.AsSpan().IndexOfAny(' ', '-') <= 0) return null;

        var isFile = FileKinds.IsServed(name);
        var address = isFile ? $"/slides/{Escaped(name)}" : $"/seminars/{Slug.From(FileName.Parse(MarkdownFiles.IsMarkdown(name) ? name : name + ".md").Rest)}/";
        return ($"{PlainText.Quote(found)} is a link in other programs; here it is printed as it stands.", $"{(isFile ? "Put the file into  slides  and write" : "Write")}:  [{parts[^1]}]({address})");
    }

    // Null for words in brackets.
    private static (string Cause, string Fix)? JudgeBrackets(string found)
    {
        var tex = found[2..^2].Trim();
        var mark = found[1] == '[' ? "$$" : "$";
        return TexMark().IsMatch(tex) || (tex.Length == 1 && char.IsAsciiLetter(tex[0]) && mark == "$") ? ($"{PlainText.Quote(found)} looks like a formula. These marks are plain brackets in Markdown, and it is printed as text.", $"Write  {mark}{tex}{mark}") : null;
    }

    private static string Escaped(string address) => address.Replace(" ", "%20", StringComparison.Ordinal);

    // "[[1]](https://…)", or the name of a link that is defined elsewhere.
    private static bool HoldsLink(MarkdownDocument document, int at, int length) =>
        document.Descendants<LinkInline>().Any(link => link.Span.Start < at + length && at <= link.Span.End);

    // Not in code, in a formula or in an address.
    private static bool IsText(MarkdownDocument document, int at) => document.Descendants<LiteralInline>().Any(text => text.Span.Start <= at && at <= text.Span.End);

    // A file's path or a whole address with a space, behind "](" that no backslash takes away; ![[Knot.png]]; [[Beta talk]]; [caption id="…"].
    [GeneratedRegex("""\]\((?=[^()\n]*[^()\s] +[^()\s])(https?://[^()<>"'\n]+|[^()<>"'\n:]+\.(pdf|pptx?|ppsx?|odp|key|docx?|odt|xlsx?|zip|png|jpe?g|jfif|gif|webp|avif|mp[34]|webm) ?)\)|!\[\[[^\[\]|\n]+\.[a-z0-9]{2,5}(\|[^\[\]\n]*)?\]\]|\[\[(?=\p{L}|[0-9]{4}[-/][^\[\]\n]*\p{L})[^\[\]\n"()<>=:;{}$]+\]\]|\[(caption|gallery|embed|audio|video|playlist) +\w+=[^\]\n]*\]|\[embed\](?=https?:)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forms();

    // {{< youtube x >}}, {{ page.title }}, {% include x %}; {: .wide}, [words]{.wide}; ::: note; [!note]; <o:p>
    [GeneratedRegex("""\{\{[^{}\n]{1,300}\}\}|\{%[^\n]{1,300}?%\}|\{: ?[.#\w][^{}\n]*\}|(?<=\])\{[.#][^{}\n]*\}|(?<=^|\n):::+ *[\w.{][^\n]*|\[![A-Za-z]+\](?!\()|</?[ow]:[A-Za-z]+[^<>\n]*>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instructions();

    [GeneratedRegex("""(?<!\[)\[\^(?!\w-\w\])[\p{L}\p{N}_-]{1,40}\]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citations();

    [GeneratedRegex("""(?<![%\\])%%(?!%)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remarks();

    // \(x^2\), \[x^2\]
    [GeneratedRegex("""\\\([^\n]{1,300}?\\\)|\\\[(.|\n(?!\s*\n)){1,300}?\\\]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();

    // x^2, a_{i}, a_i, \alpha, n = 20
    [GeneratedRegex("""\^|_\{|[A-Za-z0-9]_[A-Za-z0-9]|\\[A-Za-z]{2}|^[A-Za-z]\w? ?[=<>]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TexMark();
}
