using System.Net;
using System.Text.Json.Nodes;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats.Api;

/// <summary>A site with seminars of every awkward kind, and what its API says.</summary>
public sealed class AwkwardArchive : IAsyncLifetime
{
    private const string Title = """Knots & "ropes" </script> <q>'plain'</q>""";

    public Site Site { get; private set; } = null!;

    /// <summary>The published ones, newest first.</summary>
    public IReadOnlyList<string> Slugs { get; } = ["to-come", "two-speakers", "offset", "same-day-a", "same-day-b", "日本", "month-only", "year-only", "first", "bare"];

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"), ("Site:TimeZone", "Europe/London"));
        Site.Write(Seminar("to-come", "2026-12-01", speaker: "Ada Lovelace", more: ["time: 17:00", "posted: 2026-11-01"]));
        Site.Write(Seminar("two-speakers", "2020-06-30", Title, postedBy: "Lucy Chapman", category: "Handicraft", body: "Text with <b>bold</b> & more.\n\n![A knot](/uploads/a%20knot.png) and [slides](/slides/two.pdf), `href=\"/x\"`.", more:
            [
                "speakers:", "  - name: Ada Lovelace", "    affiliation: St James's Square", "    orcid: 0000-0002-1825-0097", "  - name: رجاء حداد", "    affiliation: \"Fish & Chips\"",
                "time: 17:00", "end: 2020-07-01 18:30", "location: \"Room \\\"3\\\"\"", "tags: [rope, \"c++ & c#\"]", "slides: /slides/My deck.pdf", "recording: https://video.example.org/a b?x=1&y=2",
                "doi: 10.5281/zenodo.1234567", "posted: 2020-07-02", "updated: 2021-03-04", "original-title: \"Knots\\u0007 first\"",
            ]));
        Site.Write(Seminar("offset", "2020-02-13", speaker: "Łukasz Żółć", category: "Handicraft", more: ["time: 09:30", "timezone: +05:30", "language: pl"]));
        Site.Write(Seminar("same-day-a", "2020-01-15", postedBy: "Lucy Chapman", more: ["tags: [rope]"]));
        Site.Write(Seminar("same-day-b", "2020-01-15", speaker: "Ada Lovelace", affiliation: "St James's Square"));
        Site.Write(Seminar("nihon", "2019-11-02", "日本の結び目", speaker: "大谷直樹", more: ["slug: 日本", "language: ja"]));
        Site.Write(Seminar("month-only", "2019-05", more: ["aliases: [/seminars/long-ago/, /old/knots.html]"]));
        Site.Write(Seminar("year-only", "2019", speaker: "Dr. Ada Lovelace", more: ["slides: https://example.org/elsewhere.pdf"]));
        Site.Write(Seminar("first", "2018-03-01", body: "# Heading\n\nControl\u0001characters."));
        Site.Write(Seminar("bare", "2017-01-01", body: ""));
        Site.Write(Seminar("draft", "2020-03-01", "Unfinished secret", speaker: "Nobody Draft", affiliation: "Drafts Ltd", postedBy: "Draft Author", category: "Drafts", more: ["status: draft", "tags: [draftish]"]));
        Site.Write(Seminar("gone", "2018-05-05", "Withdrawn \"one\"", speaker: "Somebody Gone", more: ["status: withdrawn", "reason: On \"request\" & so on"]));
        Site.Write(Seminar("deleted", "2016-05", "Deleted one", speaker: "Somebody Else"));
        Site.Write(Seminar("renamed", "2015-05-05"));
        Site.Write("slides/My deck.pdf", "%PDF-1.4");
        Site.Write("people/ada.md", "---\nname: Ada Lovelace\naliases: [Augusta King]\nwebsite: https://ada.example.org\n---\n\nWrote [notes](/uploads/notes.txt).\n");
        Site.Write("categories/handicraft.md", "What *hands* can do.\n");
        await Site.StartAsync();
        Site.Delete("seminars/deleted.md");
        Site.Delete("seminars/renamed.md");
        await Site.SeedAsync();
    }

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();

    /// <summary>The answer at an address, which must be as expected and be JSON.</summary>
    public async Task<JsonNode> AskAsync(string address, HttpStatusCode expected = HttpStatusCode.OK) => await Site.JsonAsync(address, expected);
}

/// <summary>The API as tests ask it.</summary>
internal static class Answers
{
    extension(Site site)
    {
        public async Task<JsonNode> JsonAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
        {
            using var answer = await site.GetAsync(address);
            var type = expected == HttpStatusCode.OK ? "application/json" : "application/problem+json";
            Assert.Equal((address, expected, type), (address, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }

        /// <summary>The slugs of all seminars or headings of a list, read from end to end; <paramref name="between"/> runs after each stretch.</summary>
        public async Task<List<string>> WalkAsync(string address, Func<int, Task>? between = null)
        {
            var slugs = new List<string>();
            for (var stretch = 1; ; stretch++)
            {
                using var answer = await site.GetAsync(address);
                Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
                var list = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                slugs.AddRange(list["items"]!.AsArray().Select(i => i!["slug"]!.GetValue<string>()));
                var next = list["next"]?.GetValue<string>();
                Assert.Equal(next is null ? [] : [$"<{next}>; rel=\"next\""], answer.Headers.TryGetValues("Link", out var links) ? links : []);
                if (next is null) return slugs;
                Assert.True(stretch < 1000, "The walk has no end.");
                if (between is not null) await between(stretch);
                address = new Uri(next).PathAndQuery;
            }
        }
    }

    /// <summary>The slugs of the items, or whatever else names them.</summary>
    public static IEnumerable<string> Slugs(this JsonNode list) => list["items"]!.AsArray().Select(i => i!["slug"]!.GetValue<string>());
}
