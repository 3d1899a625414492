namespace SeminarArchive.Web.Commands;

/// <summary>Where a command is run: what it writes to, whom it may ask, and from which folder and on which day.</summary>
public sealed class Terminal
{
    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    /// <summary>Progress, hints and errors, so that what is piped on stays clean.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Paths are relative to it, and shown relative to it.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether someone sits there to answer.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether <see cref="Out"/> shows colours.</summary>
    public bool HasColour { get; init; }

    /// <summary>Whether <see cref="Error"/> can rewrite its last line.</summary>
    public bool ShowsProgress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The one in which the program runs. <c>NO_COLOR</c> is honoured.</summary>
    public static Terminal Own => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        Folder = Directory.GetCurrentDirectory(),
        CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        HasColour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
        ShowsProgress = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    /// <summary>A path as it is shown: from the folder on when it lies there, whole otherwise; with forward slashes.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? path.Replace('\\', '/') : relative;
    }
}
