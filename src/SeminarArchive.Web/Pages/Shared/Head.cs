using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SeminarArchive.Web.Formats;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>What a page tells the layout about itself.</summary>
public sealed record Head
{
    /// <summary>Without the site's name; null on the front page.</summary>
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The page's one address, from the root; null when it has none (an error, a search).</summary>
    public string? Canonical { get; init; }

    /// <summary>Name and address of the list that the page shows, for its feeds; null where the archive's are offered.</summary>
    public (string Name, string Address)? List { get; init; }

    /// <summary>What the page says of itself to programs; null when it says nothing.</summary>
    public JsonLd? Graph { get; init; }

    /// <summary>The same in other forms, or what programs can ask for beside the page.</summary>
    public IReadOnlyList<Alternate> Alternates { get; init; } = [];

    /// <summary>What reference managers read of a seminar; null on every other page.</summary>
    public ScholarTags? Scholar { get; init; }

    /// <summary>For programs, as the page's headers have them.</summary>
    public IReadOnlyList<TypedLink> Links { get; init; } = [];

    /// <summary>The day a seminar was put into the archive, where that is known.</summary>
    public DateOnly? Posted { get; init; }

    /// <summary>The day its record last changed, where that is known.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>True for a page about one thing, which lists are not.</summary>
    public bool IsArticle { get; init; }

    /// <summary>Which of the masthead's links this page is, or stands under.</summary>
    public string? Section { get; init; }

    /// <summary>True when <see cref="Section"/> is this very page.</summary>
    public bool IsSection { get; init; }

    /// <summary>True for pages whose line moves to the edge on phones, as the seminar's does.</summary>
    public bool Flush { get; init; }

    /// <summary>True when the page has an index of years that the bar's button can open.</summary>
    public bool YearIndex { get; init; }

    /// <summary>True for pages that search engines shall not list.</summary>
    public bool NoIndex { get; init; }

    /// <summary>What was searched for, to stand in the search field.</summary>
    public string? Query { get; init; }

    /// <summary>What other words are looked for within, by the names in an address; empty but for searches that are narrowed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Within { get; init; } = [];

    /// <param name="Type">Its media type.</param>
    /// <param name="Address">From the root.</param>
    public sealed record Alternate(string Type, string Address, string Title);

    public static Head Of(ViewDataDictionary data) => data["Head"] as Head ?? new Head();
}
