using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace SeminarArchive.Tests.Conventions;

public class EveryAddressTests
{
    // Pages that stand for other addresses, and the one that is not for visitors; see NotFoundTests, FailureTests and StatusPageTests.
    private static readonly string[] Stand = ["error", "not-found", "status"];

    [Fact]
    public async Task The_list_of_addresses_is_the_sites_own_and_each_answers()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 3, pageSize: 2);

        var templates = site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => Regex.Replace(Regex.Replace(e.RoutePattern.RawText!.Trim('/'), @"\{(\w+):.*?\}(?=/|$)", "{$1}"), "^Index$", ""))
            .Distinct().Except(Stand).Order(StringComparer.Ordinal);
        Assert.Equal(EveryAddress.Examples.Keys.Order(StringComparer.Ordinal), templates);

        foreach (var address in EveryAddress.Examples.Values) await site.GetPageAsync(address);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_to_a_page()
    {
        await using var site = await EveryAddress.SiteAsync(seminars: 5, pageSize: 2);
        site.Write(Post.Seminar("gone", "1999-01-01", speaker: "Nobody Else", affiliation: "Nowhere", category: "Lost", more: ["status: withdrawn", "reason: On request"]));
        await site.SeedAsync();
        var gone = await site.GetPageAsync("/seminars/gone/", HttpStatusCode.Gone);
        var missing = await site.GetPageAsync("/no-such/", HttpStatusCode.NotFound);

        await AssertLinksAsync(site, gone, missing);
    }

    [Fact]
    public async Task Every_link_of_the_demonstration_leads_to_a_page()
    {
        await using var site = await Site.Over(Path.Combine(SeminarArchive.Web.Home.Repository!, "tests", "demo-content"));

        await AssertLinksAsync(site, await site.GetPageAsync("/"));
    }

    private static async Task AssertLinksAsync(Site site, params AngleSharp.Dom.IDocument[] starts)
    {
        var broken = new List<(string From, string To, int Status)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<(string From, string To)>();
        foreach (var start in starts) Gather(start, "start");
        while (queue.TryDequeue(out var link))
        {
            using var answer = await site.GetAsync(link.To);
            var html = answer.Content.Headers.ContentType?.MediaType == "text/html";
            if (answer.StatusCode == HttpStatusCode.OK && html) Gather(await site.GetPageAsync(link.To), link.To);
            else if (answer.StatusCode != HttpStatusCode.OK) broken.Add((link.From, link.To, (int)answer.StatusCode));
        }

        Assert.Equal([], broken);
        Assert.True(seen.Count > 20);

        void Gather(AngleSharp.Dom.IDocument page, string from)
        {
            foreach (var href in page.Links("a[href]").OfType<string>())
            {
                var to = href.Split('#')[0];
                if (to.StartsWith('/') && seen.Add(to)) queue.Enqueue((from, to));
                else if (href.StartsWith('#')) Assert.True(page.QuerySelector($"[id='{href[1..]}']") is not null, $"{from} has no {href}");
            }
        }
    }
}
