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
        var before = $"{field.Name}: {day}{(day is null ? "" : " ")}";
        if (Lettered().Match(time) is { Success: true, Groups: var parts } && LooseTime.Spell(parts["time"].Value) is { } clock)
        {
            var zone = fields.One("timezone") is null ? " , and the zone as a place on a line of its own, such as  timezone: Europe/London" : " ; the zone stands in \"timezone\".";
            Add($"{PlainText.Quote(parts["zone"].Value)} in \"{field.Name}\" is not a time zone the archive knows, so the time is left out.", $"Write  {before}{clock}{zone}");
        }
        else if (LooseTime.Spell(time) is { } meant)
        {
            Add(NoTime(), $"Write a colon between hours and minutes:  {before}{meant}");
        }
        else if (day is not null && DateAdvice.IsMeant(time))
        {
            fields.Problems.Add(Rules.DateIgnored, field.Place, $"{PlainText.Quote(time)} in \"{field.Name}\" is another date, not a time; it is left out.",
                field.Field.Name == "date" && DateAdvice.TwoDays(text) is var (first, last)
                    ? $"If it went on until then, write  {field.Name}: {first} to {last} ; if it was held twice, write a file for each day."
                    : $"Keep one day:  {before.TrimEnd()} ; what was held on several days that are apart has a file for each.");
        }
        else
        {
            Add(NoTime(), day is null
                ? "Write hours and minutes, such as  14:00  or  2:00 pm ; leave the field empty while the time is not known."
                : $"Write hours and minutes, such as  {before}14:00 ; while the time is not known, the day alone:  {before.TrimEnd()}");
        }

        string NoTime() => $"{PlainText.Quote(time)} in \"{field.Name}\" is not a time the archive can read; it is left out.";
        void Add(string cause, string fix) => fields.Problems.Add(Rules.TimeUnreadable, field.Place, cause, fix);
    }

    // "14:00 BST"
    [GeneratedRegex(@"^(?<time>.*?[0-9].*?)\s*\(?\b(?<zone>(?![AP]M\b)[A-Z]{2,5})\)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lettered();
}
