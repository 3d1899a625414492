using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A stretch of a list.</summary>
public record ListOf<T>
{
    /// <summary>How many the whole list has now.</summary>
    public required int Total { get; init; }
    /// <summary>In the order of the list; as many as were asked for, fewer at its end.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Where the list goes on; left out at its end.</summary>
    [Url]
    public string? Next { get; init; }
}
