using System.Collections.Concurrent;

namespace SeminarArchive.Content;

/// <summary>How large the files are that seminars point to. May be asked by several threads at a time.</summary>
/// <param name="root">The content folder.</param>
public sealed class FileSizes(string root)
{
    private readonly string? _top = RealPath.Of(root);
    private readonly ConcurrentDictionary<string, string?> _folders = new(StringComparer.Ordinal);

    /// <summary>Bytes of a file of the content folder (<c>/slides/x.pdf</c>); null when there is none inside the folder.</summary>
    public long? Of(string url)
    {
        if (!url.StartsWith('/') || url.StartsWith("//", StringComparison.Ordinal)) return null;
        var path = PathOf(url);
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) || path.Split('/', '\\').Contains("..")) return null;
        try
        {
            var cut = path.LastIndexOf('/');
            if (_folders.GetOrAdd(path[..Math.Max(0, cut)], Find) is not { } folder) return null;
            var file = new FileInfo(Path.Combine(folder, path[(cut + 1)..]));
            if (file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint)) return file.Length;
            return RealPath.Existing(_top!, path) is { } real && new FileInfo(real) is { Exists: true } target ? target.Length : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The path under the content folder that an address from the site's root names: percent signs resolved, query and fragment left off.</summary>
    public static string PathOf(string url)
    {
        var cut = url.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(cut < 0 ? url : url[..cut]).TrimStart('/');
    }

    /// <summary>The address of a path under the content folder, from the site's root.</summary>
    public static string UrlOf(string path) => "/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private string? Find(string folder) => _top is not null && RealPath.Existing(_top, folder) is { } real && Directory.Exists(real) ? real : null;
}
