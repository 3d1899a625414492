using System.Net;
using System.Net.Http.Headers;
using System.Text;
using static SeminarArchive.Tests.Formats.OaiPmh.Harvester;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats.OaiPmh;

/// <summary>What a harvester may ask, and how it is told that it may not.</summary>
public class OaiRequestTests(OaiRequestTests.Repository repository) : IClassFixture<OaiRequestTests.Repository>
{
    private readonly Site _site = repository.Site;

    // A + after the codes: the answer repeats the arguments.
    [Theory]
    [InlineData("", "badVerb")]
    [InlineData("verb=", "badVerb")]
    [InlineData("verb=identify", "badVerb")]
    [InlineData("Verb=Identify", "badVerb")]
    [InlineData("verb=Identify&verb=Identify", "badVerb")]
    [InlineData("verb=%00%0B", "badVerb")]
    [InlineData("verb=Nonsense&from=nonsense", "badVerb")]
    [InlineData("verb=Identify&identifier=x", "badArgument")]
    [InlineData("verb=Identify&", "")]
    [InlineData("verb=Identify&=x", "badArgument")]
    [InlineData("verb=Identify&a=1&b=2", "badArgument badArgument")]
    [InlineData("verb=ListSets&from=2020-01-01", "badArgument")]
    [InlineData("verb=ListSets&resumptionToken=x", "badResumptionToken +")]
    [InlineData("verb=GetRecord", "badArgument badArgument")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:knots", "badArgument")]
    [InlineData("verb=GetRecord&metadataPrefix=oai_dc", "badArgument")]
    [InlineData("verb=GetRecord&identifier=&metadataPrefix=oai_dc", "badArgument")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:knots&metadataPrefix=oai_dc&from=2020-01-01", "badArgument")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:none&metadataPrefix=oai_dc", "idDoesNotExist +")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:knots&metadataPrefix=marc21", "cannotDisseminateFormat +")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:none&metadataPrefix=marc21", "idDoesNotExist cannotDisseminateFormat +")]
    [InlineData("verb=GetRecord&identifier=oai:elsewhere:knots&metadataPrefix=oai_dc", "idDoesNotExist +")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:Knots&metadataPrefix=oai_dc", "idDoesNotExist +")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:&metadataPrefix=oai_dc", "idDoesNotExist +")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:k%256Eots&metadataPrefix=oai_dc", "idDoesNotExist +")]
    [InlineData("verb=GetRecord&identifier=%22%3C%3E%00%EF%BF%BF http://[&metadataPrefix=oai_dc", "idDoesNotExist +")]
    [InlineData("verb=GetRecord&identifier=oai:localhost:draft&metadataPrefix=oai_dc", "idDoesNotExist +")]
    [InlineData("verb=ListMetadataFormats&identifier=oai:localhost:none", "idDoesNotExist +")]
    [InlineData("verb=ListMetadataFormats&identifier=oai:localhost:knots&identifier=oai:localhost:tides", "badArgument")]
    [InlineData("verb=ListRecords", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai/dc", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=OAI_DC", "cannotDisseminateFormat +")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument")]
    [InlineData("verb=ListRecords&resumptionToken=x", "badResumptionToken +")]
    [InlineData("verb=ListRecords&resumptionToken=%00%F0%9F%92%A9", "badResumptionToken +")]
    [InlineData("verb=ListRecords&resumptionToken=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "badResumptionToken +")]
    [InlineData("verb=ListRecords&resumptionToken=", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=a:", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=a%20b", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=year:2020%0A", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=nothing", "noRecordsMatch +")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=year:02020", "noRecordsMatch +")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=category:", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&set=category:secret", "noRecordsMatch +")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-30", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-13T25:00:00Z", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-13T10:00:00", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-13T10:00:00%2B01:00", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-13T10:00Z", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=%202020-02-13", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=13/02/2020&until=x", "badArgument badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-13&until=2020-02-14T00:00:00Z", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-14&until=2020-02-13", "badArgument")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&until=2009-12-31", "noRecordsMatch +")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&until=0001-01-01", "noRecordsMatch +")]
    [InlineData("verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31&until=9999-12-31", "noRecordsMatch +")]
    [InlineData("verb=ListIdentifiers&metadataPrefix=marc21", "cannotDisseminateFormat +")]
    public async Task Says_by_code_what_is_wrong(string query, string codes)
    {
        if (codes.Length > 0) Assert.Equal((query, codes), (query, await _site.RefusalAsync(query)));
        else Assert.Equal("Identify", (await _site.HarvestAsync(query)).Elements().Last().Name.LocalName);
    }

    [Fact]
    public async Task Tells_a_person_who_comes_by_what_the_address_is_for() => Assert.Equal(
        "This address answers harvesters by the protocol OAI-PMH 2.0. A request names one verb, as in ?verb=Identify: Identify, ListMetadataFormats, ListSets, ListIdentifiers, ListRecords, GetRecord.",
        (await _site.HarvestAsync("")).Element(Oai + "error")!.Value);

    [Fact]
    public async Task Repeats_the_arguments_and_says_when_it_answered()
    {
        var root = await _site.HarvestAsync("verb=ListIdentifiers&set=year:2020&metadataPrefix=mods&from=2020-01-01");

        Assert.Equal("2026-11-23T12:00:00Z", root.Element(Oai + "responseDate")!.Value);
        Assert.Equal("http://localhost/oai", root.Element(Oai + "request")!.Value);
        Assert.Equal(["from=2020-01-01", "metadataPrefix=mods", "set=year:2020", "verb=ListIdentifiers"], root.Element(Oai + "request")!.Attributes().Select(a => $"{a.Name}={a.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Takes_the_same_by_POST()
    {
        var form = await _site.HarvestAsync(new FormUrlEncodedContent([KeyValuePair.Create("verb", "GetRecord"), KeyValuePair.Create("identifier", "oai:localhost:%E6%97%A5%E6%9C%AC"), KeyValuePair.Create("metadataPrefix", "oai_dc")]));
        var address = await _site.HarvestAsync("verb=GetRecord&identifier=oai:localhost:%25E6%2597%25A5%25E6%259C%25AC&metadataPrefix=oai_dc");

        Assert.Equal(address.ToString(), form.ToString());
        Assert.Equal(["badVerb"], (await _site.HarvestAsync(new StringContent("") { Headers = { ContentType = null } })).Elements(Oai + "error").Select(e => e.Attribute("code")!.Value));
        Assert.Equal("Identify", (await _site.HarvestAsync(new StringContent("verb=Identify") { Headers = { ContentType = null } })).Elements().Last().Name.LocalName);
    }

    [Fact]
    public async Task Other_methods_and_forms_are_refused_and_POST_everywhere_else()
    {
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD, POST"), await AskAsync(HttpMethod.Put, "/oai", null));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), await AskAsync(HttpMethod.Post, "/", new StringContent("verb=Identify")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), await AskAsync(HttpMethod.Post, "/oai/x", new StringContent("verb=Identify")));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ""), await AskAsync(HttpMethod.Post, "/oai", new StringContent("{}", Encoding.UTF8, "application/json")));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ""), await AskAsync(HttpMethod.Post, "/oai", new MultipartFormDataContent { { new StringContent("Identify"), "verb" } }));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ""), await AskAsync(HttpMethod.Post, "/oai", new StringContent("verb=" + new string('x', 20_000), new MediaTypeHeaderValue("application/x-www-form-urlencoded"))));
    }

    [Fact]
    public async Task HEAD_has_the_headers_alone()
    {
        using var head = await _site.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/oai?verb=Identify"));
        Assert.Equal((HttpStatusCode.OK, "text/xml; charset=utf-8", ""), (head.StatusCode, head.Content.Headers.ContentType?.ToString(), await head.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_address_has_one_way_of_writing()
    {
        foreach (var other in (string[])["/OAI", "/oai/", "/oai.", "/Oai//"]) Assert.Equal((other, (301, "/oai?verb=Identify")), (other, await _site.AskAsync(other + "?verb=Identify")));

        using var form = new HttpRequestMessage(HttpMethod.Post, "/oai/") { Content = new StringContent("verb=Identify") };
        using var answer = await _site.SendAsync(form);
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/oai"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Until_there_is_an_archive_says_when_to_come_again()
    {
        await using var site = Site.Empty();
        for (var i = 0; i < 200; i++) site.Write(Seminar($"s{i}"));
        await site.StartAsync(async seeding =>
        {
            using var answer = await site.GetAsync("/oai?verb=Identify");
            if (!seeding.IsCompleted) Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
        });
    }

    private async Task<(HttpStatusCode Status, string Allow)> AskAsync(HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        using var answer = await _site.SendAsync(request);
        return (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow));
    }

    public sealed class Repository : IAsyncLifetime
    {
        public Site Site { get; private set; } = null!;

        public async Task InitializeAsync() => Site = await Site.With(
            Seminar("knots", "2020-02-13"), Seminar("tides", "2010-01-01"), Seminar("japan", "2020-03-01", more: ["slug: 日本"]), Seminar("draft", category: "Secret", more: ["status: draft"]));

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
