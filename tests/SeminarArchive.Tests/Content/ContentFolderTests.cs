using System.Diagnostics;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class ContentFolderTests : IDisposable
{
    private const string Knots = "---\ntitle: Knots\ndate: 2019\n---\n";

    private readonly string root = Directory.CreateTempSubdirectory("content-").FullName;

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })) MakeReadable(file);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void Lists_seminars_at_any_depth_in_the_order_of_their_paths()
    {
        foreach (var path in (string[])["seminars/b.md", "seminars/2020/c.MD", "seminars/a.markdown", "seminars/2019/03/d.md", "about.md", "seminars/x.txt"]) Write(path);

        Assert.Equal(["seminars/2019/03/d.md", "seminars/2020/c.MD", "seminars/a.markdown", "seminars/b.md"], Paths());
    }

    [Fact]
    public void Passes_over_what_is_no_seminar()
    {
        foreach (var path in (string[])["seminars/.a.md", "seminars/a.md~", "seminars/.a.md.swp", "seminars/a.tmp", "seminars/README.md", "seminars/.git/a.md", "seminars/#a.md#", "seminars/real.md"]) Write(path);

        Assert.Equal(["seminars/real.md"], Paths());
    }

    [Fact]
    public void No_folder_no_seminars() => Assert.Empty(Paths());

    [Fact]
    public void Follows_links_inside_the_folder_only()
    {
        var outside = Directory.CreateTempSubdirectory("outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "secret.md"), Knots);
        Write("seminars/real.md");
        Write("shelf/shelved.md");
        Link("seminars/out", outside);
        Link("seminars/out.md", Path.Combine(outside, "secret.md"));
        Link("seminars/loop", Path.Combine(root, "seminars"));
        Link("seminars/gone.md", Path.Combine(root, "nowhere.md"));
        Link("seminars/shelf", Path.Combine(root, "shelf"));
        Link("seminars/same.md", Path.Combine(root, "seminars", "real.md"));

        Assert.Equal(["seminars/real.md", "seminars/shelf/shelved.md"], Paths());
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task Reads_in_the_order_given_and_stops_when_told()
    {
        for (var i = 0; i < 300; i++) Write($"seminars/{i:000}.md", $"---\ntitle: Knots {i}\ndate: 2019\n---\n");
        var folder = new ContentFolder(root);

        var titles = await folder.ReadAsync(folder.Seminars()).Select(reading => reading.Seminar!.Title).ToListAsync();
        var first = await folder.ReadAsync(folder.Seminars()).FirstAsync();

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"Knots {i}"), titles);
        Assert.Equal("seminars/000.md", first.Path);
    }

    [Fact]
    public async Task Explains_what_cannot_be_read_and_forgets_what_is_gone()
    {
        Write("seminars/big.md", Knots + new string('x', 2_000_000));
        Write("seminars/gone.md");
        Write("seminars/shut.md");
        Write("seminars/good.md");
        Process.Start("mkfifo", Path.Combine(root, "seminars", "pipe.md")).WaitForExit();
        var folder = new ContentFolder(root);
        var entries = folder.Seminars();
        File.Delete(Path.Combine(root, "seminars", "gone.md"));
        File.SetUnixFileMode(Path.Combine(root, "seminars", "shut.md"), UnixFileMode.None);

        var readings = await folder.ReadAsync(entries).ToListAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        // Root may read every file.
        var shut = Environment.IsPrivilegedProcess ? "" : "file-unreadable";
        Assert.Equal(
            [("seminars/big.md", "file-too-large"), ("seminars/good.md", ""), ("seminars/pipe.md", "file-empty"), ("seminars/shut.md", shut)],
            readings.Select(reading => (reading.Path, reading.Problems.Select(problem => problem.Rule).FirstOrDefault(""))));
    }

    [Fact]
    public async Task A_named_pipe_among_slides_holds_nothing_up()
    {
        Write("slides/knots.pdf", "%PDF-1.4");
        Process.Start("mkfifo", Path.Combine(root, "slides", "pipe.pdf")).WaitForExit();
        var folder = new ContentFolder(root);

        var samples = await Task.Run(() => folder.Media().Entries.Select(folder.SampleOf).ToList()).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(2, samples.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_a_link_has_read_in_another_place_is_not_told_as_unread()
    {
        foreach (var path in (string[])["posts/a.md", "posts/b.md", "seminars/2020/x.md", "drafts/c.md", "drafts/d.md"]) Write(path);
        Directory.CreateSymbolicLink(Path.Combine(root, "seminars", "posts"), Path.Combine(root, "posts"));
        Directory.CreateSymbolicLink(Path.Combine(root, "2020"), Path.Combine(root, "seminars", "2020"));
        File.CreateSymbolicLink(Path.Combine(root, "seminars", "c.md"), Path.Combine(root, "drafts", "c.md"));

        Assert.Equal(["content/drafts/d.md"], new ContentFolder(root).Media().Unread.Select(problem => problem.File));
    }

    [Fact]
    public async Task A_file_that_the_archive_fails_at_is_told_and_the_others_are_read()
    {
        foreach (var name in (string[])["a", "b", "c"]) Write($"seminars/{name}.md");
        var folder = new ContentFolder(root);

        var readings = await folder.ReadAsync(folder.Seminars(), (entry, reading) => entry.Path == "seminars/b.md" && reading.Seminar is not null ? throw new FormatException() : reading).ToListAsync();

        Assert.Equal(
            [("seminars/a.md", ""), ("seminars/b.md", "file-fault"), ("seminars/c.md", "")],
            readings.Select(reading => (reading.Path, reading.Problems.Select(problem => problem.Rule).FirstOrDefault(""))));
        Assert.Equal(readings[0].Hash, readings[1].Hash);
    }

    [Fact]
    public void Reads_pages_with_and_without_front_matter()
    {
        Write("about.md", "# About us\n\nWho we are.\n\n## History\n\nLong.");
        Write("README.md");
        Write("categories/maths.md", "---\ntitle: Mathematics\n---\nNumbers.\n\n# Deep\n");
        Write("categories/plain.md", "Only text.");
        var folder = new ContentFolder(root);

        Assert.Equal([new PageFile("about.md", "about", "About us", "<p>Who we are.</p>\n<h2 id=\"text-history\">History</h2>\n<p>Long.</p>", "Who we are.\n\nHistory\n\nLong.")], folder.Pages("", []));
        Assert.Equal(folder.Pages("", []), folder.Pages("about.md", []));
        Assert.Equal(
            [new("categories/maths.md", "maths", "Mathematics", "<p>Numbers.</p>\n<h2 id=\"text-deep\">Deep</h2>", "Numbers.\n\nDeep"), new("categories/plain.md", "plain", null, "<p>Only text.</p>", "Only text.")],
            folder.Pages("categories", []));
        Assert.Empty(folder.Pages("people", []));
        Assert.Empty(folder.Pages("../", []));
    }

    [Theory]
    [InlineData("draft: true", false)]
    [InlineData("published: no", false)]
    [InlineData("Status: Draft", false)]
    [InlineData("visibility: private", false)]
    [InlineData("draft: false", true)]
    [InlineData("status: published", true)]
    public void A_page_that_is_to_be_hidden_is_not_read(string line, bool isRead)
    {
        Write("about.md", $"---\ntitle: About us\n{line}\n---\n\nWho we are.");

        Assert.Equal((isRead, isRead), (new ContentFolder(root).ReadPages("about.md").Single() is { Page: not null }, new ContentFolder(root).ReadPages("about.md").Single().Problems.All(problem => problem.Rule != "field-hides")));
    }

    [Theory]
    [InlineData("/slides/My%20Talk.pdf", 4L)]
    [InlineData("/slides/My%20Talk.pdf#page=2", 4L)]
    [InlineData("/slides/none.pdf", null)]
    [InlineData("/slides", null)]
    [InlineData("/../x.pdf", null)]
    [InlineData("/%2e%2e/x.pdf", null)]
    [InlineData("//example.org/x.pdf", null)]
    [InlineData("https://example.org/x.pdf", null)]
    [InlineData("/", null)]
    public void Knows_the_size_of_a_file(string url, long? size)
    {
        Write("slides/My Talk.pdf", "1234");

        Assert.Equal(size, new ContentFolder(root).SizeOf(url));
    }

    private IEnumerable<string> Paths() => new ContentFolder(root).Seminars().Select(entry => entry.Path);

    private void Write(string path, string text = Knots)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(Path.Combine(root, path), target);

    private static void MakeReadable(string file) => File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
