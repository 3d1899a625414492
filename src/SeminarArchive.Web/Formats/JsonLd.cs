using System.Globalization;
using System.Text.Json.Nodes;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// What pages say of themselves to programs, in the terms of schema.org: one <c>@graph</c> a page. What is not known is left out.
/// The serializer escapes every angle bracket, so that the text can stand in a <c>script</c> element as it is.
/// </summary>
public sealed class JsonLd
{
    private readonly SiteOptions _site;
    private readonly string _origin;
    private readonly JsonArray _graph = [];

    /// <param name="origin">Scheme and host of the public address.</param>
    public JsonLd(SiteOptions site, string origin) => (_site, _origin) = (site, origin);

    public override string ToString() => $$"""{"@context":"https://schema.org","@graph":{{_graph.ToJsonString()}}}""";

    /// <summary>The site itself, and how to search it.</summary>
    public JsonLd WebSite() => Add(Node("WebSite", ("@id", _origin + "/#website"), ("url", _origin + "/"), ("name", _site.Title), ("description", Text(_site.Description)), ("inLanguage", _site.Language),
        ("potentialAction", Node("SearchAction",
            ("target", Node("EntryPoint", ("urlTemplate", _origin + Addresses.Search + "?q={search_term_string}"))), ("query-input", "required name=search_term_string")))));

    /// <summary>The pages above this one, from the front page down, each by its name and address.</summary>
    public JsonLd Breadcrumbs(params IEnumerable<(string Name, string Address)> crumbs) => Add(Node("BreadcrumbList", ("itemListElement",
        new JsonArray([.. crumbs.Select((c, i) => Node("ListItem", ("position", i + 1), ("name", c.Name), ("item", _origin + c.Address)))]))));

    /// <summary>A list of seminars; positions count through all its pages.</summary>
    public JsonLd Collection(string name, string address, SeminarPage page, JsonObject? about = null) => Add(Node("CollectionPage",
        ("@id", _origin + address), ("url", _origin + address), ("name", name), ("inLanguage", _site.Language), ("isPartOf", Reference("/#website")), ("about", about),
        ("mainEntity", Node("ItemList", ("numberOfItems", page.Total), ("itemListOrder", "https://schema.org/ItemListOrderDescending"), ("itemListElement", new JsonArray(
            [.. page.Items.Select((row, i) => Node("ListItem", ("position", ((page.Number - 1) * page.Size) + i + 1), ("name", row.Title), ("url", _origin + Addresses.Seminar(row.Slug))))]))))));

    /// <summary>A page that leads to lists or seminars, too many to be named again; how many there are.</summary>
    public JsonLd Index(string name, string address, string description, int count) => Breadcrumbs(("Seminars", "/")).Add(Node("CollectionPage",
        ("@id", _origin + address), ("url", _origin + address), ("name", name), ("description", Text(description)), ("inLanguage", _site.Language), ("isPartOf", Reference("/#website")),
        ("mainEntity", Node("ItemList", ("numberOfItems", count)))));

    /// <summary>A page of text about the archive, or about ways to use it.</summary>
    public JsonLd About(string name, string address, bool isUse = false) => Breadcrumbs(("Seminars", "/")).Add(Node(isUse ? "WebPage" : "AboutPage",
        ("@id", _origin + address), ("url", _origin + address), ("name", name), ("inLanguage", _site.Language), ("isPartOf", Reference("/#website"))));

    /// <summary>Somebody who has spoken, as the subject of a page.</summary>
    public JsonObject Person(Person person) => Node(TypeOf(PersonName.Parse(person.Name)), ("@id", IdOf(person)), ("name", PersonName.Parse(person.Name).InOrder),
        ("url", _origin + Addresses.Speaker(person.Slug)), ("alternateName", Strings(person.Spellings.Where(n => n != PersonName.Parse(person.Name).InOrder))),
        ("sameAs", Strings(SameAs(person.Orcid, person.Website))));

    /// <summary>A seminar with its slides and recordings.</summary>
    public JsonLd Seminar(Seminar seminar, string description)
    {
        var address = _origin + Addresses.Seminar(seminar.Slug);
        var slides = seminar.Obtainable.Where(r => r.Type == "slides").ToList();
        var recordings = seminar.Obtainable.Where(r => r.Type == "recording").ToList();
        var speakers = seminar.Speakers.Select(Speaker).ToList();
        var venue = Venue.Of(seminar.Location);
        Add(Node("EducationEvent",
            ("@id", address + "#event"),
            ("name", seminar.Title),
            ("url", address),
            ("identifier", seminar.Doi is { } doi ? Node("PropertyValue", ("propertyID", "DOI"), ("value", doi), ("url", Addresses.Doi(doi))) : null),
            ("sameAs", seminar.Doi is { } same ? Addresses.Doi(same) : null),
            ("description", Text(description)),
            ("startDate", Dates.Machine(seminar.Date, seminar.Time, seminar.TimeZone, _site.Zone)),
            ("endDate", EndOf(seminar)),
            ("eventStatus", $"https://schema.org/Event{seminar.EventStatus}"),
            ("eventAttendanceMode", venue is { IsOnline: false, Link: null } or null ? null : $"https://schema.org/{(venue.IsOnline ? "Online" : "Mixed")}EventAttendanceMode"),
            ("location", Location(venue, address)),
            ("performer", speakers.Count == 0 ? null : new JsonArray([.. speakers])),
            ("inLanguage", seminar.Language ?? _site.Language),
            ("keywords", Strings(seminar.Tags.Select(t => t.Name))),
            ("superEvent", Node("EventSeries", ("@id", _origin + "/#series"), ("name", _site.Title), ("url", _origin + "/"))),
            ("recordedIn", References(address, "#recording", recordings.Count)),
            ("workFeatured", References(address, "#slides", slides.Count))));
        foreach (var (resource, i) in slides.Select((r, i) => (r, i)))
        {
            Add(Node("PresentationDigitalDocument", ("@id", $"{address}#slides{i + 1}"), ("name", resource.Label is { } label ? $"{label}: {seminar.Title}" : seminar.Title),
                ("author", speakers.Count == 0 ? null : new JsonArray([.. seminar.Speakers.Select(Speaker)])), ("inLanguage", seminar.Language ?? _site.Language),
                ("recordedAt", Reference(address[_origin.Length..] + "#event")),
                ("encoding", Node("MediaObject", ("contentUrl", Absolute(resource.Url)), ("encodingFormat", ContentFiles.TypeOf(resource.Url)),
                    ("contentSize", resource.Size?.ToString(CultureInfo.InvariantCulture))))));
        }

        foreach (var (resource, i) in recordings.Select((r, i) => (r, i)))
        {
            var recording = Recording.At(resource.Url);
            Add(Node(recording.MediaType?.StartsWith("audio/", StringComparison.Ordinal) == true ? "AudioObject" : "VideoObject",
                ("@id", $"{address}#recording{i + 1}"), ("name", resource.Label is { } label ? $"{label}: {seminar.Title}" : seminar.Title), ("description", Text(description)),
                ("url", Absolute(resource.Url)), ("embedUrl", recording.Embed), ("contentUrl", recording.MediaType is null ? null : Absolute(resource.Url)), ("encodingFormat", recording.MediaType),
                ("contentSize", resource.Size?.ToString(CultureInfo.InvariantCulture)), ("recordedAt", Reference(address[_origin.Length..] + "#event"))));
        }

        return this;
    }

    private static string TypeOf(PersonName name) => name.IsOrganisation ? "Organization" : "Person";

    private JsonNode Speaker(SeminarSpeaker speaker) => Node(TypeOf(PersonName.Parse(speaker.Name)),
        ("@id", speaker.Person.Count > 0 ? IdOf(speaker.Person) : null),
        ("name", PersonName.Parse(speaker.Name).InOrder),
        ("url", speaker.Person.Count > 0 ? _origin + Addresses.Speaker(speaker.Person.Slug) : null),
        ("sameAs", Strings(SameAs(speaker.Orcid ?? speaker.Person.Orcid, speaker.Url ?? speaker.Person.Website))),
        ("affiliation", speaker.Affiliation is { } affiliation ? Node("Organization", ("name", affiliation)) : null));

    private IEnumerable<string> SameAs(string? orcid, string? website) =>
        new[] { orcid is null ? null : "https://orcid.org/" + orcid, website is null ? null : Absolute(website) }.OfType<string>();

    // What is online and leads nowhere else is at the seminar's own page.
    private static JsonNode? Location(Venue? venue, string address)
    {
        if (venue is null) return null;
        var place = venue.IsOnline ? null : Node("Place", ("name", venue.Text), ("hasMap", venue.Map is { } map ? Addresses.Ascii(map) : null));
        var online = venue.IsOnline || venue.Link is not null ? Node("VirtualLocation", ("url", venue.Link is { } link ? Addresses.Ascii(link) : address)) : null;
        return place is not null && online is not null ? new JsonArray(place, online) : place ?? online;
    }

    private string IdOf(Person person) => _origin + Addresses.Speaker(person.Slug) + "#person";

    // Of one day, only of what has a beginning on it.
    private string? EndOf(Seminar seminar) =>
        seminar.Last is { } last ? Dates.Machine(last, seminar.EndTime, seminar.TimeZone, _site.Zone)
        : seminar.Time is not null && Dates.EndOf(seminar, _site.Zone) is not null ? Dates.Machine(seminar.Date, seminar.EndTime, seminar.TimeZone, _site.Zone)
        : null;

    private string Absolute(string url) => url.StartsWith('/') ? new Uri(new Uri(_origin), url).AbsoluteUri : url;

    private JsonLd Add(JsonObject node)
    {
        _graph.Add((JsonNode)node);
        return this;
    }

    private JsonObject Reference(string address) => Node(null, ("@id", _origin + address));

    private static JsonArray? References(string address, string fragment, int count) =>
        count == 0 ? null : new JsonArray([.. Enumerable.Range(1, count).Select(i => Node(null, ("@id", $"{address}{fragment}{i}")))]);

    private static JsonArray? Strings(IEnumerable<string> values) => values.Select(v => (JsonNode?)JsonValue.Create(v)).ToArray() is { Length: > 0 } all ? new JsonArray(all) : null;

    private static string? Text(string text) => text.Length > 0 ? text : null;

    private static JsonObject Node(string? type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var node = new JsonObject();
        if (type is not null) node["@type"] = type;
        foreach (var (name, value) in properties)
        {
            if (value is not null) node[name] = value;
        }

        return node;
    }
}
