using System.Text;
using System.Text.RegularExpressions;
using SeminarArchive.Content;
using Xunit.Abstractions;

namespace SeminarArchive.Tests.Content;

/// <summary>Real talk sites' files, as they are.</summary>
public sealed partial class CorpusTests(ITestOutputHelper output)
{
    [CorpusFact("talks")]
    public void Every_file_is_published_or_explained_and_those_with_title_and_date_are_published()
    {
        var (withBoth, published) = (0, 0);
        foreach (var source in Directory.GetDirectories(Corpus.Folder("talks")!).Order(StringComparer.Ordinal))
        {
            var (files, good, promising, kept) = (0, 0, 0, 0);
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(IsMarkdown).Order(StringComparer.Ordinal))
            {
                var bytes = File.ReadAllBytes(file);
                var reading = SeminarReader.Read("seminars/" + Path.GetRelativePath(source, file).Replace('\\', '/'), bytes);
                files++;
                Assert.True(reading.Seminar is not null || reading.Problems.Any(problem => problem.Severity == Severity.Error), file);
                if (reading.Seminar is not null) good++;
                if (!HasTitleAndDate(file, Encoding.UTF8.GetString(bytes))) continue;
                promising++;
                if (reading.Seminar is not null) kept++;
            }

            if (files == 0) continue;
            output.WriteLine($"{Path.GetFileName(source)}: {files} files, {good} published; {promising} have a title and a date, {kept} of them published");
            withBoth += promising;
            published += kept;
        }

        output.WriteLine($"All: {published} of {withBoth}");
        Assert.True(published >= 0.95 * withBoth, $"{published} of {withBoth}");
    }

    private static bool IsMarkdown(string file) => file.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    // A plain look at the lines, which shares nothing with the reader.
    private static bool HasTitleAndDate(string file, string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != "---") return false;
        var fields = lines.Skip(1).TakeWhile(line => line.TrimEnd() != "---").ToList();
        return fields.Exists(line => Title().IsMatch(line)) && (fields.Exists(line => Date().IsMatch(line)) || NamedForDate().IsMatch(Path.GetFileName(file)));
    }

    [GeneratedRegex(@"^title\s*:\s*[^\s""']|^title\s*:\s*(""[^""]|'[^'])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"^date\s*:\s*[""']?\d{4}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{4}-\d{2}(-\d{2})?[-_.]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedForDate();
}
