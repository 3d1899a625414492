using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>A page of seminars and how to show it.</summary>
/// <param name="Page">Which seminars.</param>
/// <param name="Address">Address of the list's first page.</param>
public sealed record SeminarList(SeminarPage Page, string Address)
{
    /// <summary>Show the beginning of each abstract.</summary>
    public bool Excerpts { get; init; }

    /// <summary>All are by one person: name only the affiliation.</summary>
    public bool Solo { get; init; }

    /// <summary>The index's years lead to the year's own pages; else to their place in this list.</summary>
    public bool YearPages { get; init; }

    /// <summary>Show the index of years; a list of one page is its own index.</summary>
    public bool HasIndex => Page.Years.Count > 1 && Page.Pages > 1;

    /// <summary>The rows of this page by year, newest first.</summary>
    public IEnumerable<IGrouping<int, SeminarRow>> ByYear => Page.Items.GroupBy(r => r.DateKey / 10000);

    public string YearAddress(int year) => Page.Items.Any(r => r.DateKey / 10000 == year) ? $"#y{year}"
        : YearPages ? Addresses.Year(year)
        : $"{Addresses.Numbered(Address, Page.PageOfYear(year))}#y{year}";
}

/// <summary>One row and how to show it.</summary>
/// <param name="Heading">Level of the title's heading.</param>
/// <param name="Year">Show the year under the date.</param>
public sealed record RowView(SeminarRow Row, int Heading = 3, bool Year = false, bool Solo = false, bool Excerpt = false)
{
    /// <summary>What a search has marked in it; null outside of results.</summary>
    public FoundSeminar? Found { get; init; }

    /// <summary>Why it stands in the list; null where that goes without saying.</summary>
    public string? Why { get; init; }

    /// <summary>What is said before the row, in a line of its own; null for nothing.</summary>
    public string? Break { get; init; }

    /// <summary>The title where parts of it are marked; else null.</summary>
    public MarkedHtml? Title => Found is null ? null : new MarkedHtml(Found.Title);

    /// <summary>A text, or HTML where parts of it are marked.</summary>
    public object Abstract => Found is null ? Row.Summary : new MarkedHtml(Found.Excerpt);
}
