namespace SeminarArchive.Content;

/// <summary>Categories and tags.</summary>
internal static class WordsFields
{
    private const int MaxWord = 150;

    /// <summary>A single <c>category</c> is kept whole; <c>categories</c> in one line are parted by commas.</summary>
    public static IReadOnlyList<string> Categories(FrontMatterFields fields) =>
        Read(fields, "categories", 30, field => field.Name.EndsWith('y') ? line => [line] : line => line.Split((char[])[',', ';']));

    /// <summary>In one line they are parted by commas or semicolons, and where there are none, by spaces.</summary>
    public static IReadOnlyList<string> Tags(FrontMatterFields fields) =>
        Read(fields, "tags", 100, _ => line => line.AsSpan().ContainsAny(',', ';') ? line.Split((char[])[',', ';']) : line.Split(' '));

    private static List<string> Read(FrontMatterFields fields, string name, int most, Func<WrittenField, Func<string, IEnumerable<string>>> split)
    {
        var words = new List<string>();
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.All(name))
        {
            foreach (var (text, place) in fields.Texts(field, MaxWord, most, split(field)))
            {
                if (!text.Any(char.IsLetterOrDigit))
                    fields.Problems.Add(Rules.ValueEmpty, place, $"{PlainText.Quote(text)} in \"{field.Name}\" has no letter and no digit and is left out.", "Write a word, or delete it.");
                else if (addresses.TryAdd(Slug.OfSubject(text), text)) words.Add(text);
                else if (addresses[Slug.OfSubject(text)] is var other && !other.Equals(text, StringComparison.OrdinalIgnoreCase))
                    fields.Problems.Add(Rules.ValueTwice, place, $"{PlainText.Quote(text)} and {PlainText.Quote(other)} in \"{field.Name}\" have one address; {PlainText.Quote(other)} is kept.", "Delete one of the two, or write them so that they differ in a word.");
            }
        }

        return words;
    }
}
