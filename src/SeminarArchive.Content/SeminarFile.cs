namespace SeminarArchive.Content;

/// <summary>A seminar as its editor wrote it: every value checked, nothing guessed.</summary>
public sealed record SeminarFile
{
    /// <summary>Path under the content folder, with forward slashes: <c>seminars/2020/knots.md</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The last part of the seminar's address: <c>slug:</c>, else the file name without a leading date.</summary>
    public required string Slug { get; init; }

    /// <summary>The editor's own identifier, or null. Never reused.</summary>
    public string? Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The title word for word as it was first published, when <see cref="Title"/> was edited.</summary>
    public string? OriginalTitle { get; init; }

    /// <summary>When it was (or will be) held, as precisely as is known.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>The last day, when it took more than one.</summary>
    public PartialDate? EndDate { get; init; }

    /// <summary>Local time of day in <see cref="TimeZone"/>.</summary>
    public TimeOnly? Time { get; init; }

    public TimeOnly? EndTime { get; init; }

    /// <summary>An IANA zone (<c>Europe/London</c>) or an offset (<c>+01:00</c>); null means the site's own zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<SpeakerEntry> Speakers { get; init; } = [];

    /// <summary>Who posted it; never taken to be the speaker.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Slides first, then recordings, then the others, each in the order in which they were written.</summary>
    public IReadOnlyList<ResourceEntry> Resources { get; init; } = [];

    /// <summary>Bare, as <c>10.5281/zenodo.1234567</c>; capitals make no difference in one.</summary>
    public string? Doi { get; init; }

    public string? Location { get; init; }

    /// <summary>A BCP 47 tag, such as <c>en</c> or <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The day it was put into the archive.</summary>
    public DateOnly? Posted { get; init; }

    /// <summary>The day the record last changed, as its editor says.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>Old addresses, each beginning with <c>/</c>; the query counts: <c>/?p=1234</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public SeminarStatus Status { get; init; }

    /// <summary>Whether it was, or will be, held when the file says.</summary>
    public EventStatus EventStatus { get; init; }

    /// <summary>Why it was withdrawn, cancelled or postponed.</summary>
    public string? Reason { get; init; }

    /// <summary>The body as safe HTML; its highest heading is an <c>h3</c>. Empty when there is no abstract.</summary>
    public string AbstractHtml { get; init; } = "";

    /// <summary>The body as plain text, paragraphs parted by a blank line.</summary>
    public string AbstractText { get; init; } = "";

    /// <summary>The first sentences of the abstract, at most 300 characters, cut between words.</summary>
    public string Summary { get; init; } = "";
}

/// <summary>One speaker and where they worked on the day; the affiliation belongs to the talk.</summary>
public sealed record SpeakerEntry(string Name, string? Affiliation = null, string? Url = null, string? Orcid = null);

/// <summary>Something to take away.</summary>
/// <param name="Type"><c>slides</c>, <c>recording</c>, or another word in kebab case: <c>paper</c>, <c>source-code</c>.</param>
/// <param name="Label">What to call it, or null for the type's own name.</param>
/// <param name="Url">Absolute (<c>https://…</c>), or from the site's root (<c>/slides/x.pdf</c>), which is then a file under the content folder.</param>
public sealed record ResourceEntry(string Type, string? Label, string Url);

public enum SeminarStatus
{
    Published,
    Draft,
    Withdrawn,
}

/// <summary>What became of the plan to hold it; the words are schema.org's.</summary>
public enum EventStatus
{
    Scheduled,
    Cancelled,
    Postponed,
}
