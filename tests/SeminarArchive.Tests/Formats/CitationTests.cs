using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public sealed class CitedSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await Site.With(
        [("Site:BaseUrl", "https://a.org")],
        Seminar("one", "2020-02-13", "Knots: what is the reciprocal learning?", "Professor Michael A. West", "King's Fund", more: ["location: Leeds"]),
        Seminar("two", "2020-02", "Life after “Knots”", more: ["speakers: [Jean-Paul van der Berg, Rachel Hawley]", "doi: 10.1234/ABC"]),
        Seminar("three", "2019", "Knots", more: ["speakers: [Martin Luther King Jr., Plato, 大谷直樹]"]),
        Seminar("four", "2020-02-13", "Knots!", more: ["speakers: [Ann Baker, Ben Cook, Cyd Day, Dan East]"]),
        Seminar("seven", "2020-05-30", "Knots", more: ["end: 2020-06-02", "speakers: [Ann Baker, Ben Cook, Cyd Day, Dan East, Eve Fox, Fay Gray, Guy Hall]"]),
        Seminar("crowd", "2020-09-01", "Knots", more: [$"speakers: [{string.Join(", ", Enumerable.Range('A', 22).Select(c => $"Ann {(char)c}"))}]"]),
        Seminar("none", "2020-02-13", "The \"Gordian\" knot", more: ["end: 2020-02-15"]),
        Seminar("arabic", "2019-12-31", "الجراحة في بغداد", more: ["end: 2020-01-02", "speakers: [محمد الحسن, M.R.J. Smith III]", "language: ar"]),
        Seminar("mixed", "2020-02-13", "Knots", more: ["speakers: [محمد عبد الله, Ann B. Baker, דוד כהן]"]),
        Seminar("quotes", "2020-02-13", "He asked: “Why?”", "bell hooks"),
        Seminar("apostrophe", "2020-02-13", "The nurses’", "Plato"));

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>
/// The very words of each style. Where citeproc-js with the styles of the Citation Style Language says the same but for small things, those are
/// the quotation marks of Harvard, the type of the talk and the order of a title's words.
/// </summary>
public class CitationTests(CitedSite shared) : IClassFixture<CitedSite>
{
    [Theory]
    [InlineData("one", "West, M. A. (2020, February 13). _Knots: what is the reciprocal learning?_ [Seminar presentation]. Seminar Archive, Leeds. https://a.org/seminars/one/")]
    [InlineData("two", "van der Berg, J.-P., & Hawley, R. (2020, February). _Life after “Knots”_ [Seminar presentation]. Seminar Archive. https://doi.org/10.1234/ABC")]
    [InlineData("three", "King, M. L., Jr., Plato, & 大谷直樹. (2019). _Knots_ [Seminar presentation]. Seminar Archive. https://a.org/seminars/three/")]
    [InlineData("seven", "Baker, A., Cook, B., Day, C., East, D., Fox, E., Gray, F., & Hall, G. (2020, May 30–June 2). _Knots_ [Seminar presentation]. Seminar Archive. https://a.org/seminars/seven/")]
    [InlineData("crowd", "A, A., B, A., C, A., D, A., E, A., F, A., G, A., H, A., I, A., J, A., K, A., L, A., M, A., N, A., O, A., P, A., Q, A., R, A., S, A., . . . V, A. (2020, September 1). _Knots_ [Seminar presentation]. Seminar Archive. https://a.org/seminars/crowd/")]
    [InlineData("none", "_The “Gordian” knot_ [Seminar presentation]. (2020, February 13–15). Seminar Archive. https://a.org/seminars/none/")]
    [InlineData("arabic", "الحسن, محمد, & Smith, M. R. J., III. (2019, December 31–2020, January 2). _الجراحة في بغداد_ [Seminar presentation]. Seminar Archive. https://a.org/seminars/arabic/")]
    [InlineData("quotes", "hooks, b. (2020, February 13). _He asked: “Why?”_ [Seminar presentation]. Seminar Archive. https://a.org/seminars/quotes/")]
    public Task Apa(string slug, string words) => SaysAsync(slug, 0, words);

    [Theory]
    [InlineData("one", "West, Michael A. 2020. “Knots: what is the reciprocal learning?” Seminar presentation, Seminar Archive, Leeds, February 13. https://a.org/seminars/one/.")]
    [InlineData("two", "van der Berg, Jean-Paul, and Rachel Hawley. 2020. “Life after ‘Knots.’” Seminar presentation, Seminar Archive, February. https://doi.org/10.1234/ABC.")]
    [InlineData("three", "King, Martin Luther, Jr., Plato, and 大谷直樹. 2019. “Knots.” Seminar presentation, Seminar Archive. https://a.org/seminars/three/.")]
    [InlineData("crowd", "A, Ann, Ann B, Ann C, Ann D, Ann E, Ann F, Ann G, et al. 2020. “Knots.” Seminar presentation, Seminar Archive, September 1. https://a.org/seminars/crowd/.")]
    [InlineData("none", "“The ‘Gordian’ knot.” 2020. Seminar presentation, Seminar Archive, February 13–15. https://a.org/seminars/none/.")]
    [InlineData("arabic", "الحسن, محمد, and M.R.J. Smith III. 2019. “الجراحة في بغداد.” Seminar presentation, Seminar Archive, December 31, 2019–January 2, 2020. https://a.org/seminars/arabic/.")]
    [InlineData("quotes", "hooks, bell. 2020. “He asked: ‘Why?’” Seminar presentation, Seminar Archive, February 13. https://a.org/seminars/quotes/.")]
    [InlineData("apostrophe", "Plato. 2020. “The nurses’.” Seminar presentation, Seminar Archive, February 13. https://a.org/seminars/apostrophe/.")]
    public Task Chicago(string slug, string words) => SaysAsync(slug, 1, words);

    [Theory]
    [InlineData("one", "West, M.A. (2020) ‘Knots: what is the reciprocal learning?’ [Seminar presentation]. _Seminar Archive_. Leeds. 13 February. Available at: https://a.org/seminars/one/.")]
    [InlineData("two", "van der Berg, J.-P. and Hawley, R. (2020) ‘Life after “Knots”’ [Seminar presentation]. _Seminar Archive_. February. Available at: https://doi.org/10.1234/ABC.")]
    [InlineData("three", "King, M.L., Jr., Plato and 大谷直樹 (2019) ‘Knots’ [Seminar presentation]. _Seminar Archive_. Available at: https://a.org/seminars/three/.")]
    [InlineData("four", "Baker, A. _et al._ (2020) ‘Knots!’ [Seminar presentation]. _Seminar Archive_. 13 February. Available at: https://a.org/seminars/four/.")]
    [InlineData("none", "‘The “Gordian” knot’ (2020) [Seminar presentation]. _Seminar Archive_. 13–15 February. Available at: https://a.org/seminars/none/.")]
    [InlineData("arabic", "الحسن, محمد and Smith, M.R.J., III (2019–2020) ‘الجراحة في بغداد’ [Seminar presentation]. _Seminar Archive_. 31 December 2019–2 January 2020. Available at: https://a.org/seminars/arabic/.")]
    public Task Harvard(string slug, string words) => SaysAsync(slug, 2, words);

    [Theory]
    [InlineData("one", "West, Michael A. “Knots: what is the reciprocal learning?” _Seminar Archive_, 13 Feb. 2020, Leeds, https://a.org/seminars/one/. Seminar presentation.")]
    [InlineData("two", "van der Berg, Jean-Paul, and Rachel Hawley. “Life after ‘Knots.’” _Seminar Archive_, Feb. 2020, https://doi.org/10.1234/ABC. Seminar presentation.")]
    [InlineData("three", "King, Martin Luther, Jr., et al. “Knots.” _Seminar Archive_, 2019, https://a.org/seminars/three/. Seminar presentation.")]
    [InlineData("seven", "Baker, Ann, et al. “Knots.” _Seminar Archive_, 30 May–2 June 2020, https://a.org/seminars/seven/. Seminar presentation.")]
    [InlineData("none", "“The ‘Gordian’ knot.” _Seminar Archive_, 13–15 Feb. 2020, https://a.org/seminars/none/. Seminar presentation.")]
    [InlineData("arabic", "الحسن, محمد, and M.R.J. Smith III. “الجراحة في بغداد.” _Seminar Archive_, 31 Dec. 2019–2 Jan. 2020, https://a.org/seminars/arabic/. Seminar presentation.")]
    public Task Mla(string slug, string words) => SaysAsync(slug, 3, words);

    [Theory]
    [InlineData("one", "West MA. Knots: what is the reciprocal learning? [Internet]. Seminar presented at: Seminar Archive; 2020 Feb 13; Leeds. Available from: https://a.org/seminars/one/")]
    [InlineData("two", "van der Berg JP, Hawley R. Life after “Knots” [Internet]. Seminar presented at: Seminar Archive; 2020 Feb. Available from: https://doi.org/10.1234/ABC")]
    [InlineData("three", "King ML Jr, Plato, 大谷直樹. Knots [Internet]. Seminar presented at: Seminar Archive; 2019. Available from: https://a.org/seminars/three/")]
    [InlineData("seven", "Baker A, Cook B, Day C, East D, Fox E, Gray F, et al. Knots [Internet]. Seminar presented at: Seminar Archive; 2020 May 30–Jun 2. Available from: https://a.org/seminars/seven/")]
    [InlineData("none", "The “Gordian” knot [Internet]. Seminar presented at: Seminar Archive; 2020 Feb 13–15. Available from: https://a.org/seminars/none/")]
    [InlineData("arabic", "الحسن محمد, Smith MR III. الجراحة في بغداد [Internet]. Seminar presented at: Seminar Archive; 2019 Dec 31–2020 Jan 2. Available from: https://a.org/seminars/arabic/")]
    public Task Vancouver(string slug, string words) => SaysAsync(slug, 4, words);

    [Theory]
    [InlineData(0, "عبد الله, محمد|Baker, A. B.|כהן, דוד", "عبد الله, محمد, Baker, A. B., & כהן, דוד. (2020")]
    [InlineData(1, "عبد الله, محمد|Ann B. Baker|דוד כהן", "عبد الله, محمد, Ann B. Baker, and דוד כהן. 2020")]
    [InlineData(2, "عبد الله, محمد|Baker, A.B.|כהן, דוד", "عبد الله, محمد, Baker, A.B. and כהן, דוד (2020)")]
    [InlineData(3, "عبد الله, محمد", "عبد الله, محمد, et al. “Knots")]
    [InlineData(4, "عبد الله محمد|Baker AB|כהן דוד", "عبد الله محمد, Baker AB, כהן דוד. Knots")]
    public async Task Every_name_runs_in_its_own_direction(int style, string names, string beginning)
    {
        var citation = (await shared.Site.GetPageAsync("/seminars/mixed/")).QuerySelectorAll(".cite .txt").ElementAt(style);

        Assert.Equal(names.Split('|'), citation.Texts("bdi:not([lang])").Where(t => t != "Knots" && t != "Knots."));
        Assert.StartsWith(beginning, citation.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_style_is_named_and_one_is_chosen()
    {
        var page = await shared.Site.GetPageAsync("/seminars/one/");

        Assert.Equal(["APA", "Chicago", "Harvard", "MLA", "Vancouver"], page.Texts(".styles label"));
        Assert.Equal([true, false, false, false, false], page.QuerySelectorAll(".styles input[type=radio][name=style]").Select(i => i.HasAttribute("checked")));
        Assert.Equal(5, page.QuerySelectorAll(".cite .txt").Length);
    }

    // Italics as underscores.
    private async Task SaysAsync(string slug, int style, string words)
    {
        var page = await shared.Site.GetPageAsync($"/seminars/{slug}/");
        foreach (var italic in page.QuerySelectorAll(".cite .txt i")) italic.TextContent = $"_{italic.TextContent}_";

        Assert.Equal(words, page.Texts(".cite .txt").ElementAt(style));
    }
}
