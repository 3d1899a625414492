using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>Somebody who has spoken, under one or several forms of the name.</summary>
public sealed record SpeakerRecord
{
    /// <summary>As it was last printed, or as editors have settled it.</summary>
    public required string Name { get; init; }
    /// <summary>What the filter <c>speaker</c> of <c>/api/seminars</c> takes.</summary>
    public required string Slug { get; init; }

    /// <summary>Published seminars.</summary>
    public required int Count { get; init; }

    /// <summary>The page for readers.</summary>
    [Url]
    public required string Url { get; init; }

    /// <summary>The person in this API.</summary>
    [Url]
    public required string ApiUrl { get; init; }

    /// <summary>Their seminars in this API.</summary>
    [Url]
    public required string Seminars { get; init; }

    /// <summary>Every form of the name, <c>name</c> among them.</summary>
    public required IReadOnlyList<string> Spellings { get; init; }

    /// <summary>Their ORCID iD as an address.</summary>
    [Url]
    public string? Orcid { get; init; }

    /// <summary>Their own website.</summary>
    [Url]
    public string? Website { get; init; }

    /// <summary>Safe HTML with absolute addresses; not in lists.</summary>
    public string? BiographyHtml { get; init; }
}
