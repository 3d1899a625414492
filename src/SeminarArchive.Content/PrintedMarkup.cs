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
        var search = new Search(markdown, document, report);
        if (markdown.Contains('[', StringComparison.Ordinal)) search.Tell(Forms(), Rules.MarkupPrinted, Judge);
        if (markdown.AsSpan().ContainsAny(Beginnings)) search.Tell(Instructions(), Rules.MarkupPrinted, JudgeInstruction);
        if (markdown.Contains("[^", StringComparison.Ordinal)) search.Tell(Citations(), Rules.FootnoteUnpaired, found => ($"There is no footnote {found} in this text, so that {found} is printed as it stands.", $"Write the footnote in a paragraph of its own:  {found}: …"));
        if (markdown.Contains("%%", StringComparison.Ordinal)) search.TellRemark();
        if (markdown.Contains("\\(", StringComparison.Ordinal) || markdown.Contains("\\[", StringComparison.Ordinal)) search.Tell(Brackets(), Rules.FormulaPrinted, JudgeBrackets);
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

    // One text, looked through for several kinds of marks.
    private sealed class Search(string markdown, MarkdownDocument document, BodyProblem report)
    {
        private int[]? starts;
        private int[] reach = [];

        public void Tell(Regex forms, Rule rule, Func<string, (string Cause, string Fix)?> judge)
        {
            var told = 0;
            foreach (var match in forms.EnumerateMatches(markdown))
            {
                if (told == Most) return;
                var found = markdown.Substring(match.Index, match.Length);
                if ((match.Index > 0 && markdown[match.Index - 1] == '\\') || judge(found) is not var (cause, fix) || !IsText(match.Index) || (found.StartsWith("[[", StringComparison.Ordinal) && HoldsLink(match.Index, match.Length))) continue;

                told++;
                Report(rule, match.Index + (found[0] == ']' ? 2 : 0), cause, fix);
            }
        }

        // Whoever relies on it being hidden shall not find it on the site.
        public void TellRemark()
        {
            int? first = null;
            foreach (var match in Remarks().EnumerateMatches(markdown))
            {
                if (!IsText(match.Index)) continue;
                if (first is { } at)
                {
                    Report(Rules.BodyHides, at, "What stands between two %% is hidden in Obsidian; here everybody would read it.",
                        "Delete it, and keep it in another place: readers can have the file itself, too. If they shall see it, write  \\%%  for each of the two.");
                    return;
                }

                first = match.Index;
            }
        }

        private void Report(Rule rule, int at, string cause, string fix)
        {
            var before = markdown.AsSpan(0, at);
            report(rule, before.Count('\n'), at - before.LastIndexOf('\n') - 1, cause, fix);
        }

        // "[[1]](https://…)", or the name of a link that is defined elsewhere.
        private bool HoldsLink(int at, int length) => document.Descendants<LinkInline>().Any(link => link.Span.Start < at + length && at <= link.Span.End);

        // Not in code, in a formula or in an address.
        private bool IsText(int at)
        {
            if (starts is null) FindTexts();
            var place = Array.BinarySearch(starts!, at);
            if (place < 0) place = ~place - 1;
            return place >= 0 && reach[place] >= at;
        }

        // Where the texts begin, in order, and how far those up to there reach.
        private void FindTexts()
        {
            var spans = document.Descendants<LiteralInline>().Select(text => text.Span).OrderBy(span => span.Start).ThenByDescending(span => span.End).ToList();
            (starts, reach) = (spans.ConvertAll(span => span.Start).ToArray(), new int[spans.Count]);
            for (var i = 0; i < reach.Length; i++) reach[i] = Math.Max(i > 0 ? reach[i - 1] : -1, spans[i].End);
        }
    }
}
