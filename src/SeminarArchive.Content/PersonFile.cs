namespace SeminarArchive.Content;

/// <summary>A person as their people file describes them: every value checked, nothing guessed.</summary>
public sealed record PersonFile
{
    /// <summary>Path under the content folder, with forward slashes: <c>people/west.md</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The last part of the address of their page: <c>slug:</c>, else the name without its titles. The file's own name counts for nothing.</summary>
    public required string Slug { get; init; }

    /// <summary>As their page prints it, titles and all.</summary>
    public required string Name { get; init; }

    /// <summary>Other spellings of the name, in the order in which they were written.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Old addresses that lead to their page, each beginning with <c>/</c>.</summary>
    public IReadOnlyList<string> OldAddresses { get; init; } = [];

    /// <summary>As <c>0000-0002-1825-0097</c>.</summary>
    public string? Orcid { get; init; }

    /// <summary>Absolute.</summary>
    public string? Website { get; init; }

    /// <summary>Names of warnings and notices that do not apply; <c>name-similar</c> tells the person apart from all whose names look like theirs.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The body as safe HTML; its highest heading is an <c>h2</c>. Empty when there is no biography.</summary>
    public string BiographyHtml { get; init; } = "";

    /// <summary>The body as plain text, paragraphs parted by a blank line.</summary>
    public string BiographyText { get; init; } = "";

    /// <summary>True when the file wants to hear nothing of a rule.</summary>
    public bool Ignores(string rule) => Ignore.Contains(rule, StringComparer.Ordinal);
}

/// <summary>What came of reading one people file.</summary>
/// <param name="Path">Path under the content folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of the file's bytes in hexadecimal; empty when the file could not be read.</param>
/// <param name="Person">Null when one of the problems is an error.</param>
/// <param name="Problems">Every problem of the file, in the order of its lines.</param>
public sealed record PersonReading(string Path, string Hash, PersonFile? Person, IReadOnlyList<Problem> Problems);
