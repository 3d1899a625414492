using System.Text.Json;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>A content file as it was when it was last read.</summary>
public sealed class SourceFile
{
    public string Path { get; internal set; } = "";

    public string Hash { get; internal set; } = "";

    /// <summary>Bytes; see <see cref="LengthOf"/>.</summary>
    public long Length { get; internal set; }

    /// <summary>UTC ticks.</summary>
    public long Modified { get; internal set; }

    /// <summary>The slug it asks for; null when the file has errors.</summary>
    public string? Slug { get; internal set; }

    /// <summary>True when another file, earlier in order, has that slug.</summary>
    public bool SlugTaken { get; internal set; }

    /// <summary>Its problems as JSON, in the order of its lines; see <see cref="Json"/>.</summary>
    public string? Problems { get; internal set; }

    /// <summary>Problems as they are remembered; null for none.</summary>
    internal static string? Json(IReadOnlyCollection<Problem> problems) => problems.Count == 0 ? null : JsonSerializer.Serialize(problems);

    /// <summary>The opposite of <see cref="Json"/>.</summary>
    internal static IReadOnlyList<Problem> ProblemsOf(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<Problem>>(json)!;

    /// <summary>The length to remember: of a file that could not be opened one that no file has, so that every look tries again, since what mends it changes neither length nor time.</summary>
    /// <param name="hash">Empty when it could not be opened.</param>
    internal static long LengthOf(ContentEntry stamp, string hash) => hash.Length > 0 ? stamp.Length : -1;
}

/// <summary>A content file that is served as it is: slides, a picture.</summary>
public sealed class MediaFile
{
    /// <summary>Under the content folder.</summary>
    public string Path { get; internal set; } = "";

    public long Length { get; internal set; }

    /// <summary>UTC ticks.</summary>
    public long Modified { get; internal set; }

    /// <summary>See <see cref="Content.ContentFolder.SampleOf"/>.</summary>
    public string Sample { get; internal set; } = "";

    /// <summary>
    /// Unix seconds of when it came, or its bytes were last seen to be others. In a new database, as for seminars, what does not depend on when the folder was copied:
    /// the <see cref="Seminar.ChangedAt"/> of the newest seminar that points to it, else of the newest of all.
    /// </summary>
    public long ChangedAt { get; internal set; }
}

/// <summary>A page that is no seminar, such as <c>about.md</c>.</summary>
public sealed class ContentPage
{
    public string Path { get; internal set; } = "";

    public string Slug { get; internal set; } = "";

    public string? Title { get; internal set; }

    public string Html { get; internal set; } = "";

    public string Text { get; internal set; } = "";
}

/// <summary>The one row that says what state the archive is in.</summary>
public sealed class ArchiveState
{
    public int Id { get; internal set; }

    /// <summary>Another one for every database that was made anew, whose versions count from 0 again.</summary>
    public string Edition { get; internal set; } = "";

    /// <summary>Grows with every change that a visitor could see.</summary>
    public long Version { get; internal set; }

    /// <summary>
    /// Another one for every other content: equal in two databases that were made from the same files, whatever their editions and versions.
    /// </summary>
    public string Digest { get; internal set; } = "";

    /// <summary>What the seminars contribute to <see cref="Digest"/>; see <see cref="SeminarsDigest"/>.</summary>
    public string SeminarsDigest { get; internal set; } = "";

    /// <summary>Unix seconds of the last change that a visitor could see; in a new database the latest <see cref="Seminar.ChangedAt"/>.</summary>
    public long ChangedAt { get; internal set; }

    /// <summary>Unix seconds.</summary>
    public long SeededAt { get; internal set; }

    /// <summary>The site's time zone by which the seminars were dated; another one has them dated anew.</summary>
    public string Zone { get; internal set; } = "";
}
