using System.Globalization;
using System.Text;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;
using SeminarArchive.Web.Formats;

namespace SeminarArchive.Web;

/// <summary>Small matters of wording that several pages share.</summary>
public static class Words
{
    /// <summary><c>1 seminar</c>, <c>1,234 seminars</c>.</summary>
    public static string Seminars(int count, CultureInfo culture) => count == 1 ? "1 seminar" : $"{count.ToString("N0", culture)} seminars";

    /// <summary>What two seminars have in common: <c>Also by Rachel Hawley</c>, <c>Also about compassion and leadership</c>; null when that cannot be told.</summary>
    public static string? Why(RelatedSeminar related) =>
        related.By.Count > 0 ? "Also by " + List(related.By)
        : related.Tags.Count > 0 ? "Also tagged " + List(related.Tags)
        : related.About.Count > 0 ? "Also about " + List(related.About)
        : related.Category is { } category ? "Also in " + category
        : null;

    /// <summary><c>Cancelled</c>; null for what was, or will be, held as planned.</summary>
    public static string? CalledOff(EventStatus status) => status switch { EventStatus.Cancelled => "Cancelled", EventStatus.Postponed => "Postponed", _ => null };

    /// <summary>How what is not over is marked: <c>Today</c>, <c>Now</c> for what takes several days, else <paramref name="before"/>. True until the archive tells another moment.</summary>
    /// <param name="beginsAt">Unix seconds.</param>
    public static string Coming(long beginsAt, bool severalDays, DateTimeOffset now, string before = "Upcoming") => beginsAt > now.ToUnixTimeSeconds() ? before : severalDays ? "Now" : "Today";

    /// <summary><c>Cancelled: Knots</c>, for places that show nothing but the title.</summary>
    public static string MarkedTitle(Seminar seminar) => CalledOff(seminar.EventStatus) is { } mark ? $"{mark}: {seminar.Title}" : seminar.Title;

    /// <summary><c>Cancelled: No trains ran.</c>, or <c>Cancelled.</c> where no reason is given; null for what was, or will be, held as planned.</summary>
    public static string? WhyOff(Seminar seminar) => CalledOff(seminar.EventStatus) is { } mark ? CitedSeminar.Stopped(seminar.Reason is { } reason ? $"{mark}: {reason}" : mark) : null;

    /// <summary>As many whole words as fit, with an ellipsis when there are more.</summary>
    public static string Beginning(string text, int length)
    {
        if (text.Length <= length) return text;

        var space = text.LastIndexOf(' ', length - 1);
        var end = space > length / 2 ? space : char.IsLowSurrogate(text[length - 1]) ? length - 2 : length - 1;
        return text[..end].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>With a capital at its beginning, as a sentence has it.</summary>
    public static string Capitalised(this string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>True for a title in capitals, which the pages set a little smaller and wider.</summary>
    public static bool IsCapitals(string title)
    {
        int upper = 0, lower = 0;
        foreach (var rune in title.EnumerateRunes())
        {
            if (Rune.IsUpper(rune)) upper++;
            else if (Rune.IsLower(rune)) lower++;
        }

        return upper >= 8 && lower == 0;
    }

    /// <summary><c>120 B</c>, <c>48 KB</c>, <c>1.8 MB</c>; powers of 1,000, as SI has it.</summary>
    public static string Size(long bytes, CultureInfo culture) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 999_500 => $"{Math.Max(1, Math.Round(bytes / 1000.0)).ToString("N0", culture)} KB",
        < 99_500_000 => $"{(bytes / 1e6).ToString("N1", culture)} MB",
        _ => $"{(bytes / 1e6).ToString("N0", culture)} MB",
    };

    /// <summary><c>A</c>, <c>A and B</c>, <c>A, B and C</c>: what precedes the item at <paramref name="index"/>.</summary>
    public static string Before(int index, int count) => index == 0 ? "" : index == count - 1 ? " and " : ", ";

    private static string List(IReadOnlyList<string> items) => string.Concat(items.Select((item, i) => Before(i, items.Count) + item));
}
