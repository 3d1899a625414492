using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store;

/// <summary>
/// Lists in stretches, each of which goes on after the last item of the one before by what orders the list, not by a number: what comes or goes
/// meanwhile moves nothing else.
/// </summary>
public static class Walks
{
#pragma warning disable CA1309 // The comparison is SQL's, whose order of texts is the ordinal one.
    extension(IQueryable<Seminar> seminars)
    {
        /// <summary>Newest first, from after the place given; the whole list without one.</summary>
        public IOrderedQueryable<Seminar> NewestAfter((long SortKey, string Slug)? place)
        {
            if (place is not var (key, slug)) return seminars.NewestFirst();
            return seminars.Where(s => s.SortKey <= key && (s.SortKey < key || string.Compare(s.Slug, slug) > 0)).NewestFirst();
        }

        /// <summary>The same list from its other end.</summary>
        public IOrderedQueryable<Seminar> OldestAfter((long SortKey, string Slug)? place)
        {
            var after = place is var (key, slug) ? seminars.Where(s => s.SortKey >= key && (s.SortKey > key || string.Compare(s.Slug, slug) < 0)) : seminars;
            return after.OrderBy(s => s.SortKey).ThenByDescending(s => s.Slug);
        }
    }

    extension<T>(IQueryable<T> headings)
        where T : Heading
    {
        /// <summary>In alphabetical order, from after the place given; the whole list without one.</summary>
        public IOrderedQueryable<T> AlphabeticalAfter((string SortKey, string Slug)? place)
        {
            if (place is not var (key, slug)) return headings.Alphabetical();
            return headings.Where(h => string.Compare(h.SortKey, key) >= 0 && (string.Compare(h.SortKey, key) > 0 || string.Compare(h.Slug, slug) > 0)).Alphabetical();
        }
    }
#pragma warning restore CA1309

    extension(Archive archive)
    {
        /// <summary>Published seminars with all their parts, in the order of their ids as given; their long texts only when asked for.</summary>
        public async Task<IReadOnlyList<Seminar>> SeminarsAsync(IReadOnlyList<int> ids, bool texts, CancellationToken cancel = default)
        {
            if (ids.Count == 0) return [];

            // One parameter for all ids: as one each they would have every statement written anew.
            IQueryable<Seminar> seminars = archive.Seminars.Where(s => EF.Parameter(ids).Contains(s.Id)).AsSplitQuery()
                .Include(s => s.Speakers.OrderBy(p => p.Position)).ThenInclude(p => p.Person)
                .Include(s => s.Resources.OrderBy(r => r.Position)).Include(s => s.Authors.OrderBy(a => a.SortKey))
                .Include(s => s.CategoryLinks.OrderBy(l => l.Position).ThenBy(l => l.Category.SortKey)).ThenInclude(l => l.Category).Include(s => s.Tags.OrderBy(t => t.SortKey));
            var found = await (texts ? seminars.Include(s => s.Text) : seminars).ToDictionaryAsync(s => s.Id, cancel);
            foreach (var seminar in found.Values) seminar.Categories = seminar.CategoryLinks.ConvertAll(l => l.Category);
            return [.. ids.Select(id => found[id])];
        }
    }
}
