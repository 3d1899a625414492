using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class AllPageTests
{
    [Fact]
    public async Task Every_published_seminar_stands_under_its_year_newest_first()
    {
        await using var site = await Site.With([("Site:PageSize", "1")],
            Seminar("tides", "2019-11-02", "Tides & <moons>", "Mary Somerville"),
            Seminar("knots", "2020-02-13", "Knots", more: ["speakers:", "  - {name: Ada Lovelace, affiliation: St James's Square}", "  - {name: Charles Babbage, affiliation: St James's Square}", "  - {name: محمد, affiliation: Dar}"]),
            Seminar("looms", "2020-02", "LOOMS AND LACE"),
            Seminar("bends", "2020", "Bends", more: "language: nb"),
            Seminar("gone", "2020-05-05", more: ["status: withdrawn", "reason: On request"]),
            Seminar("draft", "2020-06-06", more: "status: draft"),
            Seminar("to-come", "2027-01-31", "To come"));

        var page = await site.GetPageAsync("/all/");

        Assert.Equal(["5 seminars, newest first, to be searched with the browser’s own find or printed. By month"], page.Texts(".intro"));
        Assert.Equal(["#y2027", "#y2020", "#y2019"], page.Links("main nav a"));
        Assert.Equal(
            ["y2027: 2027, 1 seminar", "y2020: 2020, 3 seminars", "y2019: 2019, 1 seminar"],
            page.QuerySelectorAll("main section").Select(s => $"{s.Id}: {s.Text("h2")}, {s.Text("header p")}"));
        Assert.Equal(
            [
                "2027-01-31 | 31 Jan 2027 | To come",
                "2020-02-13 | 13 Feb 2020 | Knots Ada Lovelace and Charles Babbage, St James's Square; محمد, Dar",
                "2020-02 | Feb 2020 | LOOMS AND LACE",
                "2020 | 2020 | Bends",
                "2019-11-02 | 2 Nov 2019 | Tides & <moons> Mary Somerville",
            ],
            page.QuerySelectorAll("main section li").Select(l => $"{l.QuerySelector("time")!.GetAttribute("datetime")} | {l.Text("time")} | {l.Text("p")}"));
        Assert.Equal(["/seminars/to-come/", "/seminars/knots/", "/seminars/looms/", "/seminars/bends/", "/seminars/tides/"], page.Links("main section a"));
        Assert.Equal(["Ada Lovelace", "Charles Babbage", "St James's Square", "محمد", "Dar", "Mary Somerville"], page.Texts("main bdi"));
        Assert.Equal(["Bends"], page.Texts("main a[lang=nb][dir=auto]"));
        Assert.Equal(["LOOMS AND LACE"], page.Texts("main .caps"));
        Assert.Equal(["http://localhost/all/"], page.Links("link[rel=canonical]"));
        Assert.Empty(page.QuerySelectorAll("meta[name=robots]"));
        Assert.Single(page.QuerySelectorAll("footer"));
    }

    [Fact]
    public async Task Is_in_the_order_of_the_lists_also_within_a_day()
    {
        await using var site = await Site.With([("Site:PageSize", "200")],
            Seminar("b", "2020-02-13"), Seminar("a", "2020-02-13"), Seminar("late", "2020-02-13", more: "time: 17:00"), Seminar("early", "2020-02-13", more: "time: 09:00"),
            Seminar("month", "2020-02"), Seminar("year", "2020"), Seminar("eve", "2019-12-31"));

        var all = await site.GetPageAsync("/all/");

        Assert.Equal((await site.GetPageAsync("/")).Titles(), all.Texts("main section a"));
    }

    [Fact]
    public async Task The_years_and_the_foot_of_every_page_lead_to_it()
    {
        await using var site = await Site.With(Seminar("knots"));

        Assert.Equal(["everything on one page"], (await site.GetPageAsync("/years/")).Texts("main a[href='/all/']"));
        Assert.Equal(["Everything on one page"], (await site.GetPageAsync("/seminars/knots/")).Texts("footer a[href='/all/']"));
    }

    [Fact]
    public async Task An_empty_archive_says_so()
    {
        await using var site = await Site.With();

        var page = await site.GetPageAsync("/all/");

        Assert.Equal(["There is no seminar here yet."], page.Texts("main p"));
        Assert.Empty(page.QuerySelectorAll("main nav, main section"));
        Assert.Equal(["There is no seminar here yet."], (await site.GetPageAsync("/years/")).Texts("main p"));
    }

    [Fact]
    public async Task Is_whole_also_where_it_is_long_and_compressed()
    {
        await using var site = Site.Empty();
        for (var i = 0; i < 450; i++) site.Write(Seminar($"s-{i:000}", $"{2020 - (i / 150)}-01-01", $"Seminar {i}", "Åsa Öberg"));
        await site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/all/");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var answer = await site.SendAsync(request);
        await using var html = new System.IO.Compression.BrotliStream(await answer.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        var text = await new StreamReader(html, Encoding.UTF8).ReadToEndAsync();

        Assert.Equal(Enumerable.Range(0, 450).Select(i => $"Seminar {i}"), (await site.GetPageAsync("/all/")).Texts("main section a"));
        Assert.Equal(await (await site.GetAsync("/all/")).Content.ReadAsStringAsync(), text);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_has_the_headers_and_no_body()
    {
        await using var site = Site.Empty().Listen();
        site.Write(Seminar("knots"));
        await site.StartAsync();

        using var answer = await site.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/all/"));

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8", ""), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Is_sent_while_it_is_read_and_a_reader_who_leaves_is_no_error()
    {
        await using var site = Site.Empty().Listen().KeepLog();
        var house = new string('x', 150);
        for (var i = 0; i < 300; i++)
        {
            site.Write(Seminar($"s-{i:000}", "2020-01-01", more: ["speakers:", .. Enumerable.Range(0, 60).Select(n => $"  - {{name: Guest {n}, affiliation: {house} {n}}}")]));
        }

        await site.StartAsync();
        using var reader = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, LingerState = new LingerOption(true, 0) };
        await reader.ConnectAsync(site.Address.Host, site.Address.Port);
        await reader.SendAsync(Encoding.ASCII.GetBytes("GET /all/ HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        var first = new byte[1000];
        var length = await reader.ReceiveAsync(first);
        await Task.Delay(200);
        var unfinished = Requests();
        reader.Dispose();
        for (var wait = 0; wait < 100 && Requests().Length == 0; wait++) await Task.Delay(100);

        Assert.StartsWith("HTTP/1.1 200 OK", Encoding.ASCII.GetString(first, 0, length), StringComparison.Ordinal);
        Assert.Equal([], unfinished);
        Assert.Equal(["GET /all/ responded 200"], Requests());
        Assert.Equal([], site.LogLines.Where(l => l.Contains("[ERR]", StringComparison.Ordinal) || l.Contains("[WRN]", StringComparison.Ordinal)));

        string[] Requests() => [.. site.LogLines.Where(l => l.Contains("GET /all/", StringComparison.Ordinal)).Select(l => l[l.IndexOf("GET", StringComparison.Ordinal)..l.IndexOf(" in ", StringComparison.Ordinal)])];
    }

    [Fact]
    public async Task The_database_answers_line_by_line_without_sorting_first()
    {
        await using var site = await Site.With(Seminar("knots", speaker: "Ada Lovelace"));
        await using var archive = site.Service<ArchiveFile>().OpenRead();

        await using var connection = new SqliteConnection($"Data Source={site.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + archive.Seminars.NewestFirst().AsLines().ToQueryString();
        var plan = new List<string>();
        await using var steps = await command.ExecuteReaderAsync();
        while (await steps.ReadAsync()) plan.Add(Convert.ToString(steps["detail"], CultureInfo.InvariantCulture)!);

        // What is sorted is the speakers of one seminar.
        Assert.Equal(["USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY"], plan.Where(s => !s.StartsWith("SEARCH ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Waits_for_the_first_seeding()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots"));

        await site.StartHeldAsync(async () => Assert.Equal(503, (await site.AskAsync("/all/")).Status));

        Assert.Equal(200, (await site.AskAsync("/all/")).Status);
    }
}
