using SeminarArchive.Content;

namespace SeminarArchive.Web.Formats;

/// <summary>The handbook of the Modern Language Association, 9th edition: a lecture, in the archive as its container.</summary>
public static class Mla
{
    private static readonly string[] Months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    public static Citation Cite(CitedSeminar seminar)
    {
        IEnumerable<CitationRun> names = seminar.Speakers.Count == 0 ? [] : [new(CitedSeminar.Stopped(Names(seminar.Speakers)), CitationRun.Kind.Written), " "];
        var place = seminar.Place is { } location ? $", {location}" : "";
        return new Citation("MLA", [.. names, .. seminar.Quoted, " ", new(seminar.Series, CitationRun.Kind.Italic), $", {Date(seminar)}{place}, ", new(seminar.Address, CitationRun.Kind.Address), $". {Citation.GenreOf(seminar.Seminar)}."]);
    }

    private static string Names(IReadOnlyList<PersonName> people)
    {
        var first = people[0].FamilyFirst;
        var comma = people.Count > 2 || first.Contains(',', StringComparison.Ordinal) ? "," : "";
        return people.Count == 1 ? first : $"{first}{comma} {(people.Count > 2 ? "et al." : $"and {people[1].InOrder}")}";
    }

    private static string Date(CitedSeminar seminar) => seminar.IsWithinOneYear
        ? OneYear(seminar.First, seminar.Last)
        : $"{OneYear(seminar.First, seminar.First)}–{OneYear(seminar.Last, seminar.Last)}";

    private static string OneYear(PartialDate first, PartialDate last) => $"{CitedSeminar.Days(first, last, m => Months[m - 1], monthFirst: false)} {first.Year}".TrimStart();
}
