using System.Runtime.CompilerServices;

namespace SeminarArchive.Tests.Content;

/// <summary>Where the sources of these tests are.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution file, from this file or from the current folder upwards.</summary>
    public static string? Root { get; } = Find(Path.GetDirectoryName(ThisFile())) ?? Find(Directory.GetCurrentDirectory()) ?? Find(AppContext.BaseDirectory);

    private static string? Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "SeminarArchive.sln"))) folder = Path.GetDirectoryName(folder);
        return folder;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
