using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Tests.Store;

/// <summary>In whatever order people files and seminars come, change and go, the speakers are filed as a rebuild would file them.</summary>
public sealed class PeopleRebuildTests
{
    private const string One = "0000-0002-1825-0097";
    private const string Two = "0000-0001-5109-3700";

    private static readonly string[] Names = ["Professor Michael West", "Michael West", "M. West", "Mike West", "Ada Lovelace"];
    private static readonly string?[] Orcids = [null, null, One, Two];

    // A step writes one file, or takes it away; names and iDs are few, so that they meet.
    private static readonly Gen<(string File, string? Text)> Steps = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, Names.Length - 1], Gen.Int[0, Names.Length - 1], Gen.Int[0, Orcids.Length - 1], Gen.Int[0, 5],
        (file, name, other, orcid, kind) => file < 2
            ? ($"people/{file}.md", kind == 0 ? null : Person(Names[name], Names[other], Orcids[orcid], kind))
            : ($"seminars/{file}.md", kind == 0 ? null : Seminar(file, Names[name], Names[other], Orcids[orcid])));

    [Fact]
    public void Step_by_step_comes_to_the_same_as_at_once() => Gen.Select(Steps.Array[1, 10], Gen.Bool).Sample(
        (steps, single) =>
        {
            var folder = Directory.CreateTempSubdirectory("people-").FullName;
            try
            {
                Directory.CreateDirectory(Path.Combine(folder, "content", "seminars"));
                Directory.CreateDirectory(Path.Combine(folder, "content", "people"));
                foreach (var (file, text) in steps)
                {
                    var path = Path.Combine(folder, "content", file);
                    if (text is null) File.Delete(path);
                    else File.WriteAllText(path, text);
                    Seed(folder, "grown", single && file.StartsWith("seminars/", StringComparison.Ordinal) ? [file] : null);
                }

                Seed(folder, "rebuilt", null);
                Assert.Equal(Dump(folder, "rebuilt"), Dump(folder, "grown"));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        },
        iter: 80,
        print: run => string.Join("\n", run.Item1.Select(s => $"== {s.File}\n{s.Text}")));

    private static string Seminar(int number, string name, string other, string? orcid) =>
        $"---\ntitle: Words {number}\ndate: 2020-0{number}-01\nspeakers:\n  - name: {name}\n{(orcid is null ? "" : $"    orcid: {orcid}\n")}  - {other}\n---\n";

    private static string Person(string name, string alias, string? orcid, int kind) =>
        $"---\nname: {name}\naliases: [{alias}, /old/{kind}/]\n{(orcid is null ? "" : $"orcid: {orcid}\n")}{(kind > 3 ? "slug: mw\n" : "")}---\n\nLife {kind}.\n";

    private static void Seed(string folder, string name, string[]? only)
    {
        var content = new ContentFolder(Path.Combine(folder, "content"));
        new Seeder(new ArchiveFile(Path.Combine(folder, name)), content, TimeZoneInfo.Utc, TimeProvider.System).SeedAsync(only).GetAwaiter().GetResult();
    }

    // All that has to do with people, without the numbers that rows go by.
    private static string Dump(string folder, string name)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, name, "archive.db")};Pooling=False");
        connection.Open();
        var text = new StringBuilder();
        foreach (var sql in (string[])[
            "SELECT s.Path, x.Position, x.Name, x.NameSlug, x.PersonSlug, p.Slug, t.Speakers FROM SeminarSpeaker x JOIN Seminars s ON s.Id = x.SeminarId JOIN People p ON p.Id = x.PersonId JOIN SeminarText t ON t.SeminarId = s.Id",
            "SELECT Slug, Name, SortKey, Count, Orcid, Website, File, BiographyHtml, Variants FROM People",
            "SELECT a.Address, p.Slug FROM PersonAliases a LEFT JOIN People p ON p.Id = a.PersonId",
            "SELECT Path, Slug, Name, Aliases FROM PeopleFiles", "SELECT Path, Slug, Problems FROM SourceFiles",
            "SELECT 'mike', s.Slug FROM SeminarIndex i JOIN Seminars s ON s.Id = i.rowid WHERE SeminarIndex MATCH 'mike'"])
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
            command.CommandText = sql;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read()) rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            foreach (var row in rows.Order(StringComparer.Ordinal)) text.Append(row).Append('\n');
        }

        using var check = connection.CreateCommand();
        check.CommandText = "INSERT INTO SeminarIndex(SeminarIndex, rank) VALUES('integrity-check', 1)";
        check.ExecuteNonQuery();
        return text.ToString();
    }
}
