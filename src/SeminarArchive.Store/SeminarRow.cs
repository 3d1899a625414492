using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>As much of a seminar as one row of a list shows.</summary>
public sealed record SeminarRow
{
    public required int Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Language { get; init; }

    public required int DateKey { get; init; }

    public int? EndDateKey { get; init; }

    public TimeOnly? Time { get; init; }

    public TimeOnly? EndTime { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>Unix seconds from which it counts as past.</summary>
    public required long EndsAt { get; init; }

    /// <summary>Unix seconds from which it counts as today's, or as going on.</summary>
    public required long BeginsAt { get; init; }

    public string? Location { get; init; }

    public required string Summary { get; init; }

    public EventStatus EventStatus { get; init; }

    public bool HasSlides { get; init; }

    public bool HasRecording { get; init; }

    public required IReadOnlyList<SpeakerLine> Speakers { get; init; }

    public PartialDate Date => PartialDate.FromKey(DateKey);

    /// <summary>The last of several days; null when it took no more than one.</summary>
    public PartialDate? Last => EndDateKey is { } key && PartialDate.FromKey(key) is var end && end > Date ? end : null;
}

/// <summary>A speaker as a row names them.</summary>
public sealed record SpeakerLine(string Name, string Slug, string? Affiliation, string? AffiliationSlug);
