using System.Text;

namespace SeminarArchive.Content;

/// <summary>Where a path leads once every link in it is followed.</summary>
public static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>Null when a link leads nowhere or in a circle.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        return Resolve(Path.GetFullPath(path), ref links);
    }

    /// <summary>Where a path under a folder leads; null when that is outside of it, nowhere, or a circle.</summary>
    /// <param name="folder">Real, as <see cref="Of"/> gives it.</param>
    public static string? Inside(string folder, string path) => Of(Path.Combine(folder, path)) is { } real && Holds(folder, real) ? real : null;

    /// <summary>
    /// As <see cref="Inside"/>, of what is there: also where the disk has the accents of a name in another form than the path, as files do that come from a Mac.
    /// </summary>
    public static string? Existing(string folder, string path)
    {
        if (Inside(folder, path) is { } real && Path.Exists(real)) return real;
        if (Ascii.IsValid(path)) return null;

        var at = folder;
        foreach (var part in path.Split([Path.DirectorySeparatorChar, '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] forms = [part, PlainText.Normal(part), PlainText.Normal(part, NormalizationForm.FormD)];
            if (Array.Find(forms, form => Path.Exists(Path.Combine(at, form))) is not { } there) return null;
            at = Path.Combine(at, there);
        }

        return Inside(folder, at);
    }

    /// <summary>Whether the second is the first or stands below it; both real.</summary>
    public static bool Holds(string folder, string path) =>
        path.Length >= folder.Length && path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || folder[^1] == Path.DirectorySeparatorChar || path[folder.Length] == Path.DirectorySeparatorChar);

    private static string? Resolve(string path, ref int links)
    {
        var at = Path.GetPathRoot(path)!;
        foreach (var part in path[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(at, part);
            string? target;
            try
            {
                target = new FileInfo(next).LinkTarget;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }

            if (target is null)
            {
                at = next;
                continue;
            }

            if (++links > MaxLinks || Resolve(Path.GetFullPath(target, at), ref links) is not { } real) return null;
            at = real;
        }

        return at;
    }
}
