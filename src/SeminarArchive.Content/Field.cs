namespace SeminarArchive.Content;

/// <summary>What a field's value looks like.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Markdown, usually a block of lines.</summary>
    Markdown,

    /// <summary>A day, month or year, perhaps with a time.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A time zone's name or an offset.</summary>
    TimeZone,

    /// <summary>Names, or maps with a name and details; one or a list.</summary>
    People,

    /// <summary>Short texts; one or a list.</summary>
    Texts,

    /// <summary>Addresses, or maps with an address and details; one or a list.</summary>
    Links,

    /// <summary>An old path; one or a list.</summary>
    Paths,

    /// <summary>A language code.</summary>
    Language,

    /// <summary>The last part of an address.</summary>
    Slug,

    /// <summary>One of published, draft, cancelled, postponed, withdrawn.</summary>
    Status,

    /// <summary>True or false.</summary>
    YesNo,

    /// <summary>Names of <see cref="Rules"/>; one or a list.</summary>
    RuleNames,
}

/// <summary>A field of a seminar's front matter.</summary>
/// <param name="Name">The name the manual uses.</param>
/// <param name="Aliases">Other names for the same thing; case, hyphens, underscores and spaces make no difference to any name.</param>
/// <param name="Description">One line in plain words.</param>
/// <param name="Example">The field as it would stand in a file.</param>
public sealed record Field(string Name, IReadOnlyList<string> Aliases, FieldKind Kind, string Description, string Example);
