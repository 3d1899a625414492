using System.Text.Json;
using System.Xml.Linq;
using SeminarArchive.Tests.Formats.OaiPmh;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>A seminar that was announced and did not take place stays where it was, and nobody takes it for one that did.</summary>
public class CancelledTests
{
    private static readonly XNamespace Mods = "http://www.loc.gov/mods/v3";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private static readonly Post Snow = Seminar("snow", "2020-02-13", title: "Snow", speaker: "Ada Lovelace", more: ["status: cancelled", "reason: No trains ran", "time: 16:00"]);
    private static readonly Post Strike = Seminar("strike", "2020-03", title: "Strike", body: "", more: ["status: postponed"]);
    private static readonly Post Held = Seminar("held", "2020-01-09", title: "Held", speaker: "Ada Lovelace");

    [Fact]
    public async Task Its_page_says_so_and_why()
    {
        await using var site = await Site.With(Snow, Strike, Held);

        var snow = await site.GetPageAsync("/seminars/snow/");
        Assert.Equal("Cancelled: Snow – Ada Lovelace, 13 February 2020 | Seminar Archive", snow.Title);
        Assert.Equal(("Snow", "Cancelled13 February 2020"), (snow.Text("h1"), snow.Text(".when")));
        Assert.Equal(["This seminar has been cancelled"], snow.Texts(".tomb h2"));
        Assert.Equal(["It was planned for 13 February 2020.", "No trains ran"], snow.Texts(".tomb p"));
        Assert.Equal(["Was planned for"], snow.Texts(".take dt"));
        Assert.Equal("What was said.", snow.Text(".prose p"));
        Assert.Equal("Lovelace, A. (2020, February 13). Snow [Cancelled seminar presentation]. Seminar Archive. http://localhost/seminars/snow/", snow.Texts(".cite .txt").First());
        // Nothing that reference managers or search engines would take for a talk that was given.
        Assert.Empty(snow.QuerySelectorAll("meta[name^=citation_]"));
        Assert.Equal(["https://schema.org/EventCancelled"], Statuses(snow));

        var strike = await site.GetPageAsync("/seminars/strike/");
        Assert.Equal(["This seminar has been postponed"], strike.Texts(".tomb h2"));
        Assert.Equal(["It was planned for March 2020."], strike.Texts(".tomb p"));
        Assert.Equal(["https://schema.org/EventPostponed"], Statuses(strike));

        var held = await site.GetPageAsync("/seminars/held/");
        Assert.Empty(held.QuerySelectorAll(".tomb, article .when .off"));
        Assert.Equal(["https://schema.org/EventScheduled"], Statuses(held));
    }

    [Fact]
    public async Task Every_list_marks_it()
    {
        await using var site = await Site.With(Snow, Strike, Held);

        foreach (var address in new[] { "/", "/2020/", "/search/?q=2020" })
        {
            var page = await site.GetPageAsync(address);
            var marks = page.QuerySelectorAll(".row").Select(r => $"{r.QuerySelector(".row__t")!.TextContent.Trim()}: {r.QuerySelector(".off")?.TextContent}").Order(StringComparer.Ordinal);
            Assert.Equal((address, "Held: ; Snow: Cancelled; Strike: Postponed"), (address, string.Join("; ", marks)));
        }

        Assert.Equal(["Strike Postponed", "Snow Cancelled Ada Lovelace", "Held Ada Lovelace"], (await site.GetPageAsync("/all/")).Texts(".lines p"));
        foreach (var word in new[] { "cancelled", "canceled" }) Assert.Equal(["Snow"], (await site.GetPageAsync($"/search/?q={word}")).Titles());
        Assert.Equal(["Strike"], (await site.GetPageAsync("/search/?q=postponed")).Titles());
    }

    [Fact]
    public async Task One_that_is_to_come_is_announced_as_cancelled()
    {
        await using var site = await Site.With(
            Seminar("soon", "2026-12-01", more: ["status: cancelled", "time: 17:00"]), Seminar("later", "2026-12-08", more: ["status: postponed"]), Seminar("last", "2026-12-15"));

        var front = await site.GetPageAsync("/");
        Assert.Equal(["last"], front.Texts(".next h3"));
        Assert.Equal(["Tuesday", "Add to calendar"], front.Texts(".next p"));
        Assert.Equal("Also announced", front.Text(".next h4"));
        Assert.Equal(["soon 1 December 2026 Cancelled", "later 8 December 2026 Postponed"], front.Texts(".next li"));

        var page = await site.GetPageAsync("/seminars/soon/");
        Assert.Equal("Cancelled1 December 2026", page.Text(".when"));
        Assert.Empty(page.QuerySelectorAll(".upcoming, .up, .acts"));
        Assert.Equal(["Later: 8 December 2026, postponed"], page.Texts(".prevnext span"));
        Assert.Equal("Cancelled", (await site.GetPageAsync("/2026/")).QuerySelectorAll(".row")[^1].QuerySelector(".has")!.TextContent.Trim());
    }

    [Fact]
    public async Task When_nothing_else_is_to_come_it_is_next_all_the_same()
    {
        await using var site = await Site.With(Seminar("soon", "2026-12-01", more: ["status: cancelled", "time: 17:00"]), Held);

        var front = await site.GetPageAsync("/");
        Assert.Equal(["Announced"], front.Texts(".next h2"));
        Assert.Equal(["soon"], front.Texts(".next h3"));
        Assert.Equal(["Cancelled: Tuesday 17:00"], front.Texts(".next p"));
        Assert.Empty(front.QuerySelectorAll(".next li"));
    }

    [Fact]
    public async Task Every_format_marks_it()
    {
        await using var site = await Site.With(Snow, Strike, Held);

        Assert.Equal(
            [("Cancelled: Snow - Ada Lovelace", "CANCELLED"), ("Held - Ada Lovelace", "CONFIRMED")],
            (await LinesAsync(site, "/calendar.ics", "SUMMARY:")).Zip(await LinesAsync(site, "/calendar.ics", "STATUS:")).OrderBy(e => e.First, StringComparer.Ordinal));
        Assert.Contains("<p><strong>Cancelled: No trains ran.</strong></p><p>Ada Lovelace. 13 February 2020, 16:00.</p>", (await site.GetStringAsync("/feed/json/")).Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("""["snow",["Snow"],["Ada Lovelace, 2020, cancelled"],["http://localhost/seminars/snow/"]]""", await site.GetStringAsync("/search/suggest.json?q=snow"));
        Assert.Equal(
            ["Held", "Cancelled: Snow", "Postponed: Strike"],
            JsonDocument.Parse(await site.GetStringAsync("/feed/json/")).RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()).OrderBy(t => t!.Split(' ')[^1], StringComparer.Ordinal));
        Assert.Equal(["Cancelled: No trains ran.\\n\\nWhat was said.\\n\\nhttp://localhost/seminars/snow/", "What was said.\\n\\nhttp://localhost/seminars/held/"], (await LinesAsync(site, "/calendar.ics", "DESCRIPTION:")).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await LinesAsync(site, "/calendar.ics", "TRANSP:TRANSPARENT")).Count);
        Assert.Equal(
            ["held: scheduled ", "snow: cancelled No trains ran", "strike: postponed "],
            JsonDocument.Parse(await site.GetStringAsync("/api/seminars")).RootElement.GetProperty("items").EnumerateArray().Select(s => $"{s.GetProperty("slug")}: {s.GetProperty("eventStatus")} {(s.TryGetProperty("reason", out var reason) ? reason : null)}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["held: scheduled ", "snow: cancelled No trains ran", "strike: postponed "],
            (await site.GetStringAsync("/export/seminars.jsonl")).Trim().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).Select(s => $"{s.GetProperty("slug")}: {s.GetProperty("event_status")} {s.GetProperty("reason")}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Held: ", "Snow: Cancelled: No trains ran.", "Strike: Postponed."],
            (await site.HarvestAsync("verb=ListRecords&metadataPrefix=mods")).Descendants(Mods + "mods")
                .Select(m => $"{m.Element(Mods + "titleInfo")!.Value}: {m.Elements(Mods + "note").SingleOrDefault()?.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Held: What was said.", "Snow: Cancelled: No trains ran. What was said.", "Strike: Postponed."],
            (await site.HarvestAsync("verb=ListRecords&metadataPrefix=oai_dc")).Descendants(Dc + "title")
                .Select(t => $"{t.Value}: {string.Join(' ', t.Parent!.Elements(Dc + "description").Select(d => d.Value))}").Order(StringComparer.Ordinal));
        Assert.Equal(["Cancelled seminar presentation"], (await LinesAsync(site, "/seminars/snow/cite.ris", "M3  - ")));
        Assert.Equal(["{Cancelled seminar presentation},"], await LinesAsync(site, "/seminars/snow/cite.bib", "  howpublished = "));
        Assert.Equal("Cancelled seminar presentation", JsonDocument.Parse(await site.GetStringAsync("/seminars/snow/cite.json")).RootElement[0].GetProperty("genre").GetString());
    }

    [Fact]
    public async Task An_editor_may_take_it_back()
    {
        await using var site = await Site.With(Snow);
        site.Write(Seminar("snow", "2020-02-13", title: "Snow"));
        await site.SeedAsync();

        Assert.Empty((await site.GetPageAsync("/seminars/snow/")).QuerySelectorAll(".tomb, .off"));
        Assert.Empty((await site.GetPageAsync("/")).QuerySelectorAll(".off"));
        Assert.Equal([], (await site.GetPageAsync("/search/?q=cancelled")).Titles());
    }

    private static IEnumerable<string?> Statuses(AngleSharp.Dom.IDocument page) =>
        JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("@graph").EnumerateArray()
            .Where(n => n.TryGetProperty("eventStatus", out _)).Select(n => n.GetProperty("eventStatus").GetString());

    private static async Task<List<string>> LinesAsync(Site site, string address, string beginning) =>
        [.. (await site.GetStringAsync(address)).Replace("\r\n ", "", StringComparison.Ordinal).Split('\n').Where(l => l.StartsWith(beginning, StringComparison.Ordinal)).Select(l => l[beginning.Length..].TrimEnd('\r'))];
}
