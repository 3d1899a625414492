using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A parameter of the query, as it is described and as it is checked.</summary>
/// <param name="Fault">What is wrong with a value, as a sentence; null when nothing is.</param>
public sealed record ApiParameter(string Name, string Description, OpenApiSchema Schema, JsonNode? Example, Func<string, string?> Fault)
{
    public const int DefaultLimit = 20;

    public const int HighestLimit = 100;

    // Longer than any slug: nothing in the archive has such a name.
    private const int LongestSlug = 300;

    /// <summary>True when it may be given several times, for one value each.</summary>
    public bool Repeats { get; private init; }

    public static readonly ApiParameter Limit = new(
        "limit", "At most so many items.",
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = HighestLimit.ToString(CultureInfo.InvariantCulture), Default = DefaultLimit }, null,
        v => Number(v) is >= 1 and <= HighestLimit ? null : $"\"{Shown(v)}\" is no whole number from 1 to {HighestLimit}.");

    public static readonly ApiParameter Cursor = new(
        "cursor", "Where to go on, from `next` of the stretch before; everything else must be asked as it was then.",
        new() { Type = JsonSchemaType.String }, null, _ => null);

    public static readonly ApiParameter Q = new(
        "q", "Words to look for, as in the site's search: `words`, `\"a phrase\"`, `-without`, `speaker:west`, `title:`, `affiliation:`, `category:`, `tag:`, `author:`, `year:2018-2020`, `has:slides`.",
        new() { Type = JsonSchemaType.String, MaxLength = SearchQuery.MaxLength }, "patient role",
        v => v.Trim().Length > SearchQuery.MaxLength ? $"It has more than {SearchQuery.MaxLength} characters." : null);

    public static readonly ApiParameter Year = new(
        "year", "Held in this year.", new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = "9999" }, 2020,
        v => Number(v) is >= 1 and <= 9999 ? null : $"\"{Shown(v)}\" is no year.");

    public static readonly ApiParameter Has = new(
        "has", "With `slides`, or with a `recording`; twice for both.",
        new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["slides", "recording"] } }, null,
        v => v is "slides" or "recording" ? null : $"\"{Shown(v)}\" is neither slides nor recording.")
    {
        Repeats = true,
    };

    public static readonly ApiParameter Sort = new(
        "sort", "The order: `newest` or `oldest` first. Without it the best match comes first where `q` is given, else the newest.",
        new() { Type = JsonSchemaType.String, Enum = ["newest", "oldest"] }, null,
        v => v is "newest" or "oldest" ? null : $"\"{Shown(v)}\" is neither newest nor oldest.");

    public static readonly ApiParameter Expand = new(
        "expand", "`abstract` for the whole abstracts.", new() { Type = JsonSchemaType.String, Enum = ["abstract"] }, null,
        v => v is "abstract" ? null : $"\"{Shown(v)}\" cannot be expanded; abstract can.");

    public static readonly ApiParameter Category = Slug("category", "In the category with this slug.", "previous-seminars");

    public static readonly ApiParameter Speaker = Slug("speaker", "Given by the person with this slug.", "rachel-hawley");

    public static readonly ApiParameter Affiliation = Slug("affiliation", "By a speaker from the affiliation with this slug.", "nhs-leadership-academy");

    public static readonly ApiParameter Author = Slug("author", "Posted by the author with this slug; not together with `q`.", "lucy-chapman");

    public static readonly ApiParameter Tag = Slug("tag", "With the tag that has this slug; not together with `q`, which takes `tag:` instead.", "leadership");

    private static ApiParameter Slug(string name, string description, string example) => new(
        name, description, new() { Type = JsonSchemaType.String }, example, v => v.Length > LongestSlug ? "It is longer than any slug." : null);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Shown(string value) => Words.Beginning(value, 60);
}
