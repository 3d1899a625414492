using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SeminarArchive.Web.Formats;

/// <summary>JSON Feed 1.1: authors are those who posted; who spoke and when stands in the extension <c>_seminar</c>.</summary>
public static class JsonFeed
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(FeedPage page)
    {
        var feed = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = page.Title,
            ["home_page_url"] = page.Address,
            ["feed_url"] = page.Self,
            ["description"] = page.Description,
        };
        if (page.Earlier is { } earlier) feed["next_url"] = earlier;
        feed["language"] = page.Site.Language;
        feed["authors"] = Names([new FeedName(XmlText.Clean(page.Site.Title), page.Origin + "/")]);
        feed["items"] = new JsonArray([.. page.Entries.Select(Item)]);
        return JsonSerializer.SerializeToUtf8Bytes(feed, Readable);
    }

    private static JsonObject Item(FeedEntry entry)
    {
        var item = new JsonObject { ["id"] = entry.Id, ["url"] = entry.Address, ["title"] = entry.Title, ["content_html"] = entry.Html, ["summary"] = entry.Summary };
        if (entry.Published is { } published) item["date_published"] = FeedXml.Moment(published);
        item["date_modified"] = FeedXml.Moment(entry.Updated);
        if (entry.Authors.Count > 0) item["authors"] = Names(entry.Authors);
        if (entry.Subjects.Count > 0) item["tags"] = new JsonArray([.. entry.Subjects.Select(s => JsonValue.Create(s.Name))]);
        if (entry.Language is { } language) item["language"] = language;
        if (entry.Files.Count > 0)
        {
            item["attachments"] = new JsonArray([.. entry.Files.Select(f => new JsonObject { ["url"] = f.Address, ["mime_type"] = f.Type, ["title"] = f.Title, ["size_in_bytes"] = f.Length })]);
        }

        var seminar = new JsonObject { ["date"] = entry.Date.ToString() };
        if (entry.EndDate is { } end) seminar["end_date"] = end.ToString();
        if (entry.Location is { } location) seminar["location"] = location;
        seminar["speakers"] = Names(entry.Speakers);
        item["_seminar"] = seminar;
        return item;
    }

    private static JsonArray Names(IEnumerable<FeedName> names) => [.. names.Select(n => new JsonObject { ["name"] = n.Name, ["url"] = n.Address })];
}
