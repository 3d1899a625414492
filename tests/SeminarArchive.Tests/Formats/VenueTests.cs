using System.Text.Json;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

/// <summary>The address of a talk that is held online leads there from its page, and stands in no citation: it may hold a passcode.</summary>
public class VenueTests
{
    private const string Zoom = "https://us02web.zoom.us/j/1234567890?pwd=abc";

    [Theory]
    [InlineData(Zoom, "Online (zoom.us)", "Online", "VirtualLocation", "OnlineEventAttendanceMode")]
    [InlineData("Room 4 / " + Zoom, "Room 4Online (zoom.us)", "Room 4", "Place, VirtualLocation", "MixedEventAttendanceMode")]
    [InlineData("Room 4 (" + Zoom + "), Leeds", "Room 4, LeedsOnline (zoom.us)", "Room 4, Leeds", "Place, VirtualLocation", "MixedEventAttendanceMode")]
    [InlineData("Room 4 / 5", "Room 4 / 5", "Room 4 / 5", "Place", null)]
    [InlineData("Pin Mill, Suffolk", "Pin Mill, Suffolk", "Pin Mill, Suffolk", "Place", null)]
    [InlineData("Google Meet, PIN: 1234", "Google Meet, PIN: 1234", "Google Meet", "VirtualLocation", "OnlineEventAttendanceMode")]
    [InlineData("Meeting ID: 123, passcode abc", "Meeting ID: 123, passcode abc", "Online", "VirtualLocation", "OnlineEventAttendanceMode")]
    [InlineData("Online", "Online", "Online", "VirtualLocation", "OnlineEventAttendanceMode")]
    [InlineData("Online (Zoom), " + Zoom, "Online (Zoom)Online (zoom.us)", "Online (Zoom)", "VirtualLocation", "OnlineEventAttendanceMode")]
    [InlineData("Room 4 (also on Teams: " + Zoom + ")", "Room 4 (also on Teams)Online (zoom.us)", "Room 4 (also on Teams)", "Place, VirtualLocation", "MixedEventAttendanceMode")]
    [InlineData("Room 4 and online at " + Zoom + " (passcode 55)", "Room 4 and online (passcode 55)Online (zoom.us)", "Room 4 and online", "Place, VirtualLocation", "MixedEventAttendanceMode")]
    [InlineData(Zoom + ", Meeting ID: 123 456, passcode abc", "Meeting ID: 123 456, passcode abcOnline (zoom.us)", "Online", "VirtualLocation", "OnlineEventAttendanceMode")]
    [InlineData("Room 4 or [Zoom](" + Zoom + ")", "Room 4 or ZoomOnline (zoom.us)", "Room 4 or Zoom", "Place, VirtualLocation", "MixedEventAttendanceMode")]
    [InlineData("Room 4, us02web.zoom.us/j/1234567890?pwd=abc", "Room 4Online (zoom.us)", "Room 4", "Place, VirtualLocation", "MixedEventAttendanceMode")]
    public async Task An_address_is_linked_and_not_cited(string location, string shown, string cited, string types, string? mode)
    {
        await using var site = await Site.With(Seminar("talk", "2026-12-01", speaker: "Ada Lovelace", more: [$"location: '{location}'"]));

        var page = await site.GetPageAsync("/seminars/talk/");
        Assert.Equal(shown, page.Texts(".take dd").Last());
        Assert.Equal(location.Contains("zoom.us", StringComparison.Ordinal) ? [Zoom] : [], page.Links(".take dd a[rel=nofollow]"));
        Assert.All(page.Texts(".cite .txt"), text => Assert.Contains(cited, text, StringComparison.Ordinal));
        Assert.All(page.Texts(".cite .txt"), text => Assert.DoesNotContain("zoom", text, StringComparison.Ordinal));
        Assert.Equal($"Tuesday, {cited}", (await site.GetPageAsync("/")).Texts(".next p").ElementAt(1));
        foreach (var ending in new[] { "bib", "ris", "json" })
        {
            var text = await site.GetStringAsync($"/seminars/talk/cite.{ending}");
            Assert.Contains(cited, text.Replace("\\/", "/", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("zoom", text, StringComparison.Ordinal);
        }

        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var held = data.RootElement.GetProperty("@graph").EnumerateArray().First(node => node.GetProperty("@type").GetString() == "EducationEvent");
        var places = held.GetProperty("location");
        Assert.Equal(types, string.Join(", ", (places.ValueKind == JsonValueKind.Array ? places.EnumerateArray().ToList() : [places]).Select(place => place.GetProperty("@type").GetString())));
        Assert.Equal(mode is null ? null : "https://schema.org/" + mode, held.TryGetProperty("eventAttendanceMode", out var said) ? said.GetString() : null);
    }

    [Theory]
    [InlineData("Room 4, Leeds (https://goo.gl/maps/abc)", "https://goo.gl/maps/abc")]
    [InlineData("Room 4, Leeds https://www.google.co.uk/maps/place/Leeds", "https://www.google.co.uk/maps/place/Leeds")]
    public async Task A_map_makes_no_talk_an_online_one(string location, string map)
    {
        await using var site = await Site.With(Seminar("talk", "2026-12-01", speaker: "Ada Lovelace", more: [$"location: '{location}'"]));

        var page = await site.GetPageAsync("/seminars/talk/");
        Assert.Equal("Room 4, LeedsMap", page.Texts(".take dd").Last());
        Assert.Equal([map], page.Links(".take dd a[rel=nofollow]"));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var held = data.RootElement.GetProperty("@graph").EnumerateArray().First(node => node.GetProperty("@type").GetString() == "EducationEvent");
        Assert.False(held.TryGetProperty("eventAttendanceMode", out _));
        Assert.Equal($$"""{"@type":"Place","name":"Room 4, Leeds","hasMap":"{{map}}"}""", held.GetProperty("location").GetRawText());
    }

    [Fact]
    public async Task A_map_alone_leaves_no_gap_in_citations()
    {
        await using var site = await Site.With(Seminar("talk", "2019-03-05", title: "Knots", speaker: "Ada Lovelace", more: ["location: https://www.openstreetmap.org/?mlat=1"]), Seminar("hall", "2019-03-05", title: "Knots", speaker: "Ada Lovelace"));

        Assert.Equal("Map", (await site.GetPageAsync("/seminars/talk/")).Texts(".take dd").Last());
        Assert.Equal((await site.GetPageAsync("/seminars/hall/")).Texts(".cite .txt").Select(text => text.Replace("/hall/", "/talk/", StringComparison.Ordinal)), (await site.GetPageAsync("/seminars/talk/")).Texts(".cite .txt"));
        foreach (var ending in new[] { "bib", "ris", "json" })
            Assert.Equal((await site.GetStringAsync($"/seminars/hall/cite.{ending}")).Replace("hall", "talk", StringComparison.Ordinal), await site.GetStringAsync($"/seminars/talk/cite.{ending}"));
    }

    [Fact]
    public async Task Where_a_seminar_has_a_doi_its_citation_leads_there()
    {
        await using var site = await Site.With(Seminar("doi", more: ["doi: 10.1234/ABC"]), Seminar("none", "2020-02-14", title: "Knoten", more: ["language: de"]));

        Assert.Equal(5, (await site.GetPageAsync("/seminars/doi/")).Links(".cite .txt a").Count(link => link == "https://doi.org/10.1234/ABC"));
        Assert.Equal("de", (await site.GetPageAsync("/seminars/doi/")).QuerySelector(".prevnext b")!.GetAttribute("lang"));
        Assert.Empty((await site.GetPageAsync("/seminars/none/")).Links(".cite .txt a"));
        Assert.Equal(5, (await site.GetPageAsync("/seminars/none/")).QuerySelectorAll(".cite .txt [lang=de]").Length);
    }
}
