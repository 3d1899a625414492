using System.Text.Json.Serialization;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A stretch of a list of seminars.</summary>
public sealed record SeminarList : ListOf<SeminarRecord>
{
    /// <summary>How <c>q</c> was understood; left out where nothing was searched for.</summary>
    [JsonPropertyOrder(1)]
    public SearchRecord? Search { get; init; }
}
