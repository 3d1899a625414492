using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A speaker as one seminar names them.</summary>
public sealed record SeminarSpeakerRecord
{
    /// <summary>As printed that day.</summary>
    public required string Name { get; init; }

    /// <summary>The person's, under whichever name they spoke.</summary>
    public required string Slug { get; init; }

    /// <summary>The person's page for readers.</summary>
    [Url]
    public required string Url { get; init; }

    /// <summary>The person in this API.</summary>
    [Url]
    public required string ApiUrl { get; init; }

    /// <summary>The institution they came from that day.</summary>
    public ReferenceRecord? Affiliation { get; init; }

    /// <summary>Their ORCID iD as an address.</summary>
    [Url]
    public string? Orcid { get; init; }

    /// <summary>Their own website.</summary>
    [Url]
    public string? Website { get; init; }
}
