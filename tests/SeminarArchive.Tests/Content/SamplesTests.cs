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

    // One file cannot show these: PeopleTests do.
    private static readonly string[] BetweenFiles = ["person-twice", "person-alias-taken", "orcid-shared", "orcid-differs", "speaker-unsure"];

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
        Assert.Equal(reading.Problems.Any(problem => problem.Severity == Severity.Error), reading.IsLeftOut);
    }

    [Fact]
    public async Task Every_rule_has_a_sample()
    {
        var shown = Samples.SelectMany(name => Read(name).Problems).Select(problem => problem.Rule).Concat(await AuditSamplesTests.ShownAsync());
        var withoutSample = Rules.All.Select(rule => rule.Name).Except(shown, StringComparer.Ordinal);

        // These need a huge or unreadable file, a folder nobody may list, or a hundred mistakes: the tests beside this one make them.
        Assert.Equal(
            ["file-unreadable", "file-too-large", "file-fault", "folder-closed", "folder-emptied", "link-ignored", "front-matter-too-large", "list-too-long", "body-too-long", "body-unreadable", "too-many-problems"],
            withoutSample.Except(BetweenFiles));
    }

    // A name that begins with "person-" is a people file's.
    private static (IReadOnlyList<Problem> Problems, bool IsLeftOut) Read(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name + ".md"));
        if (name.StartsWith("person-", StringComparison.Ordinal))
        {
            var person = PersonReader.Read($"people/{name}.md", bytes);
            return (person.Problems, person.Person is null);
        }

        var seminar = SeminarReader.Read($"seminars/{name}.md", bytes);
        return (seminar.Problems, seminar.Seminar is null);
    }
}
