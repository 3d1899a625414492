namespace SeminarArchive.Web.Formats.Api;

/// <summary>Answers as they could be, for the description of the API; a test holds them against it.</summary>
public static class ApiExamples
{
    /// <summary>Of no archive in particular, so that the description is the same in all.</summary>
    public const string Origin = "https://seminars.example.org";

    private static readonly ReferenceRecord Academy = new() { Name = "NHS Leadership Academy", Slug = "nhs-leadership-academy", Url = Origin + "/affiliation/nhs-leadership-academy/" };

    private static readonly SeminarRecord Short = new()
    {
        Key = "the-patient-role-in-developing-healthcare-leaders",
        Slug = "the-patient-role-in-developing-healthcare-leaders",
        Url = Origin + "/seminars/the-patient-role-in-developing-healthcare-leaders/",
        ApiUrl = Origin + "/api/seminars/the-patient-role-in-developing-healthcare-leaders",
        Title = "The patient role in developing healthcare leaders",
        Date = "2020-02-13",
        DatePrecision = DatePrecision.Day,
        Start = new DateTimeOffset(2020, 2, 13, 17, 0, 0, TimeSpan.Zero),
        End = new DateTimeOffset(2020, 2, 13, 18, 30, 0, TimeSpan.Zero),
        TimeZone = "Europe/London",
        EventStatus = EventStatus.Scheduled,
        Location = "Room 3.41",
        Language = "en-GB",
        Doi = "10.5281/zenodo.1234567",
        Speakers =
        [
            new()
            {
                Name = "Rachel Hawley",
                Slug = "rachel-hawley",
                Url = Origin + "/speaker/rachel-hawley/",
                ApiUrl = Origin + "/api/speakers/rachel-hawley",
                Affiliation = Academy,
                Orcid = "https://orcid.org/0000-0002-1825-0097",
            },
        ],
        Summary = "Patient and service user involvement has become part of everyday practice.",
        Resources = [new() { Type = "slides", Url = Origin + "/slides/2020/hawley.pdf", MediaType = "application/pdf", Size = 1_843_200 }],
        Categories = [new() { Name = "Previous Seminars", Slug = "previous-seminars", Url = Origin + "/category/previous-seminars/" }],
        Tags = [new() { Name = "leadership", Slug = "leadership", Url = Origin + "/tag/leadership/" }],
        Authors = [new() { Name = "Lucy Chapman", Slug = "lucy-chapman", Url = Origin + "/author/lucy-chapman/" }],
        Posted = new DateOnly(2020, 2, 20),
        Changed = new DateTimeOffset(2020, 2, 20, 9, 30, 0, TimeSpan.Zero),
    };

    public static readonly SeminarRecord Seminar = Short with
    {
        Abstract = new() { Html = "<p>Patient and service user involvement has become part of everyday practice.</p>", Text = "Patient and service user involvement has become part of everyday practice." },
        Links = new()
        {
            Html = Short.Url,
            Markdown = Short.Url.TrimEnd('/') + ".md",
            Bibtex = Short.Url + "cite.bib",
            Ris = Short.Url + "cite.ris",
            Csl = Short.Url + "cite.json",
        },
    };

    public static readonly SeminarList Seminars = new()
    {
        Total = 3,
        Items = [Short],
        Next = $"{Origin}/api/seminars?q=patient%20role&year=2020&limit=1&cursor={new Cursor("5f1c0de2a7b3", ["8d1f", "1", "2"])}",
        Search = new() { Query = "patient role", WithEveryWord = 2 },
    };

    public static readonly SpeakerRecord Speaker = new()
    {
        Name = "Rachel Hawley",
        Slug = "rachel-hawley",
        Count = 2,
        Url = Origin + "/speaker/rachel-hawley/",
        ApiUrl = Origin + "/api/speakers/rachel-hawley",
        Seminars = Origin + "/api/seminars?speaker=rachel-hawley",
        Spellings = ["Dr Rachel Hawley", "Rachel Hawley"],
        Orcid = "https://orcid.org/0000-0002-1825-0097",
        BiographyHtml = "<p>Works on how patients take part in leadership.</p>",
    };

    public static readonly ListOf<SpeakerRecord> Speakers = new() { Total = 1, Items = [Speaker with { BiographyHtml = null }] };

    public static readonly ListOf<HeadingRecord> Authors = Only("Lucy Chapman", "lucy-chapman", "author");

    public static readonly ListOf<HeadingRecord> Categories = Only("Previous Seminars", "previous-seminars", "category", new() { Html = "<p>Seminars of earlier years.</p>", Text = "Seminars of earlier years." });

    public static readonly ListOf<HeadingRecord> Affiliations = Only(Academy.Name, Academy.Slug, "affiliation");

    public static readonly ListOf<HeadingRecord> Tags = Only("leadership", "leadership", "tag");

    public static readonly ListOf<YearRecord> Years = new() { Total = 1, Items = [new() { Year = 2020, Count = 14, Url = Origin + "/2020/", Seminars = Origin + "/api/seminars?year=2020" }] };

    private static ListOf<HeadingRecord> Only(string name, string slug, string kind, TextRecord? description = null) => new()
    {
        Total = 1,
        Items = [new() { Name = name, Slug = slug, Count = 14, Url = $"{Origin}/{kind}/{slug}/", Seminars = $"{Origin}/api/seminars?{kind}={slug}", Description = description }],
    };
}
