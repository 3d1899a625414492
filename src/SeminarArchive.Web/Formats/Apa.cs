using SeminarArchive.Content;

namespace SeminarArchive.Web.Formats;

/// <summary>The manual of the American Psychological Association, 7th edition: a conference presentation (10.5).</summary>
public static class Apa
{
    // Of more than twenty, the first nineteen and the last.
    private const int Most = 20;

    public static Citation Cite(CitedSeminar seminar)
    {
        CitationRun title = new(seminar.Title, CitationRun.Kind.ItalicTitle);
        string kind = $" [{Citation.GenreOf(seminar.Seminar)}]. ", date = $"({Date(seminar)}). ";
        IEnumerable<CitationRun> beginning = seminar.Speakers.Count == 0 ? [title, kind, date] : [.. CitedSeminar.Stopped(Names(seminar.Speakers)), " " + date, title, kind];
        return new Citation("APA", [.. beginning, CitedSeminar.Stopped(seminar.SeriesAndPlace) + " ", new(seminar.Address, CitationRun.Kind.Address)]);
    }

    private static List<CitationRun> Names(IReadOnlyList<PersonName> people)
    {
        IReadOnlyList<PersonName> shown = people.Count > Most ? [.. people.Take(Most - 1), people[^1]] : people;
        return CitedSeminar.Listed(shown.Select(Name), i => i < shown.Count - 1 ? ", " : people.Count > Most ? ", . . . " : ", & ");
    }

    private static string Name(PersonName name)
    {
        var initials = CitedSeminar.Initials(name, ".", " ", "-");
        return name.Family + (initials.Length > 0 ? $", {initials}" : "") + (name.Generation.Length > 0 ? $", {name.Generation}" : "");
    }

    private static string Date(CitedSeminar seminar) => seminar.IsWithinOneYear
        ? OneYear(seminar.First, seminar.Last)
        : $"{OneYear(seminar.First, seminar.First)}–{OneYear(seminar.Last, seminar.Last)}";

    private static string OneYear(PartialDate first, PartialDate last) =>
        CitedSeminar.Days(first, last, CitedSeminar.Month, monthFirst: true) is { Length: > 0 } days ? $"{first.Year}, {days}" : $"{first.Year}";
}
