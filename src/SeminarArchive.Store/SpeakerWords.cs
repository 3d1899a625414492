using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What the search index holds of a seminar's speakers.</summary>
internal static class SpeakerWords
{
    /// <summary>Each name as printed, then the person's other spellings; each also in its plain letters, so that <c>Soren</c> finds <c>Søren</c>.</summary>
    public static string Of(IEnumerable<(string Name, IReadOnlyList<string> Variants)> speakers) =>
        string.Join(", ", speakers.SelectMany(s => s.Variants.Where(v => v != s.Name).Prepend(s.Name)).Select(name => $"{name} {PersonName.Parse(name).Slug.Replace('-', ' ')}"));
}
