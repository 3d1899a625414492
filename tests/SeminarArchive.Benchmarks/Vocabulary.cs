using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Benchmarks;

/// <summary>What can be asked of an archive: words of its own texts by how often they occur, names, and what a search can be narrowed to.</summary>
internal sealed partial class Vocabulary
{
    // Enough to know which words are common; the rest of a large archive says the same.
    private const int Sample = 4000;

    private Vocabulary(List<string[]> texts)
    {
        Texts = texts;
        var byCount = texts.SelectMany(t => t.Where(w => w.Length >= 3).Distinct(StringComparer.Ordinal)).CountBy(w => w)
            .OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key).ToList();
        (Common, Rare) = (byCount, [.. byCount.AsEnumerable().Reverse()]);
    }

    /// <summary>The words of each seminar, in small letters and in order.</summary>
    public IReadOnlyList<string[]> Texts { get; }

    /// <summary>By the number of seminars that have it, most first.</summary>
    public IReadOnlyList<string> Common { get; }

    /// <summary>The same, fewest first.</summary>
    public IReadOnlyList<string> Rare { get; }

    /// <summary>Surnames, then whole names, each from those who spoke most.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Addresses' own words for them, most seminars first.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<string> Speakers { get; init; }

    public required IReadOnlyList<string> Affiliations { get; init; }

    public required int Seminars { get; init; }

    public static async Task<Vocabulary> OfAsync(MeasuredSite site)
    {
        var folder = new ContentFolder(site.Content);
        var files = folder.Seminars();
        var texts = new List<string[]>();
        await foreach (var reading in folder.ReadAsync(files.Where((_, i) => i % ((files.Count / Sample) + 1) == 0)))
        {
            if (reading.Seminar is { } seminar) texts.Add([.. Word().Matches($"{seminar.Title} {seminar.AbstractText}").Select(m => m.Value.ToLowerInvariant())]);
        }

        await using var archive = site.OpenRead();
        var people = await archive.People.Where(p => p.Count > 0).OrderByDescending(p => p.Count).ThenBy(p => p.Slug).ToListAsync();
        var names = people.ConvertAll(p => PersonName.Parse(p.Name));
        return new Vocabulary(texts)
        {
            Names = [.. names.Select(n => n.Family).Concat(names.Select(n => n.Plain)).Distinct(StringComparer.Ordinal)],
            Years = [.. (new SeminarLists(new Finder()).Years(archive)).Select(y => y.Year)],
            Categories = await SlugsAsync(archive.Categories),
            Speakers = [.. people.Select(p => p.Slug)],
            Affiliations = await SlugsAsync(archive.Affiliations),
            Seminars = await archive.Seminars.CountAsync(),
        };
    }

    private static Task<List<string>> SlugsAsync<T>(IQueryable<T> headings)
        where T : Heading => headings.Where(h => h.Count > 0).OrderByDescending(h => h.Count).ThenBy(h => h.Slug).Select(h => h.Slug).ToListAsync();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
