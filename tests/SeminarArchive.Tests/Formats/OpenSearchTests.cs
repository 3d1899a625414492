using System.Net;
using System.Xml.Linq;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public class OpenSearchTests
{
    private static readonly XNamespace Os = "http://a9.com/-/spec/opensearch/1.1/";
    private static readonly XNamespace Moz = "http://www.mozilla.org/2006/browser/search/";

    [Fact]
    public async Task Tells_browsers_how_to_search()
    {
        await using var site = await Site.With([("Site:BaseUrl", "https://seminars.example.org")], Seminar("knots"));

        using var answer = await site.GetAsync("/opensearch.xml");
        var description = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("application/opensearchdescription+xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            [
                (Os + "ShortName", "", "Seminar Archive"),
                (Os + "LongName", "", "Seminar Archive"),
                (Os + "Description", "", "Abstracts, slides and recordings of past seminars, free to read and to cite."),
                (Os + "Url", "type=text/html template=https://seminars.example.org/search/?q={searchTerms}", ""),
                (Os + "Url", "type=application/x-suggestions+json template=https://seminars.example.org/search/suggest.json?q={searchTerms}", ""),
                (Os + "Url", "type=application/opensearchdescription+xml rel=self template=https://seminars.example.org/opensearch.xml", ""),
                (Os + "Image", "type=image/svg+xml", "https://seminars.example.org/favicon.svg"),
                (Os + "Language", "", "en-GB"),
                (Os + "InputEncoding", "", "UTF-8"),
                (Os + "OutputEncoding", "", "UTF-8"),
                (Moz + "SearchForm", "", "https://seminars.example.org/search/"),
            ],
            description.Elements().Select(e => (e.Name, string.Join(' ', e.Attributes().Select(a => $"{a.Name}={a.Value}")), e.Value)));
        Assert.Equal(Os + "OpenSearchDescription", description.Name);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/favicon.svg")).StatusCode);
    }

    [Fact]
    public async Task Stands_at_the_address_of_the_request_where_none_is_configured()
    {
        await using var site = await Site.With([("Site:Description", "")]);

        var description = XDocument.Parse(await (await site.GetAsync("http://xn--bcher-kva.example:8080/opensearch.xml")).Content.ReadAsStringAsync()).Root!;

        Assert.Equal("http://xn--bcher-kva.example:8080/search/", description.Element(Moz + "SearchForm")!.Value);
        Assert.Equal("Search Seminar Archive", description.Element(Os + "Description")!.Value);
    }

    [Theory]
    [InlineData("Knots", "Knots", "Knots")]
    [InlineData("Knots & \"Bends\" <1>", "Knots & \"Bends\"", "Knots & \"Bends\" <1>")]
    [InlineData("Knots, bends & hitches", "Knots, bends", "Knots, bends & hitches")]
    [InlineData("The Anglesey Seminars on Leading, Improving and Understanding Care in Hospitals!", "The Anglesey", "The Anglesey Seminars on Leading, Improving and")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", "Donaudampfschiff", "Donaudampfschifffahrtsgesellschaft")]
    [InlineData("Fifteen letter 🧶", "Fifteen letter", "Fifteen letter 🧶")]
    [InlineData("Fifteen-letters🧶🧶", "Fifteen-letters", "Fifteen-letters🧶🧶")]
    [InlineData("Familyarchive👩‍👩‍👧‍👦", "Familyarchive", "Familyarchive👩‍👩‍👧‍👦")]
    [InlineData("医療を導き改善するためのセミナー資料館", "医療を導き改善するためのセミナー", "医療を導き改善するためのセミナー資料館")]
    [InlineData("Knots\u0001\uFFFE", "Knots", "Knots")]
    public async Task Cuts_the_sites_name_where_readers_would(string title, string shortName, string longName)
    {
        await using var site = await Site.With([("Site:Title", title)]);

        var description = XDocument.Parse(await (await site.GetAsync("/opensearch.xml")).Content.ReadAsStringAsync()).Root!;
        var link = (await site.GetPageAsync("/")).QuerySelector("link[rel=search]")!;

        Assert.Equal((shortName, longName), (description.Element(Os + "ShortName")!.Value, description.Element(Os + "LongName")!.Value));
        Assert.True(shortName.Length <= 16 && longName.Length <= 48);
        Assert.Equal(("application/opensearchdescription+xml", title, "/opensearch.xml"), (link.GetAttribute("type"), link.GetAttribute("title"), link.GetAttribute("href")));
    }
}
