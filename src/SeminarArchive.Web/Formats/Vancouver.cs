using SeminarArchive.Content;

namespace SeminarArchive.Web.Formats;

/// <summary>Vancouver, as the National Library of Medicine has it: a paper presented at a meeting, on the Internet. The day on which it was read is for the reader to add.</summary>
public static class Vancouver
{
    // Of more than six, the first six; of initials, two.
    private const int Most = 6;
    private const int MostInitials = 2;

    public static Citation Cite(CitedSeminar seminar)
    {
        IEnumerable<CitationRun> names = seminar.Speakers.Count == 0 ? [] : [.. CitedSeminar.Stopped(Names(seminar.Speakers)), " "];
        var place = seminar.Place is { } location ? $"; {location}" : "";
        return new Citation("Vancouver", [.. names, new(seminar.Title, CitationRun.Kind.Title), $" [Internet]. {(Words.CalledOff(seminar.Seminar.EventStatus) is { } mark ? $"{mark} seminar" : "Seminar presented")} at: {seminar.Series}; {Date(seminar)}{CitedSeminar.Stopped(place)} Available from: ", new(seminar.Address, CitationRun.Kind.Address)]);
    }

    private static List<CitationRun> Names(IReadOnlyList<PersonName> people) => CitedSeminar.Listed(people.Take(Most).Select(Name), _ => ", ", people.Count > Most ? ", et al." : "");

    private static string Name(PersonName name)
    {
        var initials = CitedSeminar.Initials(name, "", "", "");
        if (initials != name.Given && initials.Length > MostInitials && initials.All(char.IsUpper)) initials = initials[..MostInitials];
        return $"{name.Family} {initials} {name.Generation.TrimEnd('.')}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
    }

    private static string Date(CitedSeminar seminar) => seminar.IsWithinOneYear
        ? OneYear(seminar.First, seminar.Last)
        : $"{OneYear(seminar.First, seminar.First)}–{OneYear(seminar.Last, seminar.Last)}";

    private static string OneYear(PartialDate first, PartialDate last) => $"{first.Year} {CitedSeminar.Days(first, last, m => CitedSeminar.Month(m)[..3], monthFirst: true)}".TrimEnd();
}
