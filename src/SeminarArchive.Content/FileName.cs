using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>What a file's name says: <c>2019-03-14-knots.md</c> is about knots and of that day; <c>knots/index.md</c> goes by its folder's name.</summary>
internal readonly partial record struct FileName(PartialDate? Date, string Rest)
{
    /// <summary>A date counts when something follows it: <c>2019-03-14.md</c> is named for its date, and has it too.</summary>
    public static FileName Parse(string path)
    {
        var stem = Stem(path);
        var match = Leading().Match(stem);
        if (!match.Success || !PartialDate.TryParse(match.Groups["date"].Value, out var date)) return new FileName(null, stem);
        var rest = stem[match.Length..];
        return new FileName(date, rest.Any(char.IsLetterOrDigit) ? rest : stem);
    }

    /// <summary>What stands at the beginning of the name like a date, when it is not read as one: 20190315, 2019-02-30; else null.</summary>
    public static string? UnreadDate(string path) =>
        Parse(path).Date is null && NearlyDate().Match(Stem(path)) is { Success: true, Value: var text } ? text : null;

    // The folder of a year is named for no seminar.
    private static string Stem(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        return stem == "index" && path.Split('/') is [_, .., var folder, _] && folder.Any(char.IsLetter) ? folder : stem;
    }

    [GeneratedRegex(@"^((19|20)[0-9]{6}|[0-9]{4}[-_. ][0-9]{1,2}[-_. ][0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NearlyDate();

    [GeneratedRegex(@"^(?<date>\d{4}-\d{2}-\d{2})([-_T]\d{2}-\d{2}(-\d{2})?(?=[-_]\D))?([-_ ]|$)|^(?<date>\d{4}-\d{2})([-_ ]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leading();
}
