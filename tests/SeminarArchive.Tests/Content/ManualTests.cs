using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>content/README.md says all that the tables say.</summary>
public sealed class ManualTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root ?? ".", "content", "README.md"));
    private static readonly string[] Rows = [.. Lines.Where(IsRow)];

    [Fact]
    public void Every_field_has_a_row_with_its_aliases_and_its_example() => AssertFields(FrontMatter.Fields, "## The fields");

    [Fact]
    public void Every_field_of_a_people_file_has_one_too() => AssertFields(PersonFields.Fields, "### People files");

    [Fact]
    public void Every_rule_has_a_row_with_its_severity() =>
        Assert.Equal(
            Rules.All.Select(rule => (rule.Name, rule.Severity.ToString().ToLowerInvariant())),
            Rows.Select(Cells).Where(cells => cells[1] is "error" or "warning" or "notice").Select(cells => (cells[0].Trim('`'), cells[1])));

    [Fact]
    public void Every_kind_of_file_that_is_handed_out_is_named() =>
        Assert.Equal(FileKinds.Types.Keys.Order(StringComparer.Ordinal), Lines.Single(line => line.StartsWith("The site hands out these kinds", StringComparison.Ordinal)).Split('`').Where((_, at) => at % 2 == 1).Order(StringComparer.Ordinal));

    private static void AssertFields(IReadOnlyList<Field> fields, string heading) =>
        Assert.Equal(
            fields.Select(field => (field.Name, string.Join(", ", field.Aliases.Select(alias => $"`{alias}`")), $"`{field.Example}`")),
            Lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#')).Where(IsRow).Select(Cells).Select(cells => (cells[0].Trim('`'), cells[1], cells[3])));

    private static bool IsRow(string line) => line.StartsWith("| `", StringComparison.Ordinal);

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];
}
