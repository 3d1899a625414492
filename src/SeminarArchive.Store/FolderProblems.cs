using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Problems that no single file shows, but the folder as a whole.</summary>
internal static class FolderProblems
{
    /// <summary>Two files claim one slug; names both.</summary>
    public static Problem SlugTaken(string path, string slug, string owner) => new(
        "content/" + path, 1, 1, Rules.SlugTaken.Severity, Rules.SlugTaken.Name,
        $"The address /seminars/{slug}/ already belongs to content/{owner}.",
        $"Give one of the two files another address, with a line of its own between the --- lines:  slug: {slug}-2", null);

    /// <summary>What is in the folder is not known, so its seminars stay.</summary>
    public static Problem Closed(string folder) => new(
        "content/" + folder, 1, 1, Rules.FolderClosed.Severity, Rules.FolderClosed.Name,
        "This folder is missing or cannot be listed; the pages of its files stay as they were.",
        "Put it back, or allow everyone to list it (on Linux:  chmod a+rx  and the folder's name).", null);

    /// <summary>Every file has vanished at once, which looks like a share that is not mounted.</summary>
    public static Problem Emptied(int files) => new(
        "content/seminars", 1, 1, Rules.FolderEmptied.Severity, Rules.FolderEmptied.Name,
        $"All {files} seminar files are gone at once; the archive keeps their pages.",
        "Put the files back. If they shall really go, stop the site, delete the folder data/ and start it again.", null);
}
