namespace SeminarArchive.Store;

/// <summary>
/// What a list of seminars is narrowed to; null or false where that does not count. Headings go by their slugs: one that the archive does not know
/// leaves nothing.
/// </summary>
public sealed record SeminarChoice
{
    public int? Year { get; init; }

    public string? Category { get; init; }

    public string? Speaker { get; init; }

    public string? Affiliation { get; init; }

    public string? Author { get; init; }

    public string? Tag { get; init; }

    public bool WithSlides { get; init; }

    public bool WithRecording { get; init; }

    /// <summary>The published seminars that all of it is true of, in no order; asked in one command, whatever is chosen.</summary>
    public IQueryable<Seminar> Of(Archive archive)
    {
        var seminars = archive.Seminars;
        var chosen = Year is { } year ? seminars.HeldIn(year) : seminars;
        if (WithSlides) chosen = chosen.Where(s => s.HasSlides);
        if (WithRecording) chosen = chosen.Where(s => s.HasRecording);
        if (Category is { } category)
        {
            chosen = chosen.Where(s => archive.Set<SeminarCategory>()
                .Where(l => l.CategoryId == archive.Categories.Where(h => h.Slug == category).Select(h => h.Id).FirstOrDefault()).Select(l => l.SeminarId).Contains(s.Id));
        }

        if (Speaker is { } speaker)
        {
            chosen = chosen.Where(s => archive.Set<SeminarSpeaker>()
                .Where(l => l.PersonId == archive.People.Where(h => h.Slug == speaker).Select(h => h.Id).FirstOrDefault()).Select(l => l.SeminarId).Contains(s.Id));
        }

        if (Affiliation is { } affiliation)
        {
            chosen = chosen.Where(s => archive.Set<SeminarSpeaker>()
                .Where(l => l.AffiliationId == archive.Affiliations.Where(h => h.Slug == affiliation).Select(h => h.Id).FirstOrDefault()).Select(l => l.SeminarId).Contains(s.Id));
        }

        if (Author is { } author)
        {
            chosen = chosen.Where(s => archive.Set<SeminarAuthor>()
                .Where(l => l.AuthorId == archive.Authors.Where(h => h.Slug == author).Select(h => h.Id).FirstOrDefault()).Select(l => l.SeminarId).Contains(s.Id));
        }

        if (Tag is { } tag)
        {
            chosen = chosen.Where(s => archive.Set<SeminarTag>()
                .Where(l => l.TagId == archive.Tags.Where(h => h.Slug == tag).Select(h => h.Id).FirstOrDefault()).Select(l => l.SeminarId).Contains(s.Id));
        }

        return chosen;
    }
}
