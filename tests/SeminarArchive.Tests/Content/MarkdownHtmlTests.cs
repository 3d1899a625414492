using System.Diagnostics;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class MarkdownHtmlTests
{
    private const string Head = "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n";

    [Theory]
    [InlineData("Plain *text*.", "<p>Plain <em>text</em>.</p>")]
    [InlineData("\"Smart\" -- quotes...", "<p>“Smart” – quotes…</p>")]
    [InlineData("See https://example.org/x.", "<p>See <a href=\"https://example.org/x\">https://example.org/x</a>.</p>")]
    [InlineData("A&#x1;B&#27; and &#xFFFE;&#x202E;C.", "<p>AB and C.</p>")]
    [InlineData("A <b>&#x1B;B</b>.", "<p>A <b>B</b>.</p>")]
    [InlineData("Costs $5 and $6.", "<p>Costs $5 and $6.</p>")]
    [InlineData("$300 to $450 per bed-day (US$), a saving of $20 (A$30).", "<p>$300 to $450 per bed-day (US$), a saving of $20 (A$30).</p>")]
    [InlineData("From $1.2m to $3.4m (US$ 5 a head)", "<p>From $1.2m to $3.4m (US$ 5 a head)</p>")]
    [InlineData("$2m in the US (US$ 1m net), $5 or a fee of 20$, $7 A$", "<p>$2m in the US (US$ 1m net), $5 or a fee of 20$, $7 A$</p>")]
    [InlineData("==Marked==, a == b and c == d", "<p><mark>Marked</mark>, a == b and c == d</p>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\nSource: *x*\ny", Head + "<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n<p>Source: <em>x</em>\ny</p>")]
    [InlineData("Table 1\n| a | b |\n|---|---|\n| 1 | 2 |", "<p>Table 1</p>\n" + Head + "<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("> a | b\n> --|--\n> 1 | 2\n> x", "<blockquote>\n" + Head + "<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n<p>x</p>\n</blockquote>")]
    [InlineData("| a\n- b |\n---", "<p>| a</p>\n<ul>\n<li>b |</li>\n</ul>\n<hr />")]
    [InlineData("Cited[^2].\n\n[^1]: Not *cited*.\n[^2]: Note.\n[^2]: Again.", "<p>Cited<a id=\"fnref:1\" href=\"#fn:1\" class=\"footnote-ref\" role=\"doc-noteref\" aria-label=\"Note 1\"><sup>1</sup></a>.</p>\n<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<hr />\n<ol>\n<li id=\"fn:1\">\n<p>Note.<a href=\"#fnref:1\" class=\"footnote-back-ref\" role=\"doc-backlink\" aria-label=\"Back to the text\">&#8617;</a></p>\n</li>\n<li id=\"fn:2\">\n<p>[1] Not <em>cited</em>.</p>\n</li>\n<li id=\"fn:3\">\n<p>[2] Again.</p>\n</li>\n</ol>\n</div>")]
    [InlineData("As[1] and[2].\n\n[^1]: One.\n[^2]: Two.", "<p>As[1] and[2].</p>\n<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<hr />\n<ol>\n<li id=\"fn:1\">\n<p>One.</p>\n</li>\n<li id=\"fn:2\">\n<p>Two.</p>\n</li>\n</ol>\n</div>")]
    [InlineData("![x](/y.png){: .wide} and *em*{:.a #b c=\"d e\"} are {: not this}", "<p><img src=\"/y.png\" loading=\"lazy\" alt=\"x\" /> and <em>em</em> are {: not this}</p>")]
    [InlineData("{: .alone}\n\na | b\n--|--\n1 | 2\n{:.table.wide}\n\nText\n{: .lead}", Head + "<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n<p>Text</p>")]
    [InlineData("- [x] done", "<ul class=\"contains-task-list\">\n<li class=\"task-list-item\"><input aria-label=\"Done\" disabled=\"disabled\" type=\"checkbox\" checked=\"checked\" /> done</li>\n</ul>")]
    [InlineData("Knot\n:   A tangle", "<dl>\n<dt>Knot</dt>\n<dd>A tangle</dd>\n</dl>")]
    [InlineData("![A knot](/uploads/k.png)", "<p><img src=\"/uploads/k.png\" loading=\"lazy\" alt=\"A knot\" /></p>")]
    [InlineData("[x](slides/k.pdf)", "<p><a href=\"/slides/k.pdf\">x</a></p>")]
    [InlineData("[x](./slides/k.pdf)", "<p><a href=\"/slides/k.pdf\">x</a></p>")]
    [InlineData("[x](../../slides/k.pdf)", "<p><a href=\"/slides/k.pdf\">x</a></p>")]
    [InlineData("[x](../other/k.pdf)", "<p><a href=\"../other/k.pdf\">x</a></p>")]
    [InlineData("a <a href=\"slides/k.pdf\">x</a>", "<p>a <a href=\"/slides/k.pdf\">x</a></p>")]
    [InlineData("a <a href=\"https://example.org/slides/k.pdf\">x</a>", "<p>a <a href=\"https://example.org/slides/k.pdf\">x</a></p>")]
    [InlineData("a <img src=\"../uploads/k.png\" alt=\"x\">", "<p>a <img src=\"/uploads/k.png\" alt=\"x\" loading=\"lazy\"></p>")]
    [InlineData("![x](uploads/k.png)", "<p><img src=\"/uploads/k.png\" loading=\"lazy\" alt=\"x\" /></p>")]
    [InlineData("", "")]
    public void Renders(string markdown, string html) => Assert.Equal(html, MarkdownHtml.Render(markdown).Html);

    [Fact]
    public void Table_columns_are_aligned_without_style()
    {
        var cells = Parse(MarkdownHtml.Render("| a | b |\n|---|--:|\n| 1 | 2 |").Html).QuerySelectorAll("td");

        Assert.Equal([null, "right"], cells.Select(cell => cell.GetAttribute("class")));
        Assert.Equal([null, null], cells.Select(cell => cell.GetAttribute("style")));
    }

    [Theory]
    [InlineData("# A\n\n## B\n\n# C", "h3 h4 h3")]
    [InlineData("## A\n\n#### B\n\n###### C", "h3 h4 h5")]
    [InlineData("#### A\n\n## B\n\n#### C", "h3 h3 h4")]
    [InlineData("# A\n\n## B\n\n### C\n\n#### D\n\n##### E", "h3 h4 h5 h6 h6")]
    [InlineData("A\n===\n\nB\n---", "h3 h4")]
    [InlineData("<h1>A</h1>\n\n## B", "h3 h4")]
    [InlineData("## Abstract\n\nText.\n\n## Bio", "h3")]
    public void Headings_fit_under_the_page_s_own(string markdown, string levels) =>
        Assert.Equal(levels, string.Join(' ', Parse(MarkdownHtml.Render(markdown).Html).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName)));

    [Theory]
    [InlineData("###### Abstract\nWhat sailors knew.\n\n###### Biography\nBorn.", "What sailors knew.", "What sailors knew.\n\nBiography\n\nBorn.")]
    [InlineData("**Abstract**: What sailors knew.\n\n**Bio**: Born.", "What sailors knew.", "What sailors knew.\n\nBio: Born.")]
    [InlineData("**Abstract:**\n\nWhat sailors knew.", "What sailors knew.", "What sailors knew.")]
    [InlineData("Abstract: What sailors knew.", "What sailors knew.", "What sailors knew.")]
    [InlineData("Come at two.\n\n## Abstract\n\nWhat sailors knew.\n\n## Bio\n\nBorn.", "What sailors knew.", "Come at two.\n\nAbstract\n\nWhat sailors knew.\n\nBio\n\nBorn.")]
    [InlineData("## Outline\n\nFirst.[^1]\n\n[^1]: Note.", "First.", "Outline\n\nFirst.\n\nNote.")]
    [InlineData("What sailors[^1] knew  \nof *knots*[^1].\n\n[^1]: Note.", "What sailors knew of knots.", "What sailors knew\nof knots.\n\nNote.")]
    [InlineData("If x<a and y>b then z, a<b and c>d.", "If x<a and y>b then z, a<b and c>d.", "If x<a and y>b then z, a<b and c>d.")]
    [InlineData("First\vparagraph", "First paragraph", "First paragraph")]
    [InlineData("Abstracts are short.", "Abstracts are short.", "Abstracts are short.")]
    [InlineData("We look at:\n\n- what is *tied*\n- what is cut, and\n  1. how;\n  2. why\n- what holds?\n\nNext.", "We look at: what is tied; what is cut, and how; why. what holds? Next.", "We look at:\n\nwhat is tied\n\nwhat is cut, and\n\nhow;\n\nwhy\n\nwhat holds?\n\nNext.")]
    [InlineData("- 結び目\n- 縄", "結び目; 縄.", "結び目\n\n縄")]
    [InlineData("<div><b>Bold</b> &amp; more</div>\n\nNext.", "Bold & more Next.", "Bold & more\n\nNext.")]
    public void The_summary_is_of_the_abstract_proper_and_nothing_is_lost(string markdown, string summary, string text)
    {
        var rendered = MarkdownHtml.Render(markdown);

        Assert.Equal((summary, text), (rendered.Summary, rendered.Text));
    }

    [Fact]
    public void A_summary_ends_with_a_sentence_or_between_words()
    {
        var sentences = MarkdownHtml.Render(string.Concat(Enumerable.Repeat("Sailors knew many knots, e.g. the bowline. ", 20))).Summary;
        var words = MarkdownHtml.Render(string.Concat(Enumerable.Repeat("knots and ropes ", 40))).Summary;

        Assert.Equal(string.Join(' ', Enumerable.Repeat("Sailors knew many knots, e.g. the bowline.", 7)), sentences);
        Assert.True(words.Length <= 300 && words.EndsWith("ropes…", StringComparison.Ordinal) | words.EndsWith("knots…", StringComparison.Ordinal) | words.EndsWith("and…", StringComparison.Ordinal), words);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("[x](JaVa&#x0A;Script:alert(1))", "<p>x</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("[*x*](data:text/html,x)", "<p><em>x</em></p>")]
    [InlineData("![x](data:image/png;base64,AA)", "<p>x</p>")]
    [InlineData("![x](http://example.org/x.png)", "<p>x</p>")]
    [InlineData("[x][r]\n\n[r]: vbscript:x", "<p>x</p>")]
    [InlineData("a <b onclick=alert(1)>b</b>", "<p>a <b>b</b></p>")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=\"x\" loading=\"lazy\">")]
    [InlineData("<p style=\"color:red\" id=\"main\" class=\"x math\">a</p>", "<p id=\"text-main\" class=\"math\">a</p>")]
    [InlineData("<center>a</center>", "a")]
    [InlineData("a <script>alert(1)</script> b", "<p>a  b</p>")]
    [InlineData("<form action=/x><input name=q><button>b</button></form>", "")]
    [InlineData("<a href=\"#x\">x</a> <b id=x>y</b>", "<p><a href=\"#text-x\">x</a> <b id=\"text-x\">y</b></p>")]
    public void Takes_out_what_could_do_harm(string markdown, string html) => Assert.Equal(html, MarkdownHtml.Render(markdown).Html);

    [Theory]
    [InlineData("[a](#the-jib)\n\n# The *jib*!", "<p><a href=\"#text-the-jib\">a</a></p>\n<h3 id=\"text-the-jib\">The <em>jib</em>!</h3>")]
    [InlineData("[a](#The%20Jib) [b](#%C3%A9toile)\n\n# The jib\n\n# Étoile", "<p><a href=\"#text-the-jib\">a</a> <a href=\"#text-etoile\">b</a></p>\n<h3 id=\"text-the-jib\">The jib</h3>\n<h3 id=\"text-etoile\">Étoile</h3>")]
    [InlineData("# Jib\n\n[a](#jib-1)\n\n# Jib\n\n# Jib 1", "<h3 id=\"text-jib\">Jib</h3>\n<p><a href=\"#text-jib-1\">a</a></p>\n<h3 id=\"text-jib-1\">Jib</h3>\n<h3 id=\"text-jib-1-1\">Jib 1</h3>")]
    [InlineData("# `R` & $x$\n\n[a][1]\n\n[1]: #r-x", "<h3 id=\"text-r-x\"><code>R</code> &amp; <math alttext=\"x\"><mi>x</mi></math></h3>\n<p><a href=\"#text-r-x\">a</a></p>")]
    [InlineData("# …\n\n[a](#) [b](#rudder)", "<h3 id=\"text-id\">…</h3>\n<p><a href=\"#\">a</a> <a href=\"#rudder\">b</a></p>")]
    [InlineData("<a href=\"#the-jib\">a</a>\n\n# The jib", "<p><a href=\"#text-the-jib\">a</a></p>\n<h3 id=\"text-the-jib\">The jib</h3>")]
    public void Links_lead_to_headings_of_the_same_text(string markdown, string html) => Assert.Equal(html, MarkdownHtml.Render(markdown).Html);

    [CorpusFact("security")]
    public void No_probe_comes_through()
    {
        foreach (var probe in Probes())
        {
            AssertHarmless(MarkdownHtml.Render(probe).Html, probe);
            AssertHarmless(MarkdownHtml.Render($"[x]({probe})\n\n![y]({probe})\n\n<{probe}>\n\n<a href=\"{probe}\">z</a>").Html, probe);
        }
    }

    [Fact]
    public void Bombs_are_refused_in_a_moment()
    {
        string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
        string[] bombs =
        [
            Times("![", 20_000), Times("[", 50_000), Times("> ", 3000) + "x", Times("- ", 3000) + "x", string.Concat(Enumerable.Range(0, 600).Select(i => new string(' ', 2 * i) + "- a\n")),
            Times("*a_ ", 20_000), Times("[a](", 20_000), Times("<", 50_000), Times("<div>", 20_000), Times("<div>\n\n", 20_000), Times("|a", 20_000) + "\n" + Times("|-", 20_000), Times("$a", 20_000),
            string.Concat(Enumerable.Range(0, 90).Select(i => $"<b id={i}>")) + "\n\n" + Times("<p>x\n\n", 20_000), Times("\"a' ", 20_000), Times("`a", 20_000), Times("<!--", 20_000), Times("[^1]", 3000),
        ];
        MarkdownHtml.Render("Warm up <b>the</b> parsers.");

        foreach (var bomb in bombs)
        {
            var clock = Stopwatch.StartNew();
            MarkdownHtml.Render(bomb);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}: {bomb[..20]}");
        }
    }

    private static IEnumerable<string> Probes()
    {
        var folder = Corpus.Folder("security")!;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var text in Texts(json.RootElement)) yield return text;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories))
        {
            foreach (var line in File.ReadLines(file)) yield return line;
        }
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    private static void AssertHarmless(string html, string probe)
    {
        if (html.Length == 0) return;
        foreach (var element in Parse(html).QuerySelectorAll("body *"))
        {
            Assert.False(element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "form" or "base" or "meta" or "link" or "svg" or "template" or "noscript", $"<{element.LocalName}> from {probe}");
            // Formulas of the archive's own: no element in which HTML could go on, nothing that acts or is drawn over the page.
            Assert.True(element.NamespaceUri == NamespaceNames.HtmlUri || (element.NamespaceUri == NamespaceNames.MathMlUri && element.LocalName is "math" or "menclose" or "mfrac" or "mi" or "mmultiscripts" or "mn" or "mo" or "mover" or "mpadded"
                or "mphantom" or "mprescripts" or "mroot" or "mrow" or "ms" or "mspace" or "msqrt" or "mstyle" or "msub" or "msubsup" or "msup" or "mtable" or "mtd" or "mtext" or "mtr" or "munder" or "munderover"), $"<{element.LocalName}> from {probe}");
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "formaction" or "name", $"{attribute.Name} from {probe}");
                if (attribute.Name is not ("href" or "src" or "cite")) continue;
                var url = string.Concat(attribute.Value.Where(c => c > ' ' && !char.IsControl(c)));
                var colon = url.IndexOf(':', StringComparison.Ordinal);
                var scheme = colon < 0 || url[..colon].AsSpan().ContainsAny("/?#") ? "" : url[..colon].ToLowerInvariant();
                Assert.True(scheme is "" or "http" or "https" or "mailto" || scheme.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')), $"{attribute.Value} from {probe}");
            }
        }
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
