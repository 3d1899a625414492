using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>What is left of a seminar that was withdrawn or deleted.</summary>
public sealed record GoneRecord
{
    /// <summary>As it was printed.</summary>
    public required string Title { get; init; }

    /// <summary>The day it was held, as exact as is known.</summary>
    [RegularExpression(SeminarRecord.PartialDatePattern)]
    public required string Date { get; init; }

    /// <summary>Why it was withdrawn, where editors have said so.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was deleted.</summary>
    public DateTimeOffset? Removed { get; init; }
}
