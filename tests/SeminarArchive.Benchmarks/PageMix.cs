using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;
using SeminarArchive.Web;

namespace SeminarArchive.Benchmarks;

/// <summary>Addresses of pages, by kind: the newest and the oldest pages of lists apart, so that they can be compared. The same ones for the same archive.</summary>
internal sealed class PageMix
{
    private const int Most = 400;

    private PageMix(IReadOnlyDictionary<string, IReadOnlyList<string>> addresses) => Addresses = addresses;

    /// <summary>Kind → its addresses, no two the same.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Addresses { get; }

    public static async Task<PageMix> OfAsync(MeasuredSite site)
    {
        await using var archive = site.OpenRead();
        var size = new SiteOptions().PageSize;
        var total = await archive.Seminars.CountAsync();
        var slugs = await archive.Seminars.OrderBy(s => s.Slug).Select(s => s.Slug).ToListAsync();
        var category = await archive.Categories.OrderByDescending(c => c.Count).FirstAsync();
        var author = await archive.Authors.OrderByDescending(a => a.Count).FirstAsync();
        var months = new SeminarLists(new Finder()).Months(archive);
        return new PageMix(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["listing, newest pages"] = Pages("/", 2, total, size),
            ["listing, oldest pages"] = [.. Pages("/", 1, total, size, Math.Max(1, (total / size) - Most))],
            ["largest category, newest"] = Pages(Web.Addresses.Of(category), 1, category.Count, size),
            ["largest category, oldest"] = Pages(Web.Addresses.Of(category), 1, category.Count, size, Math.Max(1, (category.Count / size) - Most)),
            ["largest author, newest"] = Pages(Web.Addresses.Of(author), 1, author.Count, size),
            ["speaker"] = [.. (await archive.People.OrderBy(p => p.Slug).Take(Most).ToListAsync()).Select(Web.Addresses.Of)],
            ["affiliation"] = [.. (await archive.Affiliations.OrderBy(p => p.Slug).Take(Most).ToListAsync()).Select(Web.Addresses.Of)],
            ["tag"] = [.. (await archive.Tags.OrderBy(p => p.Slug).Take(Most).ToListAsync()).Select(Web.Addresses.Of)],
            ["year"] = [.. months.GroupBy(m => m.Year).SelectMany(y => Pages(Web.Addresses.Year(y.Key), 1, y.Sum(m => m.Count), size).Take(10)).Take(Most)],
            ["month"] = [.. months.Where(m => m.Month > 0).Select(m => Web.Addresses.Month(m.Year, m.Month)).Take(Most)],
            ["seminar"] = [.. slugs.Where((_, i) => i % Math.Max(1, slugs.Count / (2 * Most)) == 0).Take(2 * Most).Select(Web.Addresses.Seminar)],
        });
    }

    private static List<string> Pages(string list, int first, int total, int size, int skip = 0) =>
        [.. Enumerable.Range(first + skip, Most).Where(n => n > first && (long)(n - 1) * size < total).Select(n => Web.Addresses.Numbered(list, n)).Distinct(StringComparer.Ordinal)];
}
