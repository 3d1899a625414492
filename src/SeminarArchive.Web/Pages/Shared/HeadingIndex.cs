using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>A list of headings in alphabetical order; a long one is parted by initial.</summary>
public sealed record HeadingIndex(IReadOnlyList<Heading> Headings)
{
    private const int Short = 24;

    public bool IsShort => Headings.Count <= Short;

    /// <summary>Letters first, then digits, then other scripts by name; within each the given order.</summary>
    public IReadOnlyList<IGrouping<string, Heading>> Groups { get; } =
        [.. Headings.GroupBy(h => h.Initial, StringComparer.Ordinal).OrderBy(g => g.Key.Length == 1 ? 0 : g.Key == "0–9" ? 1 : g.Key == "Other" ? 3 : 2).ThenBy(g => g.Key, StringComparer.Ordinal)];

    /// <summary>The target of a group's link on the page; the search field is <c>q</c>.</summary>
    public static string Anchor(string initial) => "in-" + (initial == "0–9" ? "digits" : initial.ToLowerInvariant().Replace(' ', '-'));
}
