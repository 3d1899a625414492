using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>content/README.md says all that the tables say.</summary>
public sealed class ManualTests
{
    private static readonly string[] Rows = [.. File.ReadLines(Path.Combine(Repository.Root ?? ".", "content", "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void Every_field_has_a_row_with_its_aliases_and_its_example() =>
        Assert.Equal(
            FrontMatter.Fields.Select(field => (field.Name, string.Join(", ", field.Aliases.Select(alias => $"`{alias}`")), $"`{field.Example}`")),
            Rows.Select(Cells).Where(cells => FrontMatter.Fields.Any(field => cells[0] == $"`{field.Name}`")).Select(cells => (cells[0].Trim('`'), cells[1], cells[3])));

    [Fact]
    public void Every_rule_has_a_row_with_its_severity() =>
        Assert.Equal(
            Rules.All.Select(rule => (rule.Name, rule.Severity.ToString().ToLowerInvariant())),
            Rows.Select(Cells).Where(cells => cells[1] is "error" or "warning" or "notice").Select(cells => (cells[0].Trim('`'), cells[1])));

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];
}
