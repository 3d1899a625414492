using System.Globalization;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>How a bibliography refers to a seminar, in the author–date manner.</summary>
public static class Citation
{
    /// <summary>
    /// <c>West, Michael (2020). “Title.” Seminar, Lancaster University Management School, 10 December 2020. Seminar Archive.</c>
    /// Without speakers it begins with the title; several institutions are left out. The address is not part of it.
    /// </summary>
    public static string Text(Seminar seminar, string site, CultureInfo culture)
    {
        var people = seminar.Speakers.Select(s => PersonName.Parse(s.Name)).ToList();
        var names = string.Concat(people.Select((p, i) => Words.Before(i, people.Count) + (i == 0 ? p.FamilyFirst : p.Plain)));
        var title = seminar.Title.Replace('“', '‘').Replace('”', '’');
        var quoted = title[^1] is '?' or '!' or '.' or '…' ? $"“{title}”" : $"“{title}.”";
        var institutions = seminar.Speakers.Select(s => s.Affiliation).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var place = institutions.Count == 1 ? $", {institutions[0]}" : "";
        var held = Dates.Range(seminar.Date, seminar.EndDate, culture);
        var year = seminar.Date.Year.ToString(CultureInfo.InvariantCulture);
        return names.Length == 0
            ? $"{quoted} ({year}). Seminar{place}, {held}. {site}."
            : $"{names} ({year}). {quoted} Seminar{place}, {held}. {site}.";
    }
}
