namespace SeminarArchive.Content;

/// <summary>Markdown with front matter → a <see cref="SeminarFile"/>, or every problem in it.</summary>
public static class SeminarReader
{
    /// <summary>
    /// Reads one file. Never throws for what the file holds: bad bytes, bad YAML and bad values are problems,
    /// all of them reported at once; unknown fields are notices.
    /// </summary>
    /// <param name="path">Path under the content folder, with forward slashes: <c>seminars/2020/knots.md</c>.</param>
    public static Reading Read(string path, ReadOnlySpan<byte> bytes) => throw new NotSupportedException();
}
