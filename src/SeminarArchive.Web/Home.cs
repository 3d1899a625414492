namespace SeminarArchive.Web;

/// <summary>Where the program lies.</summary>
public static class Home
{
    /// <summary>The repository it was built in and is run from; null when it was published.</summary>
    public static string? Repository { get; } = FindRepository();

    /// <summary>The folder that holds appsettings.json and wwwroot: the project's when run from source, the published one otherwise.</summary>
    public static string Program => Repository is { } root ? Path.Combine(root, "src", "SeminarArchive.Web") : AppContext.BaseDirectory;

    private static string? FindRepository()
    {
        // A published program may lie inside the repository too, but then it has a wwwroot of its own.
        if (Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))) return null;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SeminarArchive.sln"))) return folder.FullName;
        }

        return null;
    }
}
