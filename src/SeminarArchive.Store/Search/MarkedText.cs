namespace SeminarArchive.Store.Search;

/// <summary>A text in parts, of which some are what was searched for.</summary>
/// <param name="Parts">In order; together they are the text.</param>
public sealed record MarkedText(IReadOnlyList<(string Text, bool IsMatch)> Parts)
{
    public static MarkedText Plain(string text) => new([(text, false)]);
}
