using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;
using Duration = NodaTime.Duration;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// Time zones as calendars carry them with them (RFC 5545, 3.6.5): when their clocks were changed, written as rules where it was done by one for years.
/// Ical.Net's own are wrong for zones that have no daylight saving any more, and for years in which the rule was another.
/// </summary>
internal static class ZoneRules
{
    // A rule that holds this long beyond the last event is written without an end.
    private const int YearsBeyond = 10;

    /// <summary>The rules of a zone, exact from the first year to the last.</summary>
    public static VTimeZone Of(DateTimeZone zone, int first, int last)
    {
        (first, last) = (Math.Min(first, 9998), Math.Min(last + YearsBeyond, 9998));
        var intervals = zone.GetZoneIntervals(Instant.FromUtc(first, 1, 1, 0, 0) - Duration.FromDays(2), Instant.FromUtc(last, 12, 31, 0, 0) + Duration.FromDays(2)).ToList();
        var changes = new List<Change> { Change.Initial(zone, intervals[0]) };
        changes.AddRange(intervals.Zip(intervals.Skip(1), Change.Between));

        var rules = new VTimeZone { TzId = zone.Id };
        foreach (var run in Runs(changes).OrderBy(r => r.Begin.Local)) rules.Children.Add(Observance(run, isOpen: run.End.Local.Year >= last));
        return rules;
    }

    private static List<Run> Runs(List<Change> changes)
    {
        var runs = new List<Run>();
        foreach (var kind in changes.GroupBy(c => (c.From, c.To, c.Name, c.IsSummer, c.Local.Month, c.Local.TimeOfDay)))
        {
            Run? run = null;
            foreach (var change in kind)
            {
                if (run?.Takes(change) != true) runs.Add(run = new Run(change));
            }
        }

        return runs;
    }

    private static VTimeZoneInfo Observance(Run run, bool isOpen)
    {
        var begin = run.Begin;
        var observance = new VTimeZoneInfo(begin.IsSummer ? "DAYLIGHT" : "STANDARD")
        {
            DtStart = new CalDateTime(begin.Local.ToDateTimeUnspecified(), hasTime: true),
            OffsetFrom = new UtcOffset(begin.From.ToTimeSpan()),
            OffsetTo = new UtcOffset(begin.To.ToTimeSpan()),
            TimeZoneName = begin.Name,
        };
        if (run.End == begin) return observance;

        var (day, number) = run.Days.OrderBy(d => d.Number).First();
        observance.RecurrenceRule = new RecurrencePattern(FrequencyType.Yearly)
        {
            ByMonth = [begin.Local.Month],
            ByDay = [new WeekDay((DayOfWeek)((int)day % 7), number)],
            // A day later, for readers that take the end for a local time.
            Until = isOpen ? null : new CalDateTime((run.End.At + Duration.FromDays(1)).ToDateTimeUtc(), hasTime: true),
        };
        return observance;
    }

    /// <summary>Changes of one kind in years that follow each other, all on the same weekday of the month.</summary>
    private sealed class Run(Change begin)
    {
        public Change Begin { get; } = begin;

        public Change End { get; private set; } = begin;

        /// <summary>Which weekday of the month all of them are: the second Sunday is 2, the last −1.</summary>
        public IReadOnlyList<(IsoDayOfWeek Day, int Number)> Days { get; private set; } = begin.Days;

        public bool Takes(Change change)
        {
            var days = Days.Intersect(change.Days).ToList();
            if (End.Local.Year + 1 != change.Local.Year || days.Count == 0) return false;
            (End, Days) = (change, days);
            return true;
        }
    }

    /// <param name="Local">When it happened, on the clock as it was until then.</param>
    private sealed record Change(Instant At, LocalDateTime Local, Offset From, Offset To, string Name, bool IsSummer)
    {
        public IReadOnlyList<(IsoDayOfWeek Day, int Number)> Days { get; } = DaysOf(Local.Date);

        public static Change Between(ZoneInterval before, ZoneInterval after) => Of(after, before.WallOffset);

        /// <summary>The change that had led to the first interval; of the zone's first one ever, none did.</summary>
        public static Change Initial(DateTimeZone zone, ZoneInterval first)
        {
            if (first.HasStart) return Of(first, zone.GetUtcOffset(first.Start - Duration.Epsilon));
            var start = new LocalDateTime(1, 1, 1, 0, 0);
            return new Change(start.WithOffset(first.WallOffset).ToInstant(), start, first.WallOffset, first.WallOffset, first.Name, false);
        }

        private static Change Of(ZoneInterval interval, Offset from) =>
            new(interval.Start, interval.Start.WithOffset(from).LocalDateTime, from, interval.WallOffset, interval.Name, interval.Savings != Offset.Zero);

        private static List<(IsoDayOfWeek, int)> DaysOf(LocalDate date)
        {
            var fromEnd = CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month) - date.Day;
            var days = new List<(IsoDayOfWeek, int)>();
            if (date.Day <= 28) days.Add((date.DayOfWeek, ((date.Day - 1) / 7) + 1));
            if (fromEnd < 7) days.Add((date.DayOfWeek, -1));
            return days;
        }
    }
}
