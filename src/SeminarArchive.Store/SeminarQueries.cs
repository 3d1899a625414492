using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>The vocabulary in which pages ask for seminars.</summary>
public static class SeminarQueries
{
    // Asked from the side of the links, which costs what the collection holds and not what the archive holds.
    extension(Archive archive)
    {
        public IQueryable<Seminar> PostedBy(Author author) =>
            archive.Seminars.Where(s => archive.Set<SeminarAuthor>().Where(l => l.AuthorId == author.Id).Select(l => l.SeminarId).Contains(s.Id));

        public IQueryable<Seminar> In(Category category) =>
            archive.Seminars.Where(s => archive.Set<SeminarCategory>().Where(l => l.CategoryId == category.Id).Select(l => l.SeminarId).Contains(s.Id));

        public IQueryable<Seminar> Tagged(Tag tag) =>
            archive.Seminars.Where(s => archive.Set<SeminarTag>().Where(l => l.TagId == tag.Id).Select(l => l.SeminarId).Contains(s.Id));

        public IQueryable<Seminar> GivenBy(params IReadOnlyCollection<int> people) =>
            archive.Seminars.Where(s => archive.Set<SeminarSpeaker>().Where(l => people.Contains(l.PersonId)).Select(l => l.SeminarId).Contains(s.Id));

        public IQueryable<Seminar> GivenFrom(Affiliation affiliation) =>
            archive.Seminars.Where(s => archive.Set<SeminarSpeaker>().Where(l => l.AffiliationId == affiliation.Id).Select(l => l.SeminarId).Contains(s.Id));

        /// <summary>The seminar at an address with all that its page shows, withdrawn and draft ones too; null when there is none.</summary>
        public Task<Seminar?> SeminarAsync(string slug, CancellationToken cancel = default) => cancel.IsCancellationRequested ? Task.FromCanceled<Seminar?>(cancel) : Task.FromResult(archive.ReadSeminar(slug));

        /// <summary>The heading at an address; null when there is none, or no published seminar under it.</summary>
        public T? Heading<T>(string slug)
            where T : Heading, new() => archive.ReadHeading<T>(slug);

        /// <summary>The rows of published seminars, in the order of their ids as given.</summary>
        public Task<IReadOnlyList<SeminarRow>> RowsAsync(IReadOnlyList<int> ids, CancellationToken cancel = default) =>
            cancel.IsCancellationRequested ? Task.FromCanceled<IReadOnlyList<SeminarRow>>(cancel) : Task.FromResult<IReadOnlyList<SeminarRow>>(archive.ReadRows(ids));

        /// <summary>Published seminars with what a citation takes, abstracts included, in the order of their ids as given; a few hundred are in memory at a time.</summary>
        public async IAsyncEnumerable<Seminar> CitedAsync(IReadOnlyList<int> ids, [EnumeratorCancellation] CancellationToken cancel = default)
        {
            const int atATime = 200;
            foreach (var some in ids.Chunk(atATime))
            {
                var seminars = await archive.Seminars.AsNoTracking().AsSplitQuery().Where(s => EF.Parameter(some).Contains(s.Id))
                    .Include(s => s.Text).Include(s => s.Speakers.OrderBy(p => p.Position)).Include(s => s.Resources.OrderBy(r => r.Position)).Include(s => s.Tags.OrderBy(t => t.SortKey))
                    .ToDictionaryAsync(s => s.Id, cancel);
                foreach (var id in some) yield return seminars[id];
            }
        }

        /// <summary>The slug that a seminar has now which had this one before, or null.</summary>
        public async Task<string?> SlugAfterAsync(string former, CancellationToken cancel = default) => await archive.FormerSlugs.Where(f => f.Slug == former)
            .Join(archive.Seminars.IgnoreQueryFilters().Where(s => s.Status != SeminarStatus.Draft), f => f.SeminarId, s => s.Id, (_, s) => s.Slug).FirstOrDefaultAsync(cancel)
            ?? await archive.SlugOfAliasAsync($"/seminars/{Uri.EscapeDataString(former)}/", cancel);

        /// <summary>What is left of a seminar that was deleted, by the slug it had last or before; null when there was none.</summary>
        public Task<Tombstone?> TombstoneAsync(string slug, CancellationToken cancel = default) => archive.Tombstones
            .Where(t => t.Slug == slug || archive.FormerSlugs.Any(f => f.Slug == slug && f.SeminarId == t.SeminarId)).FirstOrDefaultAsync(cancel);

        /// <summary>The addresses that seminars have left, by the path of their file; for writing them into the files themselves.</summary>
        public async Task<ILookup<string, string>> FormerAddressesAsync(CancellationToken cancel = default)
        {
            var former = await archive.FormerSlugs.Join(archive.Seminars.IgnoreQueryFilters(), f => f.SeminarId, s => s.Id, (f, s) => new { s.Path, f.Slug })
                .OrderBy(f => f.Path).ThenBy(f => f.Slug).ToListAsync(cancel);
            return former.ToLookup(f => f.Path, f => $"/seminars/{f.Slug}/", StringComparer.Ordinal);
        }

        /// <summary>The slug that an old address leads to now, or null; of several seminars that had it, the first in the order of their files.</summary>
        public Task<string?> SlugOfAliasAsync(string address, CancellationToken cancel = default)
        {
            var key = AliasKey.From(address);
            return archive.Aliases.IgnoreQueryFilters().Where(a => a.Address == key && a.Seminar.Status != SeminarStatus.Draft)
                .OrderBy(a => a.Seminar.Path).Select(a => a.Seminar.Slug).FirstOrDefaultAsync(cancel);
        }
    }

    extension(IQueryable<Seminar> seminars)
    {
        public IQueryable<Seminar> HeldIn(int year) => seminars.Where(s => s.Year == year);

        public IQueryable<Seminar> HeldIn(int year, int month) => seminars.Where(s => s.Year == year && s.Month == month);

        /// <summary>Those of which the day is known. The index that lists are read by tells it.</summary>
        public IQueryable<Seminar> OnADay() => seminars.Where(s => s.SortKey / 10000 % 100 != 0);

        /// <summary>Those that are over at the moment given.</summary>
        public IQueryable<Seminar> Past(DateTimeOffset now) => seminars.Where(s => s.EndsAt <= now.ToUnixTimeSeconds());

        /// <summary>Newest first; two at one time in the order of their slugs, so that no seminar moves between pages.</summary>
        public IOrderedQueryable<Seminar> NewestFirst() => seminars.OrderByDescending(s => s.SortKey).ThenBy(s => s.Slug);

        /// <summary>What a row of a list shows, in the order of the query.</summary>
        public IQueryable<SeminarRow> AsRows() => seminars.Select(s => new SeminarRow
        {
            Id = s.Id,
            Slug = s.Slug,
            Title = s.Title,
            Language = s.Language,
            DateKey = s.DateKey,
            EndDateKey = s.EndDateKey,
            Time = s.Time,
            EndTime = s.EndTime,
            TimeZone = s.TimeZone,
            EndsAt = s.EndsAt,
            BeginsAt = s.BeginsAt,
            Location = s.Location,
            Summary = s.Summary,
            EventStatus = s.EventStatus,
            HasSlides = s.HasSlides,
            HasRecording = s.HasRecording,
            Speakers = s.Speakers.OrderBy(p => p.Position)
                .Select(p => new SpeakerLine(p.Name, p.PersonSlug, p.Affiliation, p.AffiliationSlug)).ToList(),
        });

        /// <summary>What a line of the whole archive shows, in the order of the query.</summary>
        public IQueryable<SeminarLine> AsLines() => seminars.Select(s => new SeminarLine
        {
            Slug = s.Slug,
            Title = s.Title,
            Language = s.Language,
            DateKey = s.DateKey,
            EventStatus = s.EventStatus,
            Speakers = s.Speakers.OrderBy(p => p.Position)
                .Select(p => new SpeakerLine(p.Name, p.PersonSlug, p.Affiliation, p.AffiliationSlug)).ToList(),
        });
    }

    extension<T>(IQueryable<T> headings)
        where T : Heading
    {
        public IOrderedQueryable<T> Alphabetical() => headings.Where(h => h.Count > 0).OrderBy(h => h.SortKey).ThenBy(h => h.Slug);
    }
}
