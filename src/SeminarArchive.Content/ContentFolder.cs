namespace SeminarArchive.Content;

/// <summary><c>content/</c> and what is in it, always in the same order: by path, ordinally.</summary>
public sealed class ContentFolder(string root)
{
    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>
    /// Every seminar file there is now. Empty when there is no <c>seminars/</c> folder.
    /// Skipped: dot-files, editors' temporary files, files named <c>README.md</c>, and anything a link leads to outside the folder.
    /// </summary>
    public IReadOnlyList<ContentEntry> Seminars() => throw new NotSupportedException();

    /// <summary>
    /// Reads the entries on all cores and yields them in the order given, with only a bounded number in memory.
    /// A file that has vanished meanwhile yields no reading; one that cannot be read yields a problem.
    /// </summary>
    public IAsyncEnumerable<Reading> ReadAsync(IEnumerable<ContentEntry> entries, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>The pages of a folder such as <c>categories</c>, or the one page <c>about.md</c>: title, HTML, plain text.</summary>
    public IReadOnlyList<PageFile> Pages(string folder) => throw new NotSupportedException();

    /// <summary>Bytes of a file that a seminar points to (<c>/slides/x.pdf</c>); null when there is none inside the folder.</summary>
    public long? SizeOf(string url) => throw new NotSupportedException();
}

/// <summary>A file as the folder lists it, not yet read.</summary>
/// <param name="Path">Path under the content folder, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">UTC ticks of the last write.</param>
public sealed record ContentEntry(string Path, long Length, long Modified);

/// <summary>A page that is no seminar: <c>about.md</c>, <c>categories/{slug}.md</c>.</summary>
/// <param name="Slug">The file name without <c>.md</c>.</param>
/// <param name="Title">From <c>title:</c> or the first heading; null when there is neither.</param>
public sealed record PageFile(string Path, string Slug, string? Title, string Html, string Text);
