using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>As much of a seminar as a line of the whole archive shows: less than a row, since there are as many as there are seminars.</summary>
public sealed record SeminarLine
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Language { get; init; }

    public required int DateKey { get; init; }

    public EventStatus EventStatus { get; init; }

    public required IReadOnlyList<SpeakerLine> Speakers { get; init; }

    public PartialDate Date => PartialDate.FromKey(DateKey);
}
