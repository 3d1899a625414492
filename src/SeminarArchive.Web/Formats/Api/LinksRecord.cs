using System.ComponentModel.DataAnnotations;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>A seminar in other forms.</summary>
public sealed record LinksRecord
{
    /// <summary>The page for readers.</summary>
    [Url]
    public required string Html { get; init; }

    /// <summary>The file that all of it was read from.</summary>
    [Url]
    public required string Markdown { get; init; }

    /// <summary>For BibTeX and biblatex.</summary>
    [Url]
    public required string Bibtex { get; init; }

    /// <summary>RIS, for reference managers.</summary>
    [Url]
    public required string Ris { get; init; }

    /// <summary>CSL JSON.</summary>
    [Url]
    public required string Csl { get; init; }
}
