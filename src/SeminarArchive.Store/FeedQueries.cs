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
}
