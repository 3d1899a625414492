using System.Globalization;

namespace SeminarArchive.Content;

/// <summary>When a seminar was held and recorded: its date, times, zone, and the dates of its record.</summary>
internal sealed record WhenFields(PartialDate? Date, PartialDate? EndDate, TimeOnly? Time, TimeOnly? EndTime, string? TimeZone, DateOnly? Posted, DateOnly? Updated)
{
    /// <summary>The date is null when there is none; the problem then says so.</summary>
    public static WhenFields Read(FrontMatterFields fields, string path)
    {
        var begin = Begin(fields, path);
        var start = begin;
        if (fields.One("time") is { } field && TextOf(field, fields) is { } text)
        {
            var clock = DateText.ParseTime(text) ?? (DateText.Parse(text) is { Time: not null } whole ? whole : null);
            if (clock is null)
            {
                BadTime.Tell(field, null, text, fields);
            }
            else
            {
                if (begin is { Time: { } other } && IsOther(begin, clock)) TwoTimes(field, clock.Time!.Value, begin.Date, other, fields);
                BadTime.TellNight(field, clock, text, fields);
                start = clock with { EndDate = begin?.EndDate, EndTime = clock.EndTime ?? begin?.EndTime, EndZone = clock.EndTime is null ? begin?.EndZone : clock.EndZone, Zone = clock.Zone ?? begin?.Zone };
            }
        }

        var end = End(fields, start?.Time);
        if (start?.EndTime is { } until && end is { Time: { } said, Zone: null } && until != said && start.EndZone is null && fields.All("end") is [var written, ..]) TwoEnds(written, said, until, fields);
        var held = Held.Of(begin?.Date, start, end, Zone(fields));
        var (endDate, endTime) = (held.EndDate, held.EndTime);
        if (endDate is null && held.Time is null && endTime is { } alone)
        {
            fields.Problems.Add(Rules.EndAlone, PlaceOfEnd(fields), $"It ended at {alone:HH\\:mm}, but nothing says when it began; the end is left out.", $"Add the beginning:  time: …  , or write both:  time: …-{alone:HH\\:mm}");
            endTime = null;
        }

        if (held.Date is { } date) CheckOrder(date, held.Time, ref endDate, ref endTime, fields);
        var (posted, published) = (Day(fields, "posted", Rules.DateUnreadable), PublishedDay(fields));
        return new WhenFields(held.Date, endDate, held.Time, endTime, held.Zone, posted is null || published > posted ? published : posted, Day(fields, "updated", Rules.DateIgnored));
    }

    // Programs write midnight where they know no time.
    private static bool IsOther(DateText date, DateText time) =>
        date.Time != time.Time && date.Time != TimeOnly.MinValue
        && !(date is { Date: { Day: not null, First: var day }, Zone: { } there } && time.Zone is { } here && Zones.Convert(day, date.Time!.Value, there, here)?.Time == time.Time);

    private static void TwoTimes(WrittenField field, TimeOnly time, PartialDate? day, TimeOnly other, FrontMatterFields fields) =>
        fields.Problems.Add(Rules.FieldTwice, field.Place, $"\"{field.Name}\" says {time:HH\\:mm}, and \"date\" says {other:HH\\:mm}; \"{field.Name}\" is used.",
            $"If {time:HH\\:mm} is right, write the day alone:  date: {day} ; otherwise delete the line  {field.Name}: .");

    private static void TwoEnds(WrittenField field, TimeOnly end, TimeOnly other, FrontMatterFields fields) =>
        fields.Problems.Add(Rules.FieldTwice, field.Place, $"\"{field.Name}\" says {end:HH\\:mm}, and the time that the seminar began is followed by {other:HH\\:mm} as its end; \"{field.Name}\" is used.",
            $"If {other:HH\\:mm} is right, delete the line  {field.Name}: ; otherwise write the beginning alone.");

    // `date:`, else the file's name.
    private static DateText? Begin(FrontMatterFields fields, string path)
    {
        var problems = fields.Problems;
        var named = FileName.Parse(path).Date;
        var field = fields.One("date");
        if (field is null)
        {
            if (named is null) NoDate(fields, path);
            return new DateText(named, null, null, null);
        }

        if (TextOf(field, fields) is not { } text) return new DateText(named, null, null, null);
        if (DateText.Parse(text) is { } parsed)
        {
            if (parsed.TimeIsBad) BadTime.Tell(field, parsed.Date, text, fields);
            else BadTime.TellNight(field, parsed, text, fields);
            return parsed;
        }

        var write = DateAdvice.Fix(field.Name, text, mayLast: true);
        if (named is { } fromName)
        {
            problems.Add(Rules.DateFromFileName, field.Place, $"{PlainText.Quote(text)} is not a date the archive can read; {fromName}, from the file's name, is used.",
                DateAdvice.IsMeant(text) ? write : $"Write it as the file's name has it:  {field.Name}: {fromName}");
            return new DateText(fromName, null, null, null);
        }

        Unreadable(Rules.DateUnreadable, field, text, "a date the archive can read.", write, problems);
        return null;
    }

    private static void NoDate(FrontMatterFields fields, string path)
    {
        const string Add = "Add a line  date: YYYY-MM-DD  (or  date: YYYY-MM , or  date: YYYY ) to the front matter.";
        var (cause, fix) = FileName.UnreadDate(path) is not { } unread ? ("The seminar has no date.", Add)
            : DateAdvice.Suggest(unread) is [var day] ? ($"The seminar has no date; the file's name begins with {unread}, which is not read as one.", $"Add a line  date: {day}  to the front matter, or let the file's name begin with  {day} .")
            : ($"The seminar has no date; the file's name begins with {unread}, which is no day of the calendar.", Add);
        fields.Missing("date", Rules.DateMissing, cause, fix, new Place(1, 1));
    }

    private static void Unreadable(Rule rule, WrittenField field, string text, string cause, string fix, ProblemList problems)
    {
        if (!DateAdvice.IsImpossible(text)) problems.Add(rule, field.Place, $"{PlainText.Quote(text)} is not {cause}", fix);
        else if (rule == Rules.DateUnreadable) problems.Add(Rules.DateImpossible, field.Place, $"There is no day {PlainText.Quote(text)} in the calendar.", fix);
        else problems.Add(rule, field.Place, $"There is no day {PlainText.Quote(text)} in the calendar; \"{field.Name}\" is left out.", fix);
    }

    // A day and a time may stand in two fields (`end-date` and `to`).
    private static (PartialDate? Date, TimeOnly? Time, string? Zone) End(FrontMatterFields fields, TimeOnly? begin)
    {
        PartialDate? date = null;
        TimeOnly? time = null;
        string? zone = null;
        foreach (var field in fields.All("end"))
        {
            if (TextOf(field, fields) is not { } text) continue;
            var end = DateText.ParseTime(text) ?? DateText.Parse(text);
            if (end is null or { EndDate: not null })
            {
                if (BadTime.TellDuration(field, text, begin, fields)) continue;
                if (DateAdvice.IsMeant(text)) Unreadable(Rules.DateIgnored, field, text, $"a day the archive can read; \"{field.Name}\" is left out.", DateAdvice.Fix(field.Name, text), fields.Problems);
                else BadTime.Tell(field, null, text, fields);
                continue;
            }

            if (end.TimeIsBad) BadTime.Tell(field, end.Date, text, fields);
            if ((end.Date is not null && date is not null) || (end.Time is not null && time is not null))
            {
                fields.Problems.Add(Rules.FieldTwice, field.Key.Place, $"\"{field.Name}\" gives the end a second time; the first is used.", "Keep one of the two.");
            }

            date ??= end.Date;
            time ??= end.Time;
            zone ??= end.Zone;
        }

        return (date, time, zone);
    }

    private static string? Zone(FrontMatterFields fields)
    {
        if (fields.One("timezone") is not { } field || fields.Text(field, 100) is not { } text) return null;
        if (Zones.Normalise(text) is { } zone) return zone;
        fields.Problems.Add(Rules.TimeZoneUnknown, field.Place, $"{PlainText.Quote(text)} is not a time zone the archive knows; the site's own is used.",
            "Write a place such as  Europe/London , or an offset such as  +01:00 .");
        return null;
    }

    private static Place PlaceOfEnd(FrontMatterFields fields) =>
        fields.All("end") is [var field, ..] ? field.Place : fields.One("time")?.Place ?? fields.One("date")?.Place ?? new Place(1, 1);

    private static void CheckOrder(PartialDate date, TimeOnly? time, ref PartialDate? endDate, ref TimeOnly? endTime, FrontMatterFields fields)
    {
        var place = PlaceOfEnd(fields);
        if (endDate == date) endDate = null;
        if (endDate is { } last && last.Last < date.First)
        {
            fields.Problems.Add(Rules.EndBeforeStart, place, $"The end, {last}, lies before the beginning, {date}, and is left out.", "Check both dates.");
            endDate = null;
            endTime = null;
        }
        else if (endDate is null && time is { } from && endTime is { } to && to < from)
        {
            fields.Problems.Add(Rules.EndBeforeStart, place, $"The end, {to:HH\\:mm}, lies before the beginning, {from:HH\\:mm}, and is left out.",
                DateText.Afternoon(from, to) is { } later ? $"Write hours from 0 to 23:  {Before()}{later:HH\\:mm}"
                : date.Day is null || date.First == DateOnly.MaxValue ? "Check both times." : $"Check both times; if it went past midnight, give the last day too:  end: {date.First.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {to:HH\\:mm}");
            endTime = null;
        }

        string Before() =>
            fields.All("end") is [var end, ..] ? $"{end.Name}: "
            : fields.One("time") is { } clock ? $"{clock.Name}: {time:HH\\:mm}-"
            : $"date: {date} {time:HH\\:mm}-";
    }

    private static DateOnly? Day(FrontMatterFields fields, string name, Rule rule)
    {
        if (fields.One(name) is not { } field || TextOf(field, fields) is not { } text) return null;
        if (DateText.Parse(text) is { Date: { } date, EndDate: null }) return date.First;
        Unreadable(rule, field, text, rule.Severity == Severity.Error
            ? "a day the archive can read, so nobody knows whether the seminar may be shown yet."
            : $"a day the archive can read; \"{field.Name}\" is left out.", DateAdvice.Fix(field.Name, text), fields.Problems);
        return null;
    }

    private static string? TextOf(WrittenField field, FrontMatterFields fields)
    {
        if (fields.Text(field, 200) is not { } text) return null;
        var plain = DateText.Plain(text);
        if (plain != text)
        {
            fields.Problems.Add(Rules.DateCharacters, field.Place, $"{PlainText.Quote(text)} in \"{field.Name}\" has digits or signs of another kind, or invisible ones; it is read as {PlainText.Quote(plain)}.",
                $"Type it afresh:  {field.Name}: {plain}");
        }

        return plain;
    }

    // Some sites write the day of publication where others write true or false.
    private static DateOnly? PublishedDay(FrontMatterFields fields)
    {
        var value = fields.One("published")?.Value;
        if (value is YamlList { Items: [var only] }) value = only;
        return value is YamlText text && StatusFields.Switch(PlainText.Clean(text.Value)) is null && DateText.HoldsDigit(DateText.Plain(text.Value)) ? Day(fields, "published", Rules.DateUnreadable) : null;
    }
}
