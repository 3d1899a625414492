using System.IO.Enumeration;

namespace SeminarArchive.Content;

/// <summary>Finds the Markdown files of a folder, and those that are none, and opens them with care.</summary>
internal static class MarkdownFiles
{
    private const int MaxDepth = 32;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public static bool IsMarkdown(ReadOnlySpan<char> name) =>
        name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    /// <summary>In <see cref="PathOrder"/>; a file that two links lead to is listed once. Folders that cannot be listed go into <paramref name="closed"/>.</summary>
    public static IReadOnlyList<ContentEntry> Under(string root, string folder, bool deep, List<string>? closed = null, List<string>? links = null)
    {
        closed ??= [];
        links ??= [];
        if (folder.Split('/', '\\').Contains("..")) return [];
        if (RealPath.Of(root) is not { } top || RealPath.Inside(top, folder) is not { } start || !Directory.Exists(start))
        {
            closed.Add(folder.Trim('/'));
            return [];
        }

        var found = new List<(ContentEntry Entry, string Real, bool Linked)>();
        new FolderWalk(top, markdown: true, found, closed, links).Down(start, folder.Trim('/'), deep ? MaxDepth : 0, [start]);
        var entries = (found.Exists(file => file.Linked) ? found.OrderBy(file => file.Linked).DistinctBy(file => file.Real, StringComparer.Ordinal) : found).Select(file => file.Entry).ToArray();
        Array.Sort(entries, (a, b) => PathOrder.Instance.Compare(a.Path, b.Path));
        return entries;
    }

    /// <summary>All that is no Markdown, through links as well, in no order; a file that two links lead to is listed under each.</summary>
    /// <param name="unread">Gets the paths of what looks like a seminar or a page and is read by nobody; see <see cref="UnreadFiles"/>.</param>
    /// <param name="documents">What is kept from one look to the next.</param>
    public static IReadOnlyList<ContentEntry> Others(string root, List<string> closed, List<string> unread, NamedDocuments documents)
    {
        if (RealPath.Of(root) is not { } top || !Directory.Exists(top))
        {
            closed.Add("");
            return [];
        }

        var found = new List<(ContentEntry Entry, string Real, bool Linked)>();
        var walk = new FolderWalk(top, markdown: false, found, closed, []);
        walk.Down(top, "", MaxDepth, [top]);
        if (walk.Unread.Count > 0) unread.AddRange(NotRead(top, walk.Unread, documents));
        return [.. found.Select(file => file.Entry)];
    }

    // Links may have a file read that lies elsewhere.
    private static IEnumerable<string> NotRead(string top, List<(string Path, string? Real)> unread, NamedDocuments documents)
    {
        var found = new List<(ContentEntry Entry, string Real, bool Linked)>();
        foreach (var (folder, depth) in UnreadFiles.ReadFolders(MaxDepth))
        {
            if (RealPath.Inside(top, folder) is { } start && Directory.Exists(start)) new FolderWalk(top, markdown: true, found, [], []).Down(start, folder, depth, [start]);
        }

        var read = found.Select(file => file.Real).ToHashSet(StringComparer.Ordinal);
        var texts = found.ConvertAll(file => (file.Entry, file.Real));
        if (new FileInfo(Path.Combine(top, "about.md")) is { Exists: true } about) texts.Add((new ContentEntry("about.md", about.Length, about.LastWriteTimeUtc.Ticks), about.FullName));
        var unnamed = documents.Missing([.. unread.Select(file => file.Path).Where(UnreadFiles.IsDocument)], texts);
        return unread.Where(file => UnreadFiles.IsDocument(file.Path) ? unnamed.Contains(file.Path) : file.Real is null || !read.Contains(file.Real)).Select(file => file.Path);
    }

    /// <summary>Null when the file is gone (no problem) or cannot be read (a problem).</summary>
    public static byte[]? Bytes(string root, ContentEntry entry, out Problem? problem)
    {
        var path = Path.Combine(root, entry.Path);
        return Carefully(entry, out problem, () => Take(path, new FileInfo(RealPath.Of(path) ?? path).Length, null));
    }

    /// <summary>As <see cref="Bytes"/>; null also when the file is no longer as the entry has it, because it is being written or was replaced.</summary>
    public static byte[]? BytesAsListed(string root, ContentEntry entry, out Problem? problem) =>
        Carefully(entry, out problem, () => Take(Path.Combine(root, entry.Path), entry.Length, entry));

    private static byte[]? Carefully(ContentEntry entry, out Problem? problem, Func<byte[]?> take)
    {
        problem = null;
        try
        {
            return take();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problem = new Problem($"content/{entry.Path}", 1, 1, Rules.FileUnreadable.Severity, Rules.FileUnreadable.Name,
                e is UnauthorizedAccessException ? "The archive is not allowed to read this file." : "This file cannot be read; the disk, or the network it lies on, refused.",
                e is UnauthorizedAccessException ? "Allow everyone to read it (on Linux:  chmod a+r  and the file's name)." : "Try to open it yourself; restore it from a backup if that fails too.", null);
            return null;
        }
    }

    private static byte[]? Take(string path, long length, ContentEntry? listed)
    {
        // A named pipe or a device has no length, and opening one can wait for ever.
        if (length == 0) return listed is null || (new FileInfo(RealPath.Of(path) ?? path) is { Exists: true, Length: 0 } empty && empty.LastWriteTimeUtc.Ticks == listed.Modified) ? [] : null;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // One byte more than the reader accepts is enough for it to say so.
        var bytes = new byte[(int)Math.Min(length, SourceText.MaxBytes + 1)];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more) read += more;
        if (listed is not null && (RandomAccess.GetLength(file) != length || File.GetLastWriteTimeUtc(file).Ticks != listed.Modified)) return null;
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Whether a file at this path would be listed, were it there.</summary>
    public static bool Counts(string path) => IsPage(Path.GetFileName(path)) && !IsPassedOver(path);

    /// <summary>Whether a file at this path, or a folder above it, is hidden or of a kind that programs leave lying about.</summary>
    public static bool IsPassedOver(string path) => path.Split('/').Any(part => IsLeftLying(part));

    private static bool IsPage(string name) => IsMarkdown(name) && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase);

    // Dot-files, and what editors leave lying about.
    private static bool IsLeftLying(ReadOnlySpan<char> name) =>
        name.Length == 0 || name[0] is '.' or '#' or '~' || name[^1] == '~'
        || name.EndsWith(".swp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bak", StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes through a folder and those below it, and follows links that do not lead out.</summary>
    /// <param name="markdown">Whether pages are looked for, or what is no Markdown.</param>
    /// <param name="closed">Gets the folders that could not be listed.</param>
    /// <param name="links">Gets the links that are not followed.</param>
    private sealed class FolderWalk(string top, bool markdown, List<(ContentEntry Entry, string Real, bool Linked)> found, List<string> closed, List<string> links)
    {
        /// <summary>When what is no Markdown was looked for, what looks like a page and is not read under this path; a link may have it read under another, unless its name keeps it from that: then there is no real path.</summary>
        public List<(string Path, string? Real)> Unread { get; } = [];

        public void Down(string folder, string name, int depth, HashSet<string> above)
        {
            List<Child> children;
            var pages = markdown || !UnreadFiles.IsReadIn(name);
            try
            {
                // Of thousands of pages that are not looked for, the disk need not be asked more than their names.
                children = [.. new FileSystemEnumerable<Child>(folder, Child.From, Everything)
                {
                    ShouldIncludePredicate = (ref entry) => !IsLeftLying(entry.FileName) && (pages || !IsMarkdown(entry.FileName) || entry.IsDirectory),
                }];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                closed.Add(name);
                return;
            }

            foreach (var child in children)
            {
                var path = name.Length == 0 ? child.Name : $"{name}/{child.Name}";
                var full = Path.Combine(folder, child.Name);
                var real = child.IsLink ? RealPath.Of(full) : full;
                if (real is null || !RealPath.Holds(top, real) || (child.IsLink && !Path.Exists(real)))
                {
                    if (child.IsLink) links.Add(path);
                    continue;
                }

                if (child.IsLink ? Directory.Exists(real) : child.IsFolder)
                {
                    // A folder above itself would never end.
                    if (depth == 0 || !above.Add(real)) continue;
                    Down(real, path, depth - 1, above);
                    above.Remove(real);
                }
                else if (markdown ? IsPage(child.Name) : !IsMarkdown(child.Name))
                {
                    if (!child.IsLink) Add(new ContentEntry(path, child.Length, child.Modified), real, isLinked: false);
                    else if (new FileInfo(real) is { Exists: true } file) Add(new ContentEntry(path, file.Length, file.LastWriteTimeUtc.Ticks), real, isLinked: true);
                }
                else if (!markdown && UnreadFiles.IsStray(path))
                {
                    Unread.Add((path, real));
                }
            }
        }

        private void Add(ContentEntry file, string real, bool isLinked)
        {
            found.Add((file, real, isLinked));
            if (!markdown && UnreadFiles.IsMisnamed(file, real)) Unread.Add((file.Path, null));
        }
    }

    /// <summary>What the system says of an entry of a folder while it lists it, without being asked for each again.</summary>
    private readonly record struct Child(string Name, bool IsLink, bool IsFolder, long Length, long Modified)
    {
        public static Child From(ref FileSystemEntry entry)
        {
            var link = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            var folder = entry.IsDirectory;
            return new(entry.FileName.ToString(), link, folder, link || folder ? 0 : entry.Length, link || folder ? 0 : entry.LastWriteTimeUtc.UtcTicks);
        }
    }
}
