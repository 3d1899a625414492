using SeminarArchive.Content;

namespace SeminarArchive.Web.Formats;

/// <summary>The Chicago Manual of Style, author–date: a paper presented at a meeting.</summary>
public static class Chicago
{
    // Of more than ten, the first seven.
    private const int Most = 10;
    private const int First = 7;

    public static Citation Cite(CitedSeminar seminar)
    {
        var year = $" {seminar.First.Year}. ";
        IEnumerable<CitationRun> beginning = seminar.Speakers.Count == 0
            ? [.. seminar.Quoted, year]
            : [.. CitedSeminar.Stopped(Names(seminar.Speakers)), year, .. seminar.Quoted, " "];
        return new Citation("Chicago", [.. beginning, $"{Citation.GenreOf(seminar.Seminar)}, {seminar.SeriesAndPlace}{Date(seminar)}. ", new(seminar.Address, CitationRun.Kind.Address), "."]);
    }

    // The first is turned round, and a comma parts it from the rest.
    private static List<CitationRun> Names(IReadOnlyList<PersonName> people)
    {
        var names = people.Select((p, i) => i == 0 ? p.FamilyFirst : p.InOrder).ToList();
        if (names.Count > Most) return CitedSeminar.Listed(names.Take(First), _ => ", ", ", et al.");
        var comma = names.Count > 2 || names[0].Contains(',', StringComparison.Ordinal) ? "," : "";
        return CitedSeminar.Listed(names, i => i < names.Count - 1 ? ", " : $"{comma} and ");
    }

    private static string Date(CitedSeminar seminar)
    {
        var days = seminar.IsWithinOneYear
            ? seminar.Days(CitedSeminar.Month, monthFirst: true)
            : $"{Full(seminar.First)}–{Full(seminar.Last)}";
        return days.Length > 0 ? $", {days}" : "";
    }

    private static string Full(PartialDate date) =>
        CitedSeminar.Days(date, date, CitedSeminar.Month, monthFirst: true) is { Length: > 0 } days ? $"{days}{(date.Day is null ? "" : ",")} {date.Year}" : $"{date.Year}";
}
