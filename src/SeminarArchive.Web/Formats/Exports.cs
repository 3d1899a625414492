using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>The whole archive in one file: a table for spreadsheets, and everything there is as JSON, one seminar a line. Newest first, sent while it is read.</summary>
public static class Exports
{
    public const string Csv = "/export/seminars.csv";

    public const string JsonLines = "/export/seminars.jsonl";

    private const int Batch = 32 * 1024;

    // A spreadsheet takes a cell that begins so for a formula, which could send other cells away. The full-width ones are typed in East Asia.
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    private static readonly CsvConfiguration Table = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // By itself the library leaves an LF unquoted once the line end is another.
        ShouldQuote = cell => cell.Field is { Length: > 0 } text && (text.AsSpan().ContainsAny(",\"\r\n") || text[0] == ' ' || text[^1] == ' '),
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
        InjectionCharacters = Formula,
    };

    private static readonly (string Name, Func<Record, string?> Value)[] Columns =
    [
        ("key", r => r.Seminar.Key),
        ("title", r => r.Seminar.Title),
        ("date", r => r.Seminar.Date.ToString()),
        ("end_date", r => r.Seminar.EndDate?.ToString()),
        ("time", r => Clock(r.Time)),
        ("end_time", r => Clock(r.EndTime)),
        ("time_zone", r => r.Zone),
        ("event_status", r => StatusOf(r.Seminar)),
        ("reason", r => r.Seminar.Reason),
        ("speakers", r => Joined(r.Seminar.Speakers.Select(s => s.Name))),
        ("affiliations", r => Affiliations(r.Seminar)),
        ("categories", r => Joined(r.Seminar.Categories.Select(c => c.Name))),
        ("tags", r => Joined(r.Seminar.Tags.Select(t => t.Name))),
        ("location", r => r.Seminar.Location),
        ("language", r => r.Language),
        ("url", r => r.Address.AbsoluteUri),
        ("doi", r => r.Seminar.Doi),
        ("slides", r => Joined(r.Links("slides"))),
        ("recordings", r => Joined(r.Links("recording"))),
        ("posted_by", r => Joined(r.Seminar.Authors.Select(a => a.Name))),
        ("posted", r => Day(r.Seminar.Posted)),
        ("updated", r => Day(r.Seminar.Updated)),
        ("original_title", r => r.Seminar.OriginalTitle),
        ("abstract", r => r.Seminar.Text?.Abstract),
    ];

    // One for all, or one for each in the order of the speakers, empty where none is known.
    private static string? Affiliations(Seminar seminar)
    {
        var each = seminar.Speakers.Select(speaker => speaker.Affiliation?.Replace(';', ',')).ToList();
        return each.Distinct(StringComparer.Ordinal).Count() == 1 ? each[0] : Joined(each);
    }

    public static void MapExports(this WebApplication app)
    {
        app.MapMethods(Csv, [HttpMethods.Get, HttpMethods.Head], AnswerCsvAsync).WithMetadata(new FromArchiveAttribute { IsLong = true });
        app.MapMethods(JsonLines, [HttpMethods.Get, HttpMethods.Head], AnswerJsonAsync).WithMetadata(new FromArchiveAttribute { IsLong = true });
    }

    /// <summary>
    /// RFC 4180 with a byte order mark, without which Excel garbles accents. A cell that would be taken for a formula has an apostrophe before it,
    /// as spreadsheets themselves mark text; the JSON has every text as it is.
    /// </summary>
    private static async Task AnswerCsvAsync(HttpContext context, Archive archive, SiteOptions site)
    {
        if (!Begin(context.Response, "text/csv; charset=utf-8", "seminars.csv")) return;

        var origin = new Uri(site.OriginOf(context.Request));
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Batch, leaveOpen: true);
        await using var csv = new CsvWriter(writer, Table, leaveOpen: true);
        foreach (var (name, _) in Columns) csv.WriteField(name);
        await csv.NextRecordAsync();
        await foreach (var seminar in archive.Seminars.WholeAsync(context.RequestAborted))
        {
            var record = new Record(seminar, site, origin);
            foreach (var (_, value) in Columns) csv.WriteField(value(record));
            await csv.NextRecordAsync();
        }
    }

    private static async Task AnswerJsonAsync(HttpContext context, Archive archive, SiteOptions site)
    {
        if (!Begin(context.Response, "application/jsonl; charset=utf-8", "seminars.jsonl")) return;

        var origin = new Uri(site.OriginOf(context.Request));
        var cancel = context.RequestAborted;
        using var lines = new MemoryStream();
        // The file stands in no page, so that nothing needs to be escaped beyond what JSON asks for.
        await using var json = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await foreach (var seminar in archive.Seminars.WholeAsync(cancel))
        {
            Write(json, new Record(seminar, site, origin));
            await json.FlushAsync(cancel);
            lines.WriteByte((byte)'\n');
            json.Reset();
            if (lines.Length >= Batch) await SendAsync();
        }

        await SendAsync();

        async Task SendAsync()
        {
            await context.Response.Body.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length), cancel);
            lines.SetLength(0);
        }
    }

    // False for HEAD, which is answered by the headers alone.
    private static bool Begin(HttpResponse response, string type, string name)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return !HttpMethods.IsHead(response.HttpContext.Request.Method);
    }

    // Every line has every field, so that a table can be made of them.
    private static void Write(Utf8JsonWriter json, Record record)
    {
        var seminar = record.Seminar;
        json.WriteStartObject();
        json.WriteString("key", seminar.Key);
        json.WriteString("slug", seminar.Slug);
        json.WriteString("url", record.Address.AbsoluteUri);
        json.WriteString("doi", seminar.Doi);
        json.WriteString("title", seminar.Title);
        json.WriteString("original_title", seminar.OriginalTitle);
        json.WriteString("date", seminar.Date.ToString());
        json.WriteString("end_date", seminar.EndDate?.ToString());
        json.WriteString("time", Clock(record.Time));
        json.WriteString("end_time", Clock(record.EndTime));
        json.WriteString("time_zone", record.Zone);
        json.WriteString("event_status", StatusOf(seminar));
        json.WriteString("reason", seminar.Reason);
        json.WriteStartArray("speakers");
        foreach (var speaker in seminar.Speakers)
        {
            json.WriteStartObject();
            json.WriteString("name", speaker.Name);
            json.WriteString("affiliation", speaker.Affiliation);
            json.WriteString("orcid", speaker.Orcid ?? speaker.Person.Orcid);
            json.WriteString("website", (speaker.Url ?? speaker.Person.Website) is { } website ? record.Absolute(website) : null);
            json.WriteString("url", record.Absolute(Addresses.Speaker(speaker.PersonSlug)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "posted_by", seminar.Authors, record);
        json.WriteString("posted", Day(seminar.Posted));
        json.WriteString("updated", Day(seminar.Updated));
        json.WriteString("changed", DateTimeOffset.FromUnixTimeSeconds(seminar.ChangedAt).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Write(json, "categories", seminar.Categories, record);
        Write(json, "tags", seminar.Tags, record);
        json.WriteString("location", seminar.Location);
        json.WriteString("language", record.Language);
        json.WriteString("abstract", seminar.Text?.Abstract ?? "");
        json.WriteString("abstract_html", ElsewhereHtml.From(seminar.Text?.AbstractHtml ?? "", record.Address));
        json.WriteStartArray("resources");
        foreach (var resource in seminar.Resources)
        {
            json.WriteStartObject();
            json.WriteString("type", resource.Type);
            json.WriteString("label", resource.Label);
            json.WriteString("url", resource.IsMissing ? null : record.Absolute(resource.Url));
            if (resource.Size is { } size) json.WriteNumber("size", size);
            else json.WriteNull("size");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Heading> headings, Record record)
    {
        json.WriteStartArray(name);
        foreach (var heading in headings)
        {
            json.WriteStartObject();
            json.WriteString("name", heading.Name);
            json.WriteString("url", record.Absolute(Addresses.Of(heading)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Joined(IEnumerable<string?> values) => string.Join("; ", values);

    private static string StatusOf(Seminar seminar) => seminar.EventStatus.ToString().ToLowerInvariant();

    private static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Record(Seminar Seminar, SiteOptions Site, Uri Origin)
    {
        public Uri Address { get; } = new(Origin, Addresses.Seminar(Seminar.Slug));

        /// <summary>When it began; null where the day is not known, without which a time says nothing.</summary>
        public TimeOnly? Time => Seminar.Date.Day is null ? null : Seminar.Time;

        /// <summary>When it ended; null where the last day is not known.</summary>
        public TimeOnly? EndTime => (Seminar.Last ?? Seminar.Date).Day is null ? null : Seminar.EndTime;

        /// <summary>That of its times, if it has any.</summary>
        public string? Zone => Time is null && EndTime is null ? null : Seminar.TimeZone ?? Site.TimeZone;

        public string Language => Seminar.Language ?? Site.Language;

        public string Absolute(string address) => Addresses.Absolute(Origin, address);

        public IEnumerable<string> Links(string type) => Seminar.Obtainable.Where(r => r.Type == type).Select(r => Absolute(r.Url));
    }
}
