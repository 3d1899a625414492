using System.Diagnostics;
using SeminarArchive.Content;
using SeminarArchive.Web;
using SeminarArchive.Web.Commands;

namespace SeminarArchive.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:5050")]
    [InlineData(false, "--environment=Production", "--contentRoot=/x", "check")]
    [InlineData(false, "/urls", "http://localhost:5050")]
    [InlineData(false, "Site:Title=Knots")]
    [InlineData(true, "check")]
    [InlineData(true, "chekc")]
    [InlineData(true, "--help")]
    [InlineData(true, "-h")]
    public void Settings_are_the_hosts_and_words_are_commands(bool command, params string[] args) => Assert.Equal(command, CommandLine.IsCommand(args));

    [Fact]
    public async Task Helps()
    {
        Assert.Equal(0, await shell.RunAsync("--help"));
        foreach (var verb in (string[])["check", "new", "schema", "seed"]) Assert.Contains($"\n  {verb}", shell.Out, StringComparison.Ordinal);

        Assert.Equal(0, await shell.RunAsync("check", "--help"));
        foreach (var option in (string[])["--format <github|json|sarif|text>", "--level", "--strict", "--fix"]) Assert.Contains($"\n  {option}", shell.Out, StringComparison.Ordinal);
        Assert.Equal("", shell.Error);
    }

    [Theory]
    [InlineData("chekc", "There is no command \"chekc\". Did you mean \"check\"?")]
    [InlineData("frobnicate", "There is no command \"frobnicate\".")]
    public async Task An_unknown_command_is_no_reason_to_serve(string verb, string why)
    {
        Assert.Equal(2, await shell.RunAsync(verb));
        Assert.Equal(("", $"{why}\nCommands: check, new, schema, seed. \"--help\" says more; without a command the site is served.\n"), (shell.Out, shell.Error));
    }

    [Fact]
    public async Task Prints_the_schema()
    {
        Assert.Equal(0, await shell.RunAsync("schema"));
        Assert.Equal(FrontMatterSchema.Json(), shell.Out);
    }

    [Fact]
    public async Task Seeds_an_archive_that_a_site_then_need_not()
    {
        shell.Write("site/seminars/knots.md", "---\ntitle: Knots\ndate: 2019-03-14\n---\n");
        shell.Write("site/seminars/ropes.md", "---\ntitle: Ropes\n---\n");
        (string, string)[] where = [("Site__ContentPath", Path.Combine(shell.Folder, "site")), ("Site__DataPath", Path.Combine(shell.Folder, "data"))];

        Assert.Equal((0, "Seeded 1 seminars from 2 files (2 read, 1 written, 0 removed)"), Figures(await ProgramAsync(where, "seed")));
        Assert.Equal((0, "Seeded 1 seminars from 2 files (0 read, 0 written, 0 removed)"), Figures(await ProgramAsync(where, "seed")));
        Assert.Equal(["archive.db"], Directory.EnumerateFiles(Path.Combine(shell.Folder, "data")).Select(Path.GetFileName));

        shell.Write("blocked", "A file stands where the folder of the database should be made.");
        Assert.Equal((1, ""), await ProgramAsync([.. where[..1], ("Site__DataPath", Path.Combine(shell.Folder, "blocked"))], "seed"));
        Assert.Equal((1, ""), await ProgramAsync([("Site__ContentPath", Path.Combine(shell.Folder, "nowhere")), .. where[1..]], "seed"));

        // The last line says more, which no two runs have in common.
        static (int, string) Figures((int Code, string Output) run)
        {
            var last = run.Output.TrimEnd().Split('\n')[^1];
            Assert.Matches(@"\) in \d+ ms, \d+ MB$", last);
            return (run.Code, last[..(last.IndexOf(')', StringComparison.Ordinal) + 1)]);
        }
    }

    [Fact]
    public async Task The_program_itself_hands_over()
    {
        shell.Write("site/seminars/knots.md", "---\ntitle: Knots\n---\n");

        var (code, output) = await ProgramAsync([], "check", "site");

        Assert.Equal(1, code);
        Assert.StartsWith("site/seminars/knots.md:1:1: The seminar has no date.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Fix_keeps_addresses_that_only_the_database_remembers()
    {
        await using var site = await Site.With(Post.Seminar("knots", more: "slug: bends"));
        site.Write(Post.Seminar("knots", more: "slug: knots"));
        await site.SeedAsync();
        await site.StopAsync();

        var (code, output) = await ProgramAsync([("Site__ContentPath", site.Content), ("Site__DataPath", Path.GetDirectoryName(site.Database)!)], "check", "--fix", "--level", "warning");

        Assert.Equal(0, code);
        Assert.Equal($"{site.Content}/seminars/knots.md: mended: The old address /seminars/bends/ now leads here.\n1 file: nothing to mend.\n", output);
        Assert.Equal(Post.Seminar("knots", more: ["slug: knots", "aliases: [/seminars/bends/]"]).Markdown, File.ReadAllText(Path.Combine(site.Content, "seminars", "knots.md")));
    }

    [Fact]
    public void Every_address_of_the_site_is_its_own()
    {
        var own = Conventions.EveryAddress.Examples.Where(example => example.Key != "seminars/{slug}").Select(example => example.Value.Split('?')[0])
            .Concat(["/opensearch.xml", "/robots.txt"]);

        Assert.Equal([], own.Where(address => !OwnAddresses.Has(address)));
        Assert.Equal([], new[] { "/seminars/knots/", "/2019/03/14/knots/", "/?p=12", "/?s=knots", "/search/knots/", "/all/knots/", "/robots-txt/", "/old/", "/author/", "/2019/13/" }.Where(OwnAddresses.Has));
    }

    private async Task<(int Code, string Output)> ProgramAsync((string Key, string Value)[] environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]) { WorkingDirectory = shell.Folder, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
