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
    [InlineData("Room 4 (" + Zoom + "), Leeds", "Room 4 Leeds Online (zoom.us)", "Room 4 Leeds", "Place, VirtualLocation", "MixedEventAttendanceMode")]
    [InlineData("Room 4 / 5", "Room 4 / 5", "Room 4 / 5", "Place", null)]
    public async Task An_address_is_linked_and_not_cited(string location, string shown, string cited, string types, string? mode)
    {
        await using var site = await Site.With(Seminar("talk", "2026-12-01", speaker: "Ada Lovelace", more: [$"location: '{location}'"]));

        var page = await site.GetPageAsync("/seminars/talk/");
        Assert.Equal(shown.Replace(" Online", "Online", StringComparison.Ordinal), page.Texts(".take dd").Last());
        Assert.Equal(mode is null ? [] : [Zoom], page.Links(".take dd a[rel=nofollow]"));
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
