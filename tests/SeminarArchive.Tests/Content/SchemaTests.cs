using System.Text.Json;
using System.Text.RegularExpressions;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>content/seminar.schema.json says what the table of fields says.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_file_is_the_one_made_from_the_table() =>
        Assert.Equal(FrontMatterSchema.Json(), File.ReadAllText(Path.Combine(Repository.Root!, "content", "seminar.schema.json")));

    [Fact]
    public void It_knows_every_name_of_every_field()
    {
        using var schema = JsonDocument.Parse(FrontMatterSchema.Json());

        Assert.Equal("http://json-schema.org/draft-07/schema#", schema.RootElement.GetProperty("$schema").GetString());
        Assert.Equal(
            FrontMatter.Fields.SelectMany(field => field.Aliases.Prepend(field.Name)),
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("date", "2019-03-14", true)]
    [InlineData("date", "2019-03", true)]
    [InlineData("date", "2019-03-14T10:15:00Z", true)]
    [InlineData("date", "TBA", true)]
    [InlineData("date", "2019-03-14/2019-03-15", true)]
    [InlineData("date", "2019-03 to 2019-04", true)]
    [InlineData("date", "14 March 2019", false)]
    [InlineData("slides", "slides/knots.pdf", true)]
    [InlineData("slides", "javascript:alert(1)", false)]
    public void Its_patterns_tell_good_from_bad(string field, string value, bool good)
    {
        using var schema = JsonDocument.Parse(FrontMatterSchema.Json());
        var pattern = schema.RootElement.GetProperty("properties").GetProperty(field).GetProperty("anyOf").EnumerateArray().First(shape => shape.TryGetProperty("pattern", out _)).GetProperty("pattern").GetString()!;

        Assert.Equal(good, Regex.IsMatch(value, pattern, RegexOptions.ECMAScript));
    }
}
