using System.Text.Json;
using System.Xml.Linq;
using SeminarArchive.Tests.Formats.OaiPmh;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

/// <summary>Names of more than given names and a family, in everything that parts them.</summary>
public sealed class NamesTests
{
    private static readonly XNamespace Mods = "http://www.loc.gov/mods/v3";

    private static readonly string[] FamilyFirst = ["King, Martin Luther, Jr.", "de la Hoya, Oscar, III", "O'Neill, Jane", "Darzi of Denham", "Elizabeth II", "The King's Fund", "Department of Health and Social Care"];

    [Fact]
    public async Task Suffixes_and_organisations_are_the_same_in_every_format()
    {
        await using var site = await Site.With(
            [("Site:BaseUrl", "https://seminars.example.org")],
            Seminar("names", more: ["speakers:", "  - Martin Luther King Jr.", "  - Oscar de la Hoya III", "  - Jane O'Neill (Chair)", "  - Lord Darzi of Denham", "  - Elizabeth II", "  - The King's Fund", "  - Department of Health and Social Care"]));

        var page = await site.GetPageAsync("/seminars/names/");
        Assert.Equal(FamilyFirst, page.QuerySelectorAll("meta[name=citation_author]").Select(m => m.GetAttribute("content")));
        var dublinCore = await site.HarvestAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:seminars.example.org:names");
        Assert.Equal(FamilyFirst, dublinCore.Descendants().Where(e => e.Name.LocalName == "creator").Select(e => e.Value));
        Assert.Equal(
            ["Darzi of Denham", "de la Hoya, Oscar, III", "Department of Health and Social Care", "Elizabeth II", "King, Martin Luther, Jr.", "O'Neill, Jane", "The King's Fund"],
            (await site.GetPageAsync("/speakers/")).Texts("main a[href^='/speaker/']"));

        var mods = await site.HarvestAsync("verb=GetRecord&metadataPrefix=mods&identifier=oai:seminars.example.org:names");
        Assert.Equal(
            [
                "personal family=King given=Martin Luther termsOfAddress=Jr.", "personal family=de la Hoya given=Oscar termsOfAddress=III", "personal family=O'Neill given=Jane", "personal Darzi of Denham", "personal Elizabeth II",
                "corporate The King's Fund", "corporate Department of Health and Social Care",
            ],
            mods.Descendants(Mods + "name").Select(n => $"{n.Attribute("type")!.Value} {string.Join(' ', n.Elements(Mods + "namePart").Select(p => p.Attribute("type") is { } type ? $"{type.Value}={p.Value}" : p.Value))}"));

        using var csl = JsonDocument.Parse(await site.GetStringAsync("/seminars/names/cite.json"));
        var authors = csl.RootElement[0].GetProperty("author").EnumerateArray().ToList();
        Assert.Equal(["Darzi of Denham", "Elizabeth II", "The King's Fund", "Department of Health and Social Care"], authors[3..].Select(author => author.GetProperty("literal").GetString()));
        Assert.Contains("author = {King, Jr., Martin Luther and de la Hoya, III, Oscar and O'Neill, Jane and {Darzi of Denham} and {Elizabeth II} and {The King's Fund} and {Department of Health and Social Care}},", await site.GetStringAsync("/seminars/names/cite.bib"), StringComparison.Ordinal);

        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(
            ["Person Martin Luther King Jr.", "Person Oscar de la Hoya III", "Person Jane O'Neill", "Person Darzi of Denham", "Person Elizabeth II", "Organization The King's Fund", "Organization Department of Health and Social Care"],
            data.RootElement.GetProperty("@graph").EnumerateArray().First(n => n.GetProperty("@type").GetString() == "EducationEvent").GetProperty("performer").EnumerateArray()
                .Select(p => $"{p.GetProperty("@type").GetString()} {p.GetProperty("name").GetString()}"));
    }
}
