using System.Diagnostics;
using System.Globalization;
using AngleSharp.Dom;
using SeminarArchive.Tests.Content;
using Xunit.Abstractions;

namespace SeminarArchive.Tests.Pages;

/// <summary>One site over all real talks; without one where there is no corpus.</summary>
public sealed class TalksSite : IAsyncLifetime
{
    public Site? Site { get; private set; }

    /// <summary>To copy the talks, start the site and seed it.</summary>
    public TimeSpan Elapsed { get; private set; }

    public async Task InitializeAsync()
    {
        if (Corpus.Folder("talks") is null) return;
        var watch = Stopwatch.StartNew();
        Site = Site.Empty();
        TalkCorpus.CopyTo(Site);
        await Site.StartAsync();
        Elapsed = watch.Elapsed;
    }

    public async Task DisposeAsync()
    {
        if (Site is not null) await Site.DisposeAsync();
    }
}

/// <summary>Whether people find what they know is there.</summary>
public class KnownItemTests(TalksSite talks, ITestOutputHelper output) : IClassFixture<TalksSite>
{
    [CorpusFact("talks")]
    public async Task What_is_known_to_be_there_comes_first_or_nearly()
    {
        var items = await KnownItem.AllAsync(talks.Site!);
        output.WriteLine($"{items.Count} seminars, copied and seeded in {talks.Elapsed.TotalSeconds:0.0} s");
        var queries = new KnownItemQueries(items);
        var goal = await FindAsync(queries, KnownItemQueries.Goal);
        var beyond = await FindAsync(queries, KnownItemQueries.Beyond);

        output.WriteLine($"{"",-26}{"n",5}{"success@1",11}{"success@10",12}{"MRR",7}");
        foreach (var kind in KnownItemQueries.Goal) Report(kind, [.. goal.Where(f => f.Query.Kind == kind)]);
        Report("all together", goal);
        output.WriteLine(new string('-', 61));
        foreach (var kind in KnownItemQueries.Beyond) Report(kind, [.. beyond.Where(f => f.Query.Kind == kind)]);
        foreach (var found in goal.Concat(beyond).Where(f => f.Rank != 1))
        {
            output.WriteLine($"{found.Query.Kind}: {found.Query.Text}\n    {(found.Rank == 0 ? "not found" : $"rank {found.Rank}")}: {found.Query.Wanted.First()}\n    first: {found.First ?? "nothing"}");
        }

        Assert.True(goal.Count >= 100, $"{goal.Count} queries");
        Assert.True(Share(goal, 1) >= 0.85 && Share(goal, 10) >= 0.97, string.Create(CultureInfo.InvariantCulture, $"success@1 {Share(goal, 1):0.000} (goal 0.85), success@10 {Share(goal, 10):0.000} (goal 0.97)"));
    }

    private static double Share(List<Found> found, int within) => found.Count(f => f.Rank >= 1 && f.Rank <= within) / (double)found.Count;

    private async Task<List<Found>> FindAsync(KnownItemQueries queries, IEnumerable<string> kinds)
    {
        var found = new List<Found>();
        foreach (var query in kinds.SelectMany(queries.Of))
        {
            var page = await talks.Site!.GetPageAsync($"/search/?q={Uri.EscapeDataString(query.Text)}");
            var results = page.Links("ol.results article.row h2.row__t a[href]").ToList();
            found.Add(new Found(query, results.FindIndex(query.Wanted.Contains!) + 1, results.FirstOrDefault()));
        }

        return found;
    }

    private void Report(string name, List<Found> found) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-26}{found.Count,5}{Share(found, 1),11:0.000}{Share(found, 10),12:0.000}{found.Average(f => f.Rank == 0 ? 0 : 1.0 / f.Rank),7:0.000}"));

    /// <param name="Rank">On the first page, from 1; 0 when it is not there.</param>
    private sealed record Found(KnownItemQuery Query, int Rank, string? First);
}
