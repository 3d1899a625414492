using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SeminarArchive.Content;

/// <summary><c>content/</c> and what is in it, always in the same order, <see cref="PathOrder"/>.</summary>
/// <param name="seminars">The folder in it that holds the seminars; empty when they lie in the content folder itself, as other programs keep them.</param>
public sealed class ContentFolder(string root, string seminars = "seminars")
{
    private const int EndBytes = 32 * 1024;

    private readonly NamedDocuments _documents = new();

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Whether there is more in it than seminars: people, pages, slides.</summary>
    public bool HoldsMore => seminars.Length > 0;

    /// <summary>
    /// Every seminar file there is now. Empty when there is no <c>seminars/</c> folder.
    /// Skipped: dot-files, editors' temporary files, files named <c>README.md</c>, and anything a link leads to outside the folder.
    /// </summary>
    public IReadOnlyList<ContentEntry> Seminars() => Look().Entries;

    /// <summary>As <see cref="Seminars"/>, and the folders that could not be listed: nothing is known of what is in them.</summary>
    public ContentListing Look()
    {
        var (closed, links) = (new List<string>(), new List<string>());
        return new ContentListing(MarkdownFiles.Under(Root, seminars, deep: true, closed, links), closed) { Links = links };
    }

    /// <summary>One seminar file as it is now; null when there is none at that path, or it is none of the archive's.</summary>
    public ContentEntry? Find(string path)
    {
        if ((seminars.Length > 0 && !path.StartsWith($"{seminars}/", StringComparison.Ordinal)) || !MarkdownFiles.Counts(path)) return null;
        if (RealPath.Of(Root) is not { } top || RealPath.Inside(top, path) is not { } real) return null;
        var file = new FileInfo(real);
        return file.Exists ? new ContentEntry(path, file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }

    /// <summary>
    /// The bytes of a seminar file, without a byte order mark, when they are still those of <paramref name="hash"/>;
    /// null when the file is gone, cannot be read, or holds something else by now.
    /// </summary>
    public byte[]? Source(string path, string hash)
    {
        if (Find(path) is not { } entry || MarkdownFiles.Bytes(Root, entry, out _) is not { } bytes || HashOf(bytes) != hash) return null;
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    /// <summary>
    /// Reads the entries on all cores and yields them in the order given, with only a bounded number in memory.
    /// A file that has vanished meanwhile, or is still being written (its length or time is no longer the entry's), yields no reading;
    /// one that cannot be read yields a problem.
    /// </summary>
    public IAsyncEnumerable<Reading> ReadAsync(IEnumerable<ContentEntry> entries, CancellationToken cancel = default) => ReadAsync(entries, (_, reading) => reading, cancel);

    /// <summary>As <see cref="ReadAsync(IEnumerable{ContentEntry}, CancellationToken)"/>, with what shall be made of each reading, on all cores as well.</summary>
    /// <param name="then">Is called by several threads at a time.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(IEnumerable<ContentEntry> entries, Func<ContentEntry, Reading, T> then, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        // A window of tasks that are under way: the oldest is awaited, so the order stays; its length bounds the memory.
        var window = new Queue<Task<List<T>>>();
        var most = Environment.ProcessorCount * 4;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            foreach (var some in entries.Chunk(8))
            {
                window.Enqueue(Task.Run(() => Read(some, then, stop.Token), stop.Token));
                if (window.Count < most) continue;
                foreach (var reading in await window.Dequeue()) yield return reading;
            }

            while (window.Count > 0)
            {
                foreach (var reading in await window.Dequeue()) yield return reading;
            }
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var task in window) await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Every people file there is now, and the folders that could not be listed; which files count is as for <see cref="Seminars"/>.</summary>
    public ContentListing People()
    {
        var (closed, links) = (new List<string>(), new List<string>());
        var people = MarkdownFiles.Under(Root, "people", deep: true, closed, links);
        // Most archives have no such folder.
        if (!Directory.Exists(Path.Combine(Root, "people")) && Directory.Exists(Root)) closed.Clear();
        return new ContentListing(people, closed) { Links = links };
    }

    /// <summary>Reads people files on all cores, in the order given; what yields no reading is as for <see cref="ReadAsync"/>.</summary>
    public IReadOnlyList<PersonReading> ReadPeople(IEnumerable<ContentEntry> entries)
    {
        var some = entries.Chunk(64).Select(files => Task.Run(() => files.Select(ReadPerson).OfType<PersonReading>().ToList())).ToList();
        return [.. some.SelectMany(readings => readings.GetAwaiter().GetResult())];
    }

    /// <summary>
    /// The pages of a folder such as <c>categories</c>, or the one page <c>about.md</c>: title, HTML, plain text. A page that cannot be read is left out.
    /// </summary>
    /// <param name="errors">Receives why, and what else is wrong in front matters.</param>
    public IReadOnlyList<PageFile> Pages(string folder, List<Problem> errors)
    {
        var readings = ReadPages(folder);
        errors.AddRange(readings.SelectMany(r => r.Problems).Where(p => p.Severity == Severity.Error));
        return [.. readings.Select(r => r.Page).OfType<PageFile>()];
    }

    /// <summary>The same pages with all that is wrong with them, those that cannot be read among them.</summary>
    public IReadOnlyList<PageReading> ReadPages(string folder)
    {
        var single = MarkdownFiles.IsMarkdown(folder);
        var under = single ? Path.GetDirectoryName(folder) ?? "" : folder;
        var pages = new List<PageReading>();
        foreach (var entry in MarkdownFiles.Under(Root, under, deep: false))
        {
            if (single && entry.Path != folder) continue;
            if (MarkdownFiles.Bytes(Root, entry, out var unreadable) is { } bytes) pages.Add(Guarded(() => PageReader.Read(entry.Path, bytes), e => new PageReading(entry.Path, null, [Fault(entry, e)])));
            else if (unreadable is not null) pages.Add(new PageReading(entry.Path, null, [unreadable]));
        }

        return pages;
    }

    /// <summary>
    /// Every file that is no Markdown: slides, pictures. In no order, through links as well; the same are skipped as for <see cref="Seminars"/>.
    /// With the folders that could not be listed, of which nothing is known, and with what is read by nobody.
    /// </summary>
    public ContentListing Media()
    {
        var (closed, unread) = (new List<string>(), new List<string>());
        return new ContentListing(MarkdownFiles.Others(Root, closed, unread, _documents), closed) { Unread = UnreadFiles.Problems(unread).ToList() };
    }

    /// <summary>A hash of both ends of the file, 32 KiB of each: another one for almost every change that leaves the length as it was. Empty when the file cannot be read.</summary>
    public string SampleOf(ContentEntry file)
    {
        // A named pipe has no length, and opening one can wait for ever.
        if (file.Length == 0) return Convert.ToHexStringLower(SHA256.HashData([]).AsSpan(0, 12));
        try
        {
            using var handle = File.OpenHandle(Path.Combine(Root, file.Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var ends = new byte[2 * EndBytes];
            var read = RandomAccess.Read(handle, ends.AsSpan(0, EndBytes), 0);
            if (file.Length > EndBytes) read += RandomAccess.Read(handle, ends.AsSpan(read), Math.Max(EndBytes, file.Length - EndBytes));
            return Convert.ToHexStringLower(SHA256.HashData(ends.AsSpan(0, read)).AsSpan(0, 12));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Whether a path under the content folder is nobody's: hidden, or what programs leave lying about while they save.</summary>
    public static bool IsPassedOver(string path) => MarkdownFiles.IsPassedOver(path);

    /// <summary>Whether the path has the ending of a file that is read as Markdown.</summary>
    public static bool IsMarkdown(string path) => MarkdownFiles.IsMarkdown(path);

    /// <summary>Bytes of a file that a seminar points to (<c>/slides/x.pdf</c>); null when there is none inside the folder.</summary>
    public long? SizeOf(string url) => Sizes().Of(url);

    /// <summary>For asking after the sizes of many files, as they are now: each folder is looked for once.</summary>
    public FileSizes Sizes() => new(Root);

    private PersonReading? ReadPerson(ContentEntry entry) =>
        MarkdownFiles.BytesAsListed(Root, entry, out var problem) is { } bytes
            ? Guarded(() => PersonReader.Read(entry.Path, bytes), e => new PersonReading(entry.Path, HashOf(bytes), null, [Fault(entry, e)]))
            : problem is null ? null
            : new PersonReading(entry.Path, "", null, [problem]);

    private List<T> Read<T>(ContentEntry[] entries, Func<ContentEntry, Reading, T> then, CancellationToken cancel)
    {
        var readings = new List<T>(entries.Length);
        foreach (var entry in entries)
        {
            cancel.ThrowIfCancellationRequested();
            if (MarkdownFiles.BytesAsListed(Root, entry, out var problem) is { } bytes)
                readings.Add(Guarded(() => then(entry, SeminarReader.Read(entry.Path, bytes)), e => then(entry, new Reading(entry.Path, HashOf(bytes), null, [Fault(entry, e)]))));
            else if (problem is not null) readings.Add(then(entry, new Reading(entry.Path, "", null, [problem])));
        }

        return readings;
    }

    // One file that the archive fails at must not keep all the others from being read.
    private static T Guarded<T>(Func<T> read, Func<Exception, T> fault)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return fault(e);
        }
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Problem Fault(ContentEntry entry, Exception e) =>
        new($"content/{entry.Path}", 1, 1, Rules.FileFault.Severity, Rules.FileFault.Name, $"The archive fails at this file: a fault of its own, not of the file ({e.GetType().Name}: {PlainText.Clean(e.Message)}).",
            "Take out fields one by one until it is read, and tell whoever runs the archive which one it was.", null);
}

/// <summary>What a look into the content folder found.</summary>
/// <param name="Entries">The seminar files, in <see cref="PathOrder"/>.</param>
/// <param name="Closed">Folders that are missing or could not be listed, under the content folder.</param>
public sealed record ContentListing(IReadOnlyList<ContentEntry> Entries, IReadOnlyList<string> Closed)
{
    /// <summary>Whether nothing is known of a file at this path, because a folder above it is missing or could not be listed.</summary>
    public bool IsClosed(string path) => Closed.Any(folder => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Symbolic links that are not followed, because they lead out of the content folder or nowhere.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>What is to be said of files that look like a seminar or a page, and that nothing reads; known of a listing of what is no Markdown.</summary>
    public IReadOnlyList<Problem> Unread { get; init; } = [];
}

/// <summary>A file as the folder lists it, not yet read.</summary>
/// <param name="Path">Path under the content folder, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">UTC ticks of the last write.</param>
public sealed record ContentEntry(string Path, long Length, long Modified)
{
    /// <summary>The path as addresses have it, whose accents are a part of their letters; on a Mac they stand after them.</summary>
    public string Address => PlainText.Normal(Path);
}

/// <summary>A page that is no seminar: <c>about.md</c>, <c>categories/{slug}.md</c>.</summary>
/// <param name="Slug">The file name without <c>.md</c>.</param>
/// <param name="Title">From <c>title:</c> or the first heading; null when there is neither.</param>
public sealed record PageFile(string Path, string Slug, string? Title, string Html, string Text);

/// <summary>What came of reading a page.</summary>
/// <param name="Page">Null when it has errors.</param>
public sealed record PageReading(string Path, PageFile? Page, IReadOnlyList<Problem> Problems)
{
    /// <summary>The file's lines; none when it could not be read at all.</summary>
    internal string[] Lines { get; init; } = [];
}
