namespace SeminarArchive.Content;

/// <summary>Bullets and dashes of word processors where YAML wants hyphens.</summary>
internal static class YamlBullets
{
    /// <summary>Reports a line that begins with one.</summary>
    public static bool Judge(string line, int index, ProblemList problems)
    {
        var text = line.Trim();
        if (text is not (['•' or '‣' or '◦' or '▪' or '▫' or '●' or '○' or '■' or '□' or '·' or '∙' or '⁃', _, ..] or ['–' or '—' or '*', ' ' or '\t' or '\u00A0', _, ..])) return false;
        problems.Add(Rules.YamlBullet, new Place(index + 1, line.IndexOf(text[0], StringComparison.Ordinal) + 1), $"The line begins with {text[0]} , which makes no list in YAML.",
            $"Write a hyphen and a space instead:  - {text[1..].Trim()}");
        return true;
    }

    /// <summary>Reports what stands indented below a field as one text, though its lines are entries of a list.</summary>
    public static bool Judge(YamlNode value, YamlText key, FieldKind kind, ProblemList problems)
    {
        foreach (var node in value is YamlList list ? list.Items : [value])
        {
            if (node is not YamlText { Quoted: false } text) continue;
            // A dash at the beginning of a further line may well go on with a text, but not with a name.
            var last = kind == FieldKind.People ? text.End.Line : text.Place.Line;
            for (var i = Math.Max(text.Place.Line - 1, key.Place.Line); i < last; i++)
            {
                var line = problems.Lines[i];
                if (Judge(line, i, problems) || (text.Value.AsSpan().TrimStart() is ['-', ..] && YamlLine.JudgeSpace(line, i, problems))) return true;
            }
        }

        return false;
    }
}
