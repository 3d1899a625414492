using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

/// <summary>An archive in which every old feed has a new one.</summary>
public sealed class OldFeedSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = Site.Empty();
        Site.Write(Seminar("knots", "2020-02-13", speaker: "Ada Lovelace", postedBy: "Lucy Chapman", category: "Rope", more: ["tags: [twine]", "aliases: ['/?p=12', /blog/knots/]"]));
        Site.Write(Seminar("gone", "2020-02-14", more: ["status: withdrawn"]));
        Site.Write(Seminar("secret", "2020-02-15", more: ["status: draft"]));
        Site.Write(Seminar("feed", "2020-02-16", postedBy: "RSS", category: "Atom"));
        Site.Write("people/lovelace.md", "---\nname: Ada Lovelace\naliases: [/author/countess/, /speaker/ada/]\n---\n");
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class OldFeedTests(OldFeedSite shared) : IClassFixture<OldFeedSite>
{
    [Theory]
    [InlineData("/feed", "/feed/")]
    [InlineData("/Feed/Atom", "/feed/atom/")]
    [InlineData("//feed//archive//1", "/feed/archive/1/")]
    [InlineData("/feed/feed/", "/feed/")]
    [InlineData("/feed/rss/", "/feed/")]
    [InlineData("/feed/rss2/", "/feed/")]
    [InlineData("/feed/RSS2", "/feed/")]
    [InlineData("/feed/rdf/", "/feed/")]
    [InlineData("/rss/", "/feed/")]
    [InlineData("/rss2", "/feed/")]
    [InlineData("/rdf/", "/feed/")]
    [InlineData("/atom/", "/feed/atom/")]
    [InlineData("/index.php/feed/", "/feed/")]
    [InlineData("/index.php?feed=rss2", "/feed/")]
    [InlineData("/?feed=feed", "/feed/")]
    [InlineData("/?feed=rss", "/feed/")]
    [InlineData("/?feed=rss2", "/feed/")]
    [InlineData("/?feed=RDF&utm=1", "/feed/")]
    [InlineData("/?feed=atom", "/feed/atom/")]
    [InlineData("/?feed=rss2&author_name=lucy-chapman", "/author/lucy-chapman/feed/")]
    [InlineData("/?feed=atom&category_name=crafts/rope", "/category/rope/feed/atom/")]
    [InlineData("/?feed=rss2&tag=twine", "/tag/twine/feed/")]
    [InlineData("/?feed=rss2&m=2020", "/2020/feed/")]
    [InlineData("/?m=20200213&feed=rss2", "/2020/02/feed/")]
    [InlineData("/?feed=rss2&cat=3", "/feed/")]
    [InlineData("/wp-rss2.php", "/feed/")]
    [InlineData("/wp-rss.php", "/feed/")]
    [InlineData("/wp-rdf.php", "/feed/")]
    [InlineData("/wp-feed.php", "/feed/")]
    [InlineData("/wp-atom.php?x=1", "/feed/atom/")]
    [InlineData("/feed/?paged=1", "/feed/")]
    [InlineData("/feed/?paged=x", "/feed/")]
    [InlineData("/feed/atom/?paged=1", "/feed/atom/")]
    [InlineData("/feed/rss2/?paged=1", "/feed/")]
    [InlineData("/author/lucy-chapman/feed/?paged=1", "/author/lucy-chapman/feed/")]
    [InlineData("/author/lucy-chapman/feed/rss2/", "/author/lucy-chapman/feed/")]
    [InlineData("/author/lucy-chapman/atom/", "/author/lucy-chapman/feed/atom/")]
    [InlineData("/author/lucy-chapman/page/2/feed/", "/author/lucy-chapman/feed/")]
    [InlineData("/author/lucy-chapman/?feed=atom", "/author/lucy-chapman/feed/atom/")]
    [InlineData("/Author/Lucy-Chapman/Feed/Rss", "/author/lucy-chapman/feed/")]
    [InlineData("/author/rss/feed/rss/", "/author/rss/feed/")]
    [InlineData("/category/rope/rss2/", "/category/rope/feed/")]
    [InlineData("/category/crafts/rope/feed/", "/category/rope/feed/")]
    [InlineData("/category/atom/atom/", "/category/atom/feed/atom/")]
    [InlineData("/tag/twine/rdf/", "/tag/twine/feed/")]
    [InlineData("/2020/rss/", "/2020/feed/")]
    [InlineData("/2020/feed/atom", "/2020/feed/atom/")]
    [InlineData("/2020/2/feed/", "/2020/02/feed/")]
    [InlineData("/2020/02/13/feed/atom/", "/2020/02/feed/atom/")]
    [InlineData("/2020/02/feed", "/2020/02/feed/")]
    [InlineData("/author/countess/feed/", "/speaker/ada-lovelace/feed/")]
    [InlineData("/author/countess/feed/rss2/", "/speaker/ada-lovelace/feed/")]
    [InlineData("/author/countess/atom", "/speaker/ada-lovelace/feed/atom/")]
    [InlineData("/Speaker/Ada/Feed", "/speaker/ada-lovelace/feed/")]
    [InlineData("/speaker/ada/feed/json/", "/speaker/ada-lovelace/feed/json/")]
    [InlineData("/search/knots/feed/", "/search/?q=knots")]
    [InlineData("/search/knots/feed/rss2/", "/search/?q=knots")]
    [InlineData("/search/knots+and/atom/", "/search/?q=knots%20and")]
    [InlineData("/?s=knots&feed=rss2", "/search/?q=knots")]
    [InlineData("/search/feed/", "/search/?q=feed")]
    [InlineData("/?s=knots&feed=podcast", "/search/?q=knots")]
    public async Task Leads_by_one_301_to_what_answers(string from, string to)
    {
        Assert.Equal((301, to), await shared.Site.AskAsync("http://localhost" + from));
        if (!to.Contains("archive", StringComparison.Ordinal)) Assert.Equal((200, null), await shared.Site.AskAsync(to));
    }

    [Theory]
    [InlineData("/comments/feed/", 410)]
    [InlineData("/comments/feed/rss2/", 410)]
    [InlineData("/comments/feed/atom/", 410)]
    [InlineData("/Comments/Feed", 410)]
    [InlineData("/?feed=comments-rss2", 410)]
    [InlineData("/?feed=rss2&p=12", 410)]
    [InlineData("/wp-commentsrss2.php", 410)]
    [InlineData("/knots/feed/", 410)]
    [InlineData("/2020/02/knots/feed/", 410)]
    [InlineData("/2020/02/13/knots/feed/atom", 410)]
    [InlineData("/blog/knots/feed/", 410)]
    [InlineData("/seminars/knots/feed/", 410)]
    [InlineData("/seminars/gone/feed/", 410)]
    [InlineData("/seminars/secret/feed/", 404)]
    [InlineData("/secret/feed/", 404)]
    [InlineData("/no-such/feed/", 404)]
    [InlineData("/no-such/feed/rss2/", 404)]
    [InlineData("/no-such/?feed=rss2", 404)]
    [InlineData("/about/feed/", 404)]
    [InlineData("/?feed=podcast", 200)]
    [InlineData("/author/rss/", 200)]
    [InlineData("/category/atom/", 200)]
    [InlineData("/seminars/feed/", 200)]
    [InlineData("/2020/02/feed/", 200)]
    [InlineData("/feed/?utm=1", 200)]
    [InlineData("/feed/?number=2", 200)]
    public async Task Comments_are_gone_and_what_never_was_is_not_there(string address, int status) => Assert.Equal((status, null), await shared.Site.AskAsync("http://localhost" + address));
}
