namespace SeminarArchive.Content;

/// <summary>Slides, recordings and whatever else there is to take away.</summary>
internal static class ResourceFields
{
    private const int MaxResources = 100;
    private const int MaxLabel = 200;

    /// <summary>Slides, recordings, then the others; an address once for each type.</summary>
    public static IReadOnlyList<ResourceEntry> Read(FrontMatterFields fields)
    {
        var all = new List<ResourceEntry>();
        foreach (var (name, type) in (ReadOnlySpan<(string, string)>)[("slides", "slides"), ("recording", "recording"), ("resources", "link"), ("url", "website")])
        {
            foreach (var field in fields.All(name)) Read(field, type, fields, all);
        }

        var distinct = all.DistinctBy(resource => (resource.Type, resource.Url)).OrderBy(resource => resource.Type switch { "slides" => 0, "recording" => 1, _ => 2 }).ToList();
        if (distinct.Count <= MaxResources) return distinct;
        fields.Problems.Add(Rules.ListTooLong, fields.All("resources") is [var first, ..] ? first.Place : new Place(1, 1), $"There are {distinct.Count} resources; {MaxResources} is the limit.",
            "Link to one page that lists them.");
        return distinct[..MaxResources];
    }

    private static void Read(WrittenField field, string type, FrontMatterFields fields, List<ResourceEntry> all)
    {
        foreach (var node in field.Value is YamlList list ? list.Items : [field.Value])
        {
            switch (node)
            {
                case YamlText text when PlainText.IsNothing(text.Value):
                    break;
                case YamlText text:
                    if (Url(type, field.Name, text, fields) is { } url) all.Add(new ResourceEntry(type, Links.LabelOf(text.Value), url));
                    break;
                case YamlMap map:
                    FromMap(field, map, type, fields, all);
                    break;
                default:
                    fields.Problems.Add(Rules.FieldShape, node.Place, $"An entry of \"{field.Name}\" is a list; it should be an address.", $"Write, for instance:  {field.Field.Example}");
                    break;
            }
        }
    }

    private static void FromMap(WrittenField field, YamlMap map, string type, FrontMatterFields fields, List<ResourceEntry> all)
    {
        string? label = null, url = null;
        var first = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        foreach (var (key, node) in map.Entries)
        {
            if (node is YamlText empty && PlainText.IsNothing(empty.Value)) continue;
            if (node is not YamlText scalar)
            {
                fields.Problems.Add(Rules.FieldShape, node.Place, $"\"{key.Value}\" in an entry of \"{field.Name}\" should be one text.", $"Write it on one line:  {key.Value}: …");
                continue;
            }

            switch (key.Value.Trim().ToLowerInvariant())
            {
                case "type" or "kind":
                    if (fields.IsFirst(first, "type", key) && fields.Line(key.Value, scalar, 100) is { } kind) type = TypeOf(kind, type);
                    break;
                case "label" or "title" or "name" or "text" or "description":
                    if (fields.IsFirst(first, "label", key)) label = fields.Line(key.Value, scalar, MaxLabel);
                    break;
                case "url" or "link" or "href" or "file" or "path" or "src":
                    if (fields.IsFirst(first, "url", key)) url = Url(type, key.Value, scalar, fields);
                    break;
                default:
                    fields.Problems.Add(Rules.FieldUnknown, key.Place, $"The archive does not know {PlainText.Quote(key.Value)} in an entry of \"{field.Name}\" and leaves it out.",
                        "An entry may have type, label and url.");
                    break;
            }
        }

        if (url is not null) all.Add(new ResourceEntry(type, label, url));
        else if (!first.ContainsKey("url")) fields.Problems.Add(Rules.UrlMissing, map.Place, $"An entry of \"{field.Name}\" has no address and is left out.", "Add  url: https://…  to it.");
    }

    private static string TypeOf(string kind, string otherwise) => Slug.From(kind) switch
    {
        "" => otherwise,
        "slide" or "slides" or "presentation" or "handout-slides" => "slides",
        "video" or "videos" or "recording" or "recordings" => "recording",
        var slug => slug,
    };

    private static string? Url(string type, string name, YamlText written, FrontMatterFields fields)
    {
        var text = PlainText.Clean(written.Value);
        if (text.Length == 0) return null;
        if (type == "recording" && IsYouTubeId(text)) return $"https://www.youtube.com/watch?v={text}";
        return Links.Read(text, written.Place, fields.Problems, local: type != "website");
    }

    /// <summary>Whether it is one of YouTube's ids, which may begin with a hyphen.</summary>
    public static bool IsYouTubeId(string text) => text.Length == 11 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
