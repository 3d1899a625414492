namespace SeminarArchive.Content;

/// <summary>The names that files really have, whatever the disk thinks of capitals; each folder is listed once.</summary>
internal sealed class FileNames(ContentFolder content)
{
    private static readonly string[] Files = ["slides", "uploads"];

    private readonly Dictionary<string, (HashSet<string> Exact, ILookup<string, string> Folded)> folders = new(StringComparer.Ordinal);

    /// <summary>
    /// The path under the content folder as the disk has it, without a leading slash; null when there is no such file inside the folder.
    /// It differs from what was asked for in capitals only, and in the form in which the disk has accents.
    /// </summary>
    public string? Find(string url)
    {
        var parts = FileSizes.PathOf(url).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var found = "";
        foreach (var part in parts)
        {
            var (exact, folded) = Names(found);
            if (exact.Contains(part)) found = Join(found, part);
            else if (folded[Key(part)].OrderByDescending(name => IsSame(name, part)).FirstOrDefault() is { } other) found = Join(found, other);
            else return null;
        }

        return content.SizeOf(FileSizes.UrlOf(found)) is null ? null : found;
    }

    /// <summary>The file in the same folder whose name is one or two slips away, else the one of that name among slides or uploads; or null.</summary>
    public string? Near(string url)
    {
        var path = FileSizes.PathOf(url);
        var folder = Path.GetDirectoryName(path)?.Replace('\\', '/') ?? "";
        return Spelling.Closest(Path.GetFileName(path), Names(folder).Exact.Select(text => PlainText.Normal(text))) is { } name ? Join(folder, name)
            : Files.Select(other => $"{other}/{Path.GetFileName(path)}").FirstOrDefault(other => other != path && Names(Path.GetDirectoryName(other)!).Exact.Contains(Path.GetFileName(path)));
    }

    /// <summary>Whether two paths are the same for a reader: accents may be a part of their letter or stand after it, as on a Mac.</summary>
    public static bool IsSame(string a, string b) => a == b || PlainText.Normal(a) == PlainText.Normal(b);

    private static string Key(string name) => PlainText.Normal(name).ToUpperInvariant();

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private (HashSet<string> Exact, ILookup<string, string> Folded) Names(string folder)
    {
        if (folders.TryGetValue(folder, out var names)) return names;
        IEnumerable<string> list = [];
        try
        {
            list = [.. Directory.EnumerateFileSystemEntries(Path.Combine(content.Root, folder)).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Nothing can be said of what is in it.
        }

        names = (list.ToHashSet(StringComparer.Ordinal), list.ToLookup(Key, StringComparer.Ordinal));
        return folders[folder] = names;
    }
}
