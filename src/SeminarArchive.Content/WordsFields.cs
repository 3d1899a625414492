namespace SeminarArchive.Content;

/// <summary>Categories and tags.</summary>
internal static class WordsFields
{
    private const int MaxWord = 150;

    /// <summary>A single <c>category</c> is kept whole; <c>categories</c> in one line are parted by commas.</summary>
    public static IReadOnlyList<string> Categories(FrontMatterFields fields) =>
        Read(fields, "categories", 30, field => field.Name.EndsWith('y') ? line => [line] : line => Parts(line, ',', ';'));

    /// <summary>In one line they are parted by commas or semicolons, and where there are none, by spaces.</summary>
    public static IReadOnlyList<string> Tags(FrontMatterFields fields) =>
        Read(fields, "tags", 100, _ => line => line.AsSpan().ContainsAny(',', ';') ? Parts(line, ',', ';') : Parts(line, ' '));

    // What stands in quotation marks is not parted.
    private static IEnumerable<string> Parts(string line, params char[] between)
    {
        var quotes = line.AsSpan().Count('"');
        // An apostrophe stands at one end of a word only.
        if (quotes == 0 || quotes % 2 == 1) return line.Split(between).Select(part => part.Trim() is ['\'', .. var word, '\''] && word.Length > 0 ? word : part);

        var outside = string.Join('"', line.Split('"').Select((part, i) => i % 2 == 0 ? part : new string('_', part.Length)));
        var (parts, start) = (new List<string>(), 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && !between.Contains(outside[i])) continue;
            parts.Add(line[start..i].Trim() is ['"', .. var whole, '"'] && !whole.Contains('"', StringComparison.Ordinal) ? whole : line[start..i]);
            start = i + 1;
        }

        return parts;
    }

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
