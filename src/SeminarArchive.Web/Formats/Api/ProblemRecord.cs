using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>Why a request was not answered (RFC 9457).</summary>
public sealed record ProblemRecord
{
    /// <summary>The kind of problem; leads to its description.</summary>
    [Url]
    public required string Type { get; init; }

    /// <summary>The kind of problem in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is the matter this time, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The parameter that cannot be used.</summary>
    public string? Parameter { get; init; }

    /// <summary>What stood at the address of a seminar that is gone.</summary>
    public GoneRecord? Seminar { get; init; }

    /// <summary>Where to begin a list again that cannot be gone on with.</summary>
    [Url]
    public string? Restart { get; init; }
}
