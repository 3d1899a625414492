using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>What a file's name says: <c>2019-03-14-knots.md</c> is about knots and of that day.</summary>
internal readonly partial record struct FileName(PartialDate? Date, string Rest)
{
    /// <summary>A date counts when something follows it: <c>2019-03-14.md</c> is named for its date, and has it too.</summary>
    public static FileName Parse(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        var match = Leading().Match(stem);
        if (!match.Success || !PartialDate.TryParse(match.Groups["date"].Value, out var date)) return new FileName(null, stem);
        var rest = stem[match.Length..];
        return new FileName(date, rest.Any(char.IsLetterOrDigit) ? rest : stem);
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d{2}-\d{2})([-_T]\d{2}-\d{2}(-\d{2})?(?=[-_]\D))?([-_ ]|$)|^(?<date>\d{4}-\d{2})([-_ ]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leading();
}
