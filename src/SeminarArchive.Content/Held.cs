namespace SeminarArchive.Content;

/// <summary>From when to when a seminar is held, on the clocks of one zone.</summary>
internal sealed record Held(PartialDate? Date, TimeOnly? Time, PartialDate? EndDate, TimeOnly? EndTime, string? Zone)
{
    /// <summary>
    /// Brings a beginning and an end onto the clocks of <paramref name="zone"/>, which is also the zone of a time without one;
    /// when it is null, onto the beginning's, or else the end's.
    /// </summary>
    public static Held Of(PartialDate? date, DateText? start, (PartialDate? Date, TimeOnly? Time, string? Zone) end, string? zone)
    {
        var held = new Held(date, start?.Time, end.Date ?? start?.EndDate, end.Time ?? start?.EndTime, zone ?? start?.Zone ?? end.Zone);
        if (date is not { } written) return held;

        var from = start?.Zone ?? held.Zone;
        var until = end.Time is null ? start?.EndZone ?? from : end.Zone ?? zone ?? start?.Zone;
        return held.WithStart(from, written).WithEnd(until, written);
    }

    private Held WithStart(string? from, PartialDate written)
    {
        if (Time is not { } time || from is null || from == Zone) return this;
        // Without a day nobody knows what another zone's clocks show.
        return written.Day is not null && Zones.Convert(written.First, time, from, Zone!) is var (day, moved) ? this with { Date = Whole(day), Time = moved } : this with { Zone = from };
    }

    // An end without a day is the first one after the beginning: on the beginning's day where the end's clocks are, or on the written one.
    private Held WithEnd(string? from, PartialDate written)
    {
        if (EndTime is not { } time || from is null || from == Zone) return this;
        var begun = Time is { } start && Zones.Convert(Date!.Value.First, start, Zone!, from) is { } there ? there.Day : written.First;
        DateOnly[] days = EndDate is { } last ? [last.First] : [begun, written.First];
        var ends = days.Select(day => Zones.Convert(day, time, from, Zone!)).ToList();
        if ((ends.Find(end => end is var (day, clock) && (Time is null || (day, clock).CompareTo((Date!.Value.First, Time.Value)) >= 0)) ?? ends[0]) is not var (on, moved)) return this with { EndTime = null };
        return this with { EndDate = written.Day is null || EndDate is { Day: null } ? EndDate : Whole(on), EndTime = moved };
    }

    private static PartialDate Whole(DateOnly day) => new(day.Year, day.Month, day.Day);
}
