namespace SeminarArchive.Web.Formats.Api;

/// <summary>How a search was understood.</summary>
public sealed record SearchRecord
{
    /// <summary>As it was asked.</summary>
    public required string Query { get; init; }

    /// <summary>The query whose results these are, where nothing was found as it was asked.</summary>
    public string? Corrected { get; init; }

    /// <summary>How many results have every word; those that lack some come after them.</summary>
    public required int WithEveryWord { get; init; }
}
