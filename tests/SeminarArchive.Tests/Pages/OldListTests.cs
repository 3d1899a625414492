using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class OldListTests
{
    [Fact]
    public async Task Lists_sitemaps_and_what_stood_below_posts_lead_on()
    {
        await using var site = Site.Empty(("Site:PageSize", "1"));
        site.Write(Seminar("knots", "2020-02-13", postedBy: "Lucy Chapman", category: "Rope", more: ["tags: [twine]", "slug: bends", "aliases: [/seminars/hitches/]"]));
        site.Write(Seminar("tides", "2020-03-13", more: ["aliases: ['/?author=3', /category/flotsam/, /blog/2019/tides/]"]));
        site.Write(Seminar("1234", "2020-03-13"));
        site.Write(Seminar("tag", "2020-03-13"));
        site.Write(Seminar("page", "2020-03-13"));
        site.Write(Seminar("a2020", "2020-03-13", more: ["slug: '2020'"]));
        await site.StartAsync();
        site.Write(Seminar("knots", "2020-02-13", postedBy: "Lucy Chapman", category: "Rope", more: ["tags: [twine]", "slug: splices", "aliases: [/seminars/hitches/]"]));
        await site.SeedAsync();

        foreach (var (asked, answer) in ((string, (int, string?))[])
        [
            ("/?paged=2", (301, "/page/2/")), ("/?paged=1", (200, null)), ("/?paged=x", (200, null)),
            ("/?m=202002", (301, "/2020/02/")), ("/?m=20200213", (301, "/2020/02/")), ("/?m=2020", (301, "/2020/")), ("/?m=20", (200, null)),
            ("/?tag=twine", (301, "/tag/twine/")), ("/?author_name=lucy-chapman", (301, "/author/lucy-chapman/")), ("/?category_name=sea/rope", (301, "/category/rope/")),
            ("/2020/02/13/", (301, "/2020/02/")), ("/2020/2/13", (301, "/2020/02/")), ("/2020/02/x/", (404, null)),
            ("/?author_name=lucy-chapman&paged=2", (301, "/author/lucy-chapman/page/2/")), ("/?paged=2&m=2020", (301, "/2020/page/2/")), ("/?category_name=rope&paged=x", (301, "/category/rope/")),
            ("/category/sea/rope/", (301, "/category/rope/")), ("/Category/Deep/Sea/Rope", (301, "/category/rope/")), ("/category/sea/rope/page/2/", (301, "/category/rope/page/2/")), ("/category/sea/rope/page/1", (301, "/category/rope/")),
            ("/category/sea/flotsam/", (301, "/seminars/tides/")), ("/category/sea/nothing/", (404, null)), ("/category/rope/page/x/", (404, null)), ("/category/nothing/feed/", (404, null)), ("/category/rope/embed/", (404, null)),
            ("/?name=tides", (301, "/seminars/tides/")), ("/?utm_source=x&name=Tides", (301, "/seminars/tides/")), ("/index.php?name=bends", (301, "/seminars/splices/")), ("/?name=nobody", (404, null)), ("/?name=", (200, null)),
            ("/?cat=4", (404, null)), ("/?cat=4&paged=2", (404, null)), ("/?p=99&tag=twine", (404, null)), ("/?author=1", (404, null)), ("/?author=3", (301, "/seminars/tides/")),
            ("/wp-sitemap.xml", (301, "/sitemap.xml")), ("/wp-sitemap-posts-post-1.xml", (301, "/sitemap.xml")), ("/sitemap_index.xml", (301, "/sitemap.xml")), ("/other.xml", (404, null)),
            ("/tides/embed/", (301, "/seminars/tides/")), ("/2020/03/tides/trackback", (301, "/seminars/tides/")), ("/tides/comment-page-2/", (301, "/seminars/tides/")), ("/2020/03/13/tides/2/", (301, "/seminars/tides/")),
            ("/seminars/tides/embed/", (301, "/seminars/tides/")), ("/Seminars/Tides/Trackback", (301, "/seminars/tides/")), ("/seminars/tides/2/", (301, "/seminars/tides/")), ("/seminars/tides/comment-page-1/", (301, "/seminars/tides/")),
            ("/seminars/bends/embed/", (301, "/seminars/splices/")), ("/seminars/hitches/2", (301, "/seminars/splices/")), ("/seminars/embed/", (404, null)), ("/seminars/nobody/embed/", (404, null)), ("/seminars/tides/else/", (404, null)),
            ("/blog/2019/tides/embed/", (301, "/seminars/tides/")), ("/Blog/2019/Tides/Trackback", (301, "/seminars/tides/")), ("/blog/2019/tides/2/", (301, "/seminars/tides/")), ("/blog/2019/tides/comment-page-1/", (301, "/seminars/tides/")),
            ("/tides/else/", (404, null)), ("/2020/03/1234/", (301, "/seminars/1234/")), ("/2020/03/13/1234/", (301, "/seminars/1234/")), ("/2020/13/", (404, null)), ("/tag/5/", (404, null)), ("/page/99/", (404, null)), ("/feed/archive/%C3%BC/", (404, null)), ("/feed/atom/archive/1%3Fx/", (404, null)),
            // What has left its slug is one step away, however it is written.
            ("/seminars/BENDS", (301, "/seminars/splices/")), ("//seminars/bends/", (301, "/seminars/splices/")), ("/seminars/Hitches", (301, "/seminars/splices/")), ("/seminars/bends/", (301, "/seminars/splices/")),
            ("/seminars/Tides", (301, "/seminars/tides/")),
        ])
        {
            Assert.Equal((asked, answer), (asked, await site.AskAsync(asked)));
        }
    }

    [Fact]
    public async Task Calendars_and_citations_go_with_a_person_who_has_another_address()
    {
        await using var site = await Site.With(Seminar("knots", speaker: "Jane Doe"));
        site.Write("people/jane.md", "---\nname: Jane Q. Doe\naliases: [Jane Doe]\n---\n");
        await site.SeedAsync();

        foreach (var ending in (string[])["", "feed/", "calendar.ics", "cite.bib", "cite.ris"])
        {
            Assert.Equal((301, $"/speaker/jane-q-doe/{ending}"), await site.AskAsync($"/speaker/jane-doe/{ending}"));
        }

        Assert.Equal(404, (await site.AskAsync("/speaker/nobody/calendar.ics")).Status);
    }
}
