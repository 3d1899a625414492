using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary>What one <c>PATH</c> of <c>check</c> stands for.</summary>
/// <param name="Folder">The content folder it lies in, or a foreign folder.</param>
/// <param name="Under">Path under that folder whose files are spoken of; empty for all of them.</param>
/// <param name="Alone">A foreign file: its neighbours are not looked at.</param>
internal sealed record CheckPath(ContentFolder Folder, string Under, bool Alone)
{
    /// <summary>Whether the folder is a content folder, which has people files and pages too.</summary>
    public bool HasMore => Folder.HoldsMore;

    /// <exception cref="FileNotFoundException">There is neither file nor folder, or the file is no Markdown; the message is for whoever typed it.</exception>
    public static CheckPath Parse(string path, string content, Terminal terminal)
    {
        if (path.StartsWith('-')) throw new FileNotFoundException($"There is no option \"{path}\".{(Spelling.Closest(path, CheckCommand.Options) is { } near ? $" Did you mean \"{near}\"?" : "")}");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, terminal.Folder));
        var isFile = File.Exists(full);
        if (!isFile && !Directory.Exists(full)) throw new FileNotFoundException($"There is no file or folder \"{path}\".");
        if (isFile && !full.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !full.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase))
            throw new FileNotFoundException($"\"{path}\" is no seminar: their names end in .md .");

        var under = Path.GetRelativePath(content, full).Replace('\\', '/');
        if (under == ".") return new CheckPath(new ContentFolder(content), "", Alone: false);
        if (under.Split('/')[0] is "seminars" or "people" or "categories" or "about.md") return new CheckPath(new ContentFolder(content), under, Alone: false);
        if (isFile) return new CheckPath(new ContentFolder(Path.GetDirectoryName(full)!, ""), Path.GetFileName(full), Alone: true);
        return new CheckPath(Directory.Exists(Path.Combine(full, "seminars")) ? new ContentFolder(full) : new ContentFolder(full, ""), "", Alone: false);
    }

    public bool Holds(string path) => Under.Length == 0 || path == Under || path.StartsWith(Under + "/", StringComparison.Ordinal);
}
