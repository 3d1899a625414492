using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A category, tag, author or affiliation, by its name.</summary>
public sealed record ReferenceRecord
{
    /// <summary>As printed.</summary>
    public required string Name { get; init; }

    /// <summary>What the filters of <c>/api/seminars</c> take.</summary>
    public required string Slug { get; init; }

    /// <summary>Its page for readers.</summary>
    [Url]
    public required string Url { get; init; }
}
