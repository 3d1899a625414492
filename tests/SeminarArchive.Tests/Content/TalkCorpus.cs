using System.Globalization;
using System.Text.Json;

namespace SeminarArchive.Tests.Content;

/// <summary>The real talks of <c>../shared/corpus/talks</c>, copied into a site's content folder; the corpus itself is never written to.</summary>
internal static class TalkCorpus
{
    private static readonly Dictionary<string, string> TwoLetters = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.TwoLetterISOLanguageName.Length == 2).DistinctBy(c => c.ThreeLetterISOLanguageName).ToDictionary(c => c.ThreeLetterISOLanguageName, c => c.TwoLetterISOLanguageName);

    /// <summary>
    /// Every Markdown file byte for byte, each source in a folder of its own under <c>seminars/</c>, and the talks that pyvideo keeps as JSON.
    /// Of two that claim one address the archive gives it to the first; what has no title or no date is not published.
    /// </summary>
    public static void CopyTo(Site site)
    {
        foreach (var source in Directory.GetDirectories(Corpus.Folder("talks")!).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var path = $"seminars/{Path.GetFileName(source)}/{Path.GetRelativePath(source, file).Replace('\\', '/')}";
                if (Path.GetExtension(file).ToUpperInvariant() is ".MD" or ".MARKDOWN") site.Write(path, File.ReadAllBytes(file));
                else if (file.EndsWith(".json", StringComparison.Ordinal) && Talk(file) is { } talk) site.Write(Path.ChangeExtension(path, ".md"), talk.Markdown);
            }
        }
    }

    // Null for what is no talk, or has no title or no date.
    private static Post? Talk(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var talk = json.RootElement;
        if (Text("title") is not { } title || Text("recorded") is not { } recorded) return null;

        var speakers = talk.GetProperty("speakers").EnumerateArray().Select(s => $"'{s.GetString()!.Replace("'", "''", StringComparison.Ordinal)}'");
        var language = Text("language") is { } code && TwoLetters.TryGetValue(code, out var tag) ? tag : null;
        return Post.Seminar(
            Path.GetFileNameWithoutExtension(file), recorded[..10], title.ReplaceLineEndings(" "), body: Text("description") ?? Text("summary") ?? "",
            more: [$"speakers: [{string.Join(", ", speakers)}]", $"language: {language}"]);

        string? Text(string name) =>
            talk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
    }
}
