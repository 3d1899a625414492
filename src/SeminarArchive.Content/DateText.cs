using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>A point in time as an editor may write it: a date, a time of day, a zone, each perhaps missing.</summary>
internal sealed partial record DateText(PartialDate? Date, TimeOnly? Time, TimeOnly? EndTime, string? Zone, bool TimeIsBad = false)
{
    /// <summary>The last of several days.</summary>
    public PartialDate? EndDate { get; init; }

    /// <summary>The zone of the end, when it has one of its own.</summary>
    public string? EndZone { get; init; }

    /// <summary>What lasts longer is several talks, or a slip.</summary>
    public static readonly TimeSpan LongestTalk = TimeSpan.FromHours(8);

    /// <summary>The text with digits of every script, wide signs and other hyphens as the plain ones, and without what is not seen; the methods below know no other.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit) plain.Append((char)('0' + digit));
            else if (c is >= '！' and <= '～') plain.Append((char)(c - '！' + '!'));
            else if (c is '\u2010' or '\u2011' or '\u2212') plain.Append('-');
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format) plain.Append(c);
        }

        return plain.ToString().Trim();
    }

    /// <summary>Reads a date with or without a time and zone; null when the text does not begin with a date.</summary>
    public static DateText? Parse(string text)
    {
        text = text.Trim();
        if (PartialDate.TryParse(text, out var whole)) return new DateText(whole, null, null, null);
        if (TwoDays().Match(text) is { Success: true } span) return TwoDaysOf(Parse(span.Groups["from"].Value), Parse(span.Groups["to"].Value));

        var end = text.AsSpan().IndexOfAny('T', 't', ' ');
        if (end < 6 || !PartialDate.TryParse(text[..end], out var date) || date.Day is null) return null;
        var clock = ParseTime(text[(end + 1)..].Trim(), text[end]);
        return clock is null ? new DateText(date, null, null, null, TimeIsBad: true) : clock with { Date = date };
    }

    /// <summary>Reads <c>14:00</c>, <c>1:30pm</c>, <c>14:00–15:30</c>, <c>10:15:00 +02:00</c>, <c>9 am GMT</c>; null when it is no time.</summary>
    /// <param name="after">What parts it from the date before it, a T or a space; nothing when it stands alone.</param>
    public static DateText? ParseTime(string text, char? after = null)
    {
        if (text.Length > 60) return null;
        if (IsoTime(text) is { } iso) return iso;
        var match = Clock().Match(text);
        if (!match.Success || Clocks(match.Groups["from"].Value, match.Groups["to"].Value, LooksLikeOffset(match, after)) is not var (from, to)) return null;

        if (IsOffset(match, from, after)) return new DateText(null, from, null, Zones.Normalise("-" + match.Groups["to"].Value));
        if (!match.Groups["zone"].Success) return new DateText(null, from, to, null);
        return Zones.Normalise(match.Groups["zone"].Value) is { } zone ? new DateText(null, from, to, zone) : null;
    }

    public static bool HoldsDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    // Both must be days, or both months.
    private static DateText? TwoDaysOf(DateText? first, DateText? last) =>
        first is { EndTime: null, EndDate: null, TimeIsBad: false } && last is { EndTime: null, EndDate: null, TimeIsBad: false } && (first.Date?.Day is null) == (last.Date?.Day is null)
            ? first with { EndDate = last.Date, EndTime = last.Time, EndZone = last.Zone }
            : null;

    // "14:00", "14:00:00Z": what programs write into their files, without the patterns below.
    private static DateText? IsoTime(string text)
    {
        var isUtc = text.EndsWith('Z');
        var clock = text.AsSpan(0, text.Length - (isUtc ? 1 : 0));
        return TimeOnly.TryParseExact(clock, clock.Length == 5 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateText(null, time, null, isUtc ? Zones.Normalise("Z") : null)
            : null;
    }

    // Between two times one half of the day may be left out: "2:00-3:30 pm", "11:00-1:00 pm", "2 pm-3:30"; or both: "11:00-1:00".
    private static (TimeOnly From, TimeOnly? To)? Clocks(string first, string second, bool mayBeOffset)
    {
        if (second.Length == 0) return OneClock(first) is { } only ? (only, null) : null;
        switch (HalfOf(first), HalfOf(second))
        {
            case (null, { } half) when OneClock(second) is { } to:
                var from = InOrder([OneClock(first, half), OneClock(first, half == 'p' ? 'a' : 'p')], time => time <= to) ?? OneClock(first);
                return from is null ? null : (from.Value, to);
            case ({ } half, null) when OneClock(first) is { } begin:
                var end = InOrder([OneClock(second), OneClock(second, half), OneClock(second, half == 'p' ? 'a' : 'p')], time => time >= begin) ?? OneClock(second);
                return end is null ? null : (begin, end);
            default:
                if (OneClock(first) is not { } one || OneClock(second) is not { } other) return null;
                return (one, mayBeOffset || second.StartsWith('0') || HalfOf(second) is not null ? other : Afternoon(one, other) ?? other);
        }
    }

    /// <summary>The end meant by one that lies before the beginning, where twelve hours later it makes a day's length of it; else null.</summary>
    public static TimeOnly? Afternoon(TimeOnly from, TimeOnly to) => to < from && to.Hour < 12 && to.AddHours(12) is var later && later > from && later - from <= LongestTalk ? later : null;

    private static TimeOnly? InOrder(TimeOnly?[] readings, Predicate<TimeOnly> fits) => Array.Find(readings, time => time is { } there && fits(there));

    private static char? HalfOf(string clock) => OneTime().Match(clock).Groups["half"] is { Success: true, ValueSpan: [var half, ..] } ? char.ToLowerInvariant(half) : null;

    // "10:00-05:00" has an offset after a T, after seconds, where a space of its own stands before the hyphen, and after a date where it cannot be an end.
    private static bool IsOffset(Match match, TimeOnly from, char? after)
    {
        var (first, dash, second) = (match.Groups["from"], match.Groups["dash"], match.Groups["to"]);
        if (match.Groups["zone"].Success || dash.ValueSpan is not "-" || second.Index != dash.Index + 1 || second.ValueSpan is not [_, _, ':', _, _] || OneClock(second.Value) is not { Hour: <= 12 } to) return false;
        if (after is 'T' or 't' || first.ValueSpan.Count(':') == 2) return true;
        var isApart = dash.Index > first.Index + first.Length;
        return after is null ? isApart && to < from : isApart || to < from;
    }

    // "T10:15-5:00", "10:15 -5:00": none that is read, but no end in the afternoon either.
    private static bool LooksLikeOffset(Match match, char? after) =>
        match.Groups["dash"].ValueSpan is "-" && match.Groups["to"].Index == match.Groups["dash"].Index + 1
        && (after is 'T' or 't' || match.Groups["dash"].Index > match.Groups["from"].Length || match.Groups["from"].ValueSpan.Count(':') == 2);

    // The half of the day, when it is said elsewhere.
    private static TimeOnly? OneClock(string text, char? half = null)
    {
        var match = OneTime().Match(text);
        var hour = int.Parse(match.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var second = match.Groups["s"].Success ? int.Parse(match.Groups["s"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        half ??= match.Groups["half"].Success ? char.ToLowerInvariant(match.Groups["half"].ValueSpan[0]) : null;
        if (half is not null)
        {
            if (hour is 0 or > 12) return null;
            hour = (hour % 12) + (half == 'p' ? 12 : 0);
        }
        else if (!match.Groups["m"].Success)
        {
            return null;
        }

        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    // The "Am" of America is not that of a morning.
    private const string OnePattern = @"[0-9]{1,2}(:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?)?(\s?[ap]\.?m\.?(?![A-Z_]*/))?";

    [GeneratedRegex(@"^(?<from>" + OnePattern + @")(\s*(?<dash>-|–|—|to|until)\s*(?<to>" + OnePattern + @"))?\s*(?<zone>[A-Z]+([+-][0-9]{1,2}(:?[0-9]{2})?)?|[+-][0-9]{1,2}(:?[0-9]{2})?|[A-Z][A-Z_]+/[A-Z0-9_/+-]+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<h>[0-9]{1,2})(:(?<m>[0-9]{2})(:(?<s>[0-9]{2})([.,][0-9]+)?)?)?(\s?(?<half>[ap])\.?m\.?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneTime();

    [GeneratedRegex(@"^(?<from>[0-9]{4}-[0-9]{1,2}.*?)(\s+(to|until)\s+|\s*[-–—/]\s*)(?<to>[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?([T ].*)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoDays();
}
