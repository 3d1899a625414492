using SeminarArchive.Content;

namespace SeminarArchive.Web.Formats;

/// <summary>The handbook of the Modern Language Association, 9th edition: a lecture, in the archive as its container.</summary>
public static class Mla
{
    private static readonly string[] Months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    public static Citation Cite(CitedSeminar seminar)
    {
        IEnumerable<CitationRun> names = seminar.Speakers.Count == 0 ? [] : [.. CitedSeminar.Stopped(Names(seminar.Speakers)), " "];
        var place = seminar.Place is { } location ? $", {location}" : "";
        return new Citation("MLA", [.. names, .. seminar.Quoted, " ", new(seminar.Series, CitationRun.Kind.Italic), $", {Date(seminar)}{place}, ", new(seminar.Address, CitationRun.Kind.Address), $". {Citation.GenreOf(seminar.Seminar)}."]);
    }

    private static List<CitationRun> Names(IReadOnlyList<PersonName> people)
    {
        var first = people[0].FamilyFirst;
        var comma = first.Contains(',', StringComparison.Ordinal) ? "," : "";
        return people.Count > 2 ? CitedSeminar.Listed([first], _ => "", ", et al.") : CitedSeminar.Listed(people.Select((p, i) => i == 0 ? first : p.InOrder), _ => $"{comma} and ");
    }

    private static string Date(CitedSeminar seminar) => seminar.IsWithinOneYear
        ? OneYear(seminar.First, seminar.Last)
        : $"{OneYear(seminar.First, seminar.First)}–{OneYear(seminar.Last, seminar.Last)}";

    private static string OneYear(PartialDate first, PartialDate last) => $"{CitedSeminar.Days(first, last, m => Months[m - 1], monthFirst: false)} {first.Year}".TrimStart();
}
