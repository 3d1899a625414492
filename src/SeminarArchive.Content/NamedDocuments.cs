using System.Text;

namespace SeminarArchive.Content;

/// <summary>Which documents of word processors no text of a content folder names. It keeps what it found, for the folder is looked through every few seconds.</summary>
internal sealed class NamedDocuments
{
    private int _state;
    private HashSet<string> _unnamed = [];

    /// <param name="documents">Paths below the folder.</param>
    /// <param name="texts">Those that are read, with where they really lie.</param>
    /// <returns>Those of the documents that none of the texts names.</returns>
    public HashSet<string> Missing(IReadOnlyList<string> documents, IReadOnlyList<(ContentEntry Entry, string Real)> texts)
    {
        if (documents.Count == 0) return [];

        var hash = new HashCode();
        foreach (var path in documents) hash.Add(path, StringComparer.Ordinal);
        foreach (var (entry, _) in texts) hash.Add(entry);
        var state = hash.ToHashCode();
        if (state != _state) (_state, _unnamed) = (state, Search(documents, texts.Select(text => text.Real)));
        return _unnamed;
    }

    private static HashSet<string> Search(IReadOnlyList<string> documents, IEnumerable<string> texts)
    {
        var names = documents.ToDictionary(path => path, path => Spellings(path).Select(Encoding.UTF8.GetBytes).ToList(), StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (names.Count == 0) break;
            try
            {
                if (new FileInfo(text).Length is 0 or > SourceText.MaxBytes) continue;
                var bytes = File.ReadAllBytes(text);
                foreach (var path in names.Where(name => name.Value.Exists(spelling => bytes.AsSpan().IndexOf(spelling) >= 0)).Select(name => name.Key).ToList()) names.Remove(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is told elsewhere.
            }
        }

        return [.. names.Keys];
    }

    // As a link has it, too; on a Mac, accents stand after their letters.
    private static IEnumerable<string> Spellings(string path)
    {
        var name = Path.GetFileName(path);
        return ((string[])[name, PlainText.Normal(name)]).SelectMany(text => (string[])[text, text.Replace(" ", "%20", StringComparison.Ordinal), Uri.EscapeDataString(text)]).Distinct(StringComparer.Ordinal);
    }
}
