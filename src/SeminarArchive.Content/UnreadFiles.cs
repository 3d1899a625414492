namespace SeminarArchive.Content;

/// <summary>Files that look like an editor's, and lie or are named so that nothing reads them.</summary>
internal static class UnreadFiles
{
    private const string Seminars = "seminars";
    private const string People = "people";
    private const string Categories = "categories";
    private const string About = "about.md";

    private static readonly string[] Folders = [Seminars, People, Categories];

    // What else they are called in many places.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase) { ["person"] = People, ["persons"] = People, ["speaker"] = People, ["speakers"] = People, ["category"] = Categories };

    private static readonly string[] TextEndings = [".txt", ".text", ".mdown", ".mkd"];

    // Of what word processors make of a name that they do not know.
    private static readonly string[] AddedEndings = [.. TextEndings, ".doc", ".docx", ".odt", ".rtf", ".html"];

    // Of word processors.
    private static readonly string[] Documents = [".doc", ".docx", ".odt", ".rtf", ".pages", ".wps"];

    // A folder with more such folders in it is spoken of as one.
    private const int MostFolders = 5;

    /// <summary>Whether all Markdown in a folder of this path under the content folder is read.</summary>
    public static bool IsReadIn(string folder) => folder == Categories || folder.Split('/')[0] is Seminars or People;

    /// <summary>The folders whose Markdown is read, and how far down it is.</summary>
    public static IEnumerable<(string Folder, int Depth)> ReadFolders(int most) => Folders.Select(folder => (folder, folder == Categories ? 0 : most));

    /// <summary>Whether somebody waits to see the Markdown at this path, in another folder. What programmers lay beside the content is named in capitals: <c>LICENSE.md</c>.</summary>
    public static bool IsStray(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        return path != About && !stem.Equals("README", StringComparison.OrdinalIgnoreCase) && (stem.Any(char.IsLower) || !stem.Any(char.IsUpper));
    }

    /// <summary>Whether what is no Markdown is meant to be read all the same: by its name, such as <c>knots.md.txt</c>, or by its first line, which a page may lack.</summary>
    /// <param name="real">Where it lies.</param>
    public static bool IsMisnamed(ContentEntry file, string real)
    {
        var (name, ending) = (Path.GetFileNameWithoutExtension(file.Path), Path.GetExtension(file.Path));
        if (MarkdownFiles.IsMarkdown(name)) return AddedEndings.Contains(ending, StringComparer.OrdinalIgnoreCase) && (name == About || IsReadIn(Path.GetDirectoryName(file.Path)!));
        // Beside the seminar lies its transcript.
        if (!(IsDocument(file.Path) || TextEndings.Contains(ending, StringComparer.OrdinalIgnoreCase)) || File.Exists(Path.Combine(Path.GetDirectoryName(real)!, NameFor(file.Path)))) return false;
        return file.Path.Split('/') switch
        {
            ["about.txt"] or [Categories, _] => true,
            [Seminars, _, ..] when IsDocument(file.Path) => true,
            [Seminars or People, _, ..] => file.Length > 0 && BeginsWithFence(real),
            _ => false,
        };
    }

    /// <summary>Whether a word processor has written it, so that it may be a seminar, or something that one leads to.</summary>
    public static bool IsDocument(string path) => Documents.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !MarkdownFiles.IsMarkdown(Path.GetFileNameWithoutExtension(path));

    /// <summary>What is to be said of them: in the order of their paths, and of several in one folder together.</summary>
    public static IEnumerable<Problem> Problems(IEnumerable<string> paths)
    {
        var folders = paths.ToLookup(FolderOf, StringComparer.Ordinal);
        var wide = folders.GroupBy(folder => folder.Key.Split('/')[0], StringComparer.Ordinal).Where(top => top.Count() > MostFolders).Select(top => top.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in folders.SelectMany(files => files).Order(StringComparer.Ordinal).GroupBy(path => path.Split('/')[0] is var top && wide.Contains(top) && MarkdownFiles.IsMarkdown(path) ? top : FolderOf(path), StringComparer.Ordinal))
        {
            if (folder.Key.Length > 0 && folder.All(path => MarkdownFiles.IsMarkdown(path)) && folder.Skip(1).Any())
            {
                yield return Unread(folder.Key, $"The archive does not read the {folder.Count()} Markdown files in this folder{(wide.Contains(folder.Key) ? " and those below it" : "")}.", PlaceFor(folder.Key, isFolder: true));
                continue;
            }

            foreach (var path in folder)
            {
                yield return IsDocument(path)
                    ? Unread(path, "The archive does not read this file, for it is a word processor's document and no text.", $"If it is a seminar, save it as plain text (UTF-8), called  {NameFor(path)} ; if it is for readers, put it into  slides  and name it in the seminar:  slides: slides/{(FileKinds.IsServed(path) ? Path.GetFileName(path) : Path.GetFileNameWithoutExtension(path) + ".pdf")}")
                    : !MarkdownFiles.IsMarkdown(path)
                    ? Unread(path, "The archive does not read this file, for its name does not end in .md .", $"Rename it to  {NameFor(path)} , unless there is one; then put what is new into that, and delete this. Many systems hide the end of a file's name until they are told to show it.")
                    : Unread(path, "The archive does not read this file where it lies.", PlaceFor(path, isFolder: false));
            }
        }
    }

    private static Problem Unread(string path, string cause, string fix) => new($"content/{path}", 1, 1, Rules.FileUnread.Severity, Rules.FileUnread.Name, cause, fix, null);

    // Seen from the content folder.
    private static string PlaceFor(string path, bool isFolder)
    {
        var parts = path.Split('/');
        if (!isFolder && parts is [var only] && only.Equals(About, StringComparison.OrdinalIgnoreCase)) return $"Rename it to  {About} , in small letters.";
        if (parts[0] == Categories) return isFolder ? $"Put them into the folder  {Categories}  itself." : $"Move it to  {Categories}/{parts[^1]} .";
        var isInFolder = isFolder || parts.Length > 1;
        if (isInFolder && (OtherNames.GetValueOrDefault(parts[0]) ?? Folders.FirstOrDefault(name => parts[0].Equals(name, StringComparison.OrdinalIgnoreCase)) ?? Spelling.Closest(parts[0], Folders)) is { } meant)
            return $"Call the folder  {meant} , not  {parts[0]} .";
        return isFolder ? $"Seminars are to lie in  {Seminars} : move the folder to  {Seminars}/{path} ." : $"If it is a seminar, move it to  {Seminars}/{path} .";
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string NameFor(string path) =>
        Path.GetFileNameWithoutExtension(path) is var stem && MarkdownFiles.IsMarkdown(stem) ? stem : stem + ".md";

    // One that cannot be opened is not known to be a seminar.
    private static bool BeginsWithFence(string real)
    {
        try
        {
            using var file = File.OpenHandle(real, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> first = stackalloc byte[6];
            first = first[..RandomAccess.Read(file, first, 0)];
            return (first.StartsWith("\uFEFF"u8) ? first[3..] : first).StartsWith("---"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
