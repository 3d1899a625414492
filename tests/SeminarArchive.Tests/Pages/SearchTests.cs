using System.Net;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public sealed class SearchSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await Site.With([("Site:PageSize", "3")],
        [Seminar("knots", "2019-03-01", "On knots", speaker: "Łukasz Żółć", affiliation: "King's College", category: "Handicraft", body: "Rope, and nothing but rope.", more: ["tags: [sailing]", "location: Leeds"]),
        Seminar("tides", "2020-01-01", "Tides", body: "What knots a ship makes, said compassionately."),
        Seminar("compassion", "2018-05-05", "Compassionate leadership in hospitals", speaker: "Michael West", affiliation: "Universität Köln"),
        Seminar("role", "2017-05-05", "The patient's role, by patients", speaker: "Søren Müller", body: "Leaders who lead; the role of each patient. An organisation, a centre."),
        Seminar("west", "2016-05-05", "Going west", speaker: "Ada Müller"),
        Seminar("japan", "2021-01-01", "日本の潮", speaker: "大谷直樹", body: "2020年に看護管理学の講義をした。"),
        Seminar("thai", "2021-02-01", "การดูแลผู้ป่วย"),
        Seminar("moscow", "2021-03-01", "Лекция о приливах", speaker: "Олена Шевченко"),
        .. Enumerable.Range(1, 7).Select(i => Seminar($"s{i}", $"201{i}-01-01", $"Series {i}", more: i == 1 ? ["doi: 10.5281/zenodo.1234567"] : []))]);

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

public class SearchTests(SearchSite shared) : IClassFixture<SearchSite>
{
    [Theory]
    [InlineData("knots", "On knots|Tides")]
    [InlineData("knot", "On knots|Tides")]
    [InlineData("KNOTS rope", "On knots")]
    [InlineData("knots ship", "Tides")]
    [InlineData("zolc", "On knots")]
    [InlineData("Żółć", "On knots")]
    [InlineData("lukasz", "On knots")]
    [InlineData("kings", "On knots")]
    [InlineData("king's college", "On knots")]
    [InlineData("king’s", "On knots")]
    [InlineData("handicraft", "On knots")]
    [InlineData("sail", "On knots")]
    [InlineData("leeds", "On knots")]
    [InlineData("tid", "Tides")]
    [InlineData("knots 2020", "Tides")]
    [InlineData("knots march", "On knots")]
    [InlineData("1 March 2019", "On knots")]
    [InlineData("mar 2019", "On knots")]
    [InlineData("2019-03", "On knots")]
    [InlineData("2019-03-01", "On knots")]
    [InlineData("l'hospitals", "Compassionate leadership in hospitals")]
    [InlineData("organization", "The patient's role, by patients")]
    [InlineData("centers", "The patient's role, by patients")]
    [InlineData("soren", "The patient's role, by patients")]
    [InlineData("mueller", "Going west|The patient's role, by patients")]
    [InlineData("muller", "Going west|The patient's role, by patients")]
    [InlineData("koeln", "Compassionate leadership in hospitals")]
    [InlineData("Koln", "Compassionate leadership in hospitals")]
    [InlineData("compassionat", "Compassionate leadership in hospitals|Tides")]
    [InlineData("west", "Going west|Compassionate leadership in hospitals")]
    [InlineData("大谷直樹", "日本の潮")]
    [InlineData("大谷", "日本の潮")]
    [InlineData("日本", "日本の潮")]
    [InlineData("潮", "日本の潮")]
    [InlineData("管理学", "日本の潮")]
    [InlineData("管理学の講義", "日本の潮")]
    [InlineData("学管", "")]
    [InlineData("講義2020", "日本の潮")]
    [InlineData("ผู้ป่วย", "การดูแลผู้ป่วย")]
    [InlineData("ЛЕКЦИЯ", "Лекция о приливах")]
    [InlineData("шевченко", "Лекция о приливах")]
    [InlineData("knots nowhere", "")]
    public async Task Finds_what_holds_every_word_the_best_first(string query, string titles) =>
        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), (await AskAsync(query)).Found());

    [Theory]
    [InlineData("\"patient's role\"", "The patient's role, by patients")]
    [InlineData("“role of each”", "The patient's role, by patients")]
    [InlineData("\"role patient\"", "")]
    [InlineData("knots -rope", "Tides")]
    [InlineData("knots -\"nothing but\"", "Tides")]
    [InlineData("knots −speaker:żółć", "Tides")]
    [InlineData("speaker:west", "Compassionate leadership in hospitals")]
    [InlineData("title:west", "Going west")]
    [InlineData("SPEAKER:müller west", "Going west")]
    [InlineData("speaker:\"ada müller\"", "Going west")]
    [InlineData("speaker:大谷", "日本の潮")]
    [InlineData("affiliation:king", "On knots")]
    [InlineData("category:handicraft", "On knots")]
    [InlineData("tag:handicraft", "")]
    [InlineData("tag:sailing", "On knots")]
    [InlineData("abstract:knots", "Tides")]
    [InlineData("year:2020", "Tides")]
    [InlineData("knots year:2019", "On knots")]
    [InlineData("year:2019-2020", "Tides|On knots")]
    [InlineData("knots -year:2019", "Tides")]
    [InlineData("2019-2020", "Tides|On knots")]
    [InlineData("2019–2020 knots", "On knots|Tides")]
    [InlineData("knots 2019 to 2019", "On knots")]
    [InlineData("knots 2019 - 2020, ship", "Tides")]
    [InlineData("knots -2019-2019", "Tides")]
    [InlineData("knots year:2020 to 2021", "Tides")]
    [InlineData("\"2019-2020\" knots", "")]
    [InlineData("2020-2019 knots", "")]
    [InlineData("knots 2019-2020-2021", "")]
    [InlineData("west year:2017-", "Compassionate leadership in hospitals")]
    [InlineData("year:knots", "")]
    [InlineData("nonsense:knots rope", "")]
    [InlineData("has:slides", "")]
    [InlineData("has:rec", "")]
    [InlineData("10.5281/zenodo.1234567", "Series 1")]
    [InlineData("doi:10.5281/zenodo.1234567", "Series 1")]
    [InlineData("DOI: 10.5281/zenodo.1234567", "Series 1")]
    [InlineData("https://doi.org/10.5281/zenodo.1234567.", "Series 1")]
    [InlineData("10.5281/zenodo.7654321", "")]
    public async Task Understands_phrases_fields_and_what_is_not_wanted(string query, string titles) =>
        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), (await AskAsync(query)).Found());

    [Fact]
    public async Task Seminars_with_some_of_the_words_follow_those_with_all()
    {
        var page = await AskAsync("knots rope");

        Assert.Equal(["On knots", "Tides"], page.Titles());
        Assert.Equal("This one has only some of them:", page.Text(".break"));
        Assert.Equal(["No seminar has all of these words. These have only some of them:"], (await AskAsync("knots nowhere")).Texts(".break"));
    }

    [Fact]
    public async Task The_phrase_in_a_title_stands_before_everything_else()
    {
        await using var site = await Site.With(
            Seminar("a", "2026-01-01", "Quiet: a role for the patient", body: "Patient role. Patient role. Patient role."),
            Seminar("b", "2010-01-01", "On the patient role, and on much else that was said on that day in that place", body: string.Concat(Enumerable.Repeat("Other words. ", 300))));

        Assert.Equal(["On the patient role, and on much else that was said on that day in that place", "Quiet: a role for the patient"], (await site.GetPageAsync("/search/?q=patient role")).Found());
    }

    [Fact]
    public async Task Every_word_in_a_title_stands_before_words_that_are_scattered()
    {
        await using var site = await Site.With(
            Seminar("a", "2026-01-01", "Courses", body: string.Concat(Enumerable.Repeat("Introduction to git. ", 9))), Seminar("b", "2010-01-01", "Git: a slow introduction", body: string.Concat(Enumerable.Repeat("Other words. ", 300))));

        Assert.Equal(["Git: a slow introduction", "Courses"], (await site.GetPageAsync("/search/?q=introduction git")).Found());
    }

    [Theory]
    [InlineData("Mr West", "Professor’s own|Who asks, Mr Smith?")]
    [InlineData("dr west", "Professor’s own|Who asks, Mr Smith?")]
    [InlineData("Prof Dr West", "Professor’s own|Who asks, Mr Smith?")]
    [InlineData("mr smith", "Who asks, Mr Smith?")]
    [InlineData("MS west", "")]
    [InlineData("miss chances", "Chances")]
    public async Task A_title_before_a_speakers_name_needs_not_be_there(string query, string titles)
    {
        await using var site = await Site.With(
            Seminar("a", "2026-01-01", "Who asks, Mr Smith?", speaker: "Dr Ada Jones", body: "Going west, going west, with Mr and Dr."),
            Seminar("b", "2010-01-01", "Professor’s own", speaker: "Professor Michael West", body: string.Concat(Enumerable.Repeat("Other words. ", 100))),
            Seminar("c", "2010-01-01", "Chances", speaker: "Dr Ada Jones", body: "Do not miss them."), Seminar("d", "2010-01-01", "Other chances"));

        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), (await site.GetPageAsync("/search/?q=" + query)).Found());
    }

    [Theory]
    [InlineData("wellbeing", "Care", "well-being")]
    [InlineData("covid19", "Care", "COVID-19")]
    [InlineData("patientled", "Care", "Patient‑led")]
    [InlineData("stateoftheart", "", "")]
    [InlineData("20182020", "", "")]
    public async Task What_is_written_with_a_hyphen_is_found_as_one_word(string query, string titles, string marked)
    {
        await using var site = await Site.With(Seminar("a", title: "Care", body: "The well-being of staff after COVID-19. Patient‑led, state-of-the-art, 2018-2020."), Seminar("b", title: "Well, being here"));
        var page = await site.GetPageAsync("/search/?q=" + query);

        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), page.Found());
        if (titles.Length > 0) Assert.Equal([marked], page.Texts(".ex mark"));
    }

    [Theory]
    [InlineData("healthcare", "Healthcare|Nurses", "health care|Healthcare")]
    [InlineData("healthcare nurses", "Nurses|Healthcare", "health care|Healthcare|Nurses")]
    [InlineData("healthcar", "Healthcare", "Healthcare")]
    [InlineData("title:healthcare", "Healthcare", "Healthcare")]
    [InlineData("\"healthcare\"", "Healthcare", "Healthcare")]
    [InlineData("nurses -healthcare", "Nurses", "Nurses")]
    [InlineData("leadership", "Leadership", "Leadership")]
    [InlineData("forward", "Forward", "Forward")]
    public async Task What_is_written_as_two_words_by_others_is_found_as_one(string query, string titles, string marked)
    {
        await using var site = await Site.With(
            Seminar("a", "2020-01-01", "Healthcare"), Seminar("b", "2019-01-01", "Nurses", body: "Of health care."), Seminar("c", "2018-01-01", "Health", body: "The care of the old. Care for health."),
            Seminar("d", "2017-01-01", "Leadership", body: "Once more."), Seminar("e", "2016-01-01", "Leadership"), Seminar("f", "2015-01-01", "Fleet", body: "A leader ship."),
            Seminar("g", "2014-01-01", "Forward"), Seminar("h", "2013-01-01", "Night", body: "It is for ward and home."));
        var page = await site.GetPageAsync("/search/?q=" + query);

        Assert.Equal(titles.Split('|'), page.Titles().Distinct());
        Assert.Equal(marked.Split('|'), page.Texts("main mark").Distinct().Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://host.example/seminars/knots/")]
    [InlineData("https://host.example/seminars/knots?utm_source=x#abstract")]
    [InlineData("/seminars/knots/")]
    [InlineData("host.example:8080/seminars/knots")]
    [InlineData("<https://host.example/Seminars/Knots/>.")]
    [InlineData("/seminars/old-knots/")]
    [InlineData("https://old.example/2014/03/old-knots/")]
    [InlineData("old.example/?p=12")]
    [InlineData("https://old.example/?p=12")]
    [InlineData("/seminars/%D8%B9%D9%82%D8%AF", "Arabic")]
    [InlineData("http://localhost/seminars/knots-and-ropes/", "Other")]
    [InlineData("/seminars/draft/", "")]
    [InlineData("/seminars/rope/", "Other|Knots")]
    public async Task A_seminars_address_finds_it(string address, string titles = "Knots")
    {
        await using var site = await Site.With(
            Seminar("knots", "2020-01-01", "Knots", body: "On rope.", more: ["aliases: [/?p=12, /seminars/old-knots/, /2014/03/old-knots/]"]), Seminar("knots-and-ropes", "2019-01-01", "Other", body: "Knots, rope, seminars, host."),
            Seminar("عقد", "2018-01-01", "Arabic"), Seminar("draft", "2018-01-01", "Draft", more: ["status: draft"]));
        var page = await site.GetPageAsync("/search/?q=" + Uri.EscapeDataString(address));

        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), page.Titles());
        if (!titles.Contains('|', StringComparison.Ordinal) && titles.Length > 0) Assert.Equal(($"Results for “{address}”", "1", 0), (page.Text("h1"), page.Text(".num"), page.QuerySelectorAll(".intro").Length));
    }

    [Theory]
    [InlineData("compasionate leadershp", "compassionate leadership", "Compassionate leadership in hospitals")]
    [InlineData("ocmpassionate", "compassionate", "Compassionate leadership in hospitals")]
    [InlineData("hosptials -rope", "hospitals -rope", "Compassionate leadership in hospitals")]
    [InlineData("compassionateleadership", "compassionate leadership", "Compassionate leadership in hospitals")]
    [InlineData("speaker:wset", "speaker:west", "Compassionate leadership in hospitals")]
    [InlineData("zolv", "zolc", "On knots")]
    [InlineData("лекцыя", "лекция", "Лекция о приливах")]
    [InlineData("Micheal Wset", "Michael West", "Compassionate leadership in hospitals")]
    [InlineData("\"compasionate", "compassionate", "Compassionate leadership in hospitals")]
    [InlineData("mihcael west", "Michael West", "Compassionate leadership in hospitals")]
    [InlineData("wset, michael -rope", "West, Michael -rope", "Compassionate leadership in hospitals")]
    public async Task Nothing_found_is_corrected_from_the_archives_own_words(string query, string better, string first)
    {
        var page = await AskAsync(query);

        Assert.Equal(($"Nothing matches “{query}”", better, first), (page.Text("h1"), page.Text(".intro a"), page.Titles().First()));
        Assert.Equal(page.Titles(), (await site(page.Links(".intro a").Single()!)).Titles());
        Assert.Equal(query, page.QuerySelector("input[name=q]")!.GetAttribute("value"));

        Task<AngleSharp.Dom.IDocument> site(string address) => shared.Site.GetPageAsync(address);
    }

    [Theory]
    [InlineData("2019-2020 knots", "Read as years: 2019–2020. Or look for \"2019-2020\" knots.", "/search/?q=%222019-2020%22%20knots")]
    [InlineData("knots 2019 to 2020", "Read as years: 2019–2020. Or look for knots \"2019 to 2020\".", "/search/?q=knots%20%222019%20to%202020%22")]
    [InlineData("has:cake", "has: knows slides and recording.", null)]
    [InlineData("year:knots", "year: knows years, such as year:2020 and year:2018-2020.", null)]
    [InlineData("lang:ar", "There is no field lang: to ask; see the ways to ask.", "/search/#tips")]
    [InlineData("lung:slides", "There is no field lung: to ask; see the ways to ask.", "/search/#tips")]
    public async Task Says_what_it_made_of_years_and_of_names_before_a_colon(string query, string said, string? link)
    {
        var page = await AskAsync(query);

        Assert.Equal((said, link), (page.Texts(".intro").First(), page.QuerySelector(".intro")!.Links("a").FirstOrDefault()));
        Assert.DoesNotContain(page.Texts(".intro"), t => t.StartsWith("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_corrected_is_said_and_leads_on()
    {
        var page = await AskAsync("qqqq");

        Assert.Equal(("Nothing matches “qqqq”", "0", 0), (page.Text("h1"), page.Text(".num"), page.Titles().Count()));
        Assert.Equal("Try fewer words, or a speaker’s surname. Or browse by year, by speaker or by category.", page.Text(".intro"));
        Assert.Equal(15, page.Texts(".names .n").Sum(n => int.Parse(n.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_word_taken_out_of_the_archive_is_suggested_no_more()
    {
        await using var site = await Site.With(Seminar("looms", title: "On looms"), Seminar("locks", title: "On locks"));
        Assert.Equal("looms", (await site.GetPageAsync("/search/?q=loomz")).Text(".intro a"));

        site.Write(Seminar("looms", title: "On weaving", body: "Said differently."));
        await site.SeedAsync();
        Assert.Empty((await site.GetPageAsync("/search/?q=loomz")).QuerySelectorAll(".intro a[href^='/search/']"));
        Assert.Equal("weaving", (await site.GetPageAsync("/search/?q=weavign")).Text(".intro a"));

        site.Delete("seminars/looms.md");
        await site.SeedAsync();
        Assert.Empty((await site.GetPageAsync("/search/?q=weavign")).QuerySelectorAll(".intro a[href^='/search/']"));
    }

    [Theory]
    [InlineData("rope", "On knots", "", "Rope|rope")]
    [InlineData("knots", "On knots", "knots", "")]
    [InlineData("organizations", "The patient's role, by patients", "", "organisation")]
    [InlineData("patients lead", "The patient's role, by patients", "patient|patients", "Leaders|lead|patient")]
    [InlineData("看護管理学", "日本の潮", "", "看護管理学")]
    [InlineData("日本の潮", "日本の潮", "日本の潮", "")]
    public async Task Marks_what_was_searched_for_in_title_and_abstract(string query, string title, string inTitle, string inExcerpt)
    {
        var row = (await AskAsync(query)).QuerySelectorAll("article.row").First(r => r.Text(".row__t") == title);

        Assert.Equal((inTitle, inExcerpt), (string.Join('|', row.Texts(".row__t mark")), string.Join('|', row.Texts(".ex mark"))));
    }

    [Fact]
    public async Task Says_by_which_tag_it_was_found()
    {
        Assert.Equal(["Tagged sailing"], (await AskAsync("sail")).Texts(".why"));
        Assert.Equal(["sailing"], (await AskAsync("tag:sailing rope")).Texts(".why mark"));
        Assert.Empty((await AskAsync("rope")).Texts(".why"));
    }

    [Fact]
    public async Task A_long_abstract_is_shown_where_it_matches_and_never_as_markup()
    {
        var body = string.Concat(Enumerable.Repeat("Much was said. ", 60)) + "At last: `<script>alert(1)</script>` zebras & co." + string.Concat(Enumerable.Repeat(" More was said.", 60));
        await using var site = await Site.With(Seminar("a", title: "A <q>bold</q> claim", body: body));

        var row = (await site.GetPageAsync("/search/?q=zebras")).QuerySelector("article.row")!;
        Assert.Equal("A <q>bold</q> claim", row.Text(".row__t"));
        Assert.Matches("^….*At last: <script>alert\\(1\\)</script> zebras & co\\. .*…$", row.Text(".ex"));
        Assert.Equal("zebras", row.Text("mark"));
        Assert.Empty(row.QuerySelectorAll("script, b:not(time b)"));
    }

    [Fact]
    public async Task Can_be_ordered_by_date()
    {
        Assert.Equal(["Series 7", "Series 6", "Series 5"], (await shared.Site.GetPageAsync("/search/?q=series&sort=newest")).Titles());
        Assert.Equal(["Series 1", "Series 2", "Series 3"], (await shared.Site.GetPageAsync("/search/?q=series&sort=oldest")).Titles());
        var page = await shared.Site.GetPageAsync("/search/?q=series&sort=oldest");
        Assert.Equal(["/search/?q=series", "/search/?q=series&sort=newest"], page.Links(".tools p a"));
        Assert.Equal("Oldest", page.Text(".tools [aria-current=true]"));
        Assert.Equal(["/search/page/2/?q=series&sort=oldest"], page.Links(".pager a[rel=next]"));
    }

    [Fact]
    public async Task Goes_on_over_pages_that_keep_the_query()
    {
        var first = await shared.Site.GetPageAsync("/search/?q=series%20%26");
        var third = await shared.Site.GetPageAsync("/search/page/3/?q=series%20%26");

        Assert.Equal(("7", 3, 1), (first.Text(".num"), first.Titles().Count(), third.Titles().Count()));
        Assert.Equal(["/search/page/2/?q=series%20%26"], first.Links(".pager a[rel=next]"));
        Assert.Equal(["/search/page/2/?q=series%20%26"], third.Links(".pager a[rel=prev]"));
        Assert.Equal("series &", first.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal((404, null), await shared.Site.AskAsync("/search/page/4/?q=series%20%26"));
    }

    [Fact]
    public async Task Is_nothing_for_search_engines()
    {
        var page = await shared.Site.GetPageAsync("/search/page/2/?q=series&sort=newest");

        Assert.Equal("noindex,follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(["http://localhost/search/"], page.Links("link[rel=canonical]"));
        Assert.All(page.QuerySelectorAll(".facet a, .tools a"), a => Assert.Equal("nofollow", a.GetAttribute("rel")));
    }

    [Fact]
    public async Task Without_a_query_it_says_how_to_ask()
    {
        var page = await shared.Site.GetPageAsync("/search/");

        Assert.Equal("Search the seminars", page.Text("h1"));
        Assert.Empty(page.Titles());
        // The way in, unlike what is found and the same in another order, is for search engines.
        foreach (var listed in new[] { "/search/?sort=oldest", "/search/page/2/" }) Assert.Equal("noindex,follow", (await shared.Site.GetPageAsync(listed)).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("meta[name=robots]"));
        Assert.Matches("^Search [0-9]+ seminars by words", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(["compassionate leadership", "\"patient role\"", "leadership -nursing", "speaker:west", "year:2020", "has:slides"], page.Texts(".tips dt"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"knots")]
    [InlineData("NEAR(")]
    [InlineData("NEAR(knots tides, 2)")]
    [InlineData("*")]
    [InlineData("^")]
    [InlineData("title:")]
    [InlineData("title:\"")]
    [InlineData("title:*")]
    [InlineData("Title:knots")]
    [InlineData("{Title}:x")]
    [InlineData("- -- ---")]
    [InlineData("-\"")]
    [InlineData("a AND")]
    [InlineData("AND OR NOT")]
    [InlineData("knots OR")]
    [InlineData("-knots")]
    [InlineData("+")]
    [InlineData("year:")]
    [InlineData("year:99999999999")]
    [InlineData("year:-")]
    [InlineData("((((((")]
    [InlineData("'; DROP TABLE Seminars; --")]
    [InlineData("x\0y")]
    [InlineData("\u0301")]
    [InlineData("a\u200B\u202Eb\u2028c\u0007")]
    [InlineData("\uFFFD")]
    [InlineData("\uE000\uE001")]
    [InlineData("😀")]
    [InlineData("𠮷野家")]
    [InlineData("%")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Takes_whatever_is_typed_for_words(string query)
    {
        var page = await AskAsync(query);

        Assert.Equal(query.Trim().Replace('\0', '\uFFFD'), page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("7", (await AskAsync("series")).Text(".num"));
        using var suggestions = await shared.Site.GetAsync($"/search/suggest.json?q={Uri.EscapeDataString(query)}");
        Assert.Equal(HttpStatusCode.OK, suggestions.StatusCode);
    }

    [Theory]
    [InlineData("/search/?q=%00")]
    [InlineData("/search/?q=%ED%A0%80")]
    [InlineData("/search/?q=%FF%FE")]
    [InlineData("/search/?q=a&q=b")]
    [InlineData("/search/?q[]=a")]
    [InlineData("/search/?q")]
    [InlineData("/search/?=&&")]
    [InlineData("/search/?q=knots&year=abc&category=%00&speaker=%FF&has=nothing&sort=sideways&affiliation=%27")]
    [InlineData("/search/suggest.json")]
    [InlineData("/search/suggest.json?q=%ED%A0%80%00")]
    public async Task Survives_malformed_queries(string address)
    {
        using var answer = await shared.Site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("knots ")]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("\"")]
    [InlineData("潮")]
    public async Task Reads_the_beginning_of_a_very_long_query(string word)
    {
        var page = await AskAsync(string.Concat(Enumerable.Repeat(word, 10_000 / word.Length)));

        Assert.Contains("The archive reads the first 200 characters of a query; the rest was left out.", page.Texts(".intro"));
    }

    private Task<AngleSharp.Dom.IDocument> AskAsync(string query) => shared.Site.GetPageAsync($"/search/?q={Uri.EscapeDataString(query)}");

    [Fact]
    public async Task Ten_thousand_letters_of_any_script_are_answered()
    {
        await using var site = Site.Empty().Listen();
        site.Write(Seminar("knots"));
        await site.StartAsync();
        using var client = new HttpClient();

        foreach (var letter in (string[])["k", "я", "大"])
        {
            using var answer = await client.GetAsync(new Uri(site.Address, "/search/?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat(letter, 10_000)))));
            Assert.Equal((letter, 200), (letter, (int)answer.StatusCode));
        }

        // Half a width, and a code that stands for nothing.
        Assert.Equal(200, (await site.AskAsync("/search/?q=%EF%BD%B1%EF%BF%BE")).Status);
    }
}
