using SeminarArchive.Content;

namespace SeminarArchive.Web.Formats;

/// <summary>Harvard, as Cite Them Right has it: a lecture, to be found online. The day on which it was read is for the reader to add.</summary>
public static class Harvard
{
    // Of more than three, the first.
    private const int Most = 3;

    public static Citation Cite(CitedSeminar seminar)
    {
        var year = seminar.IsWithinOneYear ? $"({seminar.First.Year}) " : $"({seminar.First.Year}–{seminar.Last.Year}) ";
        IEnumerable<CitationRun> title = ["‘", new(seminar.Title, CitationRun.Kind.Title), "’ "];
        IEnumerable<CitationRun> beginning = seminar.Speakers.Count == 0 ? [.. title, year] : [.. Names(seminar.Speakers), " " + year, .. title];
        var rest = string.Concat(new[] { seminar.Place, Date(seminar) }.Where(t => t is { Length: > 0 }).Select(t => $" {CitedSeminar.Stopped(t!)}"));
        return new Citation("Harvard", [.. beginning, $"[{Citation.GenreOf(seminar.Seminar)}]. ", new(seminar.Series, CitationRun.Kind.Italic), $"{(CitedSeminar.Ends(seminar.Series) ? "" : ".")}{rest} Available at: ", new(seminar.Address, CitationRun.Kind.Address), "."]);
    }

    private static List<CitationRun> Names(IReadOnlyList<PersonName> people)
    {
        var names = people.Select(Name).ToList();
        return names.Count > Most ? [new(names[0], CitationRun.Kind.Written), " ", new("et al.", CitationRun.Kind.Italic)]
            : CitedSeminar.Listed(names, i => Words.Before(i, names.Count));
    }

    private static string Name(PersonName name)
    {
        var initials = CitedSeminar.Initials(name, ".", "", "-");
        return name.Family + (initials.Length > 0 ? $", {initials}" : "") + (name.Generation.Length > 0 ? $", {name.Generation}" : "");
    }

    private static string Date(CitedSeminar seminar) => seminar.IsWithinOneYear
        ? seminar.Days(CitedSeminar.Month, monthFirst: false)
        : $"{Full(seminar.First)}–{Full(seminar.Last)}";

    private static string Full(PartialDate date) => $"{CitedSeminar.Days(date, date, CitedSeminar.Month, monthFirst: false)} {date.Year}".TrimStart();
}
