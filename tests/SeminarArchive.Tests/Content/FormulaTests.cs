using System.Text;
using System.Text.Json;
using SeminarArchive.Content;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Content;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("So $x < y$.", "<p>So <span class=\"formula-word\"><math alttext=\"x &lt; y\"><mrow><mi>x</mi><mo>&lt;</mo></mrow><mrow><mi>y</mi></mrow></math>.</span></p>")]
    [InlineData("An ($n$-fold) one", "<p>An <span class=\"formula-word\">(<math alttext=\"n\"><mi>n</mi></math>-fold)</span> one</p>")]
    [InlineData("$\\ell_\\infty$", "<p><math alttext=\"\\ell_\\infty\"><msub><mi>ℓ</mi><mi>∞</mi></msub></math></p>")]
    [InlineData("$\\mathbb{R}$", "<p><math alttext=\"\\mathbb{R}\"><mi>ℝ</mi></math></p>")]
    [InlineData("$\\frac{a}{b}$", "<p><math alttext=\"\\frac{a}{b}\"><mfrac><mi>a</mi><mi>b</mi></mfrac></math></p>")]
    [InlineData("$$\na_1\n$$", "<div class=\"formula\"><math display=\"block\" alttext=\"a_1\"><msub><mi>a</mi><mn>1</mn></msub></math></div>")]
    [InlineData("Hence $$a_1$$ holds.", "<p>Hence <span class=\"formula\"><math display=\"block\" alttext=\"a_1\"><msub><mi>a</mi><mn>1</mn></msub></math></span> holds.</p>")]
    [InlineData("$\\text{a <b>}$", "<p><math alttext=\"\\text{a &lt;b&gt;}\"><mtext>a\u00A0&lt;b&gt;</mtext></math></p>")]
    [InlineData("$latex a_1$", "<p><math alttext=\"a_1\"><msub><mi>a</mi><mn>1</mn></msub></math></p>")]
    [InlineData("<b>In</b> $a_1$.", "<p><b>In</b> <span class=\"formula-word\"><math alttext=\"a_1\"><msub><mi>a</mi><mn>1</mn></msub></math>.</span></p>")]
    [InlineData("$5\\%$", "<p><math alttext=\"5\\%\"><mrow><mn>5</mn><mi>%</mi></mrow></math></p>")]
    [InlineData("`$a_1$`", "<p><code>$a_1$</code></p>")]
    [InlineData("\\$a_1$ and US$5", "<p>$a_1$ and US$5</p>")]
    public void Formulas_are_MathML(string markdown, string html)
    {
        var (rendered, told) = Read(markdown);

        Assert.Equal(html, rendered);
        Assert.Empty(told);
    }

    [Fact]
    public void Plain_text_and_summary_keep_the_TeX_that_is_more_than_letters()
    {
        var rendered = Render("About $k$, $\\ell_\\infty$, $n = 100$ and\n\n$$\nx^2\n$$\n\nmore $$y$$.");

        Assert.Equal("About k, $\\ell_\\infty$, n = 100 and\n\n$$\nx^2\n$$\n\nmore $$y$$.", rendered.Text);
        Assert.Equal("About k, $\\ell_\\infty$, n = 100 and $$ x^2 $$ more $$y$$.", rendered.Summary);
    }

    [Theory]
    [InlineData("\\color{red}{x}", "<mrow><mi>x</mi></mrow>")]
    [InlineData("\\boxed{x}", "<mrow scriptlevel=\"0\" displaystyle=\"true\"><mi>x</mi></mrow>")]
    [InlineData("\\rule{900em}{900em}", "<mspace />")]
    [InlineData("\\hspace{2em}", "<mspace width=\"2em\" />")]
    [InlineData("\\hspace{90em}", "<mspace />")]
    [InlineData("\\overline{x}", "<menclose notation=\"top\" class=\"tml-overline\"><mi>x</mi></menclose>")]
    public void Neither_colours_nor_styles_nor_sizes_that_break_a_page(string tex, string inner) =>
        Assert.Equal($"<p><math alttext=\"{tex}\">{inner}</math></p>", Render($"${tex}$").Html);

    [Theory]
    [InlineData("So $\\frac{a$ is", "<p>So <span class=\"math\">$\\frac{a$</span> is</p>", 0, 3, "\"\\frac{a\" cannot be set as a formula (unexpected end of input in a macro argument, expected '}'), and is printed as it stands.")]
    [InlineData("One.\n\n$$\n\\knot\n$$", "<p>One.</p>\n<div class=\"math\">$$\n\\knot\n$$</div>", 2, 0, "\"\\knot\" cannot be set as a formula (unsupported function name: \\knot), and is printed as it stands.")]
    [InlineData("$\\style{color:red}{x}$", "<p><span class=\"math\">$\\style{color:red}{x}$</span></p>", 0, 0, "\"\\style{color:red}{x}\" cannot be set as a formula (function \"\\style\" is not trusted), and is printed as it stands.")]
    [InlineData("$50%$", "<p><span class=\"math\">$50%$</span></p>", 0, 0, "\"50%\" cannot be set as a formula (what stands behind % is left out; a percent sign is \\%), and is printed as it stands.")]
    [InlineData("$\\gdef\\knot{x}\\knot$ $\\knot$", "<p><math alttext=\"\\gdef\\knot{x}\\knot\"><mi>x</mi></math> <span class=\"math\">$\\knot$</span></p>", 0, 21, "\"\\knot\" cannot be set as a formula (unsupported function name: \\knot), and is printed as it stands.")]
    public void What_is_no_TeX_is_printed_and_told(string markdown, string html, int line, int column, string cause)
    {
        var (rendered, told) = Read(markdown);

        Assert.Equal(html, rendered);
        Assert.Equal([(Rules.FormulaPrinted.Name, 6 + line, 1 + column, cause)], told.Select(p => (p.Rule, p.Line, p.Column, p.Cause)));
    }

    [Theory]
    [InlineData("Let \\(x^2\\) be", 4, "Write  $x^2$")]
    [InlineData("\\[ \\sum_i a_i \\]", 0, "Write  $$\\sum_i a_i$$")]
    [InlineData("Let \\(x\\) be", 4, "Write  $x$")]
    [InlineData("Let \\(n = 20\\) be", 4, "Write  $n = 20$")]
    [InlineData("\\[a\\](b)", -1, "")]
    [InlineData("(see \\(2019\\) and \\[1\\])", -1, "")]
    [InlineData("`\\(x^2\\)`", -1, "")]
    [InlineData("$\\text{\\(x^2\\)}$", -1, "")]
    public void Brackets_of_TeX_are_told(string markdown, int column, string fix)
    {
        var told = Read(markdown).Told.Where(p => !p.Fix.StartsWith("Correct", StringComparison.Ordinal));

        Assert.Equal(column < 0 ? [] : [(Rules.FormulaPrinted.Name, 1 + column, fix)], told.Select(p => (p.Rule, p.Column, p.Fix)));
    }

    public static TheoryData<string> Hostile() =>
    [
        $"${new string('{', 900)}x{new string('}', 900)}$",
        $"${string.Concat(Enumerable.Repeat("\\sqrt{", 39))}x{new string('}', 39)}$",
        $"${string.Concat(Enumerable.Repeat("\\sqrt", 300))} x$",
        $"${string.Concat(Enumerable.Repeat("x^{", 300))}{new string('}', 300)}$",
        $"${string.Concat(Enumerable.Repeat("\\left(", 150))}x{string.Concat(Enumerable.Repeat("\\right)", 150))}$",
        $"${string.Concat(Enumerable.Repeat("a+", 900))}x$",
        $"${new string('x', 3000)}$",
        "$\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c\\c\\c\\c\\c}\\d$",
        "$\\def\\a{\\a}\\a$",
        $"$${string.Concat(Enumerable.Repeat("\\begin{pmatrix}", 60))}$$",
        string.Concat(Enumerable.Repeat("\\( x ", 40)),
    ];

    // A stack that is too small ends the whole program, not this test.
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_that_can_be_written_stops_the_archive(string markdown)
    {
        MarkdownHtml? rendered = null;
        var thread = new Thread(() => rendered = Render(markdown), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.NotEqual("", rendered!.Html);
        Assert.Equal("<p><math alttext=\"a_1\"><msub><mi>a</mi><mn>1</mn></msub></math></p>", Render("$a_1$").Html);
    }

    [Theory]
    [InlineData("A $x < y$, <b>b</b>.", "<p>A <span class=\"formula-word\">x &lt; y,</span> <b>b</b>.</p>")]
    [InlineData("$x^2$", "<p>$x^2$</p>")]
    [InlineData("$$\nx^2\n$$", "<div class=\"formula\">$$x^2$$</div>")]
    public void Elsewhere_a_formula_is_TeX(string markdown, string html) => Assert.Equal(html, ElsewhereHtml.From(Render(markdown).Html, new Uri("https://example.org/seminars/x/")));

    [Fact]
    public async Task Page_feed_and_list_each_have_the_form_that_is_read_there()
    {
        await using var site = await Site.With(Seminar("knots", "2019-01-01", body: "On $x^2$ knots."));
        var feed = JsonDocument.Parse(await site.GetStringAsync("/feed/json/")).RootElement.GetProperty("items")[0];

        Assert.Equal("<p>On <math alttext=\"x^2\"><msup><mi>x</mi><mn>2</mn></msup></math> knots.</p>", (await site.GetPageAsync("/seminars/knots/")).QuerySelector(".prose > p")!.OuterHtml);
        Assert.EndsWith("<p>On $x^2$ knots.</p>", feed.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal("1 January 2019. On $x^2$ knots.", feed.GetProperty("summary").GetString());
    }

    private static MarkdownHtml Render(string markdown) => MarkdownHtml.Render(markdown);

    private static (string Html, List<Problem> Told) Read(string abstractText)
    {
        var reading = SeminarReader.Read("seminars/x.md", Encoding.UTF8.GetBytes($"---\ntitle: x\ndate: 2019\n---\n\n{abstractText}\n"));
        return (reading.Seminar!.AbstractHtml, reading.Problems.ToList());
    }
}
