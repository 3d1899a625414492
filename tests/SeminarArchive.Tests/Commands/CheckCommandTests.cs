using System.Text.Json;
using SeminarArchive.Tests.Content;
using SeminarArchive.Web;

namespace SeminarArchive.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private const string Good = "---\ntitle: Knots\ndate: 2019-03-14\nslides: https://example.org/x\n---\n\nWhat sailors knew.\n";
    private const string BadDate = "---\ntitle: Ropes\ndate: 14 Marsh 2019\n---\n\nWhat sailors knew.\n";
    private const string NoSlides = "---\ntitle: Bends\ndate: 2019-03-14\n---\n\nWhat sailors knew.\n";
    private const string Far = "---\ntitle: 100% bends, at last\ndate: 1019-03-14\nslides: https://example.org/x\n---\n\nWhat sailors knew.\n";

    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Good_files_give_one_sentence()
    {
        shell.Write("site/seminars/knots.md", Good);

        Assert.Equal(0, await shell.RunAsync("check", "site"));
        Assert.Equal(("1 file: nothing to mend.\n", ""), (shell.Out, shell.Error));
    }

    [Fact]
    public async Task An_empty_folder_is_told_beside_one_with_problems()
    {
        shell.Write("good/seminars/bends.md", NoSlides);
        shell.Write("empty/seminars/readme.txt", "Nothing yet.");

        Assert.Equal(2, await shell.RunAsync("check", "good", "empty"));
        Assert.Equal("There is no seminar in empty .\n", shell.Error);
    }

    [Fact]
    public async Task Prints_every_problem_in_the_order_of_the_files()
    {
        shell.Write("site/seminars/knots.md", Good);
        shell.Write("site/seminars/ropes.md", BadDate);
        shell.Write("site/seminars/bends.md", NoSlides);

        Assert.Equal(1, await shell.RunAsync("check", "site"));
        Assert.Equal(
            """
            site/seminars/bends.md:2:8: notice: The seminar was held on 2019-03-14 and has no slides.
                title: Bends
                       ^
              Fix: Add  slides: slides/….pdf ; if there are none, add  ignore: [slides-missing] .

            site/seminars/ropes.md:3:7: "14 Marsh 2019" is not a date the archive can read.
                date: 14 Marsh 2019
                      ^
              Fix: Write year-month-day:  date: 2019-03-14

            3 files: 1 error and 1 notice.

            """, shell.Out);
    }

    [Fact]
    public async Task Pages_are_looked_at_too()
    {
        shell.Write("site/seminars/knots.md", Good.Replace("title:", "category: Nets\ntitle:", StringComparison.Ordinal));
        shell.Write("site/about.md", "# About us\n\nThe [programme](/slides/Program.pdf), a [map](/slides/map.pdf), [elsewhere](https://example.org/slides/x.pdf) and [a seminar](/seminars/knots/).\n");
        shell.Write("site/categories/rope.md", "---\ntitle: [Rope\n---\n\nWhat hands can do.\n");
        shell.Write("site/categories/nets.md", "![A net](/slides/net.png)\n");
        shell.Write("site/slides/program.pdf", "%PDF-1.4");

        Assert.Equal(1, await shell.RunAsync("check", "site", "--strict"));
        Assert.Equal(
            """
            site/about.md:3:17: warning: The file is called site/slides/program.pdf : capitals count on the web.
                The [programme](/slides/Program.pdf), a [map](/slides/map.pdf), [elsewhere](https://example.org/slides/x.pdf) and [a seminar](/seminars/knots/).
                                ^
              Fix: Write:  /slides/program.pdf

            site/about.md:3:47: warning: There is no file site/slides/map.pdf .
                The [programme](/slides/Program.pdf), a [map](/slides/map.pdf), [elsewhere](https://example.org/slides/x.pdf) and [a seminar](/seminars/knots/).
                                                              ^
              Fix: Put the file there, or correct the path.

            site/categories/nets.md:1:10: warning: There is no file site/slides/net.png .
                ![A net](/slides/net.png)
                         ^
              Fix: Put the file there, or correct the path.


            """, shell.Out[..shell.Out.IndexOf("site/categories/rope.md", StringComparison.Ordinal)]);
        Assert.EndsWith("4 files: 1 error and 3 warnings.\n", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nothing_reads_is_told_and_counts_when_it_is_strict()
    {
        shell.Write("site/seminars/knots.md", Good);
        shell.Write("site/Seminars/nets.md", Good);

        Assert.Equal(1, await shell.RunAsync("check", "site", "--strict"));
        Assert.Equal(
            """
            site/Seminars/nets.md:1:1: warning: The archive does not read this file where it lies.
              Fix: Call the folder  seminars , not  Seminars .

            1 file: 1 warning.

            """, shell.Out);
    }

    [Fact]
    public async Task An_empty_page_needs_no_fields()
    {
        shell.Write("site/seminars/knots.md", Good);
        shell.Write("site/about.md", "\n");

        Assert.Equal(1, await shell.RunAsync("check", "site"));
        Assert.Equal(
            """
            site/about.md:1:1: There is nothing in the file.
              Fix: Write a heading, such as  # About us , and the text below it.

            2 files: 1 error.

            """, shell.Out);
    }

    [Theory]
    [InlineData("about.md")]
    [InlineData("categories")]
    [InlineData("categories/previous-seminars.md")]
    public async Task A_page_of_the_content_folder_can_be_asked_about_alone(string path)
    {
        Assert.Equal(0, await shell.RunAsync("check", Path.Combine(Home.Repository!, "content", path)));
        Assert.Equal(("1 file: nothing to mend.\n", ""), (shell.Out, shell.Error));
    }

    [Theory]
    [InlineData(NoSlides, 0)]
    [InlineData(Far, 0)]
    [InlineData(BadDate, 1)]
    [InlineData(NoSlides, 0, "--strict")]
    [InlineData(Far, 1, "--strict")]
    [InlineData(Far, 1, "--strict", "--level", "error")]
    public async Task Only_errors_count_unless_it_is_strict(string text, int code, params string[] options)
    {
        shell.Write("site/seminars/a.md", text);

        Assert.Equal(code, await shell.RunAsync(["check", "site", .. options]));
    }

    [Fact]
    public async Task A_level_leaves_out_what_is_less()
    {
        shell.Write("site/seminars/a.md", NoSlides);

        Assert.Equal(0, await shell.RunAsync("check", "site", "--level", "warning"));
        Assert.Equal("1 file: nothing to mend.\n", shell.Out);
    }

    [Fact]
    public async Task Colours_are_for_terminals()
    {
        shell.Write("site/seminars/ropes.md", BadDate);

        await shell.RunAsync(null, ["check", "site"], colour: true);
        Assert.Equal(
            "\u001b[31msite/seminars/ropes.md:3:7: \u001b[0m\"14 Marsh 2019\" is not a date the archive can read.\n    date: 14 Marsh 2019\n          ^\n\u001b[1m  Fix: Write year-month-day:  date: 2019-03-14\u001b[0m\n\n1 file: 1 error.\n",
            shell.Out);
    }

    [Fact]
    public async Task A_foreign_folder_is_full_of_seminars()
    {
        shell.Write("jekyll/_posts/2019-03-14-knots.md", Good);
        shell.Write("jekyll/_posts/2020-01-01-knots.md", Good);
        shell.Write("jekyll/_posts/README.md", "no seminar");

        Assert.Equal(1, await shell.RunAsync("check", "jekyll/_posts", "--level", "error"));
        Assert.Equal(
            """
            jekyll/_posts/2020-01-01-knots.md:1:1: The address /seminars/knots/ already belongs to jekyll/_posts/2019-03-14-knots.md.
                ---
                ^
              Fix: Give one of the two files another address, with a line of its own between the --- lines:  slug: knots-2

            2 files: 1 error.

            """, shell.Out);
    }

    [Fact]
    public async Task A_foreign_file_is_read_alone()
    {
        shell.Write("posts/ropes.md", BadDate);
        shell.Write("posts/knots.md", BadDate);

        Assert.Equal(1, await shell.RunAsync("check", "posts/ropes.md"));
        Assert.StartsWith("posts/ropes.md:3:7: ", shell.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n1 file: 1 error.\n", shell.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no file or folder \"none\".\n", "check", "none")]
    [InlineData("\"x.txt\" is no seminar: their names end in .md .\n", "check", "x.txt")]
    [InlineData("There is no seminar in empty .\n", "check", "empty")]
    [InlineData("There is no option \"--fromat\". Did you mean \"--format\"?\n", "check", "--fromat", "json")]
    [InlineData("Argument 'yaml' not recognized. Must be one of:\n\t'text'\n\t'json'\n\t'github'\n\t'sarif'\n\"check --help\" says what can be written.\n", "check", "--format", "yaml")]
    public async Task What_cannot_be_checked_is_said_so(string why, params string[] args)
    {
        shell.Write("x.txt", "");
        Directory.CreateDirectory(Path.Combine(shell.Folder, "empty"));

        Assert.Equal(2, await shell.RunAsync(args));
        Assert.Equal(("", why), (shell.Out, shell.Error));
    }

    [Fact]
    public async Task Json_has_every_problem()
    {
        shell.Write("site/seminars/ropes.md", BadDate);

        Assert.Equal(1, await shell.RunAsync("check", "site", "--format", "json"));
        using var report = JsonDocument.Parse(shell.Out);
        Assert.Equal(
            """{"files":1,"errors":1,"warnings":0,"notices":0,"problems":[{"file":"site/seminars/ropes.md","line":3,"column":7,"severity":"error","rule":"date-unreadable","cause":"\u002214 Marsh 2019\u0022 is not a date the archive can read.","fix":"Write year-month-day:  date: 2019-03-14","source":"date: 14 Marsh 2019"}]}""",
            JsonSerializer.Serialize(report.RootElement));
    }

    [Fact]
    public async Task GitHub_gets_a_command_for_each()
    {
        shell.Write("a,b/seminars/far.md", Far.Replace("title: 100% bends, at last", "title: 100% bends\nslug: X", StringComparison.Ordinal));

        Assert.Equal(0, await shell.RunAsync("check", "a,b", "--format", "github"));
        Assert.Equal(
            "::notice file=a%2Cb/seminars/far.md,line=3,col=7,title=slug-changed::The slug \"X\" becomes \"x\" in the address.%0AFix: Write:  slug: x\n"
            + "::warning file=a%2Cb/seminars/far.md,line=4,col=7,title=date-far::The date 1019-03-14 lies before 1900.%0AFix: Look at the year's digits; if it is right, add  ignore: [date-far] .\n"
            + "1 file: 1 warning and 1 notice.\n",
            shell.Out);
    }

    [Fact]
    public async Task Sarif_has_the_shape_that_scanners_want()
    {
        shell.Write("my site/seminars/ropes.md", BadDate);

        Assert.Equal(1, await shell.RunAsync("check", "my site", "--format", "sarif"));
        using var log = JsonDocument.Parse(shell.Out);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("Seminar Archive", driver.GetProperty("name").GetString());
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        var rule = driver.GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal(("date-unreadable", "date-unreadable", "error"), (result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString(), result.GetProperty("level").GetString()));
        Assert.Equal("\"14 Marsh 2019\" is not a date the archive can read.\nFix: Write year-month-day:  date: 2019-03-14", result.GetProperty("message").GetProperty("text").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("my%20site/seminars/ropes.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((3, 7), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
    }

    [Fact]
    public async Task Fix_mends_and_says_so_and_the_check_follows()
    {
        shell.Write("site/slides/Knots.pdf", "%PDF");
        shell.Write("site/seminars/knots.md", Good.Replace("https://example.org/x", "slides/knots.PDF", StringComparison.Ordinal));

        Assert.Equal(0, await shell.RunAsync("check", "site", "--fix"));
        Assert.Equal("site/seminars/knots.md: mended: The path \"slides/knots.PDF\" is now \"slides/Knots.pdf\".\n1 file: nothing to mend.\n", shell.Out);
        Assert.Equal(Good.Replace("https://example.org/x", "slides/Knots.pdf", StringComparison.Ordinal), shell.Read("site/seminars/knots.md"));
    }

    [CorpusFact("talks")]
    public async Task Real_sites_are_checked_without_a_crash()
    {
        foreach (var source in Directory.GetDirectories(Corpus.Folder("talks")!).Order(StringComparer.Ordinal))
        {
            var code = await shell.RunAsync("check", source);
            Assert.True(code is 0 or 1 || shell.Error.StartsWith("There is no seminar in ", StringComparison.Ordinal), $"{source}: {code} {shell.Error}");
        }
    }
}
