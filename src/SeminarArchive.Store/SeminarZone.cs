using System.Collections.Concurrent;
using System.Globalization;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>When a seminar's local times are, on the clock that all share.</summary>
public static class SeminarZone
{
    // Making one asks the system what Windows calls it, which takes longer than all the rest; there are no more of them than minutes in two days.
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Offsets = new(StringComparer.Ordinal);

    /// <summary>An IANA name or an offset such as <c>+01:00</c> or <c>-05:30</c>; the site's own zone when there is none or it is unknown.</summary>
    public static TimeZoneInfo Find(string? name, TimeZoneInfo site)
    {
        if (name is null) return site;
        if (name[0] is '+' or '-' && TimeSpan.TryParseExact(name[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset))
        {
            return Offsets.GetOrAdd(name, static (id, of) => TimeZoneInfo.CreateCustomTimeZone(id, of, id, id), name[0] == '-' ? -offset : offset);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : site;
    }

    /// <summary>A local time as a moment; one that the clocks skipped in spring is taken an hour on, one that came twice the first time.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        var offset = Zones.AheadAt(local, zone.Id) ?? (zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
        // On the first and the last day that there are, the offset may lead out of the calendar.
        return (ulong)(local.Ticks - offset.Ticks) <= (ulong)DateTime.MaxValue.Ticks ? new DateTimeOffset(local, offset) : new DateTimeOffset(local, TimeSpan.Zero);
    }

    /// <summary>
    /// From when on a seminar counts as begun: of one day, from the beginning of that day, on which it is announced for today whatever the hour;
    /// of several, from its time, or without one from the beginning of the first.
    /// </summary>
    public static DateTimeOffset BeginningOf(SeminarFile seminar, TimeZoneInfo site) =>
        At(seminar.Date.First, seminar.EndDate > seminar.Date && seminar.Date.Day is not null ? seminar.Time ?? TimeOnly.MinValue : TimeOnly.MinValue, Find(seminar.TimeZone, site));

    /// <summary>
    /// From when on a seminar counts as past: its end; without one, the end of its (last) day;
    /// of a date that is only a month or a year, the beginning, so that nothing vague is announced as to come.
    /// </summary>
    public static DateTimeOffset EndOf(SeminarFile seminar, TimeZoneInfo site)
    {
        var zone = Find(seminar.TimeZone, site);
        if (seminar.Date.Day is null) return At(seminar.Date.First, TimeOnly.MinValue, zone);

        var last = seminar.EndDate is { Day: not null } end && end >= seminar.Date ? end.First : seminar.Date.First;
        if (seminar.EndTime is { } time && (last > seminar.Date.First || seminar.Time is null || time > seminar.Time)) return At(last, time, zone);
        return last == DateOnly.MaxValue ? At(last, TimeOnly.MaxValue, zone) : At(last.AddDays(1), TimeOnly.MinValue, zone);
    }
}
