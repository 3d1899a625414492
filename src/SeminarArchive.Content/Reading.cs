namespace SeminarArchive.Content;

/// <summary>What came of reading one file.</summary>
/// <param name="Path">Path under the content folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of the file's bytes in hexadecimal; empty when the file could not be read.</param>
/// <param name="Seminar">Null when one of the problems is an error.</param>
/// <param name="Problems">Every problem of the file, in the order of its lines.</param>
public sealed record Reading(string Path, string Hash, SeminarFile? Seminar, IReadOnlyList<Problem> Problems);
