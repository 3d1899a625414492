namespace SeminarArchive.Store;

/// <summary>What seminars are gathered under: an author, a category, a person, an affiliation or a tag.</summary>
public abstract class Heading
{
    public int Id { get; internal set; }

    /// <summary>Unique among the headings of one kind.</summary>
    public string Slug { get; internal set; } = "";

    /// <summary>As it was last printed; of people with a file, as the file has it.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Alphabetical order, marks and case folded; of people, the family name first.</summary>
    public string SortKey { get; internal set; } = "";

    /// <summary>Published seminars under it; never 0, since a heading goes with its last seminar.</summary>
    public int Count { get; internal set; }

    /// <summary>The group it stands in on an A–Z page: a letter, <c>0–9</c>, or the name of another script.</summary>
    public string Initial => Initials.Of(SortKey);
}

/// <summary>Who posts seminars; the archive's editors, not its speakers.</summary>
public sealed class Author : Heading;

public sealed class Category : Heading
{
    /// <summary>From <c>content/categories/{slug}.md</c>; safe HTML, or null.</summary>
    public string? DescriptionHtml { get; internal set; }

    public string? DescriptionText { get; internal set; }
}

public sealed class Tag : Heading;

/// <summary>An institution that speakers came from.</summary>
public sealed class Affiliation : Heading;

/// <summary>Somebody who has spoken, under one or several printed forms of the name.</summary>
public sealed class Person : Heading
{
    /// <summary>Their ORCID iD as bare digits (<c>0000-0002-1825-0097</c>): from their people file, else from the newest seminar that gives one.</summary>
    public string? Orcid { get; internal set; }

    /// <summary>From their people file, else from the newest seminar that gives one.</summary>
    public string? Website { get; internal set; }

    /// <summary>Path of their people file under the content folder, or null.</summary>
    public string? File { get; internal set; }

    /// <summary>From their people file: safe HTML, or null.</summary>
    public string? BiographyHtml { get; internal set; }

    /// <summary>Every spelling of the name, a line each; empty when there is only the one.</summary>
    public string Variants { get; internal set; } = "";

    /// <summary>Every spelling of the name, as printed and as their people file has it; at least one.</summary>
    public IReadOnlyList<string> Spellings => Variants.Length == 0 ? [Name] : Variants.Split('\n');
}
