using System.Globalization;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>RIS, with the type by which Zotero keeps a presentation.</summary>
public static class Ris
{
    public static string Of(Seminar seminar, string series, string language, string address)
    {
        var date = seminar.Date;
        var lines = new List<(string Tag, string? Value)> { ("TY", "SLIDE"), ("TI", seminar.Title) };
        lines.AddRange(seminar.Speakers.Select(s => ("AU", (string?)PersonName.Parse(s.Name).FamilyFirst)));
        lines.AddRange(
        [
            ("PY", date.Year.ToString("0000", CultureInfo.InvariantCulture)),
            ("DA", string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}/{date.Month:00}/{date.Day:00}/")),
            ("T2", series),
            ("M3", Citation.GenreOf(seminar)),
            ("PB", Citation.PlaceOf(seminar)),
            ("CY", Venue.Of(seminar.Location)?.Text),
            ("LA", seminar.Language ?? language),
            ("DO", seminar.Doi),
            ("UR", address),
        ]);
        lines.AddRange(seminar.Obtainable.Where(r => r.Type == "slides").Select(r => ("L1", (string?)(r.Url.StartsWith('/') ? new Uri(new Uri(address), r.Url).AbsoluteUri : r.Url))));
        lines.AddRange(seminar.Tags.Select(t => ("KW", (string?)t.Name)));
        lines.Add(("AB", seminar.Text?.Abstract));
        // A line that ends within a value would begin a field of its own.
        return string.Concat(lines.Where(l => l.Value is { Length: > 0 }).Select(l => $"{l.Tag}  - {Bibliography.Line(l.Value!)}\r\n")) + "ER  - \r\n";
    }
}
