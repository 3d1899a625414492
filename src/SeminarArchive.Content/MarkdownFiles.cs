namespace SeminarArchive.Content;

/// <summary>Finds the Markdown files of a folder and opens them with care.</summary>
internal static class MarkdownFiles
{
    private const int MaxDepth = 32;

    public static bool IsMarkdown(string name) =>
        name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    /// <summary>By path, ordinally; a file that two links lead to is listed once. Folders that cannot be listed go into <paramref name="closed"/>.</summary>
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
        Walk(new DirectoryInfo(start), folder.Trim('/'), top, deep ? MaxDepth : 0, [start], found, closed, links);
        return [.. found.OrderBy(file => file.Linked).DistinctBy(file => file.Real, StringComparer.Ordinal).Select(file => file.Entry).OrderBy(entry => entry.Path, StringComparer.Ordinal)];
    }

    /// <summary>Null when the file is gone (no problem) or cannot be read (a problem).</summary>
    public static byte[]? Bytes(string root, ContentEntry entry, out Problem? problem)
    {
        problem = null;
        var path = Path.Combine(root, entry.Path);
        try
        {
            var length = new FileInfo(RealPath.Of(path) ?? path).Length;
            // A named pipe or a device has no length, and opening one can wait for ever.
            if (length == 0) return [];
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            // One byte more than the reader accepts is enough for it to say so.
            var bytes = new byte[(int)Math.Min(length, SourceText.MaxBytes + 1)];
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
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

    private static void Walk(DirectoryInfo folder, string name, string top, int depth, HashSet<string> above, List<(ContentEntry, string, bool)> found, List<string> closed, List<string> links)
    {
        FileSystemInfo[] children;
        try
        {
            children = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            closed.Add(name);
            return;
        }

        foreach (var child in children)
        {
            if (IsPassedOver(child.Name)) continue;
            var path = name.Length == 0 ? child.Name : $"{name}/{child.Name}";
            var linked = child.LinkTarget is not null;
            var real = linked ? RealPath.Of(child.FullName) : child.FullName;
            if (real is null || !RealPath.Holds(top, real) || (linked && !Path.Exists(real)))
            {
                if (linked) links.Add(path);
                continue;
            }

            if (Directory.Exists(real))
            {
                // A folder above itself would never end.
                if (depth == 0 || !above.Add(real)) continue;
                Walk(new DirectoryInfo(real), path, top, depth - 1, above, found, closed, links);
                above.Remove(real);
            }
            else if (IsMarkdown(child.Name) && !child.Name.Equals("README.md", StringComparison.OrdinalIgnoreCase))
            {
                var file = new FileInfo(real);
                if (file.Exists) found.Add((new ContentEntry(path, file.Length, file.LastWriteTimeUtc.Ticks), real, linked));
            }
        }
    }

    /// <summary>Whether a file at this path would be listed, were it there.</summary>
    public static bool Counts(string path) =>
        IsMarkdown(path) && !path.Split('/').Any(IsPassedOver) && !Path.GetFileName(path).Equals("README.md", StringComparison.OrdinalIgnoreCase);

    // Dot-files, and what editors leave lying about.
    private static bool IsPassedOver(string name) =>
        name.Length == 0 || name[0] is '.' or '#' or '~' || name[^1] == '~'
        || name.EndsWith(".swp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bak", StringComparison.OrdinalIgnoreCase);
}
