using System.Globalization;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>Dates and times as readers meet them; a date is never shown more exactly than it is known.</summary>
public static class Dates
{
    /// <summary><c>13 February 2020</c>, <c>February 2020</c> or <c>2020</c>.</summary>
    public static string Full(PartialDate date, CultureInfo culture) => (date.Month, date.Day) switch
    {
        (null, _) => date.ToString(),
        (_, null) => date.First.ToString("MMMM yyyy", culture),
        _ => date.First.ToString("d MMMM yyyy", culture),
    };

    /// <summary><c>15 Feb</c>, <c>Feb</c> or <c>2020</c>, where there is little room.</summary>
    public static string Brief(PartialDate date, CultureInfo culture) => date.Month is null ? date.ToString() : date.First.ToString(date.Day is null ? "MMM" : "d MMM", culture);

    /// <summary><c>15</c>, <c>Feb</c> or <c>2020</c>: what is printed large, the rest beside it.</summary>
    public static string Large(PartialDate date, CultureInfo culture) => date.Day is { } day ? $"{day}" : date.Month is null ? $"{date.Year}" : Brief(date, culture);

    /// <summary><c>13–15 February 2020</c>, <c>30 January – 2 February 2020</c>; the first alone where there is no last.</summary>
    public static string Range(PartialDate first, PartialDate? last, CultureInfo culture)
    {
        if (last is not { } end || end <= first) return Full(first, culture);
        if (first.Day is null || end.Day is null) return $"{Full(first, culture)} – {Full(end, culture)}";
        if (first.Year != end.Year) return $"{Full(first, culture)} – {Full(end, culture)}";
        return first.Month == end.Month
            ? $"{first.Day}–{Full(end, culture)}"
            : $"{first.First.ToString("d MMMM", culture)} – {Full(end, culture)}";
    }

    /// <summary><c>17:00–18:30 GMT</c>, in the zone of the place; the zone by its offset where it is not the site's.</summary>
    public static string? Time(PartialDate date, TimeOnly? from, TimeOnly? to, string? zone, TimeZoneInfo site)
    {
        if (from is not { } start) return null;

        var text = start.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (to is { } end && end != start) text += "–" + end.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (date.Day is null) return text;

        var own = SeminarZone.At(date.First, start, SeminarZone.Find(zone, site)).Offset;
        return own == SeminarZone.At(date.First, start, site).Offset ? text : $"{text} {Offset(own)}";
    }

    /// <summary>A moment in ISO 8601 for <c>datetime</c> attributes: as exact as is known, with its offset when the time is.</summary>
    public static string Machine(PartialDate date, TimeOnly? time, string? zone, TimeZoneInfo site) =>
        At(date, time, zone, site)?.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture) ?? date.ToString();

    /// <summary>The moment of a time on a day; null where one of them is not known.</summary>
    public static DateTimeOffset? At(PartialDate date, TimeOnly? time, string? zone, TimeZoneInfo site) =>
        time is { } t && date.Day is not null ? SeminarZone.At(date.First, t, SeminarZone.Find(zone, site)) : null;

    /// <summary>When it ends, on its last day; null where that is not known, or lies no later than its beginning: such an end is none, or the clocks were put forward between.</summary>
    public static DateTimeOffset? EndOf(Seminar seminar, TimeZoneInfo site)
    {
        var end = At(seminar.Last ?? seminar.Date, seminar.EndTime, seminar.TimeZone, site);
        return At(seminar.Date, seminar.Time, seminar.TimeZone, site) is { } start && end <= start ? null : end;
    }

    private static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "UTC";
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        return offset.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(offset.Hours)}")
            : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}");
    }
}
