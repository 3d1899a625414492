using SeminarArchive.Content;
using SeminarArchive.Web;

namespace SeminarArchive.Tests.Content;

/// <summary>
/// Small content folders, each beside the very words in which an audit speaks of it on 23 November 2026.
/// <c>UPDATE_SAMPLES=1</c> writes the words anew; read them before you commit them.
/// </summary>
public sealed class AuditSamplesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root ?? ".", "tests", "SeminarArchive.Tests", "SamplesFolders");

    private static IEnumerable<string> Samples => Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. Samples];

    /// <summary>The rules that one of the folders shows.</summary>
    public static async Task<IReadOnlySet<string>> ShownAsync()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Samples) shown.UnionWith((await AuditAsync(name)).Select(problem => problem.Rule));
        return shown;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answers_in_these_words(string name)
    {
        var words = string.Join("\n\n", await AuditAsync(name)) + "\n";
        var expected = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SAMPLES") == "1") File.WriteAllText(expected, words);

        Assert.Equal(File.ReadAllText(expected), words);
    }

    private static async Task<List<Problem>> AuditAsync(string name)
    {
        var folder = new ContentFolder(Path.Combine(Folder, name));
        var audit = new ContentAudit(folder, new DateOnly(2026, 11, 23), OwnAddresses.Has);
        var problems = new List<Problem>();
        await foreach (var reading in folder.ReadAsync(folder.Seminars())) problems.AddRange(audit.Of(reading));
        problems.AddRange(folder.ReadPeople(folder.People().Entries).SelectMany(audit.Of));
        foreach (var page in (string[])["about.md", "categories"]) problems.AddRange(folder.ReadPages(page).SelectMany(audit.Of));
        return [.. problems, .. audit.OfAll(), .. folder.Media().Unread];
    }
}
