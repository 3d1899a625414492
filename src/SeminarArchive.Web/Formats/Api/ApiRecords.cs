using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>What the archive holds, as the API shows it.</summary>
/// <param name="origin">Scheme and host of the public address.</param>
public sealed class ApiRecords(SiteOptions site, string origin)
{
    /// <param name="whole">With all that a list leaves out.</param>
    public SeminarRecord Of(Seminar seminar, bool whole)
    {
        var page = Addresses.Seminar(seminar.Slug);
        return new SeminarRecord
        {
            Key = seminar.Key,
            Slug = seminar.Slug,
            Url = origin + page,
            ApiUrl = origin + ApiAddresses.Seminar(seminar.Slug),
            Title = seminar.Title,
            OriginalTitle = seminar.OriginalTitle,
            Date = seminar.Date.ToString(),
            DatePrecision = seminar.Date switch { { Month: null } => DatePrecision.Year, { Day: null } => DatePrecision.Month, _ => DatePrecision.Day },
            EndDate = seminar.EndDate?.ToString(),
            Start = Dates.At(seminar.Date, seminar.Time, seminar.TimeZone, site.Zone),
            End = Dates.EndOf(seminar, site.Zone),
            TimeZone = seminar.Date.Day is not null && (seminar.Time ?? seminar.EndTime) is not null ? ZoneOf(seminar) : null,
            EventStatus = (EventStatus)seminar.EventStatus,
            Reason = seminar.Reason,
            Location = seminar.Location,
            Language = seminar.Language ?? site.Language,
            Doi = seminar.Doi,
            Speakers = seminar.Speakers.ConvertAll(Of),
            Summary = seminar.Summary,
            Abstract = seminar.Text is { AbstractHtml.Length: > 0 } text ? Of(text.AbstractHtml, text.Abstract, page) : null,
            Resources = seminar.Resources.ConvertAll(Of),
            Categories = seminar.Categories.ConvertAll(Reference),
            Tags = seminar.Tags.ConvertAll(Reference),
            Authors = seminar.Authors.ConvertAll(Reference),
            Posted = seminar.Posted,
            Updated = seminar.Updated,
            Changed = DateTimeOffset.FromUnixTimeSeconds(seminar.ChangedAt),
            Links = !whole ? null : new LinksRecord
            {
                Html = origin + page,
                Markdown = $"{origin}{page.TrimEnd('/')}.md",
                Bibtex = origin + Bibliography.AddressOf(Addresses.Seminar(seminar.Slug), "bib"),
                Ris = origin + Bibliography.AddressOf(Addresses.Seminar(seminar.Slug), "ris"),
                Csl = origin + Bibliography.AddressOf(Addresses.Seminar(seminar.Slug), "json"),
            },
        };
    }

    /// <inheritdoc cref="Of(Seminar, bool)"/>
    public SpeakerRecord Of(Person person, bool whole) => new()
    {
        Name = person.Name,
        Slug = person.Slug,
        Count = person.Count,
        Url = origin + Addresses.Speaker(person.Slug),
        ApiUrl = origin + ApiAddresses.Speaker(person.Slug),
        Seminars = origin + ApiAddresses.SeminarsOf("speaker", person.Slug),
        Spellings = person.Spellings,
        Orcid = Orcid(person.Orcid),
        Website = person.Website is { } website ? Absolute(website) : null,
        BiographyHtml = whole && person.BiographyHtml is { Length: > 0 } html ? ElsewhereHtml.From(html, new Uri(origin + Addresses.Speaker(person.Slug))) : null,
    };

    /// <param name="filter">The parameter by which <c>/api/seminars</c> asks for the heading.</param>
    public HeadingRecord Of(Heading heading, string filter) => new()
    {
        Name = heading.Name,
        Slug = heading.Slug,
        Count = heading.Count,
        Url = origin + Addresses.Of(heading),
        Seminars = origin + ApiAddresses.SeminarsOf(filter, heading.Slug),
        Description = heading is Category { DescriptionHtml: { Length: > 0 } html } category ? Of(html, category.DescriptionText ?? "", Addresses.Of(heading)) : null,
    };

    public YearRecord Of(YearCount year) => new()
    {
        Year = year.Year,
        Count = year.Count,
        Url = origin + Addresses.Year(year.Year),
        Seminars = origin + ApiAddresses.SeminarsOf("year", year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    private SeminarSpeakerRecord Of(SeminarSpeaker speaker) => new()
    {
        Name = speaker.Name,
        Slug = speaker.Person.Slug,
        Url = origin + Addresses.Speaker(speaker.Person.Slug),
        ApiUrl = origin + ApiAddresses.Speaker(speaker.Person.Slug),
        Affiliation = speaker is { Affiliation: { } name, AffiliationSlug: { } slug } ? new ReferenceRecord { Name = name, Slug = slug, Url = origin + Addresses.Affiliation(slug) } : null,
        Orcid = Orcid(speaker.Orcid ?? speaker.Person.Orcid),
        Website = (speaker.Url ?? speaker.Person.Website) is { } website ? Absolute(website) : null,
    };

    private ResourceRecord Of(SeminarResource resource)
    {
        var own = resource.Url.StartsWith('/');
        return new ResourceRecord
        {
            Type = resource.Type,
            Label = resource.Label,
            Url = resource.IsMissing ? null : Absolute(resource.Url),
            MediaType = own ? ContentFiles.TypeOf(resource.Url.Split('?', '#')[0]) : null,
            Size = resource.Size,
        };
    }

    private ReferenceRecord Reference(Heading heading) => new() { Name = heading.Name, Slug = heading.Slug, Url = origin + Addresses.Of(heading) };

    private TextRecord Of(string html, string text, string page) => new() { Html = ElsewhereHtml.From(html, new Uri(origin + page)), Text = text };

    // What editors wrote may hold spaces or letters of any script.
    private string Absolute(string url) => Addresses.Absolute(new Uri(origin), url);

    private static string? Orcid(string? digits) => digits is null ? null : "https://orcid.org/" + digits;

    private string ZoneOf(Seminar seminar) => SeminarZone.Find(seminar.TimeZone, site.Zone).Id;
}
