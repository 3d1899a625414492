using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>
/// Files with the mistakes editors make, each beside the very words the archive answers with.
/// <c>UPDATE_SAMPLES=1</c> writes the words anew; read them before you commit them.
/// </summary>
public sealed class SamplesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root ?? ".", "tests", "SeminarArchive.Tests", "Samples");

    private static IEnumerable<string> Samples => Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. Samples];

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_in_these_words(string name)
    {
        var reading = Read(name);
        var words = string.Join("\n\n", reading.Problems) + "\n";
        var expected = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SAMPLES") == "1") File.WriteAllText(expected, words);

        Assert.Equal(File.ReadAllText(expected), words);
        Assert.Equal(reading.Problems.Any(problem => problem.Severity == Severity.Error), reading.Seminar is null);
    }

    [Fact]
    public async Task Every_rule_has_a_sample()
    {
        var shown = Samples.SelectMany(name => Read(name).Problems).Select(problem => problem.Rule).Concat(await AuditSamplesTests.ShownAsync());
        var withoutSample = Rules.All.Select(rule => rule.Name).Except(shown, StringComparer.Ordinal);

        // These need a huge or unreadable file, a folder nobody may list, or a hundred mistakes: the tests beside this one make them.
        Assert.Equal(
            ["file-unreadable", "file-too-large", "folder-closed", "folder-emptied", "front-matter-too-large", "yaml-syntax", "list-too-long", "body-too-long", "body-unreadable", "too-many-problems", "link-ignored"],
            withoutSample);
    }

    private static Reading Read(string name) => SeminarReader.Read($"seminars/{name}.md", File.ReadAllBytes(Path.Combine(Folder, name + ".md")));
}
