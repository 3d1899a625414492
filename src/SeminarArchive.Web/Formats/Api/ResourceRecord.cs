using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>Slides, a recording, or something else to take away.</summary>
public sealed record ResourceRecord
{
    /// <summary><c>slides</c>, <c>recording</c>, or another word in kebab case.</summary>
    public required string Type { get; init; }

    /// <summary>What editors call it, where they call it anything.</summary>
    public string? Label { get; init; }

    /// <summary>Where it lies, here or elsewhere; left out while it is named, but not there.</summary>
    [Url]
    public string? Url { get; init; }

    /// <summary>Of a file that the archive keeps itself.</summary>
    public string? MediaType { get; init; }

    /// <summary>In bytes, of a file that the archive keeps itself.</summary>
    public long? Size { get; init; }
}
