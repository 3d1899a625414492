using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>What came of reading one file.</summary>
/// <param name="Path">Path under the content folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of the file's bytes in hexadecimal; empty when the file could not be read.</param>
/// <param name="Seminar">Null when one of the problems is an error.</param>
/// <param name="Problems">Every problem of the file, in the order of its lines.</param>
public sealed record Reading(string Path, string Hash, SeminarFile? Seminar, IReadOnlyList<Problem> Problems)
{
    private IReadOnlyDictionary<string, Place>? places;

    /// <summary>The name of each field that has a value, as the manual writes it, and where the value begins. Empty when the front matter could not be read.</summary>
    public IReadOnlyDictionary<string, Place> Places =>
        places ??= Fields?.Written.DistinctBy(written => written.Field.Name, StringComparer.Ordinal).ToDictionary(written => written.Field.Name, written => written.Place, StringComparer.Ordinal)
            ?? (IReadOnlyDictionary<string, Place>)FrozenDictionary<string, Place>.Empty;

    /// <summary>The rules of which the file wants to hear nothing; never one whose problems are errors.</summary>
    public IReadOnlySet<string> Silenced { get; init; } = FrozenSet<string>.Empty;

    internal FrontMatterFields? Fields { get; init; }

    internal string[] Lines { get; init; } = [];
}
