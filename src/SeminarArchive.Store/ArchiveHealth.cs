using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>The problems of one content file as it was last read.</summary>
/// <param name="Path">Under the content folder.</param>
/// <param name="Slug">Where its last good version stands; null when it has none, or a draft.</param>
/// <param name="IsPublished">Whether it is published as it is in the file now.</param>
/// <param name="Problems">In the order of its lines.</param>
public sealed record FileProblems(string Path, string? Slug, bool IsPublished, IReadOnlyList<Problem> Problems)
{
    /// <summary>False of people files, and of pages that are no seminars.</summary>
    public bool IsSeminar => Path.StartsWith("seminars/", StringComparison.Ordinal);
}

/// <summary>Published seminars that lack something, newest first, the first few of them, and how many there are.</summary>
public sealed record Lacking(int Count, IReadOnlyList<SeminarRow> First);

/// <summary>What editors ask of the archive rather than visitors.</summary>
public static class ArchiveHealth
{
    private const int Few = 12;

    extension(Archive archive)
    {
        /// <summary>Every file with an error or a warning, by path.</summary>
        public async Task<IReadOnlyList<FileProblems>> ProblemsAsync(CancellationToken cancel = default)
        {
            var files = await archive.SourceFiles.Where(f => f.Problems != null).OrderBy(f => f.Path)
                .Select(f => new
                {
                    f.Path,
                    f.Problems,
                    Seminar = archive.Seminars.IgnoreQueryFilters().Where(s => s.Path == f.Path && s.Status != SeminarStatus.Draft).Select(s => new { s.Slug, s.Status }).FirstOrDefault(),
                }).ToListAsync(cancel);
            return [.. files.Select(f => (f.Path, f.Seminar, Problems: SourceFile.ProblemsOf(f.Problems)))
                .Select(f => new FileProblems(f.Path, f.Seminar?.Slug, f.Seminar?.Status == SeminarStatus.Published && f.Problems.All(p => p.Severity != Severity.Error), [.. f.Problems.Where(p => p.Severity != Severity.Notice)]))
                .Where(f => f.Problems.Count > 0)];
        }

        public Task<Lacking> WithoutSlidesAsync(DateTimeOffset now, CancellationToken cancel = default) =>
            LackingAsync(archive.Seminars.Past(now).Where(s => !s.HasSlides && s.EventStatus == EventStatus.Scheduled), cancel);

        public Task<Lacking> WithoutAbstractAsync(CancellationToken cancel = default) => LackingAsync(archive.Seminars.Where(s => s.Summary == ""), cancel);

        /// <summary>A speaker of theirs has no affiliation.</summary>
        public Task<Lacking> WithoutAffiliationAsync(CancellationToken cancel = default) =>
            LackingAsync(archive.Seminars.Where(s => s.Speakers.Any(p => p.AffiliationId == null)), cancel);

        public Task<Lacking> WithoutSpeakerAsync(CancellationToken cancel = default) => LackingAsync(archive.Seminars.Where(s => s.Speakers.Count == 0), cancel);

        /// <summary>Drafts, those that will publish themselves included.</summary>
        public Task<Lacking> DraftsAsync(CancellationToken cancel = default) => LackingAsync(archive.Seminars.IgnoreQueryFilters().Where(s => s.Status == SeminarStatus.Draft), cancel);
    }

    private static async Task<Lacking> LackingAsync(IQueryable<Seminar> seminars, CancellationToken cancel) =>
        new(await seminars.CountAsync(cancel), await seminars.NewestFirst().Take(Few).AsRows().ToListAsync(cancel));
}
