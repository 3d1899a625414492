using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Tests.Store;

/// <summary>However the archive came to be as it is, a rebuild from the same files gives the same archive.</summary>
public class RebuildTests
{
    private static readonly string[] Files = ["a.md", "b.md", "c.md", "d/e.md"];

    // What no file says.
    private static readonly string[] History =
    [
        "SELECT 'former', f.Slug, s.Path FROM FormerSlugs f JOIN Seminars s ON s.Id = f.SeminarId",
        "SELECT 'gone', Slug, SeminarId, Key, Title, DateKey, Speakers, Categories, RemovedAt FROM Tombstones",
        "SELECT 'known', Id, Path, Key, ChangedAt, WasPublic FROM Seminars",
    ];

    private static readonly string[] Slugs = ["knots", "tides", "looms"];

    // A step writes one file, or takes it away. Slugs, names and aliases are few, so that files get into each other's way.
    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, Files.Length - 1], Gen.Int[0, Slugs.Length - 1], Gen.Int[0, 5], Gen.Int[0, 11], Gen.Bool,
        (file, slug, kind, day, alias) => new Step(Files[file], kind == 0 ? null : Markdown(Slugs[slug], kind, day + 1, alias)));

    [Fact]
    public void Step_by_step_comes_to_the_same_as_at_once() => Steps.Array[1, 9].Sample(
        steps =>
        {
            var folder = Directory.CreateTempSubdirectory("seminars-").FullName;
            try
            {
                foreach (var step in steps)
                {
                    step.Take(Path.Combine(folder, "content"));
                    Seed(folder, "grown");
                }

                // A file that has lost its address keeps its last good version, which a rebuild cannot know.
                if (Ask(folder, "SELECT 'older' FROM SourceFiles f JOIN Seminars s ON s.Path = f.Path WHERE f.SlugTaken").Count > 0) return;

                Seed(folder, "rebuilt");
                Assert.Equal(Dump(folder, "rebuilt"), Dump(folder, "grown"));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        },
        iter: 30,
        print: steps => string.Join("\n", steps.Select(s => $"== {s.File}\n{s.Text}")));

    [Fact]
    public void Another_version_of_the_program_comes_to_the_same() => Steps.Array[1, 9].Sample(
        steps =>
        {
            var folder = Directory.CreateTempSubdirectory("seminars-").FullName;
            var clock = new FakeTimeProvider(Site.Now);
            try
            {
                foreach (var step in steps)
                {
                    step.Take(Path.Combine(folder, "content"));
                    clock.Advance(TimeSpan.FromMinutes(1));
                    Seed(folder, "grown", clock);
                }

                var before = Dump(folder, "grown", History);
                Ask(folder, "PRAGMA application_id = 7");
                clock.Advance(TimeSpan.FromMinutes(1));
                Seed(folder, "grown", clock);
                Assert.Equal(before, Dump(folder, "grown", History));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        },
        iter: 30,
        print: steps => string.Join("\n", steps.Select(s => $"== {s.File}\n{s.Text}")));

    private static string Markdown(string slug, int kind, int day, bool alias) => $"""
        ---
        title: On {slug} {day}
        date: 2020-{day:00}-01
        slug: {slug}
        speaker: {(kind % 2 == 0 ? "Ada Lovelace" : "Dame ADA Lovelace")}
        affiliation: {(day % 2 == 0 ? "St James's Square" : "St James's square")}
        author: {(day % 3 == 0 ? "Lucy Chapman" : "Lucy CHAPMAN")}
        category: {(day % 2 == 1 ? "Handicraft" : "HANDICRAFT")}
        tags: [{(day % 2 == 0 ? "Rope" : "rope")}]
        status: {(kind switch { 1 => "draft", 2 => "withdrawn", _ => "published" })}
        {(kind == 2 ? "reason: On request" : "")}
        {(alias ? "aliases: [/old/]" : "")}
        ---

        Words on {slug}, {day}.

        """;

    private static void Seed(string folder, string name, TimeProvider? clock = null)
    {
        var content = new ContentFolder(Path.Combine(folder, "content"));
        new Seeder(new ArchiveFile(Path.Combine(folder, name)), content, TimeZoneInfo.Utc, clock ?? TimeProvider.System).SeedAsync().GetAwaiter().GetResult();
    }

    // Everything that pages show, without the numbers that rows go by.
    private static string Dump(string folder, string name, params string[] more)
    {
        var text = new StringBuilder();
        foreach (var sql in (string[])[
            .. more,
            "SELECT s.Path, s.Slug, s.Title, s.SortKey, s.Status, s.Summary, t.AbstractHtml, t.Categories, t.Tags, t.Also, hex(g.Marks) FROM Seminars s JOIN SeminarText t ON t.SeminarId = s.Id JOIN SeminarSignature g ON g.SeminarId = s.Id",
            "SELECT s.Path, x.Position, x.Name, p.Slug, a.Slug FROM SeminarSpeaker x JOIN Seminars s ON s.Id = x.SeminarId JOIN People p ON p.Id = x.PersonId LEFT JOIN Affiliations a ON a.Id = x.AffiliationId",
            "SELECT s.Path, a.Slug FROM SeminarAuthor x JOIN Seminars s ON s.Id = x.SeminarId JOIN Authors a ON a.Id = x.AuthorId",
            "SELECT s.Path, a.Slug FROM SeminarCategory x JOIN Seminars s ON s.Id = x.SeminarId JOIN Categories a ON a.Id = x.CategoryId",
            "SELECT s.Path, a.Slug FROM SeminarTag x JOIN Seminars s ON s.Id = x.SeminarId JOIN Tags a ON a.Id = x.TagId",
            "SELECT 'person', Slug, Name, SortKey, Count FROM People",
            "SELECT 'affiliation', Slug, Name, SortKey, Count FROM Affiliations",
            "SELECT 'author', Slug, Name, SortKey, Count FROM Authors",
            "SELECT 'category', Slug, Name, SortKey, Count FROM Categories",
            "SELECT 'tag', Slug, Name, SortKey, Count FROM Tags",
            "SELECT a.Address, s.Slug FROM Aliases a JOIN Seminars s ON s.Id = a.SeminarId",
            "SELECT Path, Slug, SlugTaken FROM SourceFiles",
            "SELECT 'word', Text, Count FROM Words",
            "SELECT 'found', s.Slug FROM SeminarIndex i JOIN Seminars s ON s.Id = i.rowid WHERE SeminarIndex MATCH 'words OR lovelace'",
            "INSERT INTO SeminarIndex(SeminarIndex, rank) VALUES('integrity-check', 0)",
            "PRAGMA integrity_check"])
        {
            foreach (var row in Ask(folder, sql, name).Order(StringComparer.Ordinal)) text.Append(row).Append('\n');
        }

        return text.ToString();
    }

    private static List<string> Ask(string folder, string sql, string name = "grown")
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, name, "archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return rows;
    }

    private sealed record Step(string File, string? Text)
    {
        public void Take(string content)
        {
            var path = Path.Combine(content, "seminars", File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (Text is null) System.IO.File.Delete(path);
            else System.IO.File.WriteAllText(path, Text);
        }
    }
}
