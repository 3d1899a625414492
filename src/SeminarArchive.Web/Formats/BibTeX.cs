using System.Globalization;
using System.Text;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary><c>@misc</c>, since BibTeX has no type for talks, with biblatex's fields for the event beside its own.</summary>
public static class BibTeX
{
    // By the names that every style has words for in its own language; in braces they would be words themselves.
    private const string Month = "month";
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Of(Seminar seminar, string key, string series, string language, string address)
    {
        var date = seminar.Date;
        var fields = new List<(string Name, string? Value)>
        {
            ("author", string.Join(" and ", seminar.Speakers.Select(s => Name(PersonName.Parse(s.Name))))),
            ("title", $"{{{TeX(seminar.Title)}}}"),
            ("howpublished", TeX(Citation.GenreOf(seminar) + (Citation.PlaceOf(seminar) is { } place ? $", {place}" : ""))),
            ("eventtitle", TeX(series)),
            ("eventdate", seminar.Last is { } end ? $"{date}/{end}" : date.ToString()),
            ("venue", Venue.Of(seminar.Location)?.Text is { } venue ? TeX(venue) : null),
            ("year", date.Year.ToString("0000", CultureInfo.InvariantCulture)),
            (Month, date.Month is { } month ? Months[month - 1] : null),
            // Taken as it stands by whoever reads it, as the address is; a brace would end the field.
            ("doi", seminar.Doi?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)),
            ("url", address),
            ("language", seminar.Language ?? language),
            ("keywords", TeX(string.Join(", ", seminar.Tags.Select(t => t.Name)))),
            ("abstract", TeX(seminar.Text?.Abstract ?? "")),
        };
        return $"@misc{{{key},\n{string.Join(",\n", fields.Where(f => f.Value is { Length: > 0 }).Select(f => f.Name == Month ? $"  {f.Name} = {f.Value}" : $"  {f.Name} = {{{f.Value}}}"))}\n}}\n";
    }

    // What cannot be parted is one name in braces.
    private static string Name(PersonName name) =>
        name.Given.Length == 0 ? $"{{{TeX(name.Plain)}}}"
        : name.Generation.Length > 0 ? $"{TeX(name.Family)}, {name.Generation}, {TeX(name.Given)}"
        : $"{TeX(name.Family)}, {TeX(name.Given)}";

    // A brace counts for BibTeX even where it is escaped, so that an odd one must go by its name.
    private static string TeX(string text)
    {
        var tex = new StringBuilder(text.Length);
        foreach (var c in Bibliography.Line(text))
        {
            tex.Append(c switch
            {
                '{' => "\\textbraceleft{}",
                '}' => "\\textbraceright{}",
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return tex.ToString();
    }
}
