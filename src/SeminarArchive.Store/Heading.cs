namespace SeminarArchive.Store;

/// <summary>What seminars are gathered under: an author, a category, a person, an affiliation or a tag.</summary>
public abstract class Heading
{
    public int Id { get; internal set; }

    /// <summary>Unique among the headings of one kind.</summary>
    public string Slug { get; internal set; } = "";

    /// <summary>As it was last printed.</summary>
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
    /// <summary>Their ORCID iD as bare digits (<c>0000-0002-1825-0097</c>), from the newest seminar that gives one.</summary>
    public string? Orcid { get; internal set; }

    public string? Website { get; internal set; }
}
