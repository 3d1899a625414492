using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.OpenApi;
using SeminarArchive.Web.Formats.Api;

namespace SeminarArchive.Web.Pages;

/// <summary>The API for people to read about, made from the document that programs get.</summary>
public sealed partial class ApiModel(ApiDocument document, SiteOptions site) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public OpenApiDocument Document { get; private set; } = null!;

    /// <summary>Paths and what is asked there, in the order of the document.</summary>
    public IEnumerable<(string Path, OpenApiOperation Operation)> Operations => Document.Paths.SelectMany(p => p.Value.Operations!.Values, (p, operation) => (p.Key, operation));

    public async Task OnGetAsync() => Document = await document.AtAsync(site.OriginOf(Request));

    /// <summary>The parts of a text of the document; every other one, between backquotes, is code.</summary>
    public static IEnumerable<(string Text, bool IsCode)> Parts(string? text) => (text ?? "").Split('`').Select((part, i) => (part, i % 2 == 1)).Where(p => p.part.Length > 0);

    /// <summary>The parts of an address that a line may break after.</summary>
    public static IEnumerable<string> Pieces(string address) => Breaks().Split(address);

    public static string Indented(JsonNode? node) => node?.ToJsonString(Readable) ?? "";

    /// <summary>What a value is, beside what its description says, as a sentence; empty for plain text.</summary>
    public static string Sentence(IOpenApiSchema schema, bool always = false)
    {
        string?[] parts = [Kind(schema) is (var words, null) ? words : null, schema.Default is { } preset ? $"{preset} where not given" : null, always ? "always there" : null];
        return string.Join("; ", parts.Where(p => p is { Length: > 0 })) is { Length: > 0 } text ? text.Capitalised() + "." : "";
    }

    /// <summary>What a value is, in words, and the schema that says the rest; null where there is none.</summary>
    public static (string Words, string? Schema) Kind(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: var id }) return ("", id);
        return schema switch
        {
            { Type: JsonSchemaType.Array, Items: { } items } => ("list", Kind(items).Schema),
            { Format: "uri" } => ("address", null),
            { Format: "date" } => ("date", null),
            { Format: "date-time" } => ("date and time", null),
            { Type: JsonSchemaType.Integer, Minimum: { } least, Maximum: { } most } => ($"whole number, {least} to {most}", null),
            { Type: JsonSchemaType.Integer } => ("whole number", null),
            { MaxLength: { } length } => ($"at most {length} characters", null),
            _ => ("", null),
        };
    }

    [GeneratedRegex("(?<=[/&?])(?=[^/])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();
}
