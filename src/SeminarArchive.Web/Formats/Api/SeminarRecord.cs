using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A published seminar.</summary>
public sealed record SeminarRecord
{
    /// <summary>Identifies the seminar for ever, also when its slug changes.</summary>
    public required string Key { get; init; }

    /// <summary>Names the seminar in its addresses; unique at any one time.</summary>
    public required string Slug { get; init; }

    /// <summary>The page for readers.</summary>
    [Url]
    public required string Url { get; init; }

    /// <summary>The seminar in this API.</summary>
    [Url]
    public required string ApiUrl { get; init; }
    /// <summary>As printed.</summary>
    public required string Title { get; init; }

    /// <summary>The title it was first published under, where that was another.</summary>
    public string? OriginalTitle { get; init; }

    /// <summary>The day it was, or was to be, held, or its first day, as exact as is known: <c>2020-02-13</c>, <c>2020-02</c> or <c>2020</c>.</summary>
    [RegularExpression(PartialDatePattern)]
    public required string Date { get; init; }

    /// <summary>How exact <c>date</c> is.</summary>
    public required DatePrecision DatePrecision { get; init; }

    /// <summary>The last day of several, as exact as is known.</summary>
    [RegularExpression(PartialDatePattern)]
    public string? EndDate { get; init; }

    /// <summary>When it began, or was to begin, with the offset of that day, where the time is known.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it ended, or was to end, with the offset of that day, where the time is known.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The zone that <c>start</c> and <c>end</c> are in: an IANA name such as <c>Europe/London</c>, or an offset such as <c>+01:00</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether it was, or will be, held when <c>date</c> says: <c>scheduled</c>, <c>cancelled</c> or <c>postponed</c>.</summary>
    public required EventStatus EventStatus { get; init; }

    /// <summary>Why it was cancelled or postponed, where recorded.</summary>
    public string? Reason { get; init; }

    /// <summary>The place, in words.</summary>
    public string? Location { get; init; }

    /// <summary>BCP 47 tag of the title and the abstract.</summary>
    public required string Language { get; init; }

    /// <summary>The DOI that the seminar or its slides are registered under, bare: <c>10.5281/zenodo.1234567</c>.</summary>
    public string? Doi { get; init; }

    /// <summary>In the order in which they are named; may be empty.</summary>
    public required IReadOnlyList<SeminarSpeakerRecord> Speakers { get; init; }

    /// <summary>The beginning of the abstract as plain text, at most 300 characters; may be empty.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole abstract, where there is one; in lists only when <c>expand=abstract</c> asks for it.</summary>
    public TextRecord? Abstract { get; init; }

    /// <summary>Slides, recordings and the like; may be empty.</summary>
    public required IReadOnlyList<ResourceRecord> Resources { get; init; }
    /// <summary>In the order in which they are named; may be empty.</summary>
    public required IReadOnlyList<ReferenceRecord> Categories { get; init; }
    /// <summary>In alphabetical order; may be empty.</summary>
    public required IReadOnlyList<ReferenceRecord> Tags { get; init; }

    /// <summary>Who posted it; not its speakers.</summary>
    public required IReadOnlyList<ReferenceRecord> Authors { get; init; }

    /// <summary>The day it was first published, where recorded.</summary>
    public DateOnly? Posted { get; init; }

    /// <summary>The day its editors last changed it, where recorded.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>Since when the archive has had it as it is.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>The same seminar in other forms; not in lists.</summary>
    public LinksRecord? Links { get; init; }

    internal const string PartialDatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
}
