using System.Text.Json.Nodes;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>The Citation Style Language's form of a seminar, from which its processors make a reference in any style.</summary>
public static class CslJson
{
    public static JsonObject Of(Seminar seminar, string series, string language, string address)
    {
        var dates = new JsonArray(Parts(seminar.Date));
        if (seminar.Last is { } end) dates.Add((JsonNode)Parts(end));
        var item = new JsonObject
        {
            ["id"] = address,
            ["type"] = "speech",
            ["title"] = seminar.Title,
            ["issued"] = new JsonObject { ["date-parts"] = dates },
            ["genre"] = Citation.GenreOf(seminar),
            ["event-title"] = series,
            ["language"] = seminar.Language ?? language,
            ["URL"] = address,
        };
        if (seminar.Doi is { } doi) item["DOI"] = doi;
        if (seminar.Speakers.Count > 0) item["author"] = new JsonArray([.. seminar.Speakers.Select(s => Name(PersonName.Parse(s.Name)))]);
        if (Citation.PlaceOf(seminar) is { } publisher) item["publisher"] = publisher;
        if (Venue.Of(seminar.Location)?.Text is { } place) item["event-place"] = place;
        if (seminar.Tags.Count > 0) item["keyword"] = string.Join(", ", seminar.Tags.Select(t => t.Name));
        if (seminar.Text is { Abstract.Length: > 0 } text) item["abstract"] = text.Abstract;
        return item;
    }

    private static JsonObject Name(PersonName name)
    {
        if (name.Given.Length == 0) return new JsonObject { ["literal"] = name.Family };
        var parts = new JsonObject { ["family"] = name.Family, ["given"] = name.Given };
        if (name.Generation.Length > 0) parts["suffix"] = name.Generation;
        return parts;
    }

    private static JsonArray Parts(PartialDate date)
    {
        var parts = new JsonArray(date.Year);
        if (date.Month is { } month) parts.Add(month);
        if (date.Day is { } day) parts.Add(day);
        return parts;
    }
}
