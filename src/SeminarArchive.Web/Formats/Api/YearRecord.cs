using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A year in which seminars were held.</summary>
public sealed record YearRecord
{
    /// <summary>In the Gregorian calendar.</summary>
    public required int Year { get; init; }

    /// <summary>Published seminars of the year.</summary>
    public required int Count { get; init; }

    /// <summary>The page for readers.</summary>
    [Url]
    public required string Url { get; init; }

    /// <summary>Its seminars in this API.</summary>
    [Url]
    public required string Seminars { get; init; }
}
