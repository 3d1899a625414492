using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SeminarArchive.Content;

/// <summary>The table of fields as a JSON Schema (draft 07), for editors that complete and underline while one types.</summary>
public static class FrontMatterSchema
{
    // What a computer could be made to run, and what no visitor can open.
    private const string NoProgram = @"^(?!\s*([Jj][Aa][Vv][Aa][Ss][Cc][Rr][Ii][Pp][Tt]|[Vv][Bb][Ss][Cc][Rr][Ii][Pp][Tt]|[Dd][Aa][Tt][Aa]|[Ff][Ii][Ll][Ee]|[Bb][Ll][Oo][Bb]):)";
    private const string DatePattern = @"^\s*\d{4}(-\d{1,2}(-\d{1,2})?([Tt /–—-].+)?)?\s*$|^(None|none|NA|N/A|TBA|TBC|TBD|-|)$";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Indented, with a line feed at the end. It lets through more than the reader does, and refuses only what the reader has a problem with;
    /// unknown fields are allowed, for they do no harm.
    /// </summary>
    public static string Json()
    {
        var properties = new JsonObject();
        foreach (var field in FrontMatter.Fields)
        {
            properties[field.Name] = Property(field, field.Description);
            foreach (var alias in field.Aliases) properties[alias] = Property(field, $"Another name for {field.Name}. {field.Description}");
        }

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "A seminar's fields",
            ["description"] = "What may stand between the two lines of three hyphens in content/seminars/**/*.md. content/README.md says more.",
            ["type"] = "object",
            ["required"] = new JsonArray("title"),
            ["properties"] = properties,
            ["additionalProperties"] = true,
        };
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Property(Field field, string description)
    {
        var property = Shape(field);
        property["description"] = description;
        if (ExampleOf(field) is { } example) property["examples"] = new JsonArray(example);
        return property;
    }

    private static JsonObject Shape(Field field) => field.Kind switch
    {
        FieldKind.Date when field.Name == "end" => Any(Types("string", "integer", "null")),
        FieldKind.Date => Any(Pattern(DatePattern), Types("integer", "null")),
        FieldKind.Status => Any(Words([.. StatusFields.Words]), Types("null")),
        FieldKind.YesNo => Any(Types("boolean", "null"), Words("yes", "no", "on", "off"), Types("string", "integer")),
        FieldKind.People => OneOrMany(Types("string", "null"), Entry("name", ["name", "affiliation", "url", "orcid"])),
        FieldKind.Texts or FieldKind.Paths => OneOrMany(Types("string", "number", "boolean", "null")),
        FieldKind.Links => OneOrMany(Pattern(NoProgram), Types("null"), Entry("url", ["type", "label", "url"])),
        FieldKind.RuleNames => OneOrMany(Words([.. Rules.All.Where(rule => rule.Severity != Severity.Error).Select(rule => rule.Name)]), Pattern("[, ]"), Types("null")),
        _ => Any(Types("string", "number", "boolean", "null")),
    };

    // One value, or a list of them.
    private static JsonObject OneOrMany(params JsonObject[] shapes) =>
        Any([.. shapes, new JsonObject { ["type"] = "array", ["items"] = Any([.. shapes.Select(shape => (JsonObject)shape.DeepClone())]) }]);

    private static JsonObject Any(params JsonObject[] shapes) =>
        shapes.Length == 1 ? shapes[0] : new JsonObject { ["anyOf"] = new JsonArray([.. shapes]) };

    private static JsonObject Types(params string[] types) => new() { ["type"] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]) };

    private static JsonObject Words(params string[] words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Entry(string first, string[] names)
    {
        var properties = new JsonObject();
        foreach (var name in names) properties[name] = Types("string", "null");
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["description"] = $"At least {first}." };
    }

    // The example as the reader sees it: its text after the colon, without the quotation marks.
    private static JsonValue? ExampleOf(Field field)
    {
        var value = field.Example[(field.Example.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        return value[0] is '[' or '{' ? null : bool.TryParse(value, out var yes) ? JsonValue.Create(yes) : JsonValue.Create(value.Trim('"'));
    }
}
