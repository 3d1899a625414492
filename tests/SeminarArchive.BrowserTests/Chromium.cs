namespace SeminarArchive.BrowserTests;

/// <summary>The system's own Chromium; none is downloaded.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] UsualPlaces = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/homebrew/bin"];

    public const string Missing = "No Chromium was found: install the package chromium, or run tests/run, which does.";

    /// <summary>Null when there is none. The environment variable <c>CHROMIUM</c> goes before the search.</summary>
    public static string? Path { get; } = Find();

    /// <summary>On a machine of continuous integration a browser that is missing is a failure, not a reason to skip.</summary>
    public static bool Required => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    // A container has no user namespaces for the sandbox; the rest keeps the browser off the network.
    public static IEnumerable<string> Arguments =>
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named) return File.Exists(named) ? named : null;

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(UsualPlaces);
        return Names.SelectMany(_ => folders, (name, folder) => System.IO.Path.Combine(folder, name))
            .Append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .FirstOrDefault(File.Exists);
    }
}
