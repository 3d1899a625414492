namespace SeminarArchive.Store;

/// <summary>One numbered page of a longer list.</summary>
/// <param name="Items">In the order of the list; at most <paramref name="Size"/>.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Total">Items on all pages together.</param>
public record PageOf<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    /// <summary>How many pages there are; an empty list has one.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>False beyond the end.</summary>
    public bool Exists => Number >= 1 && Number <= Pages;
}

/// <summary>How many seminars of a list fall into one year.</summary>
public sealed record YearCount(int Year, int Count);

/// <summary>How many seminars fall into one month; month 0 holds those whose month is not known.</summary>
public sealed record MonthCount(int Year, int Month, int Count);

/// <summary>Seminars still to come, the first few of them, and how many there are.</summary>
/// <param name="First">The soonest first; of several at one time in the order of lists.</param>
public sealed record UpcomingSeminars(IReadOnlyList<SeminarRow> First, int Total);

/// <summary>One page of seminars, newest first, with the years that the whole list spans.</summary>
/// <param name="Years">Newest first; each has at least one seminar.</param>
public sealed record SeminarPage(IReadOnlyList<SeminarRow> Items, int Number, int Size, int Total, IReadOnlyList<YearCount> Years)
    : PageOf<SeminarRow>(Items, Number, Size, Total)
{
    /// <summary>The newest and oldest year on a page of this list, also on one that is not loaded.</summary>
    public (int Newest, int Oldest) YearsOn(int number) =>
        (YearAt((number - 1) * Size), YearAt(Math.Min(number * Size, Total) - 1));

    /// <summary>The page on which a year begins.</summary>
    public int PageOfYear(int year) => (Years.TakeWhile(y => y.Year > year).Sum(y => y.Count) / Size) + 1;

    /// <summary>How many of a year's seminars stand on earlier pages.</summary>
    public int Before(int year) => Math.Max(0, ((Number - 1) * Size) - Years.TakeWhile(y => y.Year > year).Sum(y => y.Count));

    private int YearAt(int index)
    {
        foreach (var year in Years)
        {
            if (index < year.Count) return year.Year;
            index -= year.Count;
        }

        return Years.Count == 0 ? 0 : Years[^1].Year;
    }
}
