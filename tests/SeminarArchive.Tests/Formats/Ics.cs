using System.Globalization;
using System.Text;

namespace SeminarArchive.Tests.Formats;

/// <summary>A calendar's text read by the letter of RFC 5545, to check what a library has written.</summary>
internal sealed class Ics
{
    private Ics(string text)
    {
        Lines = [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1]];
        Zones = Parts("VTIMEZONE").ToDictionary(z => z.Single(l => l.StartsWith("TZID:", StringComparison.Ordinal))[5..], z => z, StringComparer.Ordinal);
        Events = [.. Parts("VEVENT")];
    }

    /// <summary>Unfolded.</summary>
    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Zones { get; }

    public IReadOnlyList<IReadOnlyList<string>> Events { get; }

    /// <summary>Asserts what every calendar must be before anything in it counts: its lines, its nesting, what is required once, zones that are there.</summary>
    public static Ics Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.DoesNotContain(text.Replace("\r\n", "", StringComparison.Ordinal), c => char.IsControl(c) && c != '\t');
        foreach (var line in text.Split("\r\n")) Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);

        var calendar = new Ics(text);
        var open = new Stack<string>();
        foreach (var line in calendar.Lines)
        {
            Assert.Matches("^[A-Z0-9-]+[:;]", line);
            if (line.StartsWith("BEGIN:", StringComparison.Ordinal)) open.Push(line[6..]);
            else if (line.StartsWith("END:", StringComparison.Ordinal)) Assert.Equal(open.Pop(), line[4..]);
        }

        Assert.Empty(open);
        Assert.Equal(["PRODID:-//Seminar Archive//Seminar Archive//EN"], calendar.Lines.Where(l => Name(l) == "PRODID"));
        Assert.Equal(["VERSION:2.0"], calendar.Lines.Where(l => Name(l) == "VERSION"));
        Assert.True(calendar.Zones.Count + calendar.Events.Count > 0, "A calendar must hold something.");
        foreach (var held in calendar.Events)
        {
            foreach (var once in (string[])["UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "URL", "STATUS"]) Assert.Single(held, l => Name(l) == once);
            Assert.DoesNotContain(held, l => Name(l) is "ORGANIZER" or "DURATION" || l == "BEGIN:VALARM");
            foreach (var zone in held.Where(l => l.Contains(";TZID=", StringComparison.Ordinal))) Assert.Contains(zone.Split(";TZID=")[1].Split(':')[0], calendar.Zones.Keys);
        }

        Assert.Equal(calendar.Events.Count, calendar.Events.Select(e => e.Single(l => Name(l) == "UID")).Distinct(StringComparer.Ordinal).Count());
        return calendar;
    }

    /// <summary>An event's line of that name, parameters included; null when there is none.</summary>
    public static string? Line(IReadOnlyList<string> held, string name) => held.SingleOrDefault(l => Name(l) == name);

    /// <summary>How far a zone's clocks are ahead of universal time, by the rules in the calendar alone.</summary>
    public Func<DateTime, TimeSpan> ClockOf(string zone)
    {
        var changes = new SortedList<DateTime, TimeSpan>();
        var observance = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Zones[zone])
        {
            observance[Name(line)] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (line is not ("END:STANDARD" or "END:DAYLIGHT")) continue;
            foreach (var at in Onsets(observance)) changes.Add(at, Offset(observance["TZOFFSETTO"]));
            observance.Clear();
        }

        var times = changes.Keys.ToArray();
        return local =>
        {
            var index = Array.BinarySearch(times, local);
            return changes.Values[index >= 0 ? index : Math.Max(0, ~index - 1)];
        };
    }

    // Only rules as the archive writes them: yearly, one weekday of one month.
    private static IEnumerable<DateTime> Onsets(Dictionary<string, string> observance)
    {
        var first = DateTime.ParseExact(observance["DTSTART"], "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        yield return first;
        if (!observance.TryGetValue("RRULE", out var text)) yield break;

        var rule = text.Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        Assert.Equal(("YEARLY", $"{first.Month}"), (rule["FREQ"], rule["BYMONTH"]));
        var day = Array.IndexOf(["SU", "MO", "TU", "WE", "TH", "FR", "SA"], rule["BYDAY"][^2..]);
        var number = int.Parse(rule["BYDAY"][..^2], CultureInfo.InvariantCulture);
        var until = rule.TryGetValue("UNTIL", out var end) ? DateTime.ParseExact(end, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) : new DateTime(2100, 1, 1);
        for (var year = first.Year; year < 2100; year++)
        {
            var days = Enumerable.Range(1, DateTime.DaysInMonth(year, first.Month)).Select(d => new DateTime(year, first.Month, d)).Where(d => (int)d.DayOfWeek == day).ToList();
            var at = days[number > 0 ? number - 1 : days.Count + number] + first.TimeOfDay;
            if (year == first.Year) Assert.Equal(first, at);
            else if (at - Offset(observance["TZOFFSETFROM"]) <= until) yield return at;
        }
    }

    private static TimeSpan Offset(string text) => TimeSpan.ParseExact(text[1..], text.Length == 5 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);

    private static string Name(string line) => line.Split(':', ';')[0];

    private IEnumerable<IReadOnlyList<string>> Parts(string name)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i] == $"BEGIN:{name}") yield return [.. Lines.Skip(i + 1).TakeWhile(l => l != $"END:{name}")];
        }
    }
}
