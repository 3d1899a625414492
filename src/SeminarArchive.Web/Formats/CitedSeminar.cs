using System.Globalization;
using System.Text;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>A seminar as the styles of citing need it.</summary>
/// <param name="Series">The archive's title.</param>
/// <param name="Address">Absolute.</param>
public sealed record CitedSeminar(Seminar Seminar, string Series, string Address)
{
    private const string Closing = "”’»\"')]";

    /// <summary>In the order in which they stand in the file.</summary>
    public IReadOnlyList<PersonName> Speakers { get; } = [.. Seminar.Speakers.Select(s => PersonName.Parse(s.Name))];

    public PartialDate First => Seminar.Date;

    /// <summary>The last day; the first, when it took no longer.</summary>
    public PartialDate Last => Seminar.Last ?? Seminar.Date;

    public bool IsWithinOneYear => First.Year == Last.Year;

    /// <summary>The series, and the place where one is known: <c>Seminar Archive, Leeds</c>.</summary>
    public string SeriesAndPlace => Place is { } place ? $"{Series}, {place}" : Series;

    /// <summary>Where it was held, as far as it is known.</summary>
    public string? Place { get; } = Venue.Of(Seminar.Location)?.Text;

    /// <summary>The title with typographic quotation marks, as it stands where nothing is around it.</summary>
    public string Title => Curled(Seminar.Title);

    /// <summary>The title in double quotation marks, those within it single, its full stop inside.</summary>
    public IEnumerable<CitationRun> Quoted
    {
        get
        {
            var title = Curled(Seminar.Title).Replace('“', '‘').Replace('”', '’');
            var text = title.Contains('‘', StringComparison.Ordinal) ? title.TrimEnd('’') : title;
            yield return "“";
            yield return new(text, CitationRun.Kind.Title);
            yield return $"{(Ends(text) ? "" : ".")}{title[text.Length..]}”";
        }
    }

    /// <summary>Day and month of the first and last day, as far as they are known: <c>13–15 February</c>. For dates in one year.</summary>
    public string Days(Func<int, string> month, bool monthFirst) => Days(First, Last, month, monthFirst);

    /// <inheritdoc cref="Days(Func{int, string}, bool)"/>
    public static string Days(PartialDate first, PartialDate last, Func<int, string> month, bool monthFirst)
    {
        if (first.Month is not { } m) return "";
        if (last == first || last.Month is not { } n) return Day($"{first.Day}", m);
        if (m != n) return $"{Day($"{first.Day}", m)}–{Day($"{last.Day}", n)}";
        return Day(first.Day is null || last.Day is null ? $"{first.Day}" : $"{first.Day}–{last.Day}", m);

        string Day(string days, int of) => days.Length == 0 ? month(of) : monthFirst ? $"{month(of)} {days}" : $"{days} {month(of)}";
    }

    /// <summary><c>February</c>.</summary>
    public static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    /// <summary>
    /// The first letters of the given names: <c>M. A.</c>, <c>J.-P.</c>, <c>MA</c>. A name in a script without capitals has no initials and stays whole.
    /// </summary>
    public static string Initials(PersonName name, string stop, string between, string hyphen)
    {
        var initials = new List<string>();
        foreach (var word in name.Given.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = word.Split('-', '‐').Select(part => part.EnumerateRunes().FirstOrDefault(Rune.IsLetter)).Where(r => r != default).ToList();
            if (letters.Exists(r => !Rune.IsUpper(r) && !Rune.IsLower(r))) return name.Given;
            if (letters.Count > 0) initials.Add(string.Join(hyphen, letters.Select(r => r + stop)));
        }

        return initials.Count == 0 ? name.Given : string.Join(between, initials);
    }

    /// <summary>Names one after the other, each of which may run in a direction of its own.</summary>
    /// <param name="before">What stands before the one at an index; asked from the second on.</param>
    /// <param name="after">What stands for those that are left out; may be empty.</param>
    public static List<CitationRun> Listed(IEnumerable<string> names, Func<int, string> before, string after = "")
    {
        var runs = new List<CitationRun>();
        foreach (var (i, name) in names.Index())
        {
            if (i > 0) runs.Add(before(i));
            runs.Add(new(name, CitationRun.Kind.Written));
        }

        if (after.Length > 0) runs.Add(after);
        return runs;
    }

    /// <summary>The same with a full stop, unless they end with one.</summary>
    public static IEnumerable<CitationRun> Stopped(List<CitationRun> names) => Ends(names[^1].Text) ? names : names.Append(".");

    /// <summary>The text with a full stop, unless it ends with one or with another sign that ends a sentence.</summary>
    public static string Stopped(string text) => Ends(text) ? text : text + ".";

    /// <summary>Whether a text ends as a sentence does, perhaps within quotation marks.</summary>
    public static bool Ends(string text) => text.AsSpan().TrimEnd(Closing) is [.., '.' or '?' or '!' or '…' or '。' or '？' or '！' or '؟'];

    // A straight mark opens at the beginning of a word and closes elsewhere.
    private static string Curled(string text)
    {
        if (!text.Contains('"', StringComparison.Ordinal)) return text;

        var curled = new StringBuilder(text);
        for (var i = 0; i < curled.Length; i++)
        {
            if (curled[i] == '"') curled[i] = i == 0 || char.IsWhiteSpace(curled[i - 1]) || curled[i - 1] is '(' or '[' or '{' or '‘' or '-' or '–' or '—' or '/' ? '“' : '”';
        }

        return curled.ToString();
    }
}
