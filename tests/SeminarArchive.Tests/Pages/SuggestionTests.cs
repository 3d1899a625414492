using System.Text.Json;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public sealed class SuggestionSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await Site.With(
        Seminar("compassion", "2020-05-05", "Compassionate leadership", speaker: "Professor Michael West", affiliation: "Lancaster University", category: "Previous Seminars"),
        Seminar("computers", "2019-05-05", "Of computers & men", category: "Computing"),
        Seminar("gone", "2019-05-05", "Comparing the lost", more: ["status: withdrawn", "reason: On request"]),
        Seminar("western", "2018-05-05", "\"Western\" <q>hospitals</q>", speaker: "Michaela Şahin", affiliation: "West Hospital"),
        Seminar("japan", "2021-01-01", "日本の潮", speaker: "大谷直樹"));

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>The form is that of OpenSearch: the query, texts, descriptions, addresses.</summary>
public class SuggestionTests(SuggestionSite shared) : IClassFixture<SuggestionSite>
{
    [Theory]
    [InlineData("comp", "Computing: Category, 1 seminar: /category/computing/|Compassionate leadership: Professor Michael West, 2020: /seminars/compassion/|Of computers & men: 2019: /seminars/computers/")]
    [InlineData("west", "West Hospital: Affiliation, 1 seminar: /affiliation/west-hospital/|Professor Michael West: Speaker, 1 seminar: /speaker/michael-west/|\"Western\" <q>hospitals</q>: Michaela Şahin, 2018: /seminars/western/")]
    [InlineData("michael w", "Professor Michael West: Speaker, 1 seminar: /speaker/michael-west/")]
    [InlineData("west mich", "Professor Michael West: Speaker, 1 seminar: /speaker/michael-west/")]
    [InlineData("SAHIN", "Michaela Şahin: Speaker, 1 seminar: /speaker/michaela-sahin/")]
    [InlineData("compassionat", "Compassionate leadership: Professor Michael West, 2020: /seminars/compassion/")]
    [InlineData("compassionate l", "Compassionate leadership: Professor Michael West, 2020: /seminars/compassion/")]
    [InlineData("computers l", "")]
    [InlineData("潮", "日本の潮: 大谷直樹, 2021: /seminars/japan/")]
    [InlineData("lost", "")]
    [InlineData("***", "")]
    [InlineData("", "")]
    public async Task Names_and_titles_that_begin_so(string typed, string expected)
    {
        using var answer = await shared.Site.GetAsync($"/search/suggest.json?q={Uri.EscapeDataString(typed)}");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var lists = json.RootElement.EnumerateArray().Skip(1).Select(list => list.EnumerateArray().Select(e => e.GetString()!).ToList()).ToList();

        Assert.Equal(("application/x-suggestions+json", "utf-8", "public, max-age=300"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet, answer.Headers.CacheControl?.ToString()));
        Assert.Equal((4, typed), (json.RootElement.GetArrayLength(), json.RootElement[0].GetString()));
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), lists[0].Zip(lists[1], lists[2]).Select(s => $"{s.First}: {s.Second}: {new Uri(s.Third).AbsolutePath}").Order());
    }

    [Fact]
    public async Task Leads_to_the_public_address_and_answers_head()
    {
        await using var site = await Site.With([("Site:BaseUrl", "https://seminars.example.org")], Seminar("knots"));

        Assert.Equal("[\"kn\",[\"knots\"],[\"2020\"],[\"https://seminars.example.org/seminars/knots/\"]]", await (await site.GetAsync("/search/suggest.json?q=kn")).Content.ReadAsStringAsync());
        using var head = await site.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/search/suggest.json?q=kn"));
        Assert.Equal(("OK", "application/x-suggestions+json"), (head.StatusCode.ToString(), head.Content.Headers.ContentType?.MediaType));
    }
}
