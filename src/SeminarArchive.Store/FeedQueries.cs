using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store;

/// <summary>
/// What feeds ask for. Their order is that of publication: by the day of posting, else the day held, two of one day by their keys. No seminar
/// moves in it but by a change of these, so that the pages into which it is cut, counted from the oldest, keep what they hold.
/// </summary>
public static class FeedQueries
{
    extension(IQueryable<Seminar> seminars)
    {
        /// <summary>Ids of the last published, the latest first.</summary>
        public Task<List<int>> LatestAsync(int count, CancellationToken cancel = default) =>
            seminars.OrderByDescending(s => s.PublishedKey).ThenByDescending(s => s.Key).Select(s => s.Id).Take(count).ToListAsync(cancel);

        /// <summary>Ids of one page, the latest first.</summary>
        /// <param name="number">From 1, which holds the first published.</param>
        public async Task<List<int>> ArchivedAsync(int number, int size, CancellationToken cancel = default)
        {
            // Ids alone, which the index has: nothing is read of what is passed over.
            var ids = await seminars.OrderBy(s => s.PublishedKey).ThenBy(s => s.Key).Select(s => s.Id).Skip((number - 1) * size).Take(size).ToListAsync(cancel);
            ids.Reverse();
            return ids;
        }
    }

    extension(Archive archive)
    {
        /// <summary>Seminars with all that their pages show, in the order of their ids as given.</summary>
        public async Task<IReadOnlyList<Seminar>> WholeAsync(IReadOnlyList<int> ids, CancellationToken cancel = default)
        {
            if (ids.Count == 0) return [];

            var whole = await archive.Seminars.Where(s => ids.Contains(s.Id)).AsSplitQuery()
                .Include(s => s.Text).Include(s => s.Speakers.OrderBy(p => p.Position)).ThenInclude(p => p.Person)
                .Include(s => s.Resources.OrderBy(r => r.Position)).Include(s => s.Authors.OrderBy(a => a.SortKey))
                .Include(s => s.Categories.OrderBy(c => c.SortKey)).Include(s => s.Tags.OrderBy(t => t.SortKey))
                .ToDictionaryAsync(s => s.Id, cancel);
            return [.. ids.Select(id => whole[id])];
        }
    }
}
