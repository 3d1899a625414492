using System.Globalization;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>How a bibliography refers to a seminar, in the author–date manner; its parts, since each may run in a direction of its own.</summary>
/// <param name="Names"><c>West, Michael</c>; empty when nobody is named.</param>
/// <param name="Title">In quotation marks, with its full stop.</param>
/// <param name="Place">See <see cref="PlaceOf"/>.</param>
/// <param name="Held">The date, as exact as is known.</param>
public sealed record Citation(string Names, int Year, string Title, string? Place, string Held)
{
    public static Citation Of(Seminar seminar, CultureInfo culture)
    {
        var people = seminar.Speakers.Select(s => PersonName.Parse(s.Name)).ToList();
        var names = string.Concat(people.Select((p, i) => Words.Before(i, people.Count) + (i == 0 ? p.FamilyFirst : p.Plain)));
        var title = seminar.Title.Replace('“', '‘').Replace('”', '’');
        var quoted = title[^1] is '?' or '!' or '.' or '…' ? $"“{title}”" : $"“{title}.”";
        return new Citation(names, seminar.Date.Year, quoted, PlaceOf(seminar), Dates.Range(seminar.Date, seminar.EndDate, culture));
    }

    /// <summary>The institution, when all speakers came from one; else null.</summary>
    public static string? PlaceOf(Seminar seminar) => seminar.Speakers.Select(s => s.Affiliation).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : null;
}
