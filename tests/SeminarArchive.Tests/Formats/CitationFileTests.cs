using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SeminarArchive.Tests.Conventions;
using SeminarArchive.Tests.Store;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

/// <summary>The citation files of lists and searches.</summary>
public class CitationFileTests
{
    [Fact]
    public async Task Every_list_has_them_with_the_seminars_of_all_its_pages()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        foreach (var (page, seminars) in ((string, string[])[])
            [
                ("/", ["to-come", "knots-2", "knots-1", "knots-0"]), ("/author/lucy-chapman/", ["knots-2", "knots-1", "knots-0"]), ("/category/handicraft/", ["knots-2", "knots-1", "knots-0"]), ("/speaker/ada-lovelace/", ["to-come", "knots-2", "knots-1", "knots-0"]),
                ("/affiliation/house-1/", ["knots-1"]), ("/tag/knot-2/", ["knots-2"]), ("/2020/", ["knots-2", "knots-1", "knots-0"]), ("/2020/02/", ["knots-2", "knots-1", "knots-0"]),
            ])
        {
            Assert.Equal((page, seminars.Length, string.Join(' ', seminars)), (page, await TotalAsync(site, $"{page}cite.json"), string.Join(' ', await SlugsAsync(site, $"{page}cite.json"))));
            Assert.Equal(seminars, Regex.Matches(await TextAsync(site, $"{page}cite.bib", "application/x-bibtex"), @"^@misc\{(.+),$", RegexOptions.Multiline).Select(m => m.Groups[1].Value));
            Assert.Equal(seminars.Length, Regex.Count(await TextAsync(site, $"{page}cite.ris", "application/x-research-info-systems"), "^TY  - SLIDE\r\n[^\0]*?^ER  - \r\n", RegexOptions.Multiline));
        }

        foreach (var missing in (string[])["/speaker/nobody/cite.bib", "/2021/cite.bib", "/2020/03/cite.bib", "/2020/13/cite.bib", "/cite.xml", "/page/2/cite.bib"]) Assert.Equal((missing, 404), (missing, (await site.AskAsync(missing)).Status));
    }

    [Fact]
    public async Task Those_of_lists_are_sent_packed()
    {
        await using var site = await Site.With(Seminar("knots"));
        foreach (var ending in (string[])["bib", "ris", "json"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/cite.{ending}") { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await site.SendAsync(request);
            Assert.Equal((ending, "gzip"), (ending, string.Concat(answer.Content.Headers.ContentEncoding)));
        }
    }

    [Fact]
    public async Task An_ending_in_capitals_and_a_name_with_and_in_it_are_understood()
    {
        await using var site = await Site.With(Seminar("knots", more: ["speakers: [Ludo Enault and N8, Ada Lovelace]"]));

        foreach (var address in (string[])["/cite.BIB", "/2020/cite.Bib", "/cite.JSON", "/search/cite.Ris?q=knots", "/seminars/knots/cite.BIB"]) Assert.Equal((301, address.ToLowerInvariant()), await site.AskAsync(address));
        foreach (var address in (string[])["/cite.bib", "/2020/cite.bib"]) Assert.Contains("author = {{Ludo Enault and N8} and Lovelace, Ada}", await site.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_has_them_with_what_its_pages_show_in_their_order()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 5, pageSize: 2);
        foreach (var query in (string[])["?q=knots", "?q=knots&sort=oldest", "?speaker=ada-lovelace&year=2020", "?q=lovelace&has=slides&sort=newest", "?q=knits", "?q=house%20guest%20elephant", "?q=zzzzzz"])
        {
            var shown = new List<string>();
            for (var (number, address) = (1, $"/search/{query}"); ; address = $"/search/page/{++number}/{query}")
            {
                var page = await site.GetPageAsync(address);
                shown.AddRange(page.Links("main article.row .row__t a").Select(a => a!.Split('/')[2]));
                if (shown.Count > 0) Assert.Equal(shown.Take(2), (await SlugsAsync(site, page.Links(".formats a").Last()!)).Take(2));
                if (page.QuerySelector(".pager [rel=next]") is null) break;
            }

            Assert.Equal(shown, await SlugsAsync(site, $"/search/cite.json{query}"));
            Assert.Equal(shown.Count, await TotalAsync(site, $"/search/cite.bib{query}"));
        }
    }

    [Fact]
    public async Task Results_lead_to_them_by_the_search_in_its_one_form()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);

        var links = (await site.GetPageAsync("/search/?year=2020&utm=x&q=knots+%26+co&sort=best")).QuerySelectorAll(".formats a");
        Assert.Equal(["/search/cite.bib?q=knots%20%26%20co&year=2020", "/search/cite.ris?q=knots%20%26%20co&year=2020", "/search/cite.json?q=knots%20%26%20co&year=2020"], links.Select(a => a.GetAttribute("href")));
        Assert.All(links, a => Assert.Equal("nofollow", a.GetAttribute("rel")));
        Assert.Empty((await site.GetPageAsync("/search/")).QuerySelectorAll(".formats"));
        Assert.Equal((404, null), await site.AskAsync("/search/cite.bib"));
        Assert.Equal((404, null), await site.AskAsync("/search/cite.bib?q=+&sort=oldest"));
        Assert.Equal((301, "/search/?q=cite.xml"), await site.AskAsync("/search/cite.xml"));
    }

    [Fact]
    public async Task Of_more_than_a_thousand_they_hold_the_newest_and_say_so_with_no_key_twice()
    {
        await using var site = await Site.With([.. Enumerable.Range(0, 1003).Select(i => Seminar($"s{i}", "2020-02-13", "Knots", more: i % 2 == 0 ? [$"slug: 日{i}"] : [$"slug: s{i}"]))]);
        foreach (var address in (string[])["/cite.bib", "/search/cite.bib?q=knots&sort=newest"])
        {
            var text = await TextAsync(site, address, "application/x-bibtex");
            var keys = Regex.Matches(text, @"^@misc\{(.+),$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
            Assert.StartsWith("% The first 1,000 of 1,003 seminars.\n\n@misc{", text, StringComparison.Ordinal);
            Assert.Equal((1000, 1000, 1003), (keys.Count, keys.Distinct(StringComparer.OrdinalIgnoreCase).Count(), await TotalAsync(site, address)));
            Assert.All(keys, k => Assert.Matches("^[A-Za-z0-9-]+$", k));
            // The same in the file of the one seminar, so that files can be joined.
            Assert.StartsWith($"@misc{{{keys[0]},", await TextAsync(site, Regex.Match(text, "url = {http://localhost(.+?)}").Groups[1].Value + "cite.bib", "application/x-bibtex"), StringComparison.Ordinal);
        }

        Assert.Equal((await SlugsAsync(site, "/cite.json")).Order(StringComparer.Ordinal), (await SlugsAsync(site, "/search/cite.json?q=knots&sort=newest")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task They_never_name_drafts_and_what_is_withdrawn()
    {
        await using var site = await Site.With(
            Seminar("here", speaker: "Ada Lovelace"), Seminar("draft", speaker: "Ada Lovelace", more: ["status: draft"]), Seminar("gone", speaker: "Ada Lovelace", more: ["status: withdrawn", "reason: On request"]));

        foreach (var address in (string[])["/cite.json", "/speaker/ada-lovelace/cite.json", "/search/cite.json?q=lovelace"]) Assert.Equal(["here"], await SlugsAsync(site, address));
    }

    [Fact]
    public async Task They_answer_head_and_tell_their_names()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);
        foreach (var (address, name) in ((string, string)[])[("/cite.bib", "seminars.bib"), ("/speaker/ada-lovelace/cite.ris", "speaker-ada-lovelace.ris"), ("/2020/02/cite.json", "2020-02.json"), ("/search/cite.bib?q=knots", "search.bib")])
        {
            using var head = await site.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            Assert.Equal((HttpStatusCode.OK, $"attachment; filename=\"{name}\"", ""), (head.StatusCode, head.Content.Headers.GetValues("Content-Disposition").Single(), await head.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task They_ask_no_more_often_for_more_seminars()
    {
        string[] addresses = ["/cite.bib", "/speaker/ada-lovelace/cite.ris", "/2020/cite.json", "/search/cite.json?q=knots"];
        var counts = new List<int[]>();
        foreach (var seminars in (int[])[3, 60])
        {
            await using var site = await EveryAddress.SiteAsync(seminars, pageSize: 2);
            using var count = new CommandCount(site.Database);
            var each = new List<int>();
            foreach (var address in addresses) each.Add(await count.OfAsync(() => site.GetAsync(address)));
            counts.Add([.. each]);
        }

        Assert.Equal(counts[0], counts[1]);
        Assert.All(counts[1], c => Assert.InRange(c, 1, 10));
    }

    private static async Task<List<string>> SlugsAsync(Site site, string address)
    {
        using var csl = JsonDocument.Parse(await TextAsync(site, address, "application/vnd.citationstyles.csl+json"));
        return [.. csl.RootElement.EnumerateArray().Select(i => Uri.UnescapeDataString(i.GetProperty("URL").GetString()!.Split('/')[^2]))];
    }

    private static async Task<int> TotalAsync(Site site, string address)
    {
        using var answer = await site.GetAsync(address);
        return int.Parse(answer.Headers.GetValues("X-Total-Count").Single(), CultureInfo.InvariantCulture);
    }

    private static async Task<string> TextAsync(Site site, string address, string type)
    {
        using var answer = await site.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.OK, type), (address, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }
}
