using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>What seminars are gathered under: a category, a tag, an affiliation or an author.</summary>
public sealed record HeadingRecord
{
    /// <summary>As it was last printed.</summary>
    public required string Name { get; init; }

    /// <summary>What the filters of <c>/api/seminars</c> take.</summary>
    public required string Slug { get; init; }

    /// <summary>Published seminars under it.</summary>
    public required int Count { get; init; }

    /// <summary>The page for readers.</summary>
    [Url]
    public required string Url { get; init; }

    /// <summary>Its seminars in this API.</summary>
    [Url]
    public required string Seminars { get; init; }

    /// <summary>Of a category that editors have described.</summary>
    public TextRecord? Description { get; init; }
}
