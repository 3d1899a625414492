using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class MenderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("mend-").FullName;

    public MenderTests()
    {
        Directory.CreateDirectory(Path.Combine(root, "seminars"));
        Directory.CreateDirectory(Path.Combine(root, "slides"));
        File.WriteAllText(Path.Combine(root, "slides", "My Knots.pdf"), "%PDF");
    }

    private string FilePath => Path.Combine(root, "seminars", "knots.md");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("slides: Slides/my knots.PDF # see there", "slides: slides/My Knots.pdf # see there")]
    [InlineData("slides: ['/SLIDES/My%20Knots.pdf#page=2', https://example.org/My]", "slides: ['/slides/My%20Knots.pdf#page=2', https://example.org/My]")]
    [InlineData("resources:\n- type: paper\n  url:   \"./slides/MY KNOTS.pdf\"", "resources:\n- type: paper\n  url:   \"./slides/My Knots.pdf\"")]
    [InlineData("slides: slides/my%20KNOTS.pdf", "slides: slides/My%20Knots.pdf")]
    [InlineData("slides: slides\\my KNOTS.pdf", "slides: slides/My Knots.pdf")]
    [InlineData("slides: [slides/My Knots.pdf, slides/MY KNOTS.pdf]", "slides: [slides/My Knots.pdf, slides/My Knots.pdf]")]
    public async Task Gives_paths_the_capitals_of_their_files(string written, string mended)
    {
        Assert.Equal(Text(mended), await MendAsync(Text(written)));
    }

    [Theory]
    [InlineData("speaker: Ada", "speaker: Ada\naliases: [/seminars/bends/, /seminars/大谷/]")]
    [InlineData("aliases: [/old/]", "aliases: [/seminars/bends/, /seminars/大谷/, /old/]")]
    [InlineData("aliases: [\n  /old/, # why\n  /older/]", "aliases: [/seminars/bends/, /seminars/大谷/, \n  /old/, # why\n  /older/]")]
    [InlineData("redirect_from:\n  # old ones\n  - /old/\n  - /older/", "redirect_from:\n  # old ones\n  - /seminars/bends/\n  - /seminars/大谷/\n  - /old/\n  - /older/")]
    [InlineData("alias: /old/ # why", "alias: [/old/, /seminars/bends/, /seminars/大谷/] # why")]
    [InlineData("aliases:", "aliases: [/seminars/bends/, /seminars/大谷/]")]
    [InlineData("aliases: [/Seminars/Bends, /seminars/大谷]", "aliases: [/Seminars/Bends, /seminars/大谷]")]
    [InlineData("aliases: '/old/'", "aliases: '/old/'")] // no form that can be added to safely
    [InlineData("slides: javascript:x", "slides: javascript:x")] // a file with errors is left alone
    public async Task Adds_former_addresses_to_the_aliases(string written, string mended)
    {
        Assert.Equal(Text(mended), await MendAsync(Text(written), "bends", "大谷", "knots"));
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", true)]
    [InlineData("\r", true)]
    public async Task Keeps_line_ends_mark_comments_and_the_lack_of_a_last_line_end(string lineEnd, bool mark)
    {
        var written = $"---\n# A remark\ntitle:  'Knots'\ndate: 2019\t\n\nslides: slides/MY Knots.pdf\nabstract: |\n  Text:\n\n---\n\n\nBody \u2028 with é, 𝒜\n  ".Replace("\n", lineEnd, StringComparison.Ordinal);
        var mended = written.Replace("MY", "My", StringComparison.Ordinal).Replace($"\u2028{lineEnd}", "", StringComparison.Ordinal)
            .Insert(written.IndexOf($"{lineEnd}---{lineEnd}{lineEnd}", StringComparison.Ordinal) + lineEnd.Length, $"aliases: [/seminars/bends/]{lineEnd}");

        Assert.Equal((mark ? "\uFEFF" : "") + mended, await MendAsync((mark ? "\uFEFF" : "") + written, "bends"));
    }

    [Fact]
    public async Task Says_what_it_did_and_has_nothing_left_to_do()
    {
        File.WriteAllText(FilePath, Text("slides: slides/MY KNOTS.pdf"));
        var mender = new Mender(new ContentFolder(root), _ => ["/seminars/bends/"]);

        Assert.Equal(
            [new("content/seminars/knots.md", "The path \"slides/MY KNOTS.pdf\" is now \"slides/My Knots.pdf\"."), new Mended("content/seminars/knots.md", "The old address /seminars/bends/ now leads here.")],
            mender.Mend(await ReadAsync()));
        Assert.Equal([], mender.Mend(await ReadAsync()));
        Assert.Equal(["knots.md"], Directory.GetFileSystemEntries(Path.Combine(root, "seminars")).Select(file => Path.GetFileName(file)!));
    }

    [Theory]
    [InlineData("slides: \"slides\\\\my KNOTS.pdf\"", "The path \"slides\\my KNOTS.pdf\" should be \"slides/My Knots.pdf\"; correct it by hand.")]
    [InlineData("resources:\n- {label: One, url: slides/my knots.pdf}\n- {label: Two, url: slides/MY knots.pdf}", "The path \"slides/my knots.pdf\" should be \"slides/My Knots.pdf\"; correct it by hand.")]
    [InlineData("aliases: '/old/'", "The old address /seminars/bends/ should lead here; add it to  aliases:  by hand.")]
    public async Task Says_what_it_could_not_do(string written, string what)
    {
        File.WriteAllText(FilePath, Text(written));

        var mended = new Mender(new ContentFolder(root), _ => written.StartsWith("aliases", StringComparison.Ordinal) ? ["/seminars/bends/"] : []).Mend(await ReadAsync());

        Assert.Equal((new Mended("content/seminars/knots.md", what, IsDone: false), Text(written)), (mended[0], File.ReadAllText(FilePath)));
    }

    [Fact]
    public async Task Names_what_it_could_not_do_where_all_fields_stand_in_braces()
    {
        const string text = "---\n{title: Knots, date: 2019-03-14}\n---\n";
        File.WriteAllText(FilePath, text);

        Assert.Equal([new Mended("content/seminars/knots.md", "The old address /seminars/bends/ should lead here; add it to  aliases:  by hand.", IsDone: false)], new Mender(new ContentFolder(root), _ => ["/seminars/bends/"]).Mend(await ReadAsync()));
        Assert.Equal(text, File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task Leaves_a_file_alone_that_someone_else_has_changed_meanwhile()
    {
        File.WriteAllText(FilePath, Text("slides: slides/MY KNOTS.pdf"));
        var reading = await ReadAsync();
        File.WriteAllText(FilePath, Text("slides: slides/MY KNOTS.pdf\nspeaker: Ada"));

        Assert.Equal([], new Mender(new ContentFolder(root), _ => ["/seminars/bends/"]).Mend(reading));
        Assert.Equal(Text("slides: slides/MY KNOTS.pdf\nspeaker: Ada"), File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task Keeps_the_permissions()
    {
        File.WriteAllText(FilePath, Text("speaker: Ada"));
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        new Mender(new ContentFolder(root), _ => ["/seminars/bends/"]).Mend(await ReadAsync());

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, File.GetUnixFileMode(FilePath));
    }

    private static string Text(string fields) => $"---\ntitle: Knots\ndate: 2019-03-14\n{fields}\n---\n\nWhat sailors knew.\n";

    private async Task<string> MendAsync(string text, params string[] former)
    {
        File.WriteAllBytes(FilePath, Encoding.UTF8.GetBytes(text));
        new Mender(new ContentFolder(root), _ => former.Select(slug => $"/seminars/{slug}/")).Mend(await ReadAsync());
        return Encoding.UTF8.GetString(File.ReadAllBytes(FilePath));
    }

    private async Task<Reading> ReadAsync()
    {
        var folder = new ContentFolder(root);
        return await folder.ReadAsync(folder.Seminars()).SingleAsync();
    }
}
