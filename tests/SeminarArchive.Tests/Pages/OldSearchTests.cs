using CsCheck;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>An archive for many old searches.</summary>
public sealed class OldSearchSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:PageSize", "1"));
        Site.Write(Seminar("knots", "2020-02-13", "Knots and page bends", more: ["aliases: ['/?s=splices', /search/hitches/]"]));
        Site.Write(Seminar("tides", "2020-02-14", "Knots in tides"));
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class OldSearchTests(OldSearchSite shared) : IClassFixture<OldSearchSite>
{
    [Theory]
    [InlineData("/?s=knots", "/search/?q=knots")]
    [InlineData("?s=knots", "/search/?q=knots")]
    [InlineData("/index.php?s=knots", "/search/?q=knots")]
    [InlineData("/?s=knots&paged=2", "/search/page/2/?q=knots")]
    [InlineData("/?paged=2&s=knots&submit=Search&utm=1", "/search/page/2/?q=knots")]
    [InlineData("/page/2/?s=knots", "/search/page/2/?q=knots")]
    [InlineData("/?s=knots&paged=1", "/search/?q=knots")]
    [InlineData("/?s=knots&paged=-2", "/search/?q=knots")]
    [InlineData("/?s=knots&paged=x", "/search/?q=knots")]
    [InlineData("/?s=tides&s=knots", "/search/?q=knots")]
    [InlineData("/?s=", "/search/")]
    [InlineData("/?s", "/search/")]
    [InlineData("/?s=+%20&paged=2", "/search/")]
    [InlineData("/?s=and+bends%20knots", "/search/?q=and%20bends%20knots")]
    [InlineData("/?s=Knots%2B%26%2F%3F%23", "/search/?q=Knots%2B%26%2F%3F%23")]
    [InlineData("/?s=%22knots+and%22", "/search/?q=%22knots%20and%22")]
    [InlineData("/?s=//evil.example/knots", "/search/?q=%2F%2Fevil.example%2Fknots")]
    [InlineData("/?s=%0d%0aSet-Cookie:a=b", "/search/?q=Set-Cookie%3Aa%3Db")]
    [InlineData("/?s=%E5%A4%A7%E8%B0%B7", "/search/?q=%E5%A4%A7%E8%B0%B7")]
    [InlineData("/search/knots/", "/search/?q=knots")]
    [InlineData("/search/Knots", "/search/?q=knots")]
    [InlineData("/Search/KNOTS).", "/search/?q=knots")]
    [InlineData("//index.php//search//knots", "/search/?q=knots")]
    [InlineData("/search/Knots%20And%20bends/", "/search/?q=knots%20and%20bends")]
    [InlineData("/search/knots+and+bends/", "/search/?q=knots%20and%20bends")]
    [InlineData("/search/%22knots%20and%22/", "/search/?q=%22knots%20and%22")]
    [InlineData("/search/knots%2Fbends/", "/search/?q=knots%2Fbends")]
    [InlineData("/search/knots/bends/", "/search/?q=knots%2Fbends")]
    [InlineData("/search/knots.pdf", "/search/?q=knots.pdf")]
    [InlineData("/search/https://evil.example/", "/search/?q=https%3A%2Fevil.example")]
    [InlineData("/search/knots%3Fa=b%23c/?q=tides", "/search/?q=knots%3Fa%3Db%23c")]
    [InlineData("/search/knots/page/2/", "/search/page/2/?q=knots")]
    [InlineData("/search/Knots/page/2", "/search/page/2/?q=knots")]
    [InlineData("/search/knots/page/1/", "/search/?q=knots")]
    [InlineData("/search/page/", "/search/?q=page")]
    [InlineData("/search/%D0%A3%D0%B7%D0%BB%D1%8B/", "/search/?q=%D1%83%D0%B7%D0%BB%D1%8B")]
    [InlineData("/?s=splices", "/seminars/knots/")]
    [InlineData("/index.php?s=splices", "/seminars/knots/")]
    [InlineData("/search/hitches/", "/seminars/knots/")]
    [InlineData("/search/hitches", "/seminars/knots/")]
    public async Task Leads_by_one_301_to_the_search_or_to_the_seminar_that_claims_it(string from, string to)
    {
        Assert.Equal((301, to), await shared.Site.AskAsync("http://localhost" + from));
        Assert.Null((await shared.Site.AskAsync(to)).Location);
    }

    [Theory]
    [InlineData("/search/", 200)]
    [InlineData("/search/?q=knots", 200)]
    [InlineData("/search/?q=knots&s=tides", 200)]
    [InlineData("/search/page/2/?q=knots", 200)]
    [InlineData("/search/page/99999999999/?q=knots", 404)]
    [InlineData("/?search=knots", 200)]
    [InlineData("/2020/?s=knots", 200)]
    public async Task What_is_no_old_search_stays(string address, int status) => Assert.Equal((status, null), await shared.Site.AskAsync(address));

    [Fact]
    public async Task The_suggestions_are_no_search() =>
        Assert.Null((await shared.Site.AskAsync("/search/suggest.json?q=kn")).Location);

    [Fact]
    public async Task A_search_of_any_length_is_cut_to_what_is_read()
    {
        var expected = (301, "/search/?q=" + string.Concat(Enumerable.Repeat("%F0%9F%A7%B6", 100)));

        Assert.Equal((301, "/search/?q=" + new string('x', 201)), await shared.Site.AskAsync("/?s=" + new string('x', 10_000)));
        Assert.Equal((301, "/search/?q=" + new string('x', 201)), await shared.Site.AskAsync($"/search/{new string('x', 10_000)}/"));
        Assert.Equal(expected, await shared.Site.AskAsync("/?s=" + string.Concat(Enumerable.Repeat("%F0%9F%A7%B6", 2_500))));
        Assert.Equal(expected, await shared.Site.AskAsync($"/search/{string.Concat(Enumerable.Repeat("%F0%9F%A7%B6", 2_500))}/"));
        Assert.Single((await shared.Site.GetPageAsync("/search/?q=" + new string('x', 201))).Texts("main .intro"), t => t.StartsWith("The archive reads the first 200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/?s=%00")]
    [InlineData("/?s=kn%00ots&paged=%00")]
    [InlineData("/?s=%ED%A0%80")]
    [InlineData("/?s=%FF%FE%C0%80")]
    [InlineData("/?s=%")]
    [InlineData("/?s=%u0041%zz&s[]=x")]
    [InlineData("/?s=%F0%9F%A7")]
    [InlineData("/search/%ED%A0%80/")]
    [InlineData("/search/%FF/")]
    [InlineData("/search/%/")]
    [InlineData("/search/%zz%252F/")]
    [InlineData("/search/%EF%BF%BE%EF%B7%90/")]
    [InlineData("/search/%E2%80%AE%01/page/2/")]
    public async Task Whatever_the_words_are_the_site_does_not_fail(string address)
    {
        var (status, location) = await shared.Site.AskAsync("http://localhost" + address);

        Assert.Equal(301, status);
        Assert.StartsWith("/search/", location, StringComparison.Ordinal);
        Assert.InRange((await shared.Site.AskAsync(location!)).Status, 200, 404);
    }

    [Fact]
    public async Task Any_words_arrive_at_the_search_as_they_were_asked() => await Gen.String[1, 60].Where(s => s.Trim().Length > 0).SampleAsync(
        async words =>
        {
            var sent = Uri.EscapeDataString(words);
            Assert.Equal((301, "/search/?q=" + Uri.EscapeDataString(Uri.UnescapeDataString(sent).Trim())), await shared.Site.AskAsync("/?s=" + sent));
        },
        iter: 200);

    [Fact]
    public async Task Head_is_answered_alike()
    {
        using var answer = await shared.Site.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/?s=knots"));

        Assert.Equal((301, "/search/?q=knots"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Nothing_is_said_of_them_before_the_first_seeding()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots"));

        await site.StartHeldAsync(async () =>
        {
            foreach (var address in new[] { "/?s=knots", "/search/knots" }) Assert.Equal((503, null), await site.AskAsync(address));
        });
    }
}
