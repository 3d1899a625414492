namespace SeminarArchive.Content;

/// <summary>Lists without hyphens, or with the bullets, dashes and numbers of word processors where YAML wants hyphens.</summary>
internal static class YamlBullets
{
    private const int LongestLine = 200;

    /// <summary>Reports a line that begins with such a mark.</summary>
    public static bool Judge(string line, int index, ProblemList problems)
    {
        var text = line.Trim();
        if (MarkOf(text) is not (> 0 and var length)) return false;
        Tell(text, new Place(index + 1, line.IndexOf(text[0], StringComparison.Ordinal) + 1), $"Write a hyphen and a space instead:  - {text[length..].Trim()}", problems);
        return true;
    }

    /// <summary>Reports what stands below a field as one text, though its lines are entries of a list; false when it may be read as it stands.</summary>
    public static bool Judge(YamlNode value, YamlText key, Field field, ProblemList problems)
    {
        foreach (var node in value is YamlList list ? list.Items : [value])
        {
            if (node is not YamlText { Quoted: false } text || text.End.Line <= key.Place.Line || (node != value && text.End.Line == text.Place.Line)) continue;
            if (JudgeRows(text, key, field, isAlone: node == value, problems)) return true;
        }

        return false;
    }

    /// <summary>The list as it should be written.</summary>
    public static string Advice(string name, IReadOnlyList<string> entries)
    {
        var line = $"{name}: [{string.Join(", ", entries.Select(YamlValue.InList))}]";
        return line.Length <= LongestLine ? $"Write:  {line}" : $"Write each on a line of its own below  {name}: , after a hyphen and a space:  - {YamlValue.Of(entries[0])}";
    }

    private static bool JudgeRows(YamlText text, YamlText key, Field field, bool isAlone, ProblemList problems)
    {
        // One affiliation may well go on over several lines, one of them with a dash before it.
        var isOne = field.Kind == FieldKind.Texts && !key.Value.TrimEnd().EndsWith('s');
        var (first, last) = (text.Place.Line - 1, Math.Min(text.End.Line, problems.Lines.Length));
        var rows = problems.Lines[first..last].Select((row, i) => (i == 0 ? row[Math.Min(row.Length, text.Place.Column - 1)..] : row).Trim()).ToList();
        var end = isOne || (!isAlone && field.Kind != FieldKind.People) ? first + 1 : last;
        for (var i = isAlone ? Math.Max(first, key.Place.Line) : first + 1; i < end; i++)
        {
            var row = rows[i - first];
            if (text.Value.AsSpan().TrimStart() is ['-', ..] && YamlLine.JudgeSpace(problems.Lines[i], i, problems)) return true;
            if (MarkOf(row) == 0 && !row.StartsWith("- ", StringComparison.Ordinal)) continue;
            // "1. Mathematics" alone is no list.
            if (rows.Count == 1 && char.IsAsciiDigit(row[0])) continue;
            Tell(row, new Place(i + 1, problems.Lines[i].IndexOf(row, StringComparison.Ordinal) + 1),
                isAlone ? Advice(key.Value, [.. rows.Where(entry => entry.Length > 0).Select(WithoutMark)]) : $"Let every entry begin with a hyphen and a space, in the same column as the first:  - {WithoutMark(row)}", problems);
            return true;
        }

        rows.RemoveAll(row => row.Length == 0 || row[0] == '#');
        var areNames = field.Kind == FieldKind.People && rows.TrueForAll(NameList.IsFullName);
        if (!isAlone || rows.Count < 2 || isOne || !(areNames || first >= key.Place.Line) || rows.Exists(row => row != rows[^1] && GoesOn(row))) return false;
        problems.Add(Rules.ListUnmarked, text.Place, $"The lines of \"{key.Value}\" have no hyphens before them and are read as one text.",
            field.Kind != FieldKind.People || areNames ? Advice(key.Value, rows)
            : "Write one person to a line, each after a hyphen and a space:  - Ada Lovelace ; where somebody works goes below:  - name: Ada Lovelace  and  affiliation: Cambridge .");
        return false;
    }

    private static void Tell(string text, Place place, string fix, ProblemList problems) => problems.Add(Rules.YamlBullet, place, text switch
    {
        ['-', ' ', ..] => "The list's hyphen goes on with the text of the line above.",
        ['-', ..] => "After the hyphen stands a space of another kind, such as a non-breaking one, which makes no list in YAML.",
        _ => $"The line begins with {text[..MarkOf(text)]} , which makes no list in YAML.",
    }, fix);

    private static string WithoutMark(string row) => row[(row.StartsWith("- ", StringComparison.Ordinal) ? 1 : MarkOf(row))..].Trim();

    // How long the mark is; 0 when there is none.
    private static int MarkOf(ReadOnlySpan<char> text)
    {
        if (text is ['•' or '‣' or '◦' or '▪' or '▫' or '●' or '○' or '■' or '□' or '·' or '∙' or '⁃', _, ..] or ['–' or '—' or '*' or '+', ' ' or '\t' or '\u00A0', _, ..]
            || (text is ['-', not ' ' and var space, _, ..] && char.IsWhiteSpace(space))) return 1;
        // "19. Jahrhundert" is no entry, nor is a year.
        return text is [>= '1' and <= '9', '.' or ')', ' ', _, ..] ? 2 : 0;
    }

    private static bool GoesOn(string row) => row is [.., ',' or ';' or '&'] || row.EndsWith(" and", StringComparison.Ordinal);
}
