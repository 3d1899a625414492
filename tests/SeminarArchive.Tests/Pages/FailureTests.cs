using System.Net;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Pages;

public class FailureTests
{
    [Fact]
    public async Task A_failure_is_told_without_its_workings_and_with_every_header()
    {
        await using var site = Site.Empty().KeepLog();
        site.Write(Seminar("knots"));
        await site.StartAsync();
        await site.RunSqlAsync("DROP TABLE Seminars");

        using var answer = await site.GetAsync("/?token=secret");

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("<h1>Something went wrong on our side</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", html, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.Contains("Content-Security-Policy") && answer.Headers.Contains("X-Content-Type-Options") && answer.Headers.Contains("Referrer-Policy"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains(site.LogLines, l => l.Contains("[ERR]", StringComparison.Ordinal));
        Assert.Equal([], site.LogLines.Where(l => l.Contains("secret", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_log_has_one_line_a_request_and_nothing_about_a_person()
    {
        await using var site = Site.Empty().KeepLog();
        site.Write(Seminar("knots"));
        await site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search/?q=my-illness");
        request.Headers.Add("User-Agent", "Somebody's-Browser/1.0");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("Referer", "https://example.org/my-page");
        request.Headers.Add("Cookie", "a=b-cookie");
        using var answer = await site.SendAsync(request);
        using var moved = await site.GetAsync("/search?q=my-illness");
        using var missing = await site.GetAsync("/no-such/?q=my-illness");
        await site.GetAsync("/healthz");

        var log = string.Join('\n', site.LogLines);
        Assert.Equal(["GET /search/ responded 200", "GET /search responded 301", "GET /no-such/ responded 404"],
            site.LogLines.Where(l => l.Contains("HTTP GET", StringComparison.Ordinal)).Select(l => l[l.IndexOf("GET", StringComparison.Ordinal)..l.IndexOf(" in ", StringComparison.Ordinal)]));
        foreach (var personal in new[] { "my-illness", "Somebody", "203.0.113.7", "my-page", "b-cookie" }) Assert.DoesNotContain(personal, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_alive_and_ready()
    {
        await using var site = await Site.With(Seminar("knots"));

        Assert.Equal("Healthy", await (await site.GetAsync("/healthz")).Content.ReadAsStringAsync());
        Assert.Equal("Healthy", await (await site.GetAsync("/readyz")).Content.ReadAsStringAsync());
    }
}
