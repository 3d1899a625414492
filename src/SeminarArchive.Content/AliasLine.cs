namespace SeminarArchive.Content;

/// <summary>Adds old addresses to a file's <c>aliases:</c>, in the form that stands there.</summary>
internal static class AliasLine
{
    /// <summary>False when the list is written in a form that cannot be added to safely.</summary>
    public static bool Add(IReadOnlyList<string> addresses, FrontMatterFields fields, Reading reading, RawText text)
    {
        var joined = string.Join(", ", addresses);
        if (fields.All("aliases") is [var field, ..])
        {
            var line = reading.Lines[field.Place.Line - 1];
            switch (field.Value)
            {
                case YamlList when line[field.Place.Column - 1] == '[':
                    text.Insert(field.Place with { Column = field.Place.Column + 1 }, joined + ", ");
                    return true;
                case YamlList when line.AsSpan().TrimStart().StartsWith("- "):
                    var indent = line[..(line.Length - line.TrimStart().Length)];
                    text.Insert(field.Place with { Column = 1 }, string.Concat(addresses.Select(address => $"{indent}- {address}{text.LineEnd}")));
                    return true;
                case YamlText { Quoted: false } one:
                    return text.Replace(field.Place, one.Value, $"[{one.Value}, {joined}]");
                default:
                    return false;
            }
        }

        if (fields.Empty("aliases") is { } name)
        {
            var line = reading.Lines[name.Place.Line - 1];
            var colon = line.IndexOf(':', name.Place.Column - 1);
            if (colon < 0 || !string.IsNullOrWhiteSpace(line[(colon + 1)..])) return false;
            text.Insert(new Place(name.Place.Line, colon + 2), $" [{joined}]");
            return true;
        }

        if (Fences.Find(new ProblemList(reading.Path, reading.Lines)) is not { } fences || fields.Written.Count == 0) return false;
        var margin = new string(' ', fields.Written[0].Key.Place.Column - 1);
        text.Insert(new Place(fences.Close + 1, 1), $"{margin}aliases: [{joined}]{text.LineEnd}");
        return true;
    }
}
