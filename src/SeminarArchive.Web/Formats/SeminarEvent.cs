using System.Text;
using System.Text.RegularExpressions;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using SeminarArchive.Store;
using SeminarArchive.Web.Pages.Shared;

namespace SeminarArchive.Web.Formats;

/// <summary>A seminar as an event of a calendar (RFC 5545, 3.6.1).</summary>
/// <param name="origin">Scheme and host of the public address.</param>
/// <param name="authority">The host by which the archive names its records for ever.</param>
internal sealed partial class SeminarEvent(SiteOptions site, string origin, string authority)
{
    // What counts the changes must fit into 31 bits and never shrink while the database lasts, whatever editors do to a seminar's dates.
    private static readonly long FirstChange = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private readonly TimeZoneInfo _zone = site.Zone;

    /// <summary>Whether a calendar can hold it: "in May" has no place there.</summary>
    public static bool Has(Seminar seminar) => seminar.Date.Day is not null;

    /// <summary>The zone that a seminar's times are written in; null when they are written as universal time.</summary>
    /// <param name="name">The seminar's own zone, if it has one.</param>
    public DateTimeZone? ZoneOf(string? name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(SeminarZone.Find(name, _zone).Id) is { } zone && (zone.MinOffset != Offset.Zero || zone.MaxOffset != Offset.Zero) ? zone : null;

    public CalendarEvent Of(Seminar seminar)
    {
        var address = origin + Addresses.Seminar(seminar.Slug);
        var changed = new CalDateTime(DateTimeOffset.FromUnixTimeSeconds(seminar.ChangedAt).UtcDateTime, hasTime: true);
        var (start, end) = When(seminar);
        var held = new CalendarEvent
        {
            Uid = Clean($"{seminar.Key}@{authority}"),
            DtStamp = changed,
            LastModified = changed,
            Sequence = (int)Math.Clamp(seminar.ChangedAt - FirstChange, 0, int.MaxValue),
            DtStart = start,
            DtEnd = end,
            Summary = Clean(SummaryOf(seminar)),
            // Some programs show no URL.
            Description = Clean(string.Join("\n\n", new[] { Words.WhyOff(seminar), LineEnd().Replace(seminar.Text?.Abstract ?? "", " "), address }.Where(part => part is { Length: > 0 }))),
            Url = new Uri(address),
            Location = seminar.Location is { } place ? Clean(place) : null,
            // What is postponed has no day that a calendar could show.
            Status = seminar.EventStatus == Content.EventStatus.Scheduled ? EventStatus.Confirmed : EventStatus.Cancelled,
            // Whose calendar shows an archive is not busy all those days, nor when nothing takes place.
            Transparency = start.HasTime && seminar.EventStatus == Content.EventStatus.Scheduled ? null : TransparencyType.Transparent,
        };
        foreach (var category in seminar.Categories) held.Categories.Add(Clean(category.Name));
        foreach (var slides in seminar.Obtainable.Where(r => r.Type == "slides")) Attach(held, slides.Url);
        return held;
    }

    /// <summary><c>Title - Speaker (Affiliation); Speaker and Speaker (Affiliation)</c>.</summary>
    private static string SummaryOf(Seminar seminar)
    {
        var groups = Bylines.Of([.. seminar.Speakers.Select(s => new SpeakerLine(s.Name, s.PersonSlug, s.Affiliation, s.AffiliationSlug))]);
        var speakers = groups.Select(g => string.Concat(g.Speakers.Select((s, i) => Words.Before(i, g.Speakers.Count) + s.Name)) + (g.Affiliation is { } place ? $" ({place})" : ""));
        var title = Words.MarkedTitle(seminar);
        return seminar.Speakers.Count == 0 ? title : $"{title} - {string.Join("; ", speakers)}";
    }

    // Without a time, whole days, the end being the day after; without an end, the beginning alone, except that a last day is taken to its end.
    private (CalDateTime Start, CalDateTime? End) When(Seminar seminar)
    {
        var first = seminar.Date.First;
        var last = seminar.Last is { Day: not null } end ? end.First : first;
        DateOnly? after = last < DateOnly.MaxValue ? last.AddDays(1) : null;
        if (seminar.Time is not { } time) return (new CalDateTime(first), after is { } day ? new CalDateTime(day) : null);

        var zone = SeminarZone.Find(seminar.TimeZone, _zone);
        var named = ZoneOf(seminar.TimeZone);
        (DateOnly Day, TimeOnly Time)? until = seminar.EndTime is { } to ? (last, to) : last > first && after is { } midnight ? (midnight, TimeOnly.MinValue) : null;
        var begin = SeminarZone.At(first, time, zone);
        return (Moment(first, time), until is { } u && SeminarZone.At(u.Day, u.Time, zone) > begin ? Moment(u.Day, u.Time) : null);

        // A time that the clock skipped is another one there.
        CalDateTime Moment(DateOnly day, TimeOnly clock) => named is null
            ? new CalDateTime(SeminarZone.At(day, clock, zone).UtcDateTime, hasTime: true)
            : new CalDateTime(LocalDateTime.FromDateTime(day.ToDateTime(clock)).InZoneLeniently(named).ToDateTimeUnspecified(), named.Id, hasTime: true);
    }

    // As a property of its own, since an Attachment writes addresses without their escapes.
    private void Attach(CalendarEvent held, string url)
    {
        if (!Uri.TryCreate(new Uri(origin), url, out var address) || address.Scheme is not ("http" or "https")) return;
        var property = new CalendarProperty("ATTACH", new Uri(address.AbsoluteUri));
        if (address.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) property.Parameters.Add("FMTTYPE", "application/pdf");
        held.Properties.Add(property);
    }

    /// <summary>A text as calendars can hold it: without control characters, its lines ended one way.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u2028' or '\u2029') clean.Append('\n');
            else if (c is '\n' or '\t' || !char.IsControl(c)) clean.Append(c);
        }

        return clean.ToString();
    }

    // Where an editor began a new line within a paragraph, calendars would too.
    [GeneratedRegex(@"(?<!\n)\n(?!\n)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineEnd();
}
