using System.Globalization;
using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>What is said of a time that cannot be read: the day beside it is never lost from what to write instead.</summary>
internal static partial class BadTime
{
    /// <param name="day">The day before the time, in the same field.</param>
    /// <param name="text">The whole field.</param>
    public static void Tell(WrittenField field, PartialDate? day, string text, FrontMatterFields fields)
    {
        var time = (day is null ? text : text[(text.AsSpan().IndexOfAny('T', 't', ' ') + 1)..]).Trim();
        var before = Before(field, day);
        if (Lettered().Match(time) is { Success: true, Groups: var parts } && LooseTime.Spell(parts["time"].Value) is { } clock)
        {
            var zone = fields.One("timezone") is null ? " , and the zone as a place on a line of its own, such as  timezone: Europe/London" : " ; the zone stands in \"timezone\".";
            Add($"{PlainText.Quote(parts["zone"].Value)} in \"{field.Name}\" is not a time zone the archive knows, so the time is left out.", $"Write  {before}{clock}{zone}");
        }
        else if (LooseTime.Spell(time) is { } meant)
        {
            Add(NoTime(), $"Write a colon between hours and minutes:  {before}{meant}");
        }
        else if (day is not null && (DateAdvice.IsMeant(time) || TwoDays() is not null))
        {
            fields.Problems.Add(Rules.DateIgnored, field.Place, $"{PlainText.Quote(time)} in \"{field.Name}\" is another date, not a time; it is left out.",
                TwoDays() is var (first, last)
                    ? $"If it went on until then, write  {field.Name}: {first} to {last} ; if it was held twice, write a file for each day."
                    : $"Keep one day:  {before.TrimEnd()} ; what was held on several days that are apart has a file for each.");
        }
        else
        {
            Add(NoTime(), day is null
                ? "Write hours and minutes, such as  14:00  or  2:00 pm ; leave the field empty while the time is not known."
                : $"Write hours and minutes, such as  {before}14:00 ; while the time is not known, the day alone:  {before.TrimEnd()}");
        }

        (string First, string Last)? TwoDays() => field.Field.Name == "date" ? DateAdvice.TwoDays(text) : null;
        string NoTime() => $"{PlainText.Quote(time)} in \"{field.Name}\" is not a time the archive can read; it is left out.";
        void Add(string cause, string fix) => fields.Problems.Add(Rules.TimeUnreadable, field.Place, cause, fix);
    }

    /// <summary>Tells of an end that says how long it took: <c>1h</c>, <c>90 min</c>. French hours that lie behind the beginning, such as <c>15h</c>, are none of that.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TellDuration(WrittenField field, string text, TimeOnly? begin, FrontMatterFields fields)
    {
        if (Duration().Match(text) is not { Success: true, Groups: var parts }) return false;
        var length = TimeSpan.FromHours(NumberOf(parts["hours"])) + TimeSpan.FromMinutes(NumberOf(parts["minutes"]));
        if (length == TimeSpan.Zero || length > DateText.LongestTalk) return false;
        if (LooseTime.Spell(text) is { } clock && begin is { } from && DateText.ParseTime(clock)?.Time > from) return false;

        fields.Problems.Add(Rules.TimeUnreadable, field.Place, $"{PlainText.Quote(text)} in \"{field.Name}\" says how long it took, not when it ended; it is left out.",
            begin is { } start && start.Add(length, out var days) is var end && days == 0 ? $"Write  {field.Name}: {end:HH\\:mm}" : $"Write the time at which it ended, such as  {field.Name}: 15:30");
        return true;
    }

    /// <summary>Tells of a beginning such as <c>2:30</c>: it is read as it stands, in the night, and few talks are then.</summary>
    public static void TellNight(WrittenField field, DateText read, string text, FrontMatterFields fields)
    {
        if (read is not { Time: { Hour: >= 1 and <= 6 } from, EndTime: null or { Hour: < 12 }, EndDate: null } || !SmallHour().IsMatch(text)) return;
        fields.Problems.Add(Rules.TimeAtNight, field.Place, $"{PlainText.Quote(text)} in \"{field.Name}\" is read as {from:HH\\:mm}, at night.",
            $"If it was in the afternoon, write  {Written(later: 12)} ; if at night,  {Written(later: 0)}");

        string Written(int later) =>
            $"{Before(field, read.Date)}{from.AddHours(later):HH\\:mm}{(read.EndTime is { } to ? $"-{to.AddHours(later):HH\\:mm}" : "")}{(read.Zone is null ? "" : " " + read.Zone)}";
    }

    // The line as far as the time.
    private static string Before(WrittenField field, PartialDate? day) => day is null ? $"{field.Name}: " : $"{field.Name}: {day} ";

    private static double NumberOf(Group digits) => digits.Success ? double.Parse(digits.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(PT)?(?<hours>[0-9]{1,2}([.,][0-9]{1,2})?)\s*(h|hrs?|hours?)\.?(\s*(?<minutes>[0-9]{1,2})\s*(m(in(ute)?s?)?\.?)?)?$|^(PT)?(?<minutes>[0-9]{1,3})\s*m(in(ute)?s?)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duration();

    // "2:30", "2019-03-14 2:30-4:00"; not "02:30", which says what it means.
    [GeneratedRegex(@"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt ]\s*)?[1-6]:(?!.*[0-9]\s?[ap]\.?m\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SmallHour();

    // "14:00 BST"
    [GeneratedRegex(@"^(?<time>.*?[0-9].*?)\s*\(?\b(?<zone>(?![AP]M\b)[A-Z]{2,5})\)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lettered();
}
