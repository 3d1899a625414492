namespace SeminarArchive.Web.Formats.Api;

/// <summary>A text in two forms.</summary>
public sealed record TextRecord
{
    /// <summary>Safe HTML, without script and style; its addresses are absolute, and its headings begin at <c>h3</c>.</summary>
    public required string Html { get; init; }

    /// <summary>Plain text, paragraphs parted by a blank line.</summary>
    public required string Text { get; init; }
}
