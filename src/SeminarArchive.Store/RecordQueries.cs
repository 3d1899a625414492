using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What the archive says for ever under one key: a seminar that is published, or that one was. What was never public has no record.</summary>
public sealed record ArchiveRecord
{
    public required string Key { get; init; }

    /// <summary>Unix seconds since which it is as it is.</summary>
    public required long ChangedAt { get; init; }

    /// <summary>Null when its file was deleted.</summary>
    public int? SeminarId { get; init; }

    /// <summary>True of seminars that were withdrawn, made drafts again, or deleted.</summary>
    public required bool IsDeleted { get; init; }

    public required int Year { get; init; }

    /// <summary>Of one whose file was deleted: slugs, a line each.</summary>
    public required string FormerCategories { get; init; }
}

/// <summary>Which records are asked for.</summary>
/// <param name="From">Unix seconds of the earliest change that counts.</param>
/// <param name="Until">Unix seconds of the latest change that counts.</param>
/// <param name="Year">Null for all.</param>
/// <param name="Category">Slug of the category that they are or were in; empty for any category; null where it does not matter.</param>
public sealed record RecordSelection(long From = 0, long Until = long.MaxValue, int? Year = null, string? Category = null);

/// <summary>
/// The records of the archive in the order in which they changed; of one second in the order of their keys. One that changes goes to the end,
/// so that who reads on from where they were misses nothing.
/// </summary>
public static class RecordQueries
{
    extension(IQueryable<Seminar> seminars)
    {
        /// <summary>Those that are or once were public; <see cref="Seminar.WasPublic"/>.</summary>
        public IQueryable<Seminar> EverPublic() => seminars.IgnoreQueryFilters().Where(s => s.Status != SeminarStatus.Draft || s.WasPublic);
    }

    extension(Archive archive)
    {
        /// <summary>The next records of a selection, in one round trip that costs what is returned: both tables are read in the order of an index.</summary>
        /// <param name="after">The time of change and key of the last one that is known; null to begin.</param>
        public Task<List<ArchiveRecord>> RecordsAsync(RecordSelection selection, (long ChangedAt, string Key)? after, int count, CancellationToken cancel = default)
        {
            var (at, key) = after is { } last && last.ChangedAt >= selection.From ? last : (selection.From, "");
            var (until, year, category) = (selection.Until, selection.Year, selection.Category);
            return archive.Database.SqlQuery<ArchiveRecord>($"""
                SELECT * FROM (SELECT "Key", "ChangedAt", "Id" AS "SeminarId", "Status" <> 0 AS "IsDeleted", "Year", '' AS "FormerCategories" FROM "Seminars" s
                    WHERE ("ChangedAt", "Key") > ({at}, {key}) AND "ChangedAt" <= {until} AND ("Status" <> 1 OR "WasPublic") AND ({year} IS NULL OR "Year" = {year})
                    AND ({category} IS NULL OR EXISTS (SELECT 1 FROM "SeminarCategory" l WHERE l."SeminarId" = s."Id" AND ({category} = '' OR l."CategoryId" = (SELECT c."Id" FROM "Categories" c WHERE c."Slug" = {category}))))
                    ORDER BY s."ChangedAt", s."Key" LIMIT {count})
                UNION ALL
                SELECT * FROM (SELECT "Key", "RemovedAt", NULL, 1, "DateKey" / 10000, "Categories" FROM "Tombstones" t
                    WHERE ("RemovedAt", "Key") > ({at}, {key}) AND "RemovedAt" <= {until} AND ({year} IS NULL OR "DateKey" / 10000 = {year})
                    AND ({category} IS NULL OR ({category} = '' AND "Categories" <> '') OR ({category} <> '' AND instr(char(10) || "Categories" || char(10), char(10) || {category} || char(10))))
                    AND NOT EXISTS (SELECT 1 FROM "Seminars" s WHERE s."Key" = t."Key" AND (s."Status" <> 1 OR s."WasPublic"))
                    AND NOT EXISTS (SELECT 1 FROM "Tombstones" n WHERE n."Key" = t."Key" AND (n."RemovedAt", n."Slug") > (t."RemovedAt", t."Slug"))
                    ORDER BY t."RemovedAt", t."Key" LIMIT {count})
                ORDER BY "ChangedAt", "Key" LIMIT {count}
                """).ToListAsync(cancel);
        }

        /// <summary>How many records a selection has.</summary>
        public async Task<int> CountRecordsAsync(RecordSelection selection, CancellationToken cancel = default)
        {
            var (from, until, year, category) = (selection.From, selection.Until, selection.Year, selection.Category);
            return (await archive.Database.SqlQuery<int>($"""
                SELECT (SELECT count(*) FROM "Seminars" s WHERE "ChangedAt" BETWEEN {from} AND {until} AND ("Status" <> 1 OR "WasPublic") AND ({year} IS NULL OR "Year" = {year})
                    AND ({category} IS NULL OR EXISTS (SELECT 1 FROM "SeminarCategory" l WHERE l."SeminarId" = s."Id" AND ({category} = '' OR l."CategoryId" = (SELECT c."Id" FROM "Categories" c WHERE c."Slug" = {category})))))
                + (SELECT count(*) FROM "Tombstones" t WHERE "RemovedAt" BETWEEN {from} AND {until} AND ({year} IS NULL OR "DateKey" / 10000 = {year})
                    AND ({category} IS NULL OR ({category} = '' AND "Categories" <> '') OR ({category} <> '' AND instr(char(10) || "Categories" || char(10), char(10) || {category} || char(10))))
                    AND NOT EXISTS (SELECT 1 FROM "Seminars" s WHERE s."Key" = t."Key" AND (s."Status" <> 1 OR s."WasPublic"))
                    AND NOT EXISTS (SELECT 1 FROM "Tombstones" n WHERE n."Key" = t."Key" AND (n."RemovedAt", n."Slug") > (t."RemovedAt", t."Slug"))) AS "Value"
                """).ToListAsync(cancel))[0];
        }

        /// <summary>The record with a key, or null.</summary>
        public async Task<ArchiveRecord?> RecordAsync(string key, CancellationToken cancel = default) =>
            await archive.Seminars.EverPublic().Where(s => s.Key == key)
                .Select(s => new ArchiveRecord { Key = s.Key, ChangedAt = s.ChangedAt, SeminarId = s.Id, IsDeleted = s.Status != SeminarStatus.Published, Year = s.Year, FormerCategories = "" }).FirstOrDefaultAsync(cancel)
            ?? await archive.Tombstones.Where(t => t.Key == key).OrderByDescending(t => t.RemovedAt).ThenByDescending(t => t.Slug)
                .Select(t => new ArchiveRecord { Key = t.Key, ChangedAt = t.RemovedAt, IsDeleted = true, Year = t.DateKey / 10000, FormerCategories = t.Categories }).FirstOrDefaultAsync(cancel);

        /// <summary>Unix seconds before which no record has changed; null when there is none.</summary>
        public async Task<long?> FirstChangeAsync(CancellationToken cancel = default)
        {
            var seminar = await archive.Seminars.EverPublic().MinAsync(s => (long?)s.ChangedAt, cancel);
            var tombstone = await archive.Tombstones.MinAsync(t => (long?)t.RemovedAt, cancel);
            return seminar is null || tombstone is null ? seminar ?? tombstone : Math.Min(seminar.Value, tombstone.Value);
        }

        /// <summary>All years and categories that records are in. A category in which all were deleted has no name any more, and its slug in the place of it.</summary>
        public async Task<(IReadOnlyList<int> Years, IReadOnlyList<(string Slug, string Name)> Categories)> RecordGroupsAsync(CancellationToken cancel = default)
        {
            var (seminars, links) = (archive.Seminars.EverPublic(), archive.Set<SeminarCategory>());
            var years = await seminars.Select(s => s.Year).Union(archive.Tombstones.Select(t => t.DateKey / 10000)).OrderBy(y => y).ToListAsync(cancel);
            var categories = await archive.Categories
                .Where(c => c.Count > 0 || links.Any(l => l.CategoryId == c.Id && seminars.Any(s => s.Id == l.SeminarId))).ToDictionaryAsync(c => c.Slug, c => c.Name, StringComparer.Ordinal, cancel);
            foreach (var former in await archive.Tombstones
                .Where(t => t.Categories != "" && !seminars.Any(s => s.Key == t.Key) && !archive.Tombstones.Any(n => n.Key == t.Key && n.RemovedAt > t.RemovedAt)).Select(t => t.Categories).Distinct().ToListAsync(cancel))
            {
                foreach (var slug in former.Split('\n')) categories.TryAdd(slug, slug);
            }

            return (years, [.. categories.Select(c => (c.Key, c.Value)).OrderBy(c => c.Key, StringComparer.Ordinal)]);
        }

        /// <summary>Slugs of the categories that seminars are in, by the seminars' ids.</summary>
        public async Task<ILookup<int, string>> CategoriesOfAsync(IReadOnlyCollection<int> ids, CancellationToken cancel = default)
        {
            var links = await archive.Set<SeminarCategory>().Where(l => ids.Contains(l.SeminarId)).Join(archive.Categories, l => l.CategoryId, c => c.Id, (l, c) => new { l.SeminarId, c.Slug })
                .OrderBy(l => l.Slug).ToListAsync(cancel);
            return links.ToLookup(l => l.SeminarId, l => l.Slug);
        }

        /// <summary>Published seminars by their ids, with what other systems are told of them.</summary>
        public async Task<IReadOnlyDictionary<int, Seminar>> DescribedAsync(IReadOnlyCollection<int> ids, CancellationToken cancel = default) => await archive.Seminars.Where(s => ids.Contains(s.Id)).AsSplitQuery()
            .Include(s => s.Text).Include(s => s.Speakers.OrderBy(p => p.Position)).ThenInclude(p => p.Person)
            .Include(s => s.Resources.OrderBy(r => r.Position)).Include(s => s.Tags.OrderBy(t => t.SortKey))
            .ToDictionaryAsync(s => s.Id, cancel);
    }
}
