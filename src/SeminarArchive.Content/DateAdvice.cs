using System.Globalization;
using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>What may be meant by a date that the archive does not read, and what to write for it.</summary>
internal static partial class DateAdvice
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>What to write instead, in the field of this name.</summary>
    /// <param name="mayLast">Whether there is another field for the last of several days.</param>
    public static string Fix(string name, string text, bool mayLast = false)
    {
        var (dates, clock) = LooseTime.Take(text);
        if (mayLast && TwoDays(dates) is var (first, last)) return $"Write the first day and the last on lines of their own:  {name}: {first}{clock}  and  end: {last}";
        var end = mayLast && Between().IsMatch(dates) ? " The last of several days stands on a line of its own, in the field  end: ." : "";
        if (Suggest(dates) is { Count: > 0 } days) return $"Write year-month-day:  {string.Join("  or  ", days.Select(day => $"{name}: {day}{(day.Length == 10 ? clock : "")}"))}{(days.Count > 1 ? " , whichever is meant." : days[0].Length == 7 && end.Length > 0 && Words.In(dates).Numbers.Count > 1 ? $" .{end}" : "")}";
        if (IsImpossible(text)) return "Look the date up and write year-month-day; if the day is unknown, write only year and month.";
        var said = Words.In(text);
        if (said.Year > 0) return $"Write only what is known, beginning with the year:  {name}: {said.Year}{(end.Length > 0 ? " ." : "")}{end}";
        if (said is { Months: [var month], Numbers: [>= 1 and <= 31 and var day] }) return string.Create(CultureInfo.InvariantCulture, $"Write the year too, and begin with it:  {name}: YYYY-{month:00}-{day:00}");
        return $"Write year, month and day in this order, with hyphens between them:  {name}: YYYY-MM-DD ; a month (YYYY-MM) or a year alone will do.{end}";
    }

    /// <summary>A date written in some other order or with words, as it should be written; two where day and month cannot be told apart; empty when it is none.</summary>
    public static IReadOnlyList<string> Suggest(string text)
    {
        if (text.Length == 8 && text.All(char.IsAsciiDigit)) text = $"{text[..4]}-{text[4..6]}-{text[6..]}";
        if (Leading().Match(text) is { Success: true, Value: var leading } && PartialDate.TryParse(leading, out var whole)) return [whole.ToString()];

        var said = Between().IsMatch(text) ? Words.In(text) : Words.In(text).WithShortYear();
        if (said.Year == 0) return [];
        IEnumerable<string?> days = said switch
        {
            { Months: [var month], Numbers: [var day] } => [Iso(said.Year, month, day)],
            { Months: [var month] } => [Iso(said.Year, month, null)],
            { Months: [], HasOthers: false, Numbers: [var month] } => [Iso(said.Year, month, null)],
            { Months: [], HasOthers: false, Numbers: [var first, var second] } =>
                said.YearIsFirst ? [Iso(said.Year, first, second) ?? Iso(said.Year, second, first)]
                : first == second ? [Iso(said.Year, first, second)]
                : [Iso(said.Year, second, first), Iso(said.Year, first, second)],
            _ => [],
        };
        return [.. days.OfType<string>()];
    }

    /// <summary>Whether the text has a date's shape but names no day of the calendar: 2019-02-30.</summary>
    public static bool IsImpossible(string text) => DateShape().Match(text) is { Success: true, Groups: var groups } && !PartialDate.TryParse(groups["date"].Value, out _);

    /// <summary>Whether a date is meant, and no time of day.</summary>
    public static bool IsMeant(string text) => Words.In(text) is { Year: > 0 } or { Months.Count: > 0 } || (text.Contains('/', StringComparison.Ordinal) && Suggest(text).Count > 0);

    /// <summary>The first day and the last: "14-15 March 2019", "28 February to 1 March 2019", "14/03/2019 - 15/03/2019", "2019-03-14/15", "2019-03-14, 2019-03-21".</summary>
    public static (string First, string Last)? TwoDays(string text)
    {
        if (Shortened().Match(text) is { Success: true, Groups: var iso })
            return InOrder($"{iso["month"]}-{iso["first"]}", iso["other"].Success ? $"{iso["month"].Value[..4]}-{iso["other"]}-{iso["last"]}" : $"{iso["month"]}-{iso["last"]}");

        var sides = Between().Split(text);
        if (sides.Length == 2) sides = [Whole(sides[0], sides[1]), Whole(sides[1], sides[0])];
        if (sides.Length == 2 && Suggest(sides[0]) is [{ Length: 10 } begin] && Suggest(sides[1]) is [{ Length: 10 } end])
            return InOrder(begin, end) is var (early, late) ? (early + LooseTime.Take(sides[0]).Time, late + LooseTime.Take(sides[1]).Time) : null;
        return sides.Length < 2 ? null : Words.In(text) switch
        {
            { Year: > 0 and var year, Months: [var month], Numbers: [var first, var last] } => InOrder(Iso(year, month, first), Iso(year, month, last)),
            { Year: > 0 and var year, Months: [var month, var next], Numbers: [var first, var last] } => InOrder(Iso(year, month, first), Iso(year, next, last)),
            _ => null,
        };
    }

    // A mere day, or one without its year, has the month and year of the other: "14" beside "15.3.2019".
    private static string Whole(string day, string other) => (Suggest(other), Words.In(day)) switch
    {
        ([{ Length: 10 } whole], { Year: 0, Months: [], HasOthers: false, Numbers: [var number] }) when !ClockTime().IsMatch(day + other) => string.Create(CultureInfo.InvariantCulture, $"{whole[..8]}{number:00}"),
        ([{ Length: 10 } whole], { Year: 0, Months: [_], Numbers: [_] }) => $"{day} {whole[..4]}",
        _ => day,
    };

    private static (string First, string Last)? InOrder(string? first, string? last) =>
        PartialDate.TryParse(first, out var begin) && PartialDate.TryParse(last, out var end) && begin < end ? (begin.ToString(), end.ToString()) : null;

    private static string? Iso(int year, int month, int? day)
    {
        var text = day is null
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
        return PartialDate.TryParse(text, out _) ? text : null;
    }

    private static int MonthOf(string word)
    {
        var lower = word.ToLowerInvariant();
        var index = Array.FindIndex(Months, m => m == lower || (lower.Length >= 3 && m.StartsWith(lower, StringComparison.Ordinal)));
        if (index < 0 && lower.Length >= 4 && Spelling.Closest(lower, Months) is { } near) index = Array.IndexOf(Months, near);
        return index + 1;
    }

    // What a text says of a date: its year (0 when there is none), its months by name, and the other numbers, in the order in which they stand there.
    private sealed record Words(int Year, IReadOnlyList<int> Months, IReadOnlyList<int> Numbers, bool YearIsFirst, bool HasOthers)
    {
        public static Words In(string text)
        {
            var parts = Parts().Matches(ClockTime().Replace(text, " ")).Select(match => match.Value).Where(part => !Filling().IsMatch(part)).Take(10).ToList();
            var numbers = parts.Where(part => char.IsAsciiDigit(part[0])).Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
            var words = parts.Where(part => !char.IsAsciiDigit(part[0])).Select(MonthOf).ToList();
            var year = numbers.Find(number => number is >= 1900 and <= 2199);
            return new Words(year, words.FindAll(month => month > 0), year == 0 ? numbers : numbers.FindAll(number => number != year), parts is [{ Length: 4 }, ..], words.Contains(0));
        }

        // "5/5/18", "5 May 18"
        public Words WithShortYear() =>
            Year == 0 && !HasOthers && Months.Count + Numbers.Count == 3 && Months.Count < 2 && Numbers[^1] < 100
                ? this with { Year = Numbers[^1] + (Numbers[^1] < 50 ? 2000 : 1900), Numbers = [.. Numbers.SkipLast(1)] }
                : this;
    }

    [GeneratedRegex(@"[0-9]{1,4}|\p{L}+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    // Ordinals and days of the week say nothing that the number does not.
    [GeneratedRegex(@"^(st|nd|rd|th|of|the|on|at|from|(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filling();

    [GeneratedRegex(@"\b[0-9]{1,2}(:[0-9]{2}(:[0-9]{2})?(\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?)($|[T ])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateShape();

    [GeneratedRegex(@"^(?<month>[0-9]{4}-[0-9]{1,2})-(?<first>[0-9]{1,2})\s*(-{1,3}|–|—|/|&|,|\+|\.{2,3}|to|till|until|through|and)\s*((?<other>[0-9]{1,2})-)?(?<last>[0-9]{1,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shortened();

    [GeneratedRegex(@"\s*([–—&]|--+|\.{2,3})\s*|(\s*,\s*|(?<=[0-9])\s+)(?=[0-9]{4}-[0-9])|\s+(-|\+|to|till|until|through|and)\s+|(?<=^[0-9]{1,2}),\s*(?=[0-9]{1,2}\s+\p{L})|(?<=[0-9])(?<![0-9]{4}-[0-9]{1,2}|/[0-9]{1,2})(st|nd|rd|th|\.)?[-/](?=[0-9]{1,2}((st|nd|rd|th|\.)?,?\s|[./][0-9]{1,2}[./][0-9]{4}))|(?<=[0-9]{4})[-/](?=([0-9]{2}|[0-9]{4})$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();
}
