using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Web.Pages.Shared;

namespace SeminarArchive.Web.Formats;

/// <summary>A seminar as every feed tells of it; all texts can stand in XML, all addresses are absolute.</summary>
public sealed record FeedEntry
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The same for ever and in all feeds; see <see cref="FeedId"/>.</summary>
    public required string Id { get; init; }

    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>Of title and abstract, where it is not the feed's.</summary>
    public string? Language { get; init; }

    /// <summary>Who spoke and when, and the beginning of the abstract, as plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>Who spoke, when and where, the whole abstract, and what there is to take away, as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>
    /// The day it was posted; where none is recorded, the day it was held, if the archive did not know of it earlier and the day is known. Else null.
    /// </summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it last changed; never before it was published.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>As exactly as is known: <c>2020-02-13</c>, <c>2020</c>.</summary>
    public required PartialDate Date { get; init; }

    public PartialDate? EndDate { get; init; }

    public string? Location { get; init; }

    /// <summary>Who posted it; may be empty.</summary>
    public required IReadOnlyList<FeedName> Authors { get; init; }

    public required IReadOnlyList<FeedName> Speakers { get; init; }

    /// <summary>Categories and tags; the address is that of all of their kind, in which the name is one.</summary>
    public required IReadOnlyList<FeedName> Subjects { get; init; }

    /// <summary>Slides and recordings that lie here, the slides first.</summary>
    public required IReadOnlyList<FeedFile> Files { get; init; }

    /// <param name="origin">Scheme and host of the public address.</param>
    public static FeedEntry Of(Seminar seminar, SiteOptions site, string origin, FeedId ids)
    {
        var address = origin + Addresses.Seminar(seminar.Slug);
        var language = site.Foreign(seminar.Language);
        var changed = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seminar.ChangedAt), site.Zone);
        var published = PublishedOf(seminar, site.Zone, changed);
        var speakers = string.Join("; ", Bylines.Of([.. seminar.Speakers.Select(s => new SpeakerLine(s.Name, s.PersonSlug, s.Affiliation, s.AffiliationSlug))])
            .Select(b => string.Concat(b.Speakers.Select((s, i) => Words.Before(i, b.Speakers.Count) + s.Name)) + (b.Affiliation is null ? "" : $", {b.Affiliation}")));
        var held = Dates.Range(seminar.Date, seminar.EndDate, site.Culture);
        return new FeedEntry
        {
            Id = ids.Of(seminar),
            Address = address,
            Title = XmlText.Clean(Words.MarkedTitle(seminar)),
            Language = language,
            Summary = XmlText.Clean(string.Join(' ', new[] { Words.WhyOff(seminar) ?? "", speakers.Length > 0 ? speakers + "." : "", held + ".", seminar.Summary }.Where(p => p.Length > 0))),
            Html = XmlText.Clean(HtmlOf(seminar, speakers, held, site, new Uri(address), language)),
            Published = published,
            Updated = published > changed ? published.Value : changed,
            Date = seminar.Date,
            EndDate = seminar.Last,
            Location = seminar.Location is { } location ? XmlText.Clean(location) : null,
            Authors = [.. seminar.Authors.Select(a => new FeedName(XmlText.Clean(a.Name), origin + Addresses.Of(a)))],
            Speakers = [.. seminar.Speakers.Select(s => new FeedName(XmlText.Clean(s.Name), origin + Addresses.Speaker(s.PersonSlug)))],
            Subjects =
            [
                .. seminar.Categories.Select(c => new FeedName(XmlText.Clean(c.Name), origin + "/categories/")),
                .. seminar.Tags.Select(t => new FeedName(XmlText.Clean(t.Name), origin + "/tags/")),
            ],
            Files = [.. seminar.Obtainable.Where(r => r is { Size: not null, Url: ['/', ..] }).Select(r => new FeedFile(Addresses.Absolute(new Uri(origin), r.Url), ContentFiles.TypeOf(r.Url) ?? "application/octet-stream", r.Size!.Value, XmlText.Clean(ResourceKinds.Label(r))))],
        };
    }

    // A day that lies after the archive took it in as it is cannot be the day of its publication.
    private static DateTimeOffset? PublishedOf(Seminar seminar, TimeZoneInfo zone, DateTimeOffset changed)
    {
        if (seminar.Posted is { } posted) return SeminarZone.At(posted, TimeOnly.MinValue, zone);
        if (seminar.Date.Day is null) return null;

        var held = SeminarZone.At(seminar.Date.First, TimeOnly.MinValue, zone);
        return held <= changed ? held : null;
    }

    private static string HtmlOf(Seminar seminar, string speakers, string held, SiteOptions site, Uri page, string? language)
    {
        var when = new[] { held, Dates.Time(seminar.Date, seminar.Time, seminar.EndTime, seminar.TimeZone, site.Zone), Venue.Of(seminar.Location)?.Text }.OfType<string>();
        var html = new HtmlContentBuilder();
        if (Words.WhyOff(seminar) is { } off) html.AppendFormat(CultureInfo.InvariantCulture, "<p><strong>{0}</strong></p>", off);
        html.AppendFormat(CultureInfo.InvariantCulture, "<p>{0}{1}</p>", speakers.Length > 0 ? speakers + ". " : "", string.Join(", ", when) + ".");
        if (seminar.Text is { AbstractHtml.Length: > 0 } text)
        {
            if (language is not null) html.AppendFormat(CultureInfo.InvariantCulture, "<div lang=\"{0}\" dir=\"auto\">", language);
            html.AppendHtml(ElsewhereHtml.From(text.AbstractHtml, page));
            if (language is not null) html.AppendHtml("</div>");
        }

        if (seminar.Obtainable.Any())
        {
            html.AppendHtml("<ul>");
            foreach (var resource in seminar.Obtainable)
            {
                var kind = ResourceKinds.Describe(resource, site.Culture);
                html.AppendFormat(CultureInfo.InvariantCulture, "<li><a href=\"{0}\">{1}</a>{2}</li>", Addresses.Absolute(page, resource.Url), ResourceKinds.Label(resource), kind.Length > 0 ? $" ({kind})" : "");
            }

            html.AppendHtml("</ul>");
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}

/// <summary>A name and the address of what bears it.</summary>
public sealed record FeedName(string Name, string Address);

/// <summary>A file to take away.</summary>
public sealed record FeedFile(string Address, string Type, long Length, string Title);
