using System.Globalization;
using System.Text.RegularExpressions;

namespace SeminarArchive.Store.Search;

/// <summary>Years asked for or excluded, both ends included.</summary>
internal readonly partial record struct YearSpan(int From, int To, bool Excluded)
{
    private const int Last = 9999;

    public bool Allows(int year) => (year >= From && year <= To) != Excluded;

    /// <summary>As it is printed: <c>2020</c>, <c>2018–2020</c>, <c>2018–</c>.</summary>
    public override string ToString() => From == To ? Text(From) : To == Last ? $"{Text(From)}–" : $"{Text(From)}–{Text(To)}";

    /// <summary><c>2020</c>, <c>2018-2020</c>, <c>2018 to 2020</c>, <c>2018..2020</c>, <c>2018-</c>; null for anything else.</summary>
    public static YearSpan? Parse(string text, bool excluded)
    {
        if (At(text, 0, excluded) is { } range && range.End == text.Length) return range.Span;

        var dash = text.IndexOfAny(['-', '–', '.']);
        var (first, last) = dash < 0 ? (text, text) : (text[..dash], text[dash..].Trim('-', '–', '.'));
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from > Last) return null;
        if (last.Length == 0) return new YearSpan(from, Last, excluded);
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to <= Last ? new YearSpan(Math.Min(from, to), Math.Max(from, to), excluded) : null;
    }

    /// <summary>Two years that stand here, joined by a dash or by "to", and where they end; null for anything else.</summary>
    public static (YearSpan Span, int End)? At(string text, int at, bool excluded)
    {
        if (Range().Match(text, at) is not { Success: true } range) return null;

        var (from, to) = (int.Parse(range.Groups["from"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(range.Groups["to"].ValueSpan, CultureInfo.InvariantCulture));
        return from <= to ? (new YearSpan(from, to, excluded), range.Index + range.Length) : null;
    }

    private static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    // What goes on after the second is a date, or a number of something else.
    [GeneratedRegex(@"\G(?<from>(19|20)[0-9][0-9]|2100)([-‐‑‒–—−]|\s+[-‐‑‒–—−]\s+|\s+to\s+)(?<to>(19|20)[0-9][0-9]|2100)(?![\p{L}\p{N}/:‐‑‒–—−-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();
}
