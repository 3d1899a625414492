using SeminarArchive.Store.Search;

namespace SeminarArchive.Store;

/// <summary>
/// Lists of published seminars, newest first, and of two at one time in the order of their slugs, so that none moves between pages. Which seminars stand
/// in a list and in which year is known in memory for the newest state that was asked about, so that the last page costs what the first does; rows are read.
/// </summary>
public sealed class SeminarLists(Finder finder)
{
    private const int FewUpcoming = 6;

    private volatile FrontList? _front;

    /// <summary>
    /// One page of those that are over at the moment given, and on the first one the next few that are still to come, or still going on.
    /// </summary>
    /// <param name="number">Beyond the end the page is empty and does not exist.</param>
    public (SeminarPage Past, UpcomingSeminars Upcoming) Front(Archive archive, DateTimeOffset now, int number, int size)
    {
        var catalogue = finder.CatalogueOf(archive);
        var front = FrontOf(catalogue, now.ToUnixTimeSeconds());
        var shown = Shown(front.Past, number, size);
        var rows = archive.ReadRows([.. shown.Concat(number == 1 ? front.Upcoming.Take(FewUpcoming) : []).Select(p => catalogue.Ids[p])]);
        return (new SeminarPage(rows[..shown.Count], number, size, front.Past.Length, front.Years), new UpcomingSeminars([.. rows.Skip(shown.Count)], front.Upcoming.Length));
    }

    public SeminarPage HeldIn(Archive archive, int year, int number, int size)
    {
        var catalogue = finder.CatalogueOf(archive);
        return Page(archive, catalogue, [.. Places(catalogue, year)], number, size);
    }

    public SeminarPage HeldIn(Archive archive, int year, int month, int number, int size)
    {
        var catalogue = finder.CatalogueOf(archive);
        return Page(archive, catalogue, [.. Places(catalogue, year).Where(p => catalogue.MonthOf(p) == month)], number, size);
    }

    public SeminarPage Under(Archive archive, Heading heading, int number, int size)
    {
        var catalogue = finder.CatalogueOf(archive);
        return Page(archive, catalogue, catalogue.Under(heading), number, size);
    }

    /// <summary>How all seminars spread over the years, newest first; each has at least one.</summary>
    public IReadOnlyList<YearCount> Years(Archive archive)
    {
        var catalogue = finder.CatalogueOf(archive);
        return Years(catalogue, [.. Enumerable.Range(0, catalogue.Count)]);
    }

    /// <summary>How all seminars spread over the months, newest first; each has at least one.</summary>
    public IReadOnlyList<MonthCount> Months(Archive archive)
    {
        var catalogue = finder.CatalogueOf(archive);
        return [.. Enumerable.Range(0, catalogue.Count).CountBy(p => (Year: (int)catalogue.Years[p], Month: catalogue.MonthOf(p))).Select(m => new MonthCount(m.Key.Year, m.Key.Month, m.Value))];
    }

    // The same until a seminar that is still to come is over.
    private FrontList FrontOf(Catalogue catalogue, long moment)
    {
        if (_front is { } front && ReferenceEquals(front.Catalogue, catalogue) && moment >= front.From && moment < front.Until) return front;

        var past = new List<int>(catalogue.Count);
        var upcoming = new List<int>();
        var (from, until) = (long.MinValue, long.MaxValue);
        for (var place = 0; place < catalogue.Count; place++)
        {
            var end = catalogue.EndsAt[place];
            if (end <= moment)
            {
                past.Add(place);
                from = Math.Max(from, end);
                continue;
            }

            until = Math.Min(until, end);
            upcoming.Add(place);
        }

        int[] over = [.. past];
        return _front = new FrontList(catalogue, from, until, over, [.. upcoming.OrderBy(p => catalogue.SortKeys[p])], Years(catalogue, over));
    }

    private static SeminarPage Page(Archive archive, Catalogue catalogue, int[] places, int number, int size) =>
        new(archive.ReadRows([.. Shown(places, number, size).Select(p => catalogue.Ids[p])]), number, size, places.Length, Years(catalogue, places));

    private static List<int> Shown(int[] places, int number, int size)
    {
        var shown = new List<int>(size);
        for (var i = (long)(number - 1) * size; number >= 1 && i < Math.Min(places.Length, (long)number * size); i++) shown.Add(places[(int)i]);
        return shown;
    }

    private static List<YearCount> Years(Catalogue catalogue, int[] places)
    {
        var years = new List<YearCount>();
        // In the order of the places, years follow each other.
        for (var (first, end) = (0, 0); first < places.Length; first = end)
        {
            var year = catalogue.Years[places[first]];
            while (end < places.Length && catalogue.Years[places[end]] == year) end++;
            years.Add(new YearCount(year, end - first));
        }

        return years;
    }

    private static IEnumerable<int> Places(Catalogue catalogue, int year)
    {
        var first = year is >= short.MinValue and <= short.MaxValue ? Array.IndexOf(catalogue.Years, (short)year) : -1;
        for (var place = first; place >= 0 && place < catalogue.Count && catalogue.Years[place] == year; place++) yield return place;
    }

    /// <summary>Of the seminars of a state of the archive, which are over from one moment on until another one is; and the others, the soonest first.</summary>
    private sealed record FrontList(Catalogue Catalogue, long From, long Until, int[] Past, int[] Upcoming, List<YearCount> Years);
}
