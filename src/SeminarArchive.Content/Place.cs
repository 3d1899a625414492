namespace SeminarArchive.Content;

/// <summary>A place in a file, both numbers counted from 1; a column is a UTF-16 unit, as editors count.</summary>
public readonly record struct Place(int Line, int Column);
