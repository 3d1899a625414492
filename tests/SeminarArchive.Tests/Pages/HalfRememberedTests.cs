using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public sealed class HalfRememberedSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await Site.With(
        Seminar("care", "2020-09-10", "Compassionate care", speaker: "Michael West", body: "On the ward, in the night.", postedBy: "Lucy Chapman", more: ["slides: https://example.org/s.pdf"]),
        Seminar("kindness", "2019-05-05", "Of compassion and kindness", speaker: "Michael Moss", body: "Patients of the NHS, and those with none.", more: ["recording: https://example.org/r"]),
        Seminar("practice", "2018-05-05", "Co-production in practice", body: "What was recorded in the night by professionals."),
        Seminar("profession", "2017-05-05", "The nursing profession", body: "In the morning.", postedBy: "Lucy Chapman", more: ["slides: https://example.org/t.pdf", "recording: https://example.org/t"]),
        Seminar("greek", "2016-05-05", "Το μάθημα του Παπαδόπουλου", speaker: "Νίκος Παπαδόπουλος"),
        Seminar("arabic", "2015-05-05", "القيادة الرحيمة"),
        Seminar("kana", "2014-05-05", "ガイド"));

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>Queries as people put them who know neither the words nor the rules.</summary>
public class HalfRememberedTests(HalfRememberedSite shared) : IClassFixture<HalfRememberedSite>
{
    [Theory]
    [InlineData("compassionate", "Compassionate care|Of compassion and kindness", "Compassionate|compassion")]
    [InlineData("compassion", "Compassionate care|Of compassion and kindness", "Compassionate|compassion")]
    [InlineData("compassion ward", "Compassionate care", "Compassionate|ward|compassion")]
    [InlineData("\"compassionate\"", "Compassionate care", "Compassionate")]
    [InlineData("professional nursing", "The nursing profession", "nursing profession|professionals")]
    [InlineData("N.H.S.", "Of compassion and kindness", "NHS")]
    [InlineData("coproduction", "Co-production in practice", "Co-production")]
    [InlineData("Sept 2020", "Compassionate care", "")]
    [InlineData("Thursday 10 September 2020", "Compassionate care", "")]
    [InlineData("Παπαδοπουλος", "Το μάθημα του Παπαδόπουλου", "")]
    [InlineData("ΜΑΘΗΜΑ", "Το μάθημα του Παπαδόπουλου", "μάθημα")]
    [InlineData("قيادة", "القيادة الرحيمة", "القيادة")]
    [InlineData("ｶﾞｲﾄﾞ", "ガイド", "ガイド")]
    public async Task Finds_words_in_other_forms(string query, string titles, string marks)
    {
        var page = await AskAsync(query);

        Assert.Equal((titles, marks), (string.Join('|', page.Found()), string.Join('|', page.Texts("main mark").Distinct())));
        Assert.DoesNotContain("Did you mean", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("that on compassionate care in 2020", "Compassionate care", "Compassionate care|compassion")]
    [InlineData("ward in the morning", "", "morning|ward")]
    [InlineData("with the", "Of compassion and kindness", "the|with|The")]
    public async Task Words_that_only_hold_a_sentence_together_do_not_count_beside_others(string query, string titles, string marks)
    {
        var page = await AskAsync(query);

        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), page.Found());
        Assert.Equal(marks.Split('|'), page.Texts("main mark").Distinct());
    }

    [Fact]
    public async Task What_has_all_the_words_leads_the_count_and_the_choices()
    {
        var page = await AskAsync("michael west");

        Assert.Equal(("1", "of 7 seminars", 2), (page.Text(".num"), page.Text(".num + span"), page.Titles().Count()));
        Assert.Equal(["1 with all of the words, 1 more with some."], page.Texts(".intro"));
        Assert.Equal(["2020 1"], page.QuerySelectorAll("[aria-labelledby=f-year] a").Select(a => $"{a.Text("bdi")} {a.QuerySelector(".n")!.FirstChild!.TextContent}"));
    }

    [Theory]
    [InlineData("slides", "has:slides", "Compassionate care|The nursing profession")]
    [InlineData("VIDEO", "has:recording", "Of compassion and kindness|The nursing profession")]
    [InlineData("slides and recordings", "has:slides and has:recording", "The nursing profession")]
    [InlineData("year:2020 slides", "year:2020 has:slides", "Compassionate care")]
    [InlineData("nursing slides", "nursing has:slides", "The nursing profession")]
    public async Task Words_that_rows_print_are_read_as_what_they_stand_for(string query, string read, string titles)
    {
        var page = await AskAsync(query);

        Assert.Equal(($"Results for “{query}”", read), (page.Text("h1"), page.Text(".intro a")));
        Assert.Equal(titles.Split('|'), page.Found());
        Assert.Equal([$"/search/?q={Uri.EscapeDataString(read)}"], page.Links(".intro a"));
        Assert.Equal(titles.Split('|'), (await AskAsync(read)).Found());
    }

    [Fact]
    public async Task And_offered_where_texts_have_them()
    {
        var page = await AskAsync("recording");

        Assert.Equal(["Co-production in practice"], page.Found());
        Assert.Equal(["/search/?q=has%3Arecording"], page.Links(".intro a"));
    }

    [Theory]
    [InlineData("year:\"2020\"", "Compassionate care")]
    [InlineData("year:\"ear\"", "")]
    [InlineData("has:\"as\"", "")]
    [InlineData("year:\"morning\"", "")]
    [InlineData("speaker: West", "Compassionate care")]
    [InlineData("year: 2020", "Compassionate care")]
    [InlineData("speaker: \"michael west\"", "Compassionate care")]
    [InlineData("has:pdf", "Compassionate care|The nursing profession")]
    [InlineData("has: video", "Of compassion and kindness|The nursing profession")]
    [InlineData("author:chapman", "Compassionate care|The nursing profession")]
    [InlineData("author:\"lucy chapman\" nursing", "The nursing profession")]
    [InlineData("michael -author:chapman", "Of compassion and kindness")]
    [InlineData("author:west", "")]
    public async Task Fields_are_read_with_quotes_and_spaces(string query, string titles) =>
        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries), (await AskAsync(query)).Found());

    [Theory]
    [InlineData("Lucy Chapman")]
    [InlineData("posted by chapman")]
    public async Task Who_posts_seminars_is_led_to(string query)
    {
        var page = await AskAsync(query);

        Assert.Contains("Posted by Lucy Chapman: 2 seminars.", page.Texts(".intro"));
        Assert.Equal(["/author/lucy-chapman/"], page.Links(".intro a[href^='/author/']"));
        Assert.Contains("Posted 2 seminars", await (await shared.Site.GetAsync("/search/suggest.json?q=lucy ch")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_the_week_is_not_taken_for_a_slip()
    {
        await using var site = await Site.With(Seminar("a", title: "Ruby Tuesday"));

        Assert.Equal("Try fewer words, or a speaker’s surname. Or browse by year, by speaker or by category.", (await site.GetPageAsync("/search/?q=thursday")).Text(".intro"));
    }

    private Task<AngleSharp.Dom.IDocument> AskAsync(string query) => shared.Site.GetPageAsync($"/search/?q={Uri.EscapeDataString(query)}");
}
