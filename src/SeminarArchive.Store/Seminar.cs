using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>A seminar as the archive keeps it, derived from one content file.</summary>
public sealed class Seminar
{
    /// <summary>Stays the same while its file keeps its path; a rebuilt database counts anew.</summary>
    public int Id { get; internal set; }

    /// <summary>Path of its file under the content folder.</summary>
    public string Path { get; internal set; } = "";

    public string Slug { get; internal set; } = "";

    /// <summary>The editors' own identifier, or null.</summary>
    public string? ExternalId { get; internal set; }

    /// <summary>
    /// What programs know it by for ever, unique in the archive: the editors' identifier, else the first slug it had. Stays when the slug changes;
    /// a rebuilt database finds the first slug among the old addresses in the file.
    /// </summary>
    public string Key { get; internal set; } = "";

    /// <summary>
    /// The address by which WordPress named it to feed readers, such as <c>/?p=123</c>; null when its file names none, or another seminar has it.
    /// </summary>
    public string? PostAddress { get; internal set; }

    /// <summary>SHA-256 of the file that it was last read from without an error, in hexadecimal.</summary>
    public string Hash { get; internal set; } = "";

    public string Title { get; internal set; } = "";

    public string? OriginalTitle { get; internal set; }

    /// <summary><see cref="PartialDate.Key"/> of the day it was held.</summary>
    public int DateKey { get; internal set; }

    public int? EndDateKey { get; internal set; }

    /// <summary>Date and time of day as one number, for the order of lists.</summary>
    public long SortKey { get; internal set; }

    /// <summary><see cref="PartialDate.Key"/> of the day it was posted, else of the day it was held; with <see cref="Key"/> the order of feeds, in which none moves.</summary>
    public int PublishedKey { get; internal set; }

    public int Year { get; internal set; }

    /// <summary>1 to 12, or 0 when only the year is known.</summary>
    public int Month { get; internal set; }

    public TimeOnly? Time { get; internal set; }

    public TimeOnly? EndTime { get; internal set; }

    /// <summary>An IANA zone or an offset; null means the site's own.</summary>
    public string? TimeZone { get; internal set; }

    /// <summary>Unix seconds from which it counts as past: its end, or the end of its day; of a month or a year, the beginning.</summary>
    public long EndsAt { get; internal set; }

    /// <summary>Unix seconds from which it counts as today's, or as going on: see <see cref="SeminarZone.BeginningOf"/>.</summary>
    public long BeginsAt { get; internal set; }

    /// <summary>Bare, as <c>10.5281/zenodo.1234567</c>.</summary>
    public string? Doi { get; internal set; }

    public string? Location { get; internal set; }

    public string? Language { get; internal set; }

    public DateOnly? Posted { get; internal set; }

    public DateOnly? Updated { get; internal set; }

    /// <summary>
    /// Unix seconds since which the archive has had it as it is: when the change was taken in; of one that was there when the database was made,
    /// the day it was updated or posted, else the day it was held, of an earlier year while that lies ahead. In the future only where the clock has been set back since.
    /// </summary>
    public long ChangedAt { get; internal set; }

    /// <summary>True for a draft that was published or withdrawn before.</summary>
    public bool WasPublic { get; internal set; }

    public SeminarStatus Status { get; internal set; }

    /// <summary>Unix seconds at which it, a draft until then, publishes itself; null for all others.</summary>
    public long? DueAt { get; internal set; }

    public EventStatus EventStatus { get; internal set; }

    /// <summary>Why it was withdrawn, cancelled or postponed.</summary>
    public string? Reason { get; internal set; }

    /// <summary>At most 300 characters of plain text.</summary>
    public string Summary { get; internal set; } = "";

    /// <summary>Slides that can be had, or lie elsewhere.</summary>
    public bool HasSlides { get; internal set; }

    public bool HasRecording { get; internal set; }

    /// <summary>The long parts, kept apart so that lists stay quick.</summary>
    public SeminarText? Text { get; internal set; }

    public List<SeminarSpeaker> Speakers { get; internal set; } = [];

    public List<SeminarResource> Resources { get; internal set; } = [];

    public List<Author> Authors { get; internal set; } = [];

    /// <summary>In the order in which they were written.</summary>
    public List<Category> Categories { get; internal set; } = [];

    public List<Tag> Tags { get; internal set; } = [];

    /// <summary>What <see cref="Categories"/> are read by.</summary>
    internal List<SeminarCategory> CategoryLinks { get; set; } = [];

    public PartialDate Date => PartialDate.FromKey(DateKey);

    public PartialDate? EndDate => EndDateKey is { } key ? PartialDate.FromKey(key) : null;

    /// <summary>The last of several days; null when it took no more than one.</summary>
    public PartialDate? Last => EndDate is { } end && end > Date ? end : null;

    /// <summary>The resources that can be had, as programs are told of them; one that is missing now may be among them later.</summary>
    public IEnumerable<SeminarResource> Obtainable => Resources.Where(r => !r.IsMissing);
}

/// <summary>The texts of a seminar, as shown (HTML) and as searched (the rest; the columns of the search index).</summary>
public sealed class SeminarText
{
    public int SeminarId { get; internal set; }

    public string AbstractHtml { get; internal set; } = "";

    public string Title { get; internal set; } = "";

    /// <summary>Names, each as printed and as filed.</summary>
    public string Speakers { get; internal set; } = "";

    public string Affiliations { get; internal set; } = "";

    public string Categories { get; internal set; } = "";

    public string Tags { get; internal set; } = "";

    public string Abstract { get; internal set; } = "";

    /// <summary>What finds the seminar and stands in no other text: its first title, place, month and year, and other spellings of its words.</summary>
    public string Also { get; internal set; } = "";
}

/// <summary>What a seminar is about, as far as it can be compared with others; see <see cref="Search.Signature"/>.</summary>
public sealed class SeminarSignature
{
    public int SeminarId { get; internal set; }

    public byte[] Marks { get; internal set; } = [];
}

/// <summary>A word that occurs in published seminars, folded.</summary>
public sealed class Word
{
    public string Text { get; internal set; } = "";

    /// <summary>How many seminars it occurs in.</summary>
    public int Count { get; internal set; }
}

/// <summary>One speaker of one seminar, with the name and affiliation of that day.</summary>
public sealed class SeminarSpeaker
{
    public int SeminarId { get; internal set; }

    /// <summary>From 0, in the order in which they were written.</summary>
    public int Position { get; internal set; }

    public int PersonId { get; internal set; }

    public Person Person { get; internal set; } = null!;

    /// <summary>As printed.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The name's own, without titles; the person's may be another.</summary>
    public string NameSlug { get; internal set; } = "";

    /// <summary>The person's, kept here so that rows of lists need no further table.</summary>
    public string PersonSlug { get; internal set; } = "";

    /// <summary>As printed.</summary>
    public string? Affiliation { get; internal set; }

    public int? AffiliationId { get; internal set; }

    public string? AffiliationSlug { get; internal set; }

    public string? Url { get; internal set; }

    public string? Orcid { get; internal set; }
}

/// <summary>Slides, a recording, or something else to take away.</summary>
public sealed class SeminarResource
{
    public int SeminarId { get; internal set; }

    public int Position { get; internal set; }

    /// <summary><c>slides</c>, <c>recording</c>, or another word in kebab case.</summary>
    public string Type { get; internal set; } = "";

    public string? Label { get; internal set; }

    /// <summary>Absolute, or from the site's root.</summary>
    public string Url { get; internal set; } = "";

    /// <summary>Bytes, of a file in the content folder; null when it lies elsewhere or is missing.</summary>
    public long? Size { get; internal set; }

    /// <summary>True of a file of the archive's own that is not there, or of a kind that the site does not hand out; a page of the site is no file.</summary>
    public bool IsMissing => Url.StartsWith('/') && FileSizes.PathOf(Url) is var path && Path.HasExtension(path) && (Size is null || !FileKinds.IsServed(path));

    /// <summary>Whether what is called <paramref name="type"/> is among them and can be had.</summary>
    internal static bool Offers(IEnumerable<SeminarResource> resources, string type) => resources.Any(r => r.Type == type && !r.IsMissing);
}

/// <summary>Which author posted which seminar.</summary>
public sealed class SeminarAuthor
{
    public int SeminarId { get; internal set; }

    public int AuthorId { get; internal set; }

    /// <summary>As printed.</summary>
    public string Name { get; internal set; } = "";
}

/// <summary>Which category a seminar is in.</summary>
public sealed class SeminarCategory
{
    public int SeminarId { get; internal set; }

    /// <summary>From 0, in the order in which they were written; 0 for all of those that were carried over from a version without it.</summary>
    public int Position { get; internal set; }

    public int CategoryId { get; internal set; }

    public Category Category { get; internal set; } = null!;

    /// <summary>As printed.</summary>
    public string Name { get; internal set; } = "";
}

/// <summary>Which tag a seminar bears.</summary>
public sealed class SeminarTag
{
    public int SeminarId { get; internal set; }

    public int TagId { get; internal set; }

    /// <summary>As printed.</summary>
    public string Name { get; internal set; } = "";
}

/// <summary>An old address of a seminar.</summary>
public sealed class Alias
{
    /// <summary>In the form in which <see cref="AliasKey"/> compares addresses.</summary>
    public string Address { get; internal set; } = "";

    public int SeminarId { get; internal set; }

    public Seminar Seminar { get; internal set; } = null!;
}

/// <summary>A slug that a seminar had before; its address leads to where the seminar is now.</summary>
public sealed class FormerSlug
{
    public string Slug { get; internal set; } = "";

    public int SeminarId { get; internal set; }
}

/// <summary>What stands at the address of a seminar whose file was deleted, unless another has the address now.</summary>
public sealed class Tombstone
{
    public string Slug { get; internal set; } = "";

    public int SeminarId { get; internal set; }

    /// <summary>As it was the seminar's.</summary>
    public string Key { get; internal set; } = "";

    public string Title { get; internal set; } = "";

    public int DateKey { get; internal set; }

    /// <summary>Names, parted by commas; may be empty.</summary>
    public string Speakers { get; internal set; } = "";

    /// <summary>Slugs of the categories it was in, a line each; may be empty.</summary>
    public string Categories { get; internal set; } = "";

    /// <summary>Unix seconds.</summary>
    public long RemovedAt { get; internal set; }

    public PartialDate Date => PartialDate.FromKey(DateKey);
}
