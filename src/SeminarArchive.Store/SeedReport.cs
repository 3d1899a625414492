using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What a seeding did.</summary>
/// <param name="Seminars">Published seminars afterwards.</param>
/// <param name="Files">Seminar files there are.</param>
/// <param name="Read">Files that had to be read because they looked different from last time.</param>
/// <param name="Written">Seminars added or changed.</param>
/// <param name="Removed">Seminars whose files are gone.</param>
/// <param name="Version">The archive's version afterwards; as before when nothing changed.</param>
/// <param name="Due">When the next seminar with a future day of posting publishes itself; null when there is none.</param>
/// <param name="Problems">Every problem of the files that were read, in the order of the files.</param>
public sealed record SeedReport(
    int Seminars, int Files, int Read, int Written, int Removed, long Version, DateTimeOffset? Due, IReadOnlyList<Problem> Problems)
{
    public TimeSpan Elapsed { get; init; }

    /// <summary>What is wrong with the content folder as a whole, with folders in it, and with files that nothing reads. Null when only some files were looked at.</summary>
    public IReadOnlyList<Problem>? Folder { get; init; }

    /// <summary>Why the old database was set aside and rebuilt; null when it was not.</summary>
    public string? SetAside { get; init; }
}

public sealed class SeededEventArgs(SeedReport report) : EventArgs
{
    public SeedReport Report { get; } = report;
}

/// <param name="done">Files that were taken in so far.</param>
/// <param name="files">How many there are to take in.</param>
public sealed class SeedProgressEventArgs(int done, int files) : EventArgs
{
    public int Done { get; } = done;

    public int Files { get; } = files;
}
