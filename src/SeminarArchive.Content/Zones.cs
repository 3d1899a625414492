using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace SeminarArchive.Content;

/// <summary>Time zones as editors name them, and by what rules their clocks go: for all formats the same, whatever the system knows of them.</summary>
public static class Zones
{
    private static readonly ConcurrentDictionary<string, string?> Known = new(StringComparer.Ordinal);

    // The system tells capital letters from small ones, unless it was asked for the same zone before; and its own list lacks names that it knows.
    private static readonly Lazy<Dictionary<string, string>> Spellings = new(() => DateTimeZoneProviders.Tzdb.Ids.ToDictionary(i => i, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// An IANA name in its own spelling, or an offset as <c>+01:00</c>; <c>Z</c>, <c>UTC</c> and <c>GMT</c> are <c>+00:00</c>.
    /// Null for what is neither, such as <c>BST</c>, which means three different things.
    /// </summary>
    public static string? Normalise(string text)
    {
        var zone = text.Trim();
        if (zone.Length is 0 or > 60) return null;
        if (zone.Equals("Z", StringComparison.OrdinalIgnoreCase) || zone.Equals("UTC", StringComparison.OrdinalIgnoreCase) || zone.Equals("GMT", StringComparison.OrdinalIgnoreCase)) return "+00:00";
        if (zone.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || zone.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)) zone = zone[3..].Trim();
        if (zone.Length > 0 && zone[0] is '+' or '-' or '−') return Offset(zone);
        return Known.Count < 2000 ? Known.GetOrAdd(zone, Named) : Named(zone);
    }

    /// <summary>
    /// What the clocks of one zone show when those of another show a day and a time; a time that the clocks skipped is taken an hour on, one that came twice the first time.
    /// Null when a zone's rules are not known, on the first and the last day that there are, and where the other clocks show the time for the second time, which they cannot say.
    /// </summary>
    public static (DateOnly Day, TimeOnly Time)? Convert(DateOnly day, TimeOnly time, string from, string to)
    {
        if (from == to) return (day, time);
        if (day.Year is 1 or 9999 || RulesOf(from) is not { } there || RulesOf(to) is not { } here) return null;
        var moment = LocalDateTime.FromDateTime(day.ToDateTime(time)).InZoneLeniently(there).WithZone(here);
        var local = moment.LocalDateTime;
        if (here.MapLocal(local) is { Count: 2 } twice && twice.Last() == moment) return null;
        return (local.Date.ToDateOnly(), local.TimeOfDay.ToTimeOnly());
    }

    /// <summary>
    /// How far a zone's clocks, when they show a local time, are ahead of universal time, in whole minutes: those before of a time that the clocks skipped, and the first time of one that came twice.
    /// Null when the zone's rules are not known.
    /// </summary>
    /// <param name="zone">An IANA name.</param>
    public static TimeSpan? AheadAt(DateTime local, string zone)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } rules) return null;
        var seconds = rules.MapLocal(LocalDateTime.FromDateTime(local)).EarlyInterval.WallOffset.Seconds;
        return TimeSpan.FromMinutes(Math.Round(seconds / 60.0));
    }

    private static DateTimeZone? RulesOf(string zone) => zone is ['+' or '-', ..] && TimeSpan.TryParseExact(zone[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var ahead)
        ? DateTimeZone.ForOffset(NodaTime.Offset.FromTimeSpan(zone[0] == '-' ? -ahead : ahead))
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);

    private static string? Offset(string text)
    {
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit)) return null;
        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) return null;
        var sign = text[0] == '+' || (hours == 0 && minutes == 0) ? '+' : '-';
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:00}:{minutes:00}");
    }

    private static string? Named(string name)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            return OfSystem(name) ?? (Spellings.Value.TryGetValue(name, out var spelt) ? OfSystem(spelt) : null);
        }

        return TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana : null;
    }

    private static string? OfSystem(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.Id.Contains('/', StringComparison.Ordinal) ? zone.Id : null;
}
