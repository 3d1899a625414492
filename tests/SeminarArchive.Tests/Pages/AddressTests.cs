using CsCheck;
using SeminarArchive.Web;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>An archive for many questions about addresses.</summary>
public sealed class AddressSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty(("Site:PageSize", "1"));
        Site.Write(Seminar("knots", "2020-02-13", postedBy: "Ada Lovelace", more: ["aliases: ['/?p=12', '/old/path/', /слово/, /old.html]"]));
        Site.Write(Seminar("tides", "2020-02-14", postedBy: "Ada Lovelace", speaker: "大谷直樹"));
        Site.Write(Seminar("about", "2019-02-14"));
        Site.Write("slides/Deck.pdf", "a deck");
        Site.Write("about.md", "# About\n");
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class AddressTests(AddressSite shared) : IClassFixture<AddressSite>
{
    private static readonly string[] Parts = ["", "/", "//", "page", "Page", "1", "02", "2", "index.php", "INDEX.PHP", "knots", "Knots", "x.pdf", "X.pdf)", ").", " ", "%2F", "2020", "3", "Łódź", ".", "..", ".env", "…"];

    [Theory]
    [InlineData("/seminars/knots", "/seminars/knots/")]
    [InlineData("/Seminars/KNOTS/", "/seminars/knots/")]
    [InlineData("//seminars///knots//", "/seminars/knots/")]
    [InlineData("/seminars/knots/).", "/seminars/knots/")]
    [InlineData("/seminars/knots).", "/seminars/knots/")]
    [InlineData("/seminars/knots/%20", "/seminars/knots/")]
    [InlineData("/seminars/knots%E2%80%9D,", "/seminars/knots/")]
    [InlineData("/index.php/seminars/knots/", "/seminars/knots/")]
    [InlineData("/index.php/Seminars/knots).", "/seminars/knots/")]
    [InlineData("/index.php", "/")]
    [InlineData("/index.php/", "/")]
    [InlineData("/INDEX.PHP", "/")]
    [InlineData("/page/1/", "/")]
    [InlineData("/page/1", "/")]
    [InlineData("/Page/1/", "/")]
    [InlineData("/page/1/).", "/")]
    [InlineData("/page/02/", "/page/2/")]
    [InlineData("/index.php/page/1/", "/")]
    [InlineData("/author/Ada-Lovelace/page/1", "/author/ada-lovelace/")]
    [InlineData("/2020/page/1/", "/2020/")]
    [InlineData("/2020/2/", "/2020/02/")]
    [InlineData("/about", "/about/")]
    [InlineData("/years", "/years/")]
    [InlineData("/seminars/knots?utm=1&x=%20", "/seminars/knots/?utm=1&x=%20")]
    [InlineData("/page/1/?a=b", "/?a=b")]
    [InlineData("/search?q=A%20B", "/search/?q=A%20B")]
    [InlineData("/search/page/1/?q=knots", "/search/?q=knots")]
    [InlineData("/slides/Deck.pdf/", "/slides/Deck.pdf")]
    [InlineData("/slides/Deck.pdf).", "/slides/Deck.pdf")]
    [InlineData("/speaker/%E5%A4%A7%E8%B0%B7%E7%9B%B4%E6%A8%B9", "/speaker/%E5%A4%A7%E8%B0%B7%E7%9B%B4%E6%A8%B9/")]
    [InlineData("/?p=12", "/seminars/knots/")]
    [InlineData("/index.php?p=12", "/seminars/knots/")]
    [InlineData("/?utm_source=mail&p=12", "/seminars/knots/")]
    [InlineData("/?p=12&", "/seminars/knots/")]
    [InlineData("/index.php?p=12&fbclid=x", "/seminars/knots/")]
    [InlineData("/old/path/", "/seminars/knots/")]
    [InlineData("/old/path", "/seminars/knots/")]
    [InlineData("/OLD/Path/", "/seminars/knots/")]
    [InlineData("//old/path).", "/seminars/knots/")]
    [InlineData("/old/path/?utm=1", "/seminars/knots/")]
    [InlineData("/old/path?utm=1", "/seminars/knots/")]
    [InlineData("/old.html", "/seminars/knots/")]
    [InlineData("/%D1%81%D0%BB%D0%BE%D0%B2%D0%BE/", "/seminars/knots/")]
    [InlineData("/2020/02/13/knots/", "/seminars/knots/")]
    [InlineData("/2020/02/13/knots", "/seminars/knots/")]
    [InlineData("/2020/02/knots/", "/seminars/knots/")]
    [InlineData("/index.php/2020/02/13/Knots/", "/seminars/knots/")]
    [InlineData("/knots/", "/seminars/knots/")]
    [InlineData("/knots", "/seminars/knots/")]
    [InlineData("/Knots).", "/seminars/knots/")]
    public async Task Leads_by_one_301_to_the_one_address(string from, string to)
    {
        Assert.Equal((301, to), await shared.Site.AskAsync("http://localhost" + from));
        Assert.Equal((200, null), await shared.Site.AskAsync(to));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?utm_source=mail")]
    [InlineData("/?p=knots")]
    [InlineData("/page/2/")]
    [InlineData("/about/")]
    [InlineData("/slides/Deck.pdf")]
    [InlineData("/site.css")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Stays_where_it_is(string address) => Assert.Equal((200, null), await shared.Site.AskAsync(address));

    [Theory]
    [InlineData("/?p=13")]
    [InlineData("/?page_id=12&preview=true")]
    public async Task A_post_that_nobody_knows_is_not_the_front_page(string address) => Assert.Equal((404, null), await shared.Site.AskAsync(address));

    [Theory]
    [InlineData("/caf%E9/", 404, null)]
    [InlineData("/caf%e9/", 404, null)]
    [InlineData("/Seminars/Caf%e9", 301, "/seminars/caf%e9/")]
    [InlineData("/seminars/a%2Fb/", 404, null)]
    [InlineData("/Seminars/a%2Fb/", 301, "/seminars/a%2Fb/")]
    public async Task What_cannot_be_decoded_stays_as_it_was_written(string address, int status, string? location) => Assert.Equal((status, location), await shared.Site.AskAsync("http://localhost" + address));

    [Theory]
    [InlineData("/seminars/", "/")]
    [InlineData("/seminars", "/")]
    [InlineData("/Seminars?utm_source=x", "/")]
    [InlineData("/page/", "/")]
    [InlineData("/speaker/", "/speakers/")]
    [InlineData("/Speaker.", "/speakers/")]
    [InlineData("/affiliation/", "/affiliations/")]
    [InlineData("/category/", "/categories/")]
    [InlineData("/author/", "/authors/")]
    [InlineData("/tag/", "/tags/")]
    public async Task An_address_cut_short_leads_to_the_list_in_one_step(string address, string list) => Assert.Equal((301, list), await shared.Site.AskAsync(address));

    [Theory]
    [InlineData("/seminars/?s=knots")]
    [InlineData("/category/?feed=rss2")]
    public async Task An_old_search_or_feed_is_no_address_cut_short(string address) => Assert.Equal((404, null), await shared.Site.AskAsync(address));

    [Theory]
    [InlineData("/speaker/")]
    [InlineData("/Speaker")]
    public async Task An_address_cut_short_is_not_kept_for_ever(string address)
    {
        using var answer = await shared.Site.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal((301, "/speakers/", "public, max-age=3600"), ((int)answer.StatusCode, answer.Headers.Location?.ToString(), answer.Headers.CacheControl?.ToString()));
    }

    [Theory]
    [InlineData("/category/", "/categories/")]
    [InlineData("/Category", "/categories/")]
    [InlineData("/seminars/category", "/seminars/category/")]
    public async Task An_address_cut_short_is_no_post(string address, string location)
    {
        await using var site = await Site.With(Seminar("category", "2020-02-13"));

        Assert.Equal((301, location), await site.AskAsync(address));
    }

    [Theory]
    [InlineData("/speaker/", "/speaker/")]
    [InlineData("/speaker/", "/Speaker?utm_source=x")]
    [InlineData("/speaker/", "/speaker/?utm_source=x")]
    [InlineData("/seminars/?speaker=ada", "/seminars/?speaker=ada")]
    [InlineData("/seminars/?speaker=ada", "/seminars?speaker=ada")]
    public async Task An_address_cut_short_may_be_a_persons_old_one(string alias, string address)
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", "2020-02-13", speaker: "Ada Lovelace"));
        site.Write("people/ada.md", $"---\nname: Ada Lovelace\naliases: ['{alias}']\n---\n");
        await site.StartAsync();

        Assert.Equal((301, "/speaker/ada-lovelace/"), await site.AskAsync(address));
    }

    [Fact]
    public async Task An_address_cut_short_leads_nowhere_before_the_first_seeding()
    {
        await using var site = Site.Empty();
        site.Write(Seminar("knots", "2020-02-13", more: ["aliases: [/category]"]));

        await site.StartHeldAsync(async () =>
        {
            Assert.Equal((301, "/category/"), await site.AskAsync("/category"));
            Assert.Equal((503, null), await site.AskAsync("/category/"));
        });
    }

    [Theory]
    [InlineData("/seminars/")]
    [InlineData("/category")]
    public async Task An_address_cut_short_may_be_an_old_one(string address)
    {
        await using var site = await Site.With(Seminar("category", "2020-02-13", more: [$"aliases: ['{address}']"]));

        Assert.Equal((301, "/seminars/category/"), await site.AskAsync(address));
    }

    [Theory]
    [InlineData("/category/Maths%20%26%20Logic/", "/category/maths-logic/")]
    [InlineData("/category/maths%20&%20logic", "/category/maths-logic/")]
    [InlineData("/category/Sea/Maths%20&%20Logic/", "/category/maths-logic/")]
    [InlineData("/speaker/bjo%CC%88rk/", "/speaker/bjork/")]
    [InlineData("/speaker/Bj%C3%B6rk", "/speaker/bjork/")]
    [InlineData("/speaker/bj%C3%B6rk/cite.bib", "/speaker/bjork/cite.bib")]
    [InlineData("/speaker/Prof.%20Michael%20West/", "/speaker/michael-west/")]
    [InlineData("/speaker/Mike%20West/", "/speaker/michael-west/")]
    [InlineData("/tag/C++/", "/tag/c-plus-plus/")]
    [InlineData("/tag/%E6%95%B0%20%E5%AD%A6/", "/tag/%E6%95%B0-%E5%AD%A6/")]
    [InlineData("/affiliation/King's%20College/page/2/", "/affiliation/kings-college/page/2/")]
    [InlineData("/author/Ada%20Lovelace/", "/author/ada-lovelace/")]
    [InlineData("/Category/Maths%20&%20Magic/", null)]
    [InlineData("/category/maths%20&%20magic/", null)]
    [InlineData("/tag/bj%C3%B6rk", null)]
    [InlineData("/Tag/%26/", null)]
    public async Task A_name_as_it_is_printed_leads_to_its_list_or_nowhere_at_all(string address, string? list)
    {
        await using var site = Site.Empty(("Site:PageSize", "1"));
        site.Write(Seminar("sets", "2020-02-13", speaker: "Björk", affiliation: "King's College", postedBy: "Ada Lovelace", category: "Maths & Logic", more: ["tags: [C++, 数 学]"]));
        site.Write(Seminar("rings", "2020-02-14", speaker: "Prof. Michael West", affiliation: "King's College"));
        site.Write("people/west.md", "---\nname: Michael West\naliases: [Mike West]\n---\n");
        await site.StartAsync();

        Assert.Equal((list is null ? 404 : 301, list), await site.AskAsync(address));
        if (list is not null) Assert.Equal((200, null), await site.AskAsync(list));
    }

    [Theory]
    [InlineData("/page/0/")]
    [InlineData("/page/x/")]
    [InlineData("/page/-1/")]
    [InlineData("/page/+2/")]
    [InlineData("/page/%202/")]
    [InlineData("/page/2.5/")]
    [InlineData("/page/99/")]
    [InlineData("/page/2147483647/")]
    [InlineData("/page/99999999999/")]
    [InlineData("/author/ada-lovelace/page/3/")]
    [InlineData("/author/ada-lovelace/page/99999999999/")]
    [InlineData("/search/page/99/?q=knots")]
    [InlineData("/search/page/2147483647/?q=knots")]
    [InlineData("/2020/page/9/")]
    [InlineData("/2021/")]
    [InlineData("/2020/03/")]
    [InlineData("/2020/13/")]
    [InlineData("/2020/00/")]
    [InlineData("/2020/+2/")]
    [InlineData("/+202/")]
    [InlineData("/0000/")]
    [InlineData("/20200/")]
    [InlineData("/seminars/page/2/")]
    [InlineData("/seminars/no-such/")]
    [InlineData("/author/no-such/")]
    [InlineData("/category/no-such/")]
    [InlineData("/speaker/no-such/")]
    [InlineData("/affiliation/no-such/")]
    [InlineData("/tag/no-such/")]
    [InlineData("/not-found/")]
    [InlineData("/error/")]
    [InlineData("/slides/no-such.pdf")]
    [InlineData("/%EF%BF%BE/")]
    [InlineData("/seminars/%EF%BF%BE/")]
    [InlineData("/a/%25ef%25bf%25be/")]
    [InlineData("/%")]
    [InlineData("/Caf%e9")]
    [InlineData("/No-Such")]
    [InlineData("/wp-json/wp/v2/posts")]
    [InlineData("//old//no-such).")]
    public async Task Is_not_found(string address) => Assert.Equal((404, null), await shared.Site.AskAsync(address));

    [Theory]
    [InlineData("/?number=2")]
    [InlineData("/?number=x")]
    [InlineData("/?page=2")]
    [InlineData("/?slug=knots")]
    [InlineData("/?year=2020&handler=x")]
    public async Task A_query_does_not_turn_the_page(string address) => Assert.Equal(["tides"], (await shared.Site.GetPageAsync(address)).Titles());

    [Fact]
    public void The_canonical_form_is_its_own() =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i])
            .Array[0, 7].Sample(parts =>
            {
                var once = CanonicalAddress.Canonical("/" + string.Join('/', parts));
                Assert.Equal(once, CanonicalAddress.Canonical(once));
                Assert.True(once[0] == '/' && !once.Contains("//", StringComparison.Ordinal));
            });
}
