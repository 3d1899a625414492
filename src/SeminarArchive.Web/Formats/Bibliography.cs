using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>A seminar as reference managers take it in, each format with its media type and the ending of its address.</summary>
public static partial class Bibliography
{
    public static readonly IReadOnlyList<(string Name, string Ending, string MediaType)> Kinds =
    [
        ("BibTeX", "bib", "application/x-bibtex"),
        ("RIS", "ris", "application/x-research-info-systems"),
        ("CSL JSON", "json", "application/vnd.citationstyles.csl+json"),
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapBibliography(this WebApplication app) =>
        app.MapMethods("/seminars/{slug}/cite.{ending:regex(^(bib|ris|json)$)}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute());

    /// <summary>Address of a seminar's entry.</summary>
    public static string AddressOf(string slug, string ending) => $"{Addresses.Seminar(slug)}cite.{ending}";

    private static async Task<IResult> AnswerAsync(HttpContext context, Archive archive, SiteOptions site, string slug, string ending, CancellationToken cancel)
    {
        var (seminar, instead) = await archive.OrElseAsync(slug, s => AddressOf(s, ending), cancel);
        if (seminar is null) return instead;

        var origin = site.OriginOf(context.Request);
        var text = ending switch { "bib" => BibTeX(seminar, site, origin), "ris" => Ris(seminar, site, origin), _ => Csl(seminar, site, origin) };
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Key(seminar)}.{ending}\"";
        return Results.Text(text, Kinds.Single(k => k.Ending == ending).MediaType + "; charset=utf-8");
    }

    /// <summary><c>@misc</c>, since BibTeX has no type for talks, with biblatex's fields for the event beside its own.</summary>
    private static string BibTeX(Seminar seminar, SiteOptions site, string origin)
    {
        var names = seminar.Speakers.Select(s => PersonName.Parse(s.Name)).Select(n => n.Given.Length == 0 ? $"{{{TeX(n.Family)}}}" : $"{TeX(n.Family)}, {TeX(n.Given)}");
        var date = seminar.Date;
        var fields = new List<(string Name, string? Value)>
        {
            ("author", string.Join(" and ", names)),
            ("title", $"{{{TeX(seminar.Title)}}}"),
            ("howpublished", TeX(Citation.PlaceOf(seminar) is { } place ? $"Seminar presentation, {place}" : "Seminar presentation")),
            ("eventtitle", TeX(site.Title)),
            ("eventdate", date.ToString()),
            ("venue", seminar.Location is { } location ? TeX(location) : null),
            ("year", date.Year.ToString("0000", CultureInfo.InvariantCulture)),
            ("month", date.Month?.ToString(CultureInfo.InvariantCulture)),
            ("url", Url(origin, seminar)),
            ("language", seminar.Language ?? site.Language),
            ("keywords", TeX(string.Join(", ", seminar.Tags.Select(t => t.Name)))),
            ("abstract", TeX(Line(seminar.Text?.Abstract ?? ""))),
        };
        return $"@misc{{{Key(seminar)},\n{string.Join(",\n", fields.Where(f => f.Value is { Length: > 0 }).Select(f => $"  {f.Name} = {{{f.Value}}}"))}\n}}\n";
    }

    private static string Ris(Seminar seminar, SiteOptions site, string origin)
    {
        var date = seminar.Date;
        var lines = new List<(string Tag, string? Value)> { ("TY", "SLIDE"), ("TI", seminar.Title) };
        lines.AddRange(seminar.Speakers.Select(s => ("AU", (string?)PersonName.Parse(s.Name).FamilyFirst)));
        lines.AddRange(
        [
            ("PY", date.Year.ToString("0000", CultureInfo.InvariantCulture)),
            ("DA", string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}/{date.Month:00}/{date.Day:00}/")),
            ("T2", site.Title),
            ("M3", "Seminar presentation"),
            ("PB", Citation.PlaceOf(seminar)),
            ("CY", seminar.Location),
            ("LA", seminar.Language ?? site.Language),
            ("UR", Url(origin, seminar)),
        ]);
        lines.AddRange(seminar.Resources.Where(r => r.Type == "slides").Select(r => ("L1", (string?)(r.Url.StartsWith('/') ? new Uri(new Uri(origin), r.Url).AbsoluteUri : r.Url))));
        lines.AddRange(seminar.Tags.Select(t => ("KW", (string?)t.Name)));
        lines.Add(("AB", seminar.Text?.Abstract));
        // A line that ends within a value would begin a field of its own.
        return string.Concat(lines.Where(l => l.Value is { Length: > 0 }).Select(l => $"{l.Tag}  - {Line(l.Value!)}\r\n")) + "ER  - \r\n";
    }

    private static string Csl(Seminar seminar, SiteOptions site, string origin)
    {
        var date = new JsonArray(seminar.Date.Year);
        if (seminar.Date.Month is { } month) date.Add(month);
        if (seminar.Date.Day is { } day) date.Add(day);
        var item = new JsonObject
        {
            ["id"] = Url(origin, seminar),
            ["type"] = "speech",
            ["title"] = seminar.Title,
            ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(date) },
            ["genre"] = "Seminar presentation",
            ["event-title"] = site.Title,
            ["language"] = seminar.Language ?? site.Language,
            ["URL"] = Url(origin, seminar),
        };
        if (seminar.Speakers.Count > 0)
        {
            item["author"] = new JsonArray([.. seminar.Speakers.Select(s => PersonName.Parse(s.Name))
                .Select(n => n.Given.Length == 0 ? new JsonObject { ["literal"] = n.Family } : new JsonObject { ["family"] = n.Family, ["given"] = n.Given })]);
        }

        if (Citation.PlaceOf(seminar) is { } publisher) item["publisher"] = publisher;
        if (seminar.Location is { } place) item["event-place"] = place;
        if (seminar.Tags.Count > 0) item["keyword"] = string.Join(", ", seminar.Tags.Select(t => t.Name));
        if (seminar.Text is { Abstract.Length: > 0 } text) item["abstract"] = text.Abstract;
        return new JsonArray(item).ToJsonString(Readable) + "\n";
    }

    private static string Url(string origin, Seminar seminar) => origin + Addresses.Seminar(seminar.Slug);

    // Letters, digits and hyphens are safe in every program; of a slug in another script the date remains.
    private static string Key(Seminar seminar)
    {
        var plain = string.Concat(seminar.Slug.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Trim('-');
        return plain.Length == seminar.Slug.Length ? plain : string.Create(CultureInfo.InvariantCulture, $"seminar-{seminar.DateKey}{(plain.Length > 0 ? "-" : "")}{plain}");
    }

    private static string Line(string text) => Breaks().Replace(text, " ").Trim();

    // A brace counts for BibTeX even where it is escaped, so that an odd one must go by its name.
    private static string TeX(string text)
    {
        var tex = new StringBuilder(text.Length);
        foreach (var c in Line(text))
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

    [GeneratedRegex(@"[\s\p{Cc}\u2028\u2029]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();
}
