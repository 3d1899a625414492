using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public sealed class OEmbedSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await Site.With([("Site:BaseUrl", "https://seminars.example.org")],
            Seminar("knots", title: "Knots & \"loops\" </script> 😀", more: ["speakers: [Ada Lovelace, أحمد]", "aliases: [/old/knots/, '/?p=12']"]), Seminar("plain", speaker: "Ada Lovelace", more: ["slug: 日本"]), Seminar("nobody"),
            Seminar("gone", more: ["status: withdrawn"]), Seminar("draft", more: ["status: draft"]), Seminar("moved"));
        Site.Write(Seminar("moved", more: ["slug: moved-on", "aliases: [/seminars/alias/]"]));
        await Site.SeedAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class OEmbedTests(OEmbedSite shared) : IClassFixture<OEmbedSite>
{
    private static readonly string[] Knots = ["version=1.0", "type=link", "title=Knots & \"loops\" </script> 😀", "author_name=Ada Lovelace and أحمد", "provider_name=Seminar Archive", "provider_url=https://seminars.example.org/"];

    [Theory]
    [InlineData("https://seminars.example.org/seminars/knots/")]
    [InlineData("http://seminars.example.org/seminars/knots")]
    [InlineData("https://SEMINARS.example.org:443/Seminars/Knots/?utm_source=x#cite")]
    [InlineData("https://seminars.example.org/old/knots/")]
    [InlineData("https://seminars.example.org/?p=12")]
    [InlineData("https://seminars.example.org/2020/02/knots/")]
    [InlineData("https://seminars.example.org/knots/")]
    public async Task Knows_a_seminar_by_every_address_that_leads_to_it(string url)
    {
        var json = await AnswerAsync($"url={Uri.EscapeDataString(url)}&maxwidth=1&maxheight=none&format=json&other=x", "application/json; charset=utf-8");
        using var document = JsonDocument.Parse(json);
        Assert.Equal(Knots, document.RootElement.EnumerateObject().Select(p => $"{p.Name}={p.Value}"));
    }

    [Fact]
    public async Task The_same_as_xml()
    {
        var root = XDocument.Parse(await AnswerAsync("format=xml&url=https://seminars.example.org/seminars/knots/", "text/xml; charset=utf-8")).Root!;

        Assert.Equal("oembed", root.Name);
        Assert.Equal(Knots, root.Elements().Select(e => $"{e.Name}={e.Value}"));
    }

    [Fact]
    public async Task One_speaker_has_a_page_and_nobody_has_no_name()
    {
        using var one = JsonDocument.Parse(await AnswerAsync($"url={Uri.EscapeDataString("https://seminars.example.org/seminars/日本/")}", "application/json; charset=utf-8"));
        Assert.Equal("https://seminars.example.org/speaker/ada-lovelace/", one.RootElement.GetProperty("author_url").GetString());

        using var nobody = JsonDocument.Parse(await AnswerAsync("url=https://seminars.example.org/seminars/nobody/", "application/json; charset=utf-8"));
        Assert.Equal(["version", "type", "title", "provider_name", "provider_url"], nobody.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData("url=https://seminars.example.org/seminars/nowhere/", 404)]
    [InlineData("url=https://seminars.example.org/seminars/draft/", 404)]
    [InlineData("url=https://seminars.example.org/seminars/gone/", 410)]
    [InlineData("url=https://seminars.example.org/years/", 404)]
    [InlineData("url=https://seminars.example.org/", 404)]
    [InlineData("url=https://elsewhere.example.org/seminars/knots/", 404)]
    [InlineData("url=https://seminars.example.org:8443/seminars/knots/", 404)]
    [InlineData("url=/seminars/knots/", 404)]
    [InlineData("url=javascript:alert(1)", 404)]
    [InlineData("url=%00", 404)]
    [InlineData("url=https://seminars.example.org/seminars/%FF%00/", 404)]
    [InlineData("url=", 404)]
    [InlineData("", 404)]
    [InlineData("format=yaml&url=https://seminars.example.org/seminars/knots/", 501)]
    public async Task Says_what_it_does_not_have(string query, int status) => Assert.Equal((status, null), await shared.Site.AskAsync("/oembed?" + query));

    [Theory]
    [InlineData("https://seminars.example.org/seminars/moved/")]
    [InlineData("https://seminars.example.org/seminars/alias/")]
    public async Task Follows_a_seminar_to_its_new_address(string url)
    {
        using var document = JsonDocument.Parse(await AnswerAsync("url=" + url, "application/json; charset=utf-8"));
        Assert.Equal("moved", document.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_page_says_where_it_is()
    {
        var page = await shared.Site.GetPageAsync("/seminars/knots/");
        foreach (var media in (string[])["application/json", "text/xml"])
        {
            var address = new Uri(Assert.Single(page.Links($"link[rel=alternate][type='{media}+oembed']"))!);
            Assert.Equal("seminars.example.org", address.Host);
            Assert.Equal(media, (await shared.Site.GetAsync(address.PathAndQuery)).Content.Headers.ContentType!.MediaType);
        }

        Assert.Empty((await shared.Site.GetPageAsync("/seminars/gone/", HttpStatusCode.Gone)).QuerySelectorAll("link[rel=alternate][type$='+oembed'], link[rel=alternate][type='text/markdown']"));
    }

    private async Task<string> AnswerAsync(string query, string type)
    {
        using var answer = await shared.Site.GetAsync("/oembed?" + query);
        Assert.Equal((query, HttpStatusCode.OK, type), (query, answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        return await answer.Content.ReadAsStringAsync();
    }
}
