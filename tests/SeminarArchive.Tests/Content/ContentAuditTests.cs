using System.Diagnostics;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class ContentAuditTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly string root = Directory.CreateTempSubdirectory("audit-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Names_links_that_are_not_followed_and_folders_that_cannot_be_listed()
    {
        Directory.CreateDirectory(Path.Combine(root, "seminars"));
        File.WriteAllText(Path.Combine(root, "shelved.md"), "---\ntitle: Knots\ndate: 2019\n---\n");
        Link("in.md", Path.Combine(root, "shelved.md"));
        Link("out", Path.GetTempPath());
        Link("nowhere.md", Path.Combine(root, "none.md"));

        Assert.Equal(
            [("content/seminars/nowhere.md", "link-ignored"), ("content/seminars/out", "link-ignored")],
            ContentAudit.Of(new ContentFolder(root).Look()).Select(problem => (problem.File, problem.Rule)).Order());
        Assert.Equal(
            ["content/seminars:1:1: This folder is missing or cannot be listed; nothing is known of what is in it.\n  Fix: Put it back, or allow everyone to list it (on Linux:  chmod a+rx  and the folder's name)."],
            ContentAudit.Of(new ContentFolder(Path.Combine(root, "none")).Look()).Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("Micheal West", "Michael West", true)]
    [InlineData("Dr. Ada Lovelace", "Ada Lovelaçe, PhD", false)] // one name: marks and titles do not count
    [InlineData("Dr. Ada Lovelace", "Ada Lovelase", true)]
    [InlineData("Catherine Smith", "Katherine Smith", true)]
    [InlineData("Ada Lovelace", "Adalovelace", true)]
    [InlineData("Michael West", "Michael Best-Weston", false)]
    [InlineData("Michael West", "Rachel West", false)]
    [InlineData("J. Smithson", "K. Smithson", false)]
    [InlineData("John A. Smith", "John B. Smith", false)]
    [InlineData("Speaker 12", "Speaker 13", false)]
    [InlineData("Farid Lindqvist", "Tariq Lindqvist", false)]
    [InlineData("大谷直樹", "大谷直子", false)]
    public void Knows_which_names_may_be_one_persons(string one, string other, bool reported) =>
        Assert.Equal(reported, Audit([one, other]).Any(problem => problem.Rule == "name-similar"));

    [Fact]
    public void The_name_of_fewer_seminars_is_the_one_in_doubt()
    {
        var problem = Assert.Single(Audit(["Micheal West", "Michael West", "Prof Michael West"]), problem => problem.Rule == "name-similar");

        Assert.Equal(("content/seminars/0.md", 4, 10), (problem.File, problem.Line, problem.Column));
    }

    [Fact]
    public void Ten_thousand_names_are_compared_in_seconds()
    {
        var random = new Random(7);
        var names = Enumerable.Range(0, 10_000).Select(_ => $"{Word(random)} {Word(random)}").Append("Michael West").Append("Micheal West").ToList();
        var clock = Stopwatch.StartNew();

        var found = Audit(names).Where(problem => problem.Rule == "name-similar").ToList();

        Assert.Contains(found, problem => problem.Cause.Contains("Micheal West", StringComparison.Ordinal));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("title", 2, 8)]
    [InlineData("slides", 4, 9)]
    [InlineData("categories", 6, 3)]
    public void A_reading_knows_where_its_fields_stand(string field, int line, int column) =>
        Assert.Equal(
            new Place(line, column),
            SeminarReader.Read("seminars/knots.md", "---\nTitle: Knots\ndate: 2019\nslides: x.pdf\nCategory:\n  - Sea\n---\n"u8).Places[field]);

    private List<Problem> Audit(IEnumerable<string> speakers)
    {
        var audit = new ContentAudit(new ContentFolder(root), Today, _ => false);
        var problems = new List<Problem>();
        foreach (var (name, i) in speakers.Select((name, i) => (name, i)))
            problems.AddRange(audit.Of(SeminarReader.Read($"seminars/{i}.md", System.Text.Encoding.UTF8.GetBytes($"---\ntitle: Knots\ndate: 2019\nspeaker: {name}\nslides: https://example.org/x\n---\n\nX\n"))));
        return [.. problems, .. audit.OfAll()];
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(4, 10)).Select(i => (char)((i == 0 ? 'A' : 'a') + random.Next(26))));

    [Fact]
    public async Task Finds_files_whose_accents_are_written_as_on_a_Mac()
    {
        foreach (var name in (string[])["seminars", "slides"]) Directory.CreateDirectory(Path.Combine(root, name));
        File.WriteAllText(Path.Combine(root, "slides", "e\u0301te\u0301.pdf"), "%PDF");
        File.WriteAllText(Path.Combine(root, "seminars", "a.md"), "---\ntitle: Knots\ndate: 2019\nslides: [slides/\u00E9t\u00E9.pdf, slides/\u00C9t\u00E9.PDF, slides/et\u00E9.pdf]\n---\n\nText.\n");

        var folder = new ContentFolder(root);
        var audit = new ContentAudit(folder, Today, _ => false);
        var problems = audit.Of(await folder.ReadAsync(folder.Seminars()).SingleAsync());

        Assert.Equal([("file-case", "Write:  slides/\u00E9t\u00E9.pdf"), ("file-missing", "Did you mean  slides/\u00E9t\u00E9.pdf ?")], problems.Select(problem => (problem.Rule, problem.Fix)));
        Assert.Equal(4, folder.SizeOf("/slides/\u00E9t\u00E9.pdf"));
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(root, "seminars", name), target);
}
